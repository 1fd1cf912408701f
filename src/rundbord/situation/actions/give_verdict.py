"""The verdict itself: one at a time on each report, so that of two who judge at once the second learns of the first."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.refusal import Refused
from rundbord.access.session import current_login
from rundbord.situation.models import Incident, Report, Triage
from rundbord.situation.queries.verdicts import verdict_in_words
from rundbord.situation.vocabulary import Verdict


def give_verdict(
    report: Report, verdict: Verdict, *, incident: Incident | None = None, reason: str = "", note: str = "", by: Actor
) -> Triage:
    """Judge a report, or raise Refused with who judged it first, and how."""
    _lift_verdicts_on_withdrawn_incidents(report)
    now = timezone.now()
    try:
        with transaction.atomic(using=current_login()):
            return Triage.objects.create(
                partnership_id=report.partnership_id,
                authority_id=report.authority_id,
                unit_id=report.unit_id,
                audience=report.audience,
                report=report,
                incident=incident,
                verdict=verdict.value,
                reason=reason,
                note=note,
                user_id=by.user_id,
                user_label=label_of_judge(by),
                at=now,
                changed_at=now,
            )
    except IntegrityError:
        raise Refused(verdict_in_words(report)) from None


def label_of_judge(actor: Actor) -> str:
    """Name whoever judges by job and authority: other parties do not learn the name."""
    return f"{actor.user_title}, {actor.authority_name}"


def _lift_verdicts_on_withdrawn_incidents(report: Report) -> None:
    """Such a report lies in the inbox again: its incident went when somebody undid the first verdict."""
    now = timezone.now()
    stale = Triage.objects.filter(report=report, undone_at=None, incident__withdrawn_at__isnull=False)
    stale.update(undone_at=now, changed_at=now)
