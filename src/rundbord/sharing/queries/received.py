"""What the own unit was told: the list, and one copy opened."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.keys.queries import open_keys
from rundbord.sharing.models import CorrectionCopy, ErasedCopy, ReceivedDisclosure, RequestAnswer
from rundbord.sharing.queries.received_rows import CorrectionRow, ReceivedRow, opened_words, rows_of
from rundbord.sharing.rules.bases import BASES
from rundbord.sharing.rules.content import Content, Line, from_text
from rundbord.sharing.rules.gang_facts import BANNER
from rundbord.sharing.vocabulary import (
    Answer,
    Condition,
    DisclosurePurpose,
    InformationClass,
    LegalBasis,
    PersonRole,
    RequestTopic,
)
from rundbord.vocabulary import label_of
from rundbord.web.keyset import KeysetPage, keyset_page

PAGE_SIZE = 20
_ORDER = ("-told_at", "-id")


@dataclass(frozen=True, kw_only=True)
class ReceivedView:
    """One copy opened; `content` is None where its key is destroyed."""

    row: ReceivedRow
    content: Content | None
    necessity: str

    @property
    def banner(self) -> str:
        """Give the banner of affiliation with gang milieus."""
        return BANNER if InformationClass.GANG in self.row.received.classes else ""

    @property
    def paragraph(self) -> str:
        """Give the basis's paragraph."""
        return BASES[LegalBasis(self.row.received.basis)].paragraph

    @property
    def purpose(self) -> str:
        """Name the purpose."""
        return label_of(DisclosurePurpose, self.row.received.purpose)

    @property
    def role(self) -> str:
        """Name the person's role."""
        return label_of(PersonRole, self.row.received.role)

    @property
    def conditions(self) -> list[str]:
        """Name what the unit must keep."""
        return [label_of(Condition, each) for each in self.row.received.conditions]

    @property
    def topics(self) -> list[str]:
        """Name what is asked."""
        return [label_of(RequestTopic, each) for each in self.row.received.asks]

    @property
    def answer_label(self) -> str:
        """Name the own unit's answer."""
        return label_of(Answer, self.row.answer.answer) if self.row.answer else ""

    @property
    def lines(self) -> list[tuple[Line, list[CorrectionRow]]]:
        """Give each line with the corrections of it, so that nobody reads the old words as standing."""
        if self.content is None:
            return []
        righted = defaultdict[int | None, list[CorrectionRow]](list)
        for each in self.row.corrections:
            righted[each.copy.line].append(each)
        return [(line, righted[place]) for place, line in enumerate(self.content.lines)]

    @property
    def whole(self) -> list[CorrectionRow]:
        """Give the corrections of the whole."""
        return [each for each in self.row.corrections if each.copy.line is None]


@dataclass(frozen=True, kw_only=True)
class ReceivedContent:
    """What another app may take from a copy into a file of its own: bound to basis, conditions and last day."""

    received_id: UUID
    disclosure_id: UUID
    content: Content
    basis: LegalBasis
    role: PersonRole
    from_whom: str
    conditions: tuple[Condition, ...]
    expires_on: date | None


def received_page(
    actor: Actor, *, after: str = "", before: str = ""
) -> tuple[KeysetPage[ReceivedDisclosure], list[ReceivedRow]]:
    """Give what the own unit was told, newest first."""
    own = _with_names(of_unit(actor))
    shown = keyset_page(own, order=_ORDER, after=after, before=before, size=PAGE_SIZE)
    return shown, rows_of(shown.rows)


def received_of(received_id: UUID) -> ReceivedDisclosure:
    """Find a copy that the actor may read, or raise Http404."""
    found = _with_names(ReceivedDisclosure.objects.filter(pk=received_id)).first()
    if found is None:
        raise Http404
    return found


def received_view(received: ReceivedDisclosure) -> ReceivedView:
    """Open a copy with its corrections; one whose key is destroyed shows that it was taken back or is over."""
    [row] = rows_of([received], opened=True)
    key = open_keys([received.data_key_id]).get(received.data_key_id)
    return ReceivedView(
        row=row,
        content=from_text(opened_words(received, "content", key)) if key else None,
        necessity=opened_words(received, "necessity", key),
    )


def received_content(received_id: UUID, actor: Actor) -> ReceivedContent:
    """Give a copy's content for a file of the own authority; raise Http404 where it is hidden, gone or taken back.

    Words that were put right are given as they read now.
    """
    received = received_of(received_id)
    view = received_view(received)
    is_gone = view.content is None or view.row.is_taken_back
    if is_gone or view.row.is_request or received.authority_id != actor.authority_id:
        raise Http404
    return ReceivedContent(
        received_id=received.pk,
        disclosure_id=received.disclosure_id,
        content=_as_put_right(view),
        basis=LegalBasis(received.basis),
        role=PersonRole(received.role),
        from_whom=view.row.from_whom,
        conditions=tuple(map(Condition, received.conditions)),
        expires_on=received.expires_on,
    )


def correction_copy(received: ReceivedDisclosure, correction_id: UUID) -> CorrectionCopy:
    """Find a correction of a copy, or raise Http404."""
    found = CorrectionCopy.objects.filter(pk=correction_id, disclosure_id=received.disclosure_id).first()
    if found is None:
        raise Http404
    return found


def _with_names(rows: QuerySet[ReceivedDisclosure]) -> QuerySet[ReceivedDisclosure]:
    return rows.select_related("sender", "sender_unit")


def _as_put_right(view: ReceivedView) -> Content:
    assert view.content is not None  # noqa: S101 — the caller has looked
    lines = []
    for line, corrections in view.lines:
        newest = next((each for each in corrections if each.new_wording), None)
        lines.append(replace(line, text=newest.new_wording) if newest else line)
    return replace(view.content, lines=tuple(lines))


def open_requests(actor: Actor) -> list[tuple[UUID, str]]:
    """List the requests that the actor's unit has not answered, by the sender's key and without a name."""
    answered = RequestAnswer.objects.filter(authority_id=actor.authority_id).values("disclosure_id")
    gone = ErasedCopy.objects.filter(authority_id=actor.authority_id).values("disclosure_id")
    waiting = _with_names(of_unit(actor).exclude(asks=[]))
    standing = waiting.exclude(disclosure_id__in=answered).exclude(disclosure_id__in=gone)
    return [
        (each.disclosure_id, f"{_sender(each)}, {timezone.localtime(each.told_at):%d/%m}")
        for each in standing.order_by("-told_at", "-id")[:PAGE_SIZE]
    ]


def copy_of_request(disclosure_id: UUID) -> ReceivedDisclosure:
    """Find the own copy of a request by the sender's key, or raise Http404."""
    found = _with_names(ReceivedDisclosure.objects.filter(disclosure_id=disclosure_id).exclude(asks=[])).first()
    if found is None:
        raise Http404
    return found


def of_unit(actor: Actor) -> QuerySet[ReceivedDisclosure]:
    """Narrow to the unit by its index; what of it the actor may read is for the policies."""
    own = ReceivedDisclosure.objects.filter(authority_id=actor.authority_id)
    return own.filter(unit_id=actor.unit_id) if actor.unit_id else own.none()


def _sender(received: ReceivedDisclosure) -> str:
    return f"{received.sender_unit.name}, {received.sender.short_name}"
