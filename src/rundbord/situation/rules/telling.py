"""What a reporter tells, and everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from rundbord.partnership.rules import Point
from rundbord.partnership.vocabulary import Audience
from rundbord.situation.rules.when import When

LONGEST_TEXT = 4000
LONGEST_PLACE = 160
OLDEST = timedelta(days=366)

NO_PLACE = "Vælg et område, skriv en gade eller et sted, eller sæt et punkt på kortet."

Objection = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class Account:
    """Account — beretning: one source's words, with where and when; empty where nothing was told."""

    text: str
    audience: Audience
    when: When = field(default_factory=When)
    place_text: str = ""
    point: Point | None = None
    has_area: bool = False
    heading: str = ""
    category: str = ""
    mood: str = ""
    group_size: str = ""
    basis: str = ""
    is_urgent: bool = False


def objections(account: Account, *, now: datetime) -> list[Objection]:
    """List every objection as the form field to blame and a Danish sentence."""
    return [*_to_words(account), *_to_place(account), *to_times(account.when, now=now), *_to_readers(account)]


def _to_words(account: Account) -> Iterator[Objection]:
    if not account.text.strip():
        yield "text", "Skriv kort, hvad der skete."
    if len(account.text) > LONGEST_TEXT:
        yield "text", f"Teksten er på {len(account.text)} tegn. Den må højst være på {LONGEST_TEXT}."


def _to_place(account: Account) -> Iterator[Objection]:
    if not (account.has_area or account.point or account.place_text.strip()):
        yield "area", NO_PLACE
    if len(account.place_text) > LONGEST_PLACE:
        yield "place_text", f"Skriv stedet kortere: højst {LONGEST_PLACE} tegn."
    if account.point and not (54 <= account.point.lat <= 58 and 7 <= account.point.lon <= 16):
        yield "area", "Punktet på kortet ligger ikke i Danmark."


def to_times(when: When, *, now: datetime) -> Iterator[Objection]:
    """Object to times that cannot be: still to come, ending before they begin, or too long ago."""
    if when.starts_at and when.starts_at > now:
        yield "clock", "Tidspunktet ligger i fremtiden. Ret dag eller klokkeslæt."
    elif when.ends_at and when.ends_at > now:
        yield "until", "Sluttidspunktet ligger i fremtiden. Ret det, eller vælg et enkelt tidspunkt."
    if when.starts_at and when.ends_at and when.ends_at < when.starts_at:
        yield "until", "Slut ligger før start. Ret et af tidspunkterne."
    if when.starts_at and when.starts_at < now - OLDEST:
        yield "clock", "Tidspunktet ligger mere end et år tilbage. Ret dagen."


def _to_readers(account: Account) -> Iterator[Objection]:
    if account.is_urgent and account.audience is Audience.UNIT:
        yield "audience", "En hasteindberetning skal kunne læses af en koordinator. Vælg en bredere læserkreds."
