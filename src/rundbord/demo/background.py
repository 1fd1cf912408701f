"""Invented official figures, told as the statistics bank would tell them: round numbers that nobody takes for true.

All municipalities are there, so that the check sums have something to add up; the oldest quarter lacks its inhabitants,
as a file that was saved for too short a time does.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import product

from django.utils import timezone

from rundbord.access.session import acting_for
from rundbord.demo.actors import actor_named
from rundbord.demo.founding import Founded
from rundbord.feeds.actions import import_background
from rundbord.feeds.rules.check_sums import COUNTRY, MUNICIPALITIES, UNKNOWN
from rundbord.feeds.vocabulary import Origin

_QUARTERS = 12
# Who of the secretariat takes the files in.
_WHO = "koordinator@gladsaxe"
_INHABITANTS = {"159": 70_000, "163": 30_000, "411": 100}
_OF_ANY_OTHER = 50_000
_OURS = {"159": "Gladsaxe", "163": "Herlev"}
_OTHERS = {str(300 + number): f"Opdigtet kommune {number + 1}" for number in range(MUNICIPALITIES - len(_OURS))}
_BESIDE = {"411": "Christiansø", UNKNOWN: "Uoplyst kommune"}
AREAS = {COUNTRY: "Hele landet", **_OURS, **_OTHERS, **_BESIDE}
# What each holds, or how many a quarter there are among 10,000 inhabitants.
_OFFENCES: Mapping[str, tuple[str, tuple[str, ...] | int]] = {
    "TOT": ("Anmeldte forbrydelser i alt", ("1", "3")),
    "1": ("Straffelov i alt", ("11", "12", "13", "14")),
    "3": ("Særlove i alt", ("32", "34")),
    "11": ("Seksualforbrydelser i alt", 4),
    "12": ("Voldsforbrydelser i alt", 12),
    "13": ("Ejendomsforbrydelser i alt", ("1320", "1328", "1339", "1380", "1390")),
    "14": ("Andre straffelovsforbrydelser i alt", ("1435",)),
    "32": ("Lov om euforiserende stoffer", 10),
    "34": ("Våbenloven", 4),
    "1320": ("Indbrud i beboelser", 20),
    "1328": ("Tyveri fra bil, båd mv.", 16),
    "1339": ("Tyveri/brugstyveri af køretøj", 8),
    "1380": ("Røveri", 4),
    "1390": ("Hærværk", 24),
    "1435": ("Salg af narkotika mv.", 4),
}
# How each quarter of the year differs from the others, in tenths.
_SEASON = {"1": 9, "2": 11, "3": 12, "4": 8}


def take_in_invented_figures(founded: Founded) -> None:
    """Let the secretariat take both tables in, as it would from a file, marked as invented."""
    actor = actor_named(_WHO, founded)
    periods = quarters_until(timezone.localdate())
    for answer in (invented_offences(periods), invented_inhabitants(periods[1:])):
        with acting_for(actor):
            import_background(answer, origin=Origin.INVENTED, by=actor)


def quarters_until(today: date) -> list[str]:
    """Name the quarters that the bank would know: it needs one more after each."""
    newest = today.year * 4 + (today.month - 1) // 3 - 2
    return [f"{number // 4}K{number % 4 + 1}" for number in range(newest - _QUARTERS + 1, newest + 1)]


def invented_offences(periods: Sequence[str]) -> bytes:
    """Write STRAF11."""
    return _told(
        {"OMRÅDE": AREAS, "OVERTRÆD": {code: name for code, (name, _) in _OFFENCES.items()}, "Tid": _same(periods)},
        lambda codes: _over_places(lambda area: _reported(area, codes[1], codes[2]), codes[0]),
    )


def invented_inhabitants(periods: Sequence[str]) -> bytes:
    """Write FOLK1A, which has no unknown places."""
    places = {code: name for code, name in AREAS.items() if code != UNKNOWN}
    return _told({"OMRÅDE": places, "Tid": _same(periods)}, lambda codes: _over_places(_living, codes[0]))


def _over_places(count: Callable[[str], int], area: str) -> int:
    return sum(count(each) for each in AREAS if each != COUNTRY) if area == COUNTRY else count(area)


def _reported(area: str, offence: str, period: str) -> int:
    parts = _OFFENCES[offence][1]
    if isinstance(parts, tuple):
        return sum(_reported(area, part, period) for part in parts)
    swing = _SEASON[period[-1]] + (int(area) + int(offence) + int(period[:4])) % 3 - 1
    # Whole tens, so that anybody sees that nobody counted them.
    return round(_living(area) * parts * swing / 10_000 / 100) * 10


def _living(area: str) -> int:
    return 0 if area == UNKNOWN else _INHABITANTS.get(area, _OF_ANY_OTHER)


def _same(codes: Sequence[str]) -> dict[str, str]:
    return {code: code for code in codes}


def _told(axes: Mapping[str, Mapping[str, str]], value: Callable[[tuple[str, ...]], int]) -> bytes:
    """Write a table in the second version of JSON-stat, the last axis fastest."""
    dimension = {
        name: {"label": name, "category": {"index": list(labels), "label": dict(labels)}}
        for name, labels in axes.items()
    }
    table = {
        "version": "2.0",
        "class": "dataset",
        "label": "Opdigtet til demonstrationen",
        "id": list(axes),
        "size": [len(labels) for labels in axes.values()],
        "dimension": dimension,
        "value": [value(codes) for codes in product(*axes.values())],
    }
    return json.dumps(table, ensure_ascii=False).encode()
