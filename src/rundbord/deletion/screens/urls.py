"""Addresses of deletion."""

from django.urls import URLPattern, path

from rundbord.deletion.screens.day import day
from rundbord.deletion.screens.periods import decide_period, propose_period
from rundbord.deletion.screens.records import records
from rundbord.deletion.screens.rules import rules, say_archive_duty

app_name = "deletion"

urlpatterns: list[URLPattern] = [
    path("sletning/", day, name="day"),
    path("sletning/regnskab/", records, name="records"),
    path("sletning/regler/", rules, name="rules"),
    path("sletning/regler/arkiv/", say_archive_duty, name="say_archive_duty"),
    path("sletning/regler/<slug:rule_key>/", propose_period, name="propose_period"),
    path("sletning/forslag/<uuid:proposal_id>/", decide_period, name="decide_period"),
]
