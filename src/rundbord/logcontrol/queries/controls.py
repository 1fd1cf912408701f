"""The controls as screens show them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import Http404
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.audit import Event
from rundbord.logcontrol.models import Control, ControlAnswer, ControlItem, ControlJudgement, ControlSignature
from rundbord.logcontrol.vocabulary import SETTLED, Ground, Reason, Relation, Verdict
from rundbord.vocabulary import label_of

PAGE_SIZE = 26
MOST_UNANSWERED = 50
Said = TypeVar("Said", ControlAnswer, ControlJudgement)


@dataclass(frozen=True, kw_only=True)
class ControlRow:
    """One week in the list."""

    id: UUID
    first_day: date
    last_day: date
    due_on: date
    items: int
    unsettled: int
    breaches: int
    is_signed: bool

    @property
    def is_overdue(self) -> bool:
        """Tell whether the last day for the signature has passed without one."""
        return not self.is_signed and timezone.localdate() > self.due_on

    @property
    def mark(self) -> tuple[str, str]:
        """Give the words and the kind of the badge."""
        if self.is_signed:
            return "Underskrevet", "closed"
        if self.is_overdue:
            return "Over fristen", "overdue"
        return ("Mangler vurdering", "warning") if self.unsettled else ("Klar til underskrift", "info")


@dataclass(frozen=True, kw_only=True)
class ItemRow:
    """One reading as the control shows it; `may_judge` is false for the reader's own."""

    item: ControlItem
    event: str
    grounds: list[str]
    stands_out: bool
    relation: str
    answers: list[ControlAnswer]
    judgements: list[ControlJudgement]
    may_judge: bool

    @property
    def verdict(self) -> str:
        """The newest verdict's word; empty before there is one."""
        return self.judgements[-1].verdict if self.judgements else ""

    @property
    def is_settled(self) -> bool:
        """Tell whether nothing more is to be asked."""
        return self.verdict in SETTLED

    @property
    def verdict_label(self) -> str:
        """The newest verdict in Danish."""
        return label_of(Verdict, self.verdict) if self.verdict else ""

    @property
    def judged(self) -> list[tuple[str, ControlJudgement]]:
        """What has been found, with the verdict in Danish."""
        return [(label_of(Verdict, each.verdict), each) for each in self.judgements]

    @property
    def told(self) -> list[tuple[str, ControlAnswer]]:
        """What the reader has said, with the reason in Danish."""
        return [(label_of(Reason, answer.reason), answer) for answer in self.answers]


def controls(actor: Actor, *, before: date | None = None) -> tuple[list[ControlRow], date | None]:
    """Give some weeks, newest first, and the day before which the older ones begin."""
    found = _counted(actor)
    if before is not None:
        found = found.filter(first_day__lt=before)
    rows = [_row(each) for each in found.order_by("-first_day")[: PAGE_SIZE + 1]]
    return rows[:PAGE_SIZE], rows[PAGE_SIZE - 1].first_day if len(rows) > PAGE_SIZE else None


def control_of(control_id: UUID, actor: Actor) -> Control:
    """Find one of the own authority's controls; another does not exist."""
    found = Control.objects.filter(pk=control_id, authority_id=actor.authority_id).first()
    if found is None:
        raise Http404
    return found


def items_of(control: Control, actor: Actor) -> list[ItemRow]:
    """List what is looked at: what stands out first, then the sample."""
    items = ControlItem.objects.filter(control=control).prefetch_related("answers", "judgements")
    rows = [_item(item, actor) for item in items.order_by("read_at", "id")]
    return sorted(rows, key=lambda row: (row.is_settled, not row.stands_out))


def item_in(control: Control, item_id: UUID, actor: Actor) -> ItemRow:
    """Find one reading of a control."""
    items = ControlItem.objects.filter(control=control).prefetch_related("answers", "judgements")
    found = items.filter(pk=item_id).first()
    if found is None:
        raise Http404
    return _item(found, actor)


def signature_of(control: Control) -> ControlSignature | None:
    """Give the signature, once there is one."""
    return ControlSignature.objects.filter(control=control).first()


def answers_to(item: ControlItem) -> list[ControlAnswer]:
    """List what a reader has said, the oldest first."""
    return list(ControlAnswer.objects.filter(item=item).order_by("at", "id"))


def own_item(item_id: UUID, actor: Actor) -> ControlItem:
    """Find a reading that the actor did; another's does not exist here, and partners' own login reads no persons."""
    if actor.is_place:
        raise Http404
    found = ControlItem.objects.filter(pk=item_id, authority_id=actor.authority_id, reader_id=actor.user_id).first()
    if found is None:
        raise Http404
    return found


def unanswered(actor: Actor) -> list[ControlItem]:
    """List the actor's own readings that nothing has been said of, the newest first; partners' login has none."""
    if actor.is_place:
        return []
    mine = ControlItem.objects.filter(authority_id=actor.authority_id, reader_id=actor.user_id)
    waiting = mine.filter(~Exists(ControlAnswer.objects.filter(item=OuterRef("pk"))))
    return list(waiting.order_by("-read_at", "id")[:MOST_UNANSWERED])


def unsigned(actor: Actor) -> QuerySet[Control]:
    """Narrow to the own authority's controls without a signature."""
    return Control.objects.filter(~Exists(_signature()), authority_id=actor.authority_id)


def overdue(actor: Actor) -> list[Control]:
    """List the controls whose last day has passed without a signature, the oldest first."""
    late = Control.objects.filter(authority_id=actor.authority_id, due_on__lt=timezone.localdate())
    return list(late.filter(~Exists(_signature())).order_by("first_day"))


def is_settled(control: Control) -> bool:
    """Tell whether every reading has been found to be in order or not."""
    return not _unsettled(ControlItem.objects.filter(control=control)).exists()


def judged_by(control: Control) -> set[UUID]:
    """Give who has judged anything in a control."""
    judged = ControlJudgement.objects.filter(item__control=control)
    return set(judged.order_by().values_list("judged_by", flat=True).distinct())


def _counted(actor: Actor) -> QuerySet[Control]:
    own = Control.objects.filter(authority_id=actor.authority_id)
    judged = ControlItem.objects.filter(control=OuterRef("pk")).annotate(newest=_newest_verdict())
    return own.annotate(
        item_count=Count("items"),
        unsettled_count=_count(_unsettled(judged)),
        breach_count=_count(judged.filter(newest=Verdict.BREACH.value)),
        is_signed=Exists(_signature()),
    )


def _count(items: QuerySet[ControlItem]) -> Coalesce:
    """Count rows under the control of the outer statement."""
    grouped = items.order_by().values("control").annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(grouped), 0)


def _row(control: Any) -> ControlRow:
    return ControlRow(
        id=control.pk,
        first_day=control.first_day,
        last_day=control.last_day,
        due_on=control.due_on,
        items=control.item_count,
        unsettled=control.unsettled_count,
        breaches=control.breach_count,
        is_signed=control.is_signed,
    )


def _unsettled(items: QuerySet[ControlItem]) -> QuerySet[ControlItem]:
    judged = items.annotate(newest=_newest_verdict())
    return judged.filter(Q(newest=None) | Q(newest=Verdict.ASK.value))


def _newest_verdict() -> Subquery:
    newest = ControlJudgement.objects.filter(item=OuterRef("pk")).order_by("-at", "-id")
    return Subquery(newest.values("verdict")[:1])


def _signature() -> QuerySet[ControlSignature]:
    return ControlSignature.objects.filter(control=OuterRef("pk"))


def _item(item: ControlItem, actor: Actor) -> ItemRow:
    return ItemRow(
        item=item,
        event=label_of(Event, item.event),
        grounds=[label_of(Ground, each) for each in item.grounds],
        stands_out=item.grounds != [Ground.SAMPLE.value],
        relation=label_of(Relation, item.relation),
        answers=_by_time(item.answers.all()),
        judgements=_by_time(item.judgements.all()),
        may_judge=item.reader_id != actor.user_id,
    )


def _by_time(rows: Iterable[Said]) -> list[Said]:
    return sorted(rows, key=lambda row: row.at)
