"""Ask who visits — besøger andre den samme familie?: nominate an approved plan in a round, as *who else?* does."""

from __future__ import annotations

from uuid import UUID

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.concerns.actions import nominate_file
from rundbord.interventions.models import Intervention
from rundbord.interventions.queries.two_visits import plan_at_home
from rundbord.interventions.rules.two_visits import objections_to_asking
from rundbord.sharing.actions import NominationTerms
from rundbord.sharing.queries import round_of
from rundbord.sharing.rules.who_else import NominationKind
from rundbord.sharing.vocabulary import DisclosurePurpose


def ask_who_visits(intervention: Intervention, *, round_id: UUID, reason: str, by: Actor) -> None:
    """Nominate the visit; both sides learn it when the round closes, or neither anything. It cannot be taken back."""
    by.must(Permission.NOMINATE)
    plan = plan_at_home(intervention)
    closes_at = round_of(round_id, by).round.closes_at
    if objections := objections_to_asking(plan.planned_for if plan else None, closes_at):
        raise Refused(objections)
    terms = NominationTerms(kind=NominationKind.VISIT, purpose=DisclosurePurpose.CRIME_PREVENTION, reason=reason)
    nominate_file(intervention.person, terms, round_id=round_id, by=by)
