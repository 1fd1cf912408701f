"""Addresses of shifts and the mapping of activity."""

from django.urls import URLPattern, path

from rundbord.streetwork.screens.mapped_area import mapped_area
from rundbord.streetwork.screens.mapping import mapping
from rundbord.streetwork.screens.state_activity import state_activity
from rundbord.streetwork.screens.state_gang_free import state_gang_free
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

urlpatterns: list[URLPattern] = [*MAPPING]
