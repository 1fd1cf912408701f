"""Addresses of shifts and the mapping of activity."""

from django.urls import URLPattern, path

from rundbord.streetwork.screens.check_in import check_in, check_out
from rundbord.streetwork.screens.coverage import coverage
from rundbord.streetwork.screens.end_shift import end_shift
from rundbord.streetwork.screens.enter_area import count_contact, enter_area
from rundbord.streetwork.screens.mapped_area import mapped_area
from rundbord.streetwork.screens.mapping import mapping
from rundbord.streetwork.screens.observe_group import observe_group
from rundbord.streetwork.screens.pass_need import pass_need
from rundbord.streetwork.screens.plan_shift import plan_shift
from rundbord.streetwork.screens.shifts import shifts
from rundbord.streetwork.screens.show_shift import show_shift
from rundbord.streetwork.screens.start_shift import cancel_shift, start_shift
from rundbord.streetwork.screens.state_activity import state_activity
from rundbord.streetwork.screens.state_gang_free import state_gang_free
from rundbord.streetwork.screens.tell_episode import tell_episode, tell_staff_safety
from rundbord.streetwork.screens.write_agreed_sentence import write_agreed_sentence

app_name = "streetwork"

_ROOT = "gadearbejde/kortlaegning/"
_AREA = f"{_ROOT}<uuid:area_id>/<slug:quarter_key>/"

MAPPING: list[URLPattern] = [
    path(_ROOT, mapping, name="mapping"),
    path(_AREA, mapped_area, name="mapped_area"),
    path(f"{_AREA}vurder/", state_activity, name="state_activity"),
    path(f"{_AREA}saetning/", write_agreed_sentence, name="write_agreed_sentence"),
    path(
        f"{_ROOT}kommuner/<uuid:municipality_id>/<slug:quarter_key>/",
        state_gang_free,
        name="state_gang_free",
    ),
]

SHIFTS: list[URLPattern] = [
    path("gadearbejde/vagter/", shifts, name="shifts"),
    path("gadearbejde/vagter/ny/", plan_shift, name="plan_shift"),
    path("gadearbejde/daekning/", coverage, name="coverage"),
    path("gadearbejde/vagter/<uuid:shift_id>/", show_shift, name="show_shift"),
    path("gadearbejde/vagter/<uuid:shift_id>/start/", start_shift, name="start_shift"),
    path("gadearbejde/vagter/<uuid:shift_id>/aflys/", cancel_shift, name="cancel_shift"),
    path("gadearbejde/vagter/<uuid:shift_id>/omraade/", enter_area, name="enter_area"),
    path("gadearbejde/vagter/<uuid:shift_id>/kontakt/", count_contact, name="count_contact"),
    path("gadearbejde/vagter/<uuid:shift_id>/observation/", observe_group, name="observe_group"),
    path("gadearbejde/vagter/<uuid:shift_id>/episode/", tell_episode, name="tell_episode"),
    path("gadearbejde/vagter/<uuid:shift_id>/sikkerhed/", tell_staff_safety, name="tell_staff_safety"),
    path("gadearbejde/vagter/<uuid:shift_id>/behov/", pass_need, name="pass_need"),
    path("gadearbejde/vagter/<uuid:shift_id>/slut/", end_shift, name="end_shift"),
    path("gadearbejde/hold/<uuid:member_id>/meld-ind/", check_in, name="check_in"),
    path("gadearbejde/hold/<uuid:member_id>/meld-ud/", check_out, name="check_out"),
]

urlpatterns: list[URLPattern] = [*SHIFTS, *MAPPING]
