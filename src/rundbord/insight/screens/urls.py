"""Addresses of areas over time, blind spots and the unusual."""

from django.urls import path

from rundbord.insight.screens.area_over_time import area_over_time
from rundbord.insight.screens.blind_spots import blind_spots
from rundbord.insight.screens.first_hour import first_hour
from rundbord.insight.screens.leadership import known_effect, leadership
from rundbord.insight.screens.overview import overview
from rundbord.insight.screens.reports import (
    approve_report,
    make_report,
    report_file,
    report_list,
    reports,
    show_report,
    write_table,
    write_words,
)

app_name = "insight"

urlpatterns = [
    path("overblik/", overview, name="overview"),
    path("overblik/blinde-vinkler/", blind_spots, name="blind_spots"),
    path("overblik/foerste-time/", first_hour, name="first_hour"),
    path("overblik/rapporter/", reports, name="reports"),
    path("overblik/rapporter/ny/", make_report, name="make_report"),
    path("overblik/rapporter/<uuid:report_id>/", show_report, name="show_report"),
    path("overblik/rapporter/<uuid:report_id>/godkend/", approve_report, name="approve_report"),
    path("overblik/rapporter/<uuid:report_id>/pdf/", report_file, name="report_file"),
    path("overblik/rapporter/<uuid:report_id>/liste/<slug:key>/", report_list, name="report_list"),
    path("overblik/rapporter/<uuid:report_id>/ord/<slug:section>/", write_words, name="write_words"),
    path("overblik/rapporter/<uuid:report_id>/tal/<slug:section>/", write_table, name="write_table"),
    path("overblik/ledelse/", leadership, name="leadership"),
    path("overblik/ledelse/virkning/<slug:grade>/", known_effect, name="known_effect"),
    path("omraader/<uuid:area_id>/over-tid/", area_over_time, name="area_over_time"),
]
