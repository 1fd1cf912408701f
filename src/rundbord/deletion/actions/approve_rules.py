"""Approving the rules — godkend: the data-protection officer answers for all of them as they stand, for a year."""

from __future__ import annotations

from collections.abc import Collection

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.deletion.models import RulesApproval
from rundbord.deletion.queries.standing import fingerprint_here
from rundbord.deletion.rules.approving import REVIEWED_AFTER

_CHANGED = "Reglerne er ændret, siden du åbnede siden. Se dem igennem igen."


def approve_rules(seen: str, *, note: str = "", overridden: Collection[str] = (), by: Actor) -> RulesApproval:
    """Approve what was seen; raise Refused where the rules have changed meanwhile."""
    by.must(Permission.CONTROL_DELETION)
    if seen != fingerprint_here(by):
        raise Refused(_CHANGED)
    approval = RulesApproval(
        authority_id=by.authority_id,
        fingerprint=seen,
        review_on=timezone.localdate() + REVIEWED_AFTER,
        note=note.strip(),
        said_at=timezone.now(),
        said_by=by.user_id,
        said_label=by.user_name,
    )
    approval.save(force_insert=True)
    audit.record(Event.DELETION_RULES_APPROVED, about=approval, by=by)
    audit.record_overriding(overridden, about=approval, by=by)
    return approval
