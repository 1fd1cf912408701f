"""Whether the reader may know who the groups are, and who else may; the names themselves are read by an action."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q
from django.http import Http404
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.conflicts.models import Clearance, ClearanceRequest, Conflict, ConflictGroup, GroupIdentity
from rundbord.conflicts.rules.clearing import ClearanceState, clearance_state
from rundbord.conflicts.vocabulary import Answer
from rundbord.identity.vocabulary import AuthorityKind


@dataclass(frozen=True, kw_only=True)
class Access:
    """How the reader stands towards the groups' identity; `until` is the end of their own clearance."""

    may_read: bool
    may_name: bool
    until: datetime | None
    request: ClearanceRequest | None
    waiting: int

    @property
    def may_ask(self) -> bool:
        """Tell whether asking the police would change anything."""
        is_waiting = self.request is not None and self.request.answer == Answer.WAITING
        return not self.may_name and self.until is None and not is_waiting


@dataclass(frozen=True, kw_only=True)
class ClearanceRow:
    """A clearance as the police see it."""

    clearance: Clearance
    state: ClearanceState


def access_of(conflict: Conflict, actor: Actor) -> Access:
    """Find out how the reader stands, without reading a name; nothing here depends on what they may not see."""
    may_name = actor.may(Permission.NAME_GROUPS) and actor.authority_kind == AuthorityKind.POLICE
    requests = ClearanceRequest.objects.filter(conflict=conflict)
    return Access(
        may_read=GroupIdentity.objects.filter(conflict=conflict).exists(),
        may_name=may_name,
        until=_own_end(conflict, actor),
        request=requests.filter(user_id=actor.user_id).order_by("-at", "-id").first(),
        waiting=requests.filter(answer=Answer.WAITING).count() if may_name else 0,
    )


def clearances_of(conflict: Conflict) -> list[ClearanceRow]:
    """List the clearances of a conflict, those that count first."""
    now = timezone.now()
    given = Clearance.objects.filter(conflict=conflict).order_by("-given_at", "-id")
    rows = [
        ClearanceRow(
            clearance=each,
            state=clearance_state(expires_at=each.expires_at, withdrawn_at=each.withdrawn_at, now=now),
        )
        for each in given
    ]
    return sorted(rows, key=lambda row: row.state is not ClearanceState.IN_FORCE)


def requests_of(conflict: Conflict) -> list[ClearanceRequest]:
    """List who waits for an answer, the longest first."""
    return list(ClearanceRequest.objects.filter(conflict=conflict, answer=Answer.WAITING).order_by("at", "id"))


def group_of(conflict_id: UUID, group_id: UUID) -> ConflictGroup:
    """Find one group of a conflict; what is out of reach does not exist."""
    groups = ConflictGroup.objects.select_related("conflict__owner__authority")
    found = groups.filter(pk=group_id, conflict_id=conflict_id).first()
    if found is None:
        raise Http404
    return found


def _own_end(conflict: Conflict, actor: Actor) -> datetime | None:
    own = Q(user_id=actor.user_id)
    if actor.unit_id is not None:
        own |= Q(unit_id=actor.unit_id)
    given = Clearance.objects.filter(
        own, conflict=conflict, recipient_id=actor.authority_id, withdrawn_at=None, expires_at__gt=timezone.now()
    )
    return given.order_by("-expires_at").values_list("expires_at", flat=True).first()
