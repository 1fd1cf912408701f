"""Dismissing a report with a reason that its reporter reads."""

from __future__ import annotations

from collections.abc import Sequence

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.vocabulary import NoticeKind
from rundbord.situation.actions.give_verdict import give_verdict
from rundbord.situation.models import Report, Triage
from rundbord.situation.queries.parties import is_party
from rundbord.situation.vocabulary import DismissalReason, SourceKind, Verdict

ANSWERS = "/mine-indberetninger/"


def dismiss_report(
    report: Report, *, reason: DismissalReason, note: str = "", overridden: Sequence[str] = (), by: Actor
) -> Triage:
    """Take the report out of the inbox and tell whoever wrote it that there is an answer."""
    by.must(Permission.TRIAGE)
    triage = give_verdict(report, Verdict.DISMISSED, reason=reason.value, note=note.strip(), by=by)
    audit.record(Event.DISMISSED, about=report, by=by, details={"reason": reason.value})
    if overridden:
        audit.record(Event.GUARD_OVERRIDDEN, about=report, by=by, details={"kinds": ",".join(overridden)})
    if report.source_kind != SourceKind.PRESS_REPORT and is_party(report.authority_id):
        reporter = Recipient(authority_id=report.authority_id, user_id=report.reporter_id)
        notify(NoticeKind.REPORT_DISMISSED, ANSWERS, [reporter], by=by)
    return triage
