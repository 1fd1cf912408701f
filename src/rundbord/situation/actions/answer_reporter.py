"""Answer reporter — svar den, der indberettede: what became of a report that was handed over, without a person in it.

An authority answers its own reporters alone. Whoever reported from another authority learns what every reporter does,
that the report was read; whether anybody keeps a file is not for them (ADR 0024, barnets lov § 138).
"""

from __future__ import annotations

from uuid import UUID

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.vocabulary import NoticeKind
from rundbord.situation.actions.dismiss_report import ANSWERS
from rundbord.situation.models import ReportAnswer
from rundbord.situation.queries.handed_over import answerable_report


def answer_reporter(report_id: UUID, text: str, *, by: Actor) -> ReportAnswer | None:
    """Keep the answer and tell the reporter that there is one; None where the report is not the own authority's.

    The words are judged by whoever asks for them (`situation.rules.persons`).
    """
    by.must(Permission.WORK_CONCERNS)
    report = answerable_report(report_id, by)
    if report is None:
        return None
    answer = ReportAnswer(
        authority_id=by.authority_id,
        report=report,
        text=text.strip(),
        written_at=timezone.now(),
        written_by=by.user_id,
        written_label=", ".join(filter(None, (by.user_title, by.unit_name))),
    )
    answer.save(force_insert=True)
    audit.record(Event.REPORTER_ANSWERED, about=report, by=by)
    reporter = Recipient(authority_id=report.authority_id, user_id=report.reporter_id)
    notify(NoticeKind.REPORT_ANSWERED, ANSWERS, [reporter], by=by)
    return answer
