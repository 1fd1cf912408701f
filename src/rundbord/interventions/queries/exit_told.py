"""What a coordinator told the others of a case, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.http import Http404
from django.utils import timezone

from rundbord.interventions.exit_vocabulary import ExitRecallCause, ExitReplyKind
from rundbord.interventions.models import ExitCase, ExitDisclosure, ExitRecall, ExitReply
from rundbord.keys.core.sealing import OpenKey
from rundbord.keys.core.trouble import KeyDestroyed
from rundbord.keys.places import place_of
from rundbord.keys.queries import open_key
from rundbord.sharing.rules.content import Content, from_text
from rundbord.sharing.vocabulary import Condition, PersonRole
from rundbord.vocabulary import label_of

_MOST = 60


@dataclass(frozen=True, kw_only=True)
class ToldInExit:
    """One disclosure with its recall and the reader's words, if any."""

    told: ExitDisclosure
    recall: ExitRecall | None
    read: ExitReply | None
    gone: ExitReply | None

    @property
    def cause(self) -> str:
        """Say why it was taken back."""
        return label_of(ExitRecallCause, self.recall.cause) if self.recall else ""

    @property
    def is_over(self) -> bool:
        """Tell whether its last day is over."""
        return self.told.expires_on < timezone.localdate()

    @property
    def stands(self) -> bool:
        """Tell whether the reader may still have it."""
        return self.recall is None and not self.is_over

    @property
    def is_late(self) -> bool:
        """Tell whether the reader should have said that no copy is left."""
        late = self.recall is not None and self.recall.confirm_by < timezone.localdate()
        return late and self.gone is None and not self.is_over


@dataclass(frozen=True, kw_only=True)
class ToldInExitView:
    """One disclosure opened; no words where the case's key is destroyed."""

    row: ToldInExit
    content: Content | None
    necessity: str
    reason: str

    @property
    def conditions(self) -> list[str]:
        """Name what the reader must keep."""
        return [label_of(Condition, each) for each in self.row.told.conditions]

    @property
    def role(self) -> str:
        """Name the person's role."""
        return label_of(PersonRole, self.row.told.role)


def told_of_case(case: ExitCase) -> list[ToldInExit]:
    """List what was told of a case, newest first, with as many queries whatever its number."""
    return _rows(list(ExitDisclosure.objects.filter(case=case).order_by("-told_at", "reader_label", "id")[:_MOST]))


def standing_disclosures(case: ExitCase) -> list[ExitDisclosure]:
    """List what was told of a case and was not taken back; what is over needs no taking back."""
    today = timezone.localdate()
    told = ExitDisclosure.objects.filter(case=case, expires_on__gte=today).order_by("told_at", "id")
    taken = set(ExitRecall.objects.filter(disclosure_id__in=told.values("id")).values_list("disclosure_id", flat=True))
    return [each for each in told if each.pk not in taken]


def is_taken_back(told: ExitDisclosure) -> bool:
    """Tell whether a disclosure was put right or recalled."""
    return ExitRecall.objects.filter(disclosure_id=told.pk).exists()


def exit_told_of(told_id: UUID) -> ExitDisclosure:
    """Find a disclosure of a case that is reached, or raise Http404."""
    found = ExitDisclosure.objects.select_related("case").filter(pk=told_id).first()
    if found is None:
        raise Http404
    return found


def exit_told_view(told: ExitDisclosure) -> ToldInExitView:
    """Open a disclosure."""
    [row] = _rows([told])
    try:
        key: OpenKey | None = open_key(told.case.data_key_id)
    except KeyDestroyed:
        key = None
    return ToldInExitView(
        row=row,
        content=content_of(told, key) if key else None,
        necessity=necessity_of(told, key) if key else "",
        reason=_opened(told, "reason", key) if key else "",
    )


def content_of(told: ExitDisclosure, key: OpenKey) -> Content | None:
    """Open what was told."""
    return from_text(_opened(told, "content", key))


def necessity_of(told: ExitDisclosure, key: OpenKey) -> str:
    """Open why it was necessary."""
    return _opened(told, "necessity", key)


def _opened(told: ExitDisclosure, column: str, key: OpenKey) -> str:
    words = getattr(told, column)
    return key.open(bytes(words), at=place_of(told, column)) if words else ""


def _rows(told: Sequence[ExitDisclosure]) -> list[ToldInExit]:
    if not told:
        return []
    ids = [each.pk for each in told]
    recalls = {each.disclosure_id: each for each in ExitRecall.objects.filter(disclosure_id__in=ids)}
    replies = {(each.disclosure_id, each.kind): each for each in ExitReply.objects.filter(disclosure_id__in=ids)}
    return [
        ToldInExit(
            told=each,
            recall=recalls.get(each.pk),
            read=replies.get((each.pk, ExitReplyKind.READ.value)),
            gone=replies.get((each.pk, ExitReplyKind.GONE.value)),
        )
        for each in told
    ]
