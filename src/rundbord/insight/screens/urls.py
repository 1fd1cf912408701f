"""Addresses of areas over time, blind spots and the unusual."""

from django.urls import path

from rundbord.insight.screens.overview import overview

app_name = "insight"

urlpatterns = [path("overblik/", overview, name="overview")]
