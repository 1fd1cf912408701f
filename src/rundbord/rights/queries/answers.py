"""What an answer says: built from what is handed out alone, so that nothing held back in silence leaves a trace.

An answer about nothing and one from which everything was held back in silence are the same words (ADR 0040).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from rundbord.access.actor import Actor
from rundbord.files import FileForm
from rundbord.rights.queries.gathering.found import Line
from rundbord.rights.queries.items import ItemView, items_of
from rundbord.rights.queries.requests import RequestView
from rundbord.rights.vocabulary import ItemDecision, ItemGroup, Outcome, RightKind

_FEW_YEARS = (
    "Oplysninger om unge slettes senest 12 måneder efter, at sagen er afsluttet, og aldrig senere end 18-årsdagen"
)
ALWAYS = (
    "Der kan være oplysninger, som vi efter loven hverken må be- eller afkræfte. Det skriver vi til alle.",
    "Deltager du i et exit-forløb, giver din koordinator dig indsigt i det. Også det skriver vi til alle.",
)
PURPOSE = (
    "Formålet er at forebygge kriminalitet i samarbejdet mellem skole, socialforvaltning og politi"
    " (retsplejelovens §§ 114-115)."
)
PERIOD = f"{_FEW_YEARS} uden en ny vurdering. Loggen over, hvem der har set på noget, gemmes i op til fem år."
COMPLAINT = (
    "Er du ikke enig, kan du skrive til os. Du kan også klage til Datatilsynet, Carl Jacobsens Vej 35, 2500 Valby,"
    " dt@datatilsynet.dk, eller bede Datatilsynet om at efterprøve, om vi behandler dine oplysninger lovligt."
)
RIGHTS = "Du kan bede os om at rette, begrænse eller slette oplysninger om dig, og du kan gøre indsigelse."
NOTHING = "Vi har ikke oplysninger om dig, som vi kan give dig."
NOBODY_LOOKED = "Der er ingen opslag, som vi kan give dig oplysning om."


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One thing that is handed out."""

    heading: str
    source: str
    on: date | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, kw_only=True)
class AnswerView:
    """The whole answer, in the order of the letter."""

    title: str
    name: str
    authority: str
    entries: tuple[Entry, ...]
    recipients: tuple[str, ...]
    readings: tuple[Line, ...]
    told_bases: tuple[str, ...]
    says_what_is_kept: bool

    @property
    def nothing(self) -> str:
        """What stands where there is nothing to hand out."""
        return "" if self.entries or not self.says_what_is_kept else NOTHING

    @property
    def nobody_looked(self) -> str:
        """What stands where nobody has looked."""
        return "" if self.readings else NOBODY_LOOKED


def answer_of(view: RequestView, actor: Actor) -> AnswerView:
    """Build the answer of what was decided so far."""
    items, kind = items_of(view), RightKind(view.request.kind)
    given = [each for each in items if each.decision in {ItemDecision.GIVE, ItemDecision.PART}]
    names = attached_names(given) if kind is RightKind.ACCESS else {}
    return AnswerView(
        title=kind.label,
        name=view.name,
        authority=actor.authority_name,
        entries=tuple(_entry(each, names) for each in given) if kind is RightKind.ACCESS else (),
        recipients=_recipients(given) if kind is RightKind.ACCESS else (),
        readings=_readings(items, given),
        told_bases=_told_bases(items),
        says_what_is_kept=kind is RightKind.ACCESS,
    )


def attached_names(given: Iterable[ItemView]) -> dict[UUID, str]:
    """Name the files that go along, by items: numbers, since a name could tell what they show."""
    whole = [each.item for each in given if each.decision is ItemDecision.GIVE and each.item.attached_form]
    return {row.pk: f"bilag-{place}.{FileForm(row.attached_form).ending}" for place, row in enumerate(whole, start=1)}


def _entry(each: ItemView, names: Mapping[UUID, str]) -> Entry:
    lines = (("Indhold", each.redacted),) if each.decision is ItemDecision.PART else each.lines
    if each.item.pk in names:
        lines = (*lines, ("Vedlagt", names[each.item.pk]))
    return Entry(heading=each.heading, source=each.sender or "Egen myndighed", on=each.item.on, lines=lines)


def _recipients(given: Iterable[ItemView]) -> tuple[str, ...]:
    told = [
        words
        for each in given
        if each.decision is ItemDecision.GIVE
        for label, words in each.lines
        if label == "Givet til"
    ]
    return tuple(dict.fromkeys(told))


def _readings(items: Iterable[ItemView], given: Iterable[ItemView]) -> tuple[Line, ...]:
    """Give the log's lines about what is handed out; of anything else they would tell that it exists.

    Without a root are what the person asked for before, which they know.
    """
    roots = {None, *(each.item.root_id for each in given if each.item.root_id)}
    found = [each for each in items if each.group is ItemGroup.LOG and each.item.root_id in roots]
    return tuple(line for each in found for line in each.lines)


def _told_bases(items: Iterable[ItemView]) -> tuple[str, ...]:
    """Name the rules by which something was left out, as far as they may be named at all."""
    bases = [each.basis for each in items if each.basis and each.decision is not ItemDecision.GIVE]
    return tuple(dict.fromkeys(basis.label for basis in bases if not basis.is_silent))


def is_settled(view: RequestView) -> bool:
    """Tell whether the request ended with a decision in words."""
    return view.request.outcome in {Outcome.GRANTED, Outcome.PARTLY, Outcome.REFUSED}
