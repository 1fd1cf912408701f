"""Addresses of zones and coming events."""

from django.urls import path

from rundbord.zones.screens.cancel_coming_event import cancel_coming_event
from rundbord.zones.screens.coming_events import coming_events
from rundbord.zones.screens.correct_zone import correct_decision, correct_place
from rundbord.zones.screens.count_bans import count_bans
from rundbord.zones.screens.establish_zone import establish_zone
from rundbord.zones.screens.prolong_zone import end_zone, prolong_zone
from rundbord.zones.screens.show_zone import show_zone
from rundbord.zones.screens.write_coming_event import add_coming_event, change_coming_event
from rundbord.zones.screens.zones import zones

app_name = "zones"

urlpatterns = [
    path("zoner/", zones, name="zones"),
    path("zoner/ny/", establish_zone, name="establish_zone"),
    path("zoner/opholdsforbud/", count_bans, name="count_bans"),
    path("zoner/<uuid:zone_id>/", show_zone, name="show_zone"),
    path("zoner/<uuid:zone_id>/forlaeng/", prolong_zone, name="prolong_zone"),
    path("zoner/<uuid:zone_id>/ophaev/", end_zone, name="end_zone"),
    path("zoner/<uuid:zone_id>/ret/", correct_place, name="correct_place"),
    path("zoner/<uuid:zone_id>/kaeden/<int:number>/ret/", correct_decision, name="correct_decision"),
    path("begivenheder/", coming_events, name="coming_events"),
    path("begivenheder/ny/", add_coming_event, name="add_coming_event"),
    path("begivenheder/<uuid:event_id>/ret/", change_coming_event, name="change_coming_event"),
    path("begivenheder/<uuid:event_id>/aflys/", cancel_coming_event, name="cancel_coming_event"),
]
