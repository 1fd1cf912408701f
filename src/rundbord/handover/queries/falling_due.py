"""Hand-over lists and given names that should be gone; what goes the same day is not foreseen."""

from __future__ import annotations

from datetime import date

from rundbord.access.actor import Actor
from rundbord.deletion.sources import Due, Source
from rundbord.handover.models import GivenName, HandOverList, LineQuestion


def nothing_ahead(actor: Actor, today: date, until: date) -> list[Due]:
    """Foresee nothing."""
    return []


def overdue(actor: Actor, today: date) -> int:
    """Count lists, questions and own copies of names past their day."""
    own = {"authority_id": actor.authority_id}
    lists = HandOverList.objects.filter(**own, closed_at=None, meeting_day__lt=today).count()
    questions = LineQuestion.objects.filter(**own, meeting_day__lt=today).count()
    return lists + questions + GivenName.objects.filter(**own, ends_on__lt=today).count()


SOURCE = Source(label="Overleveringslister", due=nothing_ahead, overdue=overdue, is_foreseen=False, order=92)
