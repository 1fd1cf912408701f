"""Judge the unusual — vurdér: a person says whether a find means something; the machine only counts."""

from __future__ import annotations

from collections.abc import Collection

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.situation.models import RepeatCluster, UnusualCount
from rundbord.situation.vocabulary import UnusualVerdict

Find = UnusualCount | RepeatCluster


def judge_unusual(
    found: Find, verdict: UnusualVerdict, *, reason: str = "", overridden: Collection[str] = (), by: Actor
) -> None:
    """Confirm or dismiss an unusual count or a repeat; of two who judge at once, the second learns of the first."""
    by.must(Permission.JUDGE_UNUSUAL)
    if verdict == UnusualVerdict.DISMISSED and not reason.strip():
        raise Refused({"reason": ["Skriv kort, hvorfor det ikke betyder noget."]})
    waiting = type(found)._default_manager.filter(pk=found.pk, verdict="")
    judged = waiting.update(
        verdict=verdict.value,
        reason=reason.strip(),
        judged_at=timezone.now(),
        judged_label=f"{by.user_title}, {by.unit_name}",
    )
    if not judged:
        raise Refused("En anden har allerede vurderet det. Se vurderingen på siden.")
    event = Event.REPEAT_JUDGED if isinstance(found, RepeatCluster) else Event.UNUSUAL_JUDGED
    audit.record(event, about=found, by=by, details={"verdict": verdict.value})
    if overridden:
        audit.record(Event.GUARD_OVERRIDDEN, about=found, by=by, details={"kinds": ",".join(overridden)})
