"""A consent as it is written down: whose yes, to whom and what, until when; and that it can be taken back at once.

Forvaltningsloven § 28 stk. 3-4; databeskyttelsesforordningen article 7. Whose yes is needed at which age is judged when
it is used (`sharing.rules.checks.consents`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from rundbord.sharing.vocabulary import Capacity

LONGEST_CONSENT = timedelta(days=365)


@dataclass(frozen=True, kw_only=True)
class GivenConsent:
    """What was said yes to; days are Danish calendar days, the last one counts."""

    given_by: Collection[str]
    recipients: Collection[object]
    outsiders: tuple[tuple[Capacity, str], ...] = ()
    purposes: Collection[str]
    classes: Collection[str]
    given_on: date | None
    valid_until: date | None
    is_free: bool
    is_informed: bool


def objections_to_consent(consent: GivenConsent, *, today: date) -> Mapping[str, list[str]]:
    """Give every reason why this is no consent that can be used, by field."""
    found: dict[str, list[str]] = {}
    for field, chosen, sentence in (
        ("given_by", consent.given_by, "Vælg, hvem der har sagt ja."),
        (
            "recipients",
            [*consent.recipients, *consent.outsiders],
            "Vælg, hvem oplysningerne må gives til. Et samtykke gælder navngivne modtagere.",
        ),
        ("purposes", consent.purposes, "Vælg, hvad det må bruges til. Et samtykke gælder et bestemt formål."),
        ("classes", consent.classes, "Vælg, hvad der må gives videre."),
    ):
        if not chosen:
            found[field] = [sentence]
    if consent.given_on is None or consent.given_on > today:
        found["given_on"] = ["Vælg den dag, samtykket blev givet."]
    elif not _ends_in_time(consent.given_on, consent.valid_until):
        found["valid_until"] = ["Vælg en dag inden for et år efter, at samtykket blev givet."]
    if not consent.is_free:
        found["is_free"] = ["Uden et frit valg er det ikke et samtykke: intet andet må afhænge af det."]
    if not consent.is_informed:
        found["is_informed"] = ["Fortæl først, hvad der deles, med hvem og hvorfor."]
    return found


def _ends_in_time(given_on: date, valid_until: date | None) -> bool:
    return valid_until is not None and given_on <= valid_until <= given_on + LONGEST_CONSENT


def outsiders_as_text(outsiders: Iterable[tuple[Capacity, str]]) -> str:
    """Write outsiders as one text to be sealed: a line each, what they are before their name."""
    return "\n".join(f"{capacity.value} {' '.join(name.split())}" for capacity, name in outsiders)


def outsiders_from_text(text: str) -> list[tuple[Capacity, str]]:
    """Read back what `outsiders_as_text` wrote; a line of no known kind is somebody else."""
    lines = (line.partition(" ") for line in text.splitlines())
    known = set(Capacity)
    return [(Capacity(kind), name) if kind in known else (Capacity.OTHER, f"{kind} {name}") for kind, _, name in lines]


def is_same_outsider(one: tuple[Capacity, str], other: tuple[Capacity, str]) -> bool:
    """Tell whether two mean the same: of one kind, by a name that differs in spaces and capitals alone."""
    return one[0] == other[0] and one[1].casefold().split() == other[1].casefold().split()
