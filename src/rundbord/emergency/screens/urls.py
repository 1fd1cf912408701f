"""Addresses of break-glass."""

from django.urls import path

from rundbord.emergency.screens.open_file import open_file
from rundbord.emergency.screens.opened_file import end_use, opened_file
from rundbord.emergency.screens.overview import overview
from rundbord.emergency.screens.set_rule import set_rule
from rundbord.emergency.screens.show_use import show_use

app_name = "emergency"

urlpatterns = [
    path("noedadgang/", overview, name="overview"),
    path("noedadgang/aabn/", open_file, name="open_file"),
    path("noedadgang/sag/", opened_file, name="opened_file"),
    path("noedadgang/afslut/", end_use, name="end_use"),
    path("noedadgang/roller/", set_rule, name="set_rule"),
    path("noedadgang/<uuid:access_id>/", show_use, name="show_use"),
]
