"""Addresses of rounds of *who else?*."""

from django.urls import URLPattern, path

from rundbord.sharing.screens.rounds import open_round, rounds
from rundbord.sharing.screens.show_round import show_round

ROUNDS: list[URLPattern] = [
    path("kendskab/", rounds, name="rounds"),
    path("kendskab/ny/", open_round, name="open_round"),
    path("kendskab/<uuid:round_id>/", show_round, name="show_round"),
]
