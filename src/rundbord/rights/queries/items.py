"""What was found for a request, opened for whoever decides, in the groups that are answered apart."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404

from rundbord.access.gathering import Gathered, Sought
from rundbord.identity.models import Authority
from rundbord.keys.core.sealing import OpenKey
from rundbord.keys.places import place_of
from rundbord.rights.models import GatheredItem, RightsRequest, SenderQuestion
from rundbord.rights.queries.gathering.catalogue import CATALOGUE
from rundbord.rights.queries.gathering.found import Line, from_text
from rundbord.rights.queries.requests import RequestView
from rundbord.rights.rules.deciding import ASKED_FIRST
from rundbord.rights.vocabulary import ItemDecision, ItemGroup, SenderAnswer, WithholdBasis

_HEADINGS = {each.model: each.heading for each in CATALOGUE if isinstance(each, Gathered | Sought)}
_LOG_HEADING = "Hvem har set på det"
_NOTIFIER_HEADING = "Hvem en oplysning kom fra"


@dataclass(frozen=True, kw_only=True)
class ItemView:
    """One thing that was found, in words."""

    item: GatheredItem
    lines: tuple[Line, ...]
    redacted: str
    sender: str
    question: SenderQuestion | None

    @property
    def group(self) -> ItemGroup:
        """How it is answered."""
        return ItemGroup(self.item.group)

    @property
    def heading(self) -> str:
        """What it is."""
        if self.group is ItemGroup.NOTIFIER:
            return _NOTIFIER_HEADING
        return _HEADINGS.get(self.item.source_model, _LOG_HEADING)

    @property
    def decision(self) -> ItemDecision | None:
        """What was decided; None while it waits."""
        return ItemDecision(self.item.decision) if self.item.decision else None

    @property
    def basis(self) -> WithholdBasis | None:
        """Why something is held back."""
        return WithholdBasis(self.item.basis) if self.item.basis else None

    @property
    def has_sender(self) -> bool:
        """Tell whether another authority must be asked first."""
        return self.item.sender_id is not None and self.group in ASKED_FIRST

    @property
    def asked_about(self) -> UUID | None:
        """By which key the sender knows what it told."""
        return self.item.disclosure_id or self.item.source_id

    @property
    def wants_eyes(self) -> bool:
        """Tell whether somebody must read it before it is handed out."""
        return self.item.needs_eyes or self.item.is_uncertain or self.group in {ItemGroup.OTHERS, ItemGroup.NOTIFIER}

    @property
    def sender_says(self) -> SenderAnswer | None:
        """What the sender has answered."""
        return SenderAnswer(self.question.answer) if self.question and self.question.answer else None

    @property
    def text(self) -> str:
        """All words as one text, to cut from."""
        return "\n".join(f"{label}: {words}" for label, words in self.lines)

    @property
    def mark(self) -> tuple[str, str]:
        """Give words and kind of the badge."""
        if self.decision:
            return self.decision.label, "closed"
        if self.has_sender and self.question is None:
            return "Afsenderen skal spørges", "warning"
        if self.has_sender and self.sender_says is None:
            return "Afsenderen er spurgt", "info"
        return "Mangler afgørelse", "new"


@dataclass(frozen=True, kw_only=True)
class GroupView:
    """The items of one group."""

    group: ItemGroup
    items: list[ItemView]

    @property
    def undecided(self) -> int:
        """Count what waits for a decision."""
        return sum(item.decision is None for item in self.items)

    @property
    def unasked(self) -> bool:
        """Tell whether a sender has not been asked."""
        return any(item.has_sender and item.question is None for item in self.items)


def items_of(view: RequestView) -> list[ItemView]:
    """Open all of a request's items, the log's lines too; none where the key is destroyed."""
    if view.key is None:
        return []
    rows = list(GatheredItem.objects.filter(request=view.request).defer("attached").order_by("group", "on", "id"))
    questions = {each.disclosure_id: each for each in questions_of(view.request)}
    senders = dict(Authority.objects.filter(pk__in={row.sender_id for row in rows}).values_list("id", "name"))
    return [
        ItemView(
            item=row,
            lines=tuple(from_text(_open(row, "body", view.key))),
            redacted=_open(row, "redacted", view.key) if row.redacted else "",
            sender=senders.get(row.sender_id, "") if row.sender_id else "",
            question=questions.get(row.disclosure_id or row.source_id),  # type: ignore[arg-type]
        )
        for row in rows
    ]


def questions_of(request: RightsRequest) -> list[SenderQuestion]:
    """Give what the senders were asked for a request."""
    return list(SenderQuestion.objects.filter(asking_id=request.authority_id, request_id=request.pk))


def to_decide(items: list[ItemView]) -> list[GroupView]:
    """Give what must be decided, group by group; the log follows what it is about."""
    groups = (
        GroupView(group=group, items=[item for item in items if item.group is group])
        for group in ItemGroup
        if group is not ItemGroup.LOG
    )
    return [each for each in groups if each.items]


def item_of(item_id: UUID, view: RequestView) -> ItemView:
    """Find one item of a request that is decided on."""
    found = next((each for each in items_of(view) if each.item.pk == item_id), None)
    if found is None or found.group is ItemGroup.LOG:
        raise Http404
    return found


def _open(row: GatheredItem, column: str, key: OpenKey) -> str:
    return key.open(bytes(getattr(row, column)), at=place_of(row, column))
