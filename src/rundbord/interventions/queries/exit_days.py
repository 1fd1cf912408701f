"""What the days of an exit case depend on, gathered from its rows."""

from __future__ import annotations

from django.db.models import Max

from rundbord.interventions.exit_vocabulary import Attendance, ExitState
from rundbord.interventions.models import ExitCase, ExitContact, ExitStep
from rundbord.interventions.rules.exit_terms import Standing


def standing_of(case: ExitCase) -> Standing:
    """Gather state, consent, last contact and open steps."""
    met = ExitContact.objects.filter(case=case, attendance=Attendance.MET.value)
    return Standing(
        state=ExitState(case.state),
        since=case.state_since,
        consent_until=case.consent_until,
        last_contact=met.aggregate(on=Max("on"))["on"],
        ends_by=case.ends_by,
        steps_due=list(ExitStep.objects.filter(case=case, done_at=None).values_list("due_on", flat=True)),
    )
