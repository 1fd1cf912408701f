"""A file as the rules of passing on judge it: its facts, whom it is about, consents, and screening for honour."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone

from rundbord.concerns.models import Concern, Consent, Safeguard, YoungPerson
from rundbord.concerns.models import Fact as FactRow
from rundbord.concerns.queries.facts import Line as Shown
from rundbord.concerns.queries.facts import lines_of, with_replaced
from rundbord.concerns.queries.opened import birthday, text_of
from rundbord.concerns.rules.consenting import is_same_outsider, outsiders_from_text
from rundbord.concerns.rules.facts import is_by_name
from rundbord.concerns.rules.passing_on import why_never
from rundbord.concerns.vocabulary import FactKind, SafeguardKind
from rundbord.keys.core.sealing import OpenKey
from rundbord.sharing.rules.content import Line
from rundbord.sharing.rules.proposals import Consent as Agreed
from rundbord.sharing.rules.proposals import Fact, Recipient, Subject
from rundbord.sharing.vocabulary import (
    Capacity,
    DisclosurePurpose,
    Giver,
    HonourScreening,
    InformationClass,
    LegalBasis,
    PersonRole,
    ReleaseGroup,
    SourceGrade,
)
from rundbord.vocabulary import label_of

_MOST = 100


@dataclass(frozen=True, kw_only=True)
class OfferedFact:
    """One fact that could be passed on; `name` is how the rules speak of it, so that no word of it is repeated."""

    number: int
    shown: Shown
    judged: Fact
    why_never: list[str]

    @property
    def key(self) -> str:
        """Give its key in a form."""
        return str(self.shown.fact.pk)

    @property
    def kind(self) -> str:
        """Name what kind of fact it is."""
        return label_of(FactKind, self.shown.fact.kind)

    @property
    def line(self) -> Line:
        """Give it as it is told."""
        return Line(
            text=self.shown.words,
            kind=self.kind,
            information_class=self.judged.information_class,
            grade=self.judged.grade,
            observed_on=self.judged.observed_on,
            source=self.shown.source,
        )

    @property
    def readers(self) -> frozenset[UUID] | None:
        """Give who alone reads it; None where the file's readers do."""
        row = self.shown.fact
        return frozenset({row.written_by, *row.readers}) if is_by_name(row.information_class) else None


def offered_facts(person: YoungPerson, key: OpenKey, *, sender: Capacity) -> list[OfferedFact]:
    """List the facts that stand, the newest first; numbered, so that objections name no content.

    What the unit noted of its own handling is not about the person, and words that are gone cannot be told.
    """
    standing = FactRow.objects.filter(person=person, withdrawn_at=None, is_about_case=False)
    rows = with_replaced(standing.filter(replaced_by=None)).order_by("-written_at", "-id")[:_MOST]
    lives_hidden, today = person.has_protected_address, timezone.localdate()
    offered = []
    readable = [shown for shown in lines_of(rows, key) if not shown.is_gone]
    for number, shown in enumerate(readable, 1):
        judged = _judged(number, shown.fact)
        reasons = why_never(judged, sender=sender, lives_hidden=lives_hidden, today=today)
        offered.append(OfferedFact(number=number, shown=shown, judged=judged, why_never=reasons))
    return offered


def subject_of(person: YoungPerson, key: OpenKey, *, release: ReleaseGroup | None = None) -> Subject:
    """Tell whom it is about, without a name: the role is that of the newest open concern."""
    newest = Concern.objects.filter(person=person).order_by("closed_at", "-opened_at", "-id")
    open_first = newest.filter(closed_at=None).first() or newest.first()
    return Subject(
        born_on=birthday(person, key),
        role=PersonRole(open_first.role) if open_first else PersonRole.CONCERN,
        release=release,
        has_protected_address=person.has_protected_address,
    )


def honour_of(person: YoungPerson) -> HonourScreening:
    """Tell how the newest screening for honour conflicts stands."""
    rows = Safeguard.objects.filter(person=person, kind=SafeguardKind.HONOUR.value)
    newest = rows.order_by("-stated_at", "-id").first()
    return HonourScreening(newest.state) if newest else HonourScreening.NOT_DONE


def consents_of(
    person: YoungPerson, key: OpenKey, units: Mapping[UUID, str], outsiders: Collection[Recipient]
) -> list[Agreed]:
    """List what was agreed to, the newest first; `units` and `outsiders` are how the proposal names recipients."""
    rows = Consent.objects.filter(person=person).order_by("-given_on", "-written_at", "-id")
    return [_agreed(row, {*_units_in(row, units), *_outsiders_in(row, key, outsiders)}) for row in rows]


def _units_in(row: Consent, units: Mapping[UUID, str]) -> list[str]:
    return [units[each] for each in row.recipients if each in units]


def _outsiders_in(row: Consent, key: OpenKey, outsiders: Collection[Recipient]) -> list[str]:
    """Give the outsiders of a proposal that a consent names: of the same kind and by the same name."""
    named = outsiders_from_text(text_of(row, "outsiders", key)) if outsiders else []
    return [
        told.name for told in outsiders if any(is_same_outsider((told.capacity, told.name), each) for each in named)
    ]


def special_is_approved(chosen: Iterable[OfferedFact]) -> bool:
    """Tell whether a leader has approved every special fact among those chosen."""
    special = [each for each in chosen if each.judged.information_class == InformationClass.SPECIAL]
    return all(each.shown.fact.approved_at is not None for each in special)


def _judged(number: int, row: FactRow) -> Fact:
    return Fact(
        name=f"Oplysning {number}",
        information_class=InformationClass(row.information_class),
        grade=SourceGrade(row.grade),
        observed_on=row.observed_on,
        keep_until=row.keep_until,
        confirmed_on=row.confirmed_on,
        received_under=LegalBasis(row.received_under) if row.received_under else None,
        holds_address=row.holds_address,
        names_others=row.names_others,
    )


def _agreed(row: Consent, recipients: Collection[str]) -> Agreed:
    return Agreed(
        given_by=frozenset(map(Giver, row.given_by)),
        given_on=row.given_on,
        valid_until=row.valid_until,
        recipients=frozenset(recipients),
        classes=frozenset(map(InformationClass, row.classes)),
        purposes=frozenset(map(DisclosurePurpose, row.purposes)),
        key=row.pk,
        withdrawn_on=row.withdrawn_on,
        is_written=row.is_written,
        is_informed=row.is_informed,
        is_free=row.is_free,
    )
