"""Addresses of areas over time, blind spots and the unusual."""

from django.urls import path

from rundbord.insight.screens.area_over_time import area_over_time
from rundbord.insight.screens.blind_spots import blind_spots
from rundbord.insight.screens.first_hour import first_hour
from rundbord.insight.screens.overview import overview

app_name = "insight"

urlpatterns = [
    path("overblik/", overview, name="overview"),
    path("overblik/blinde-vinkler/", blind_spots, name="blind_spots"),
    path("overblik/foerste-time/", first_hour, name="first_hour"),
    path("omraader/<uuid:area_id>/over-tid/", area_over_time, name="area_over_time"),
]
