"""Telling that the answer takes longer, why, and when it comes (retshåndhævelsesloven § 18, GDPR article 12(3))."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.identity.vocabulary import Regime
from rundbord.rights.actions.holding import held_open
from rundbord.rights.models import RightsRequest
from rundbord.rights.rules.clocks import objections_to_delay
from rundbord.rights.vocabulary import DelayWhy


def delay(request: RightsRequest, why: DelayWhy, *, new_day: date, by: Actor) -> None:
    """Set the day on which the answer comes; the letter that tells it is printed from the request."""
    standing = held_open(request, by=by)
    wrong = objections_to_delay(
        new_day, received_on=standing.received_on, regime=Regime(standing.regime), today=timezone.localdate()
    )
    if wrong:
        raise Refused(wrong)
    standing.new_answer_by, standing.delay_why, standing.delay_told_at = new_day, why.value, timezone.now()
    standing.save(update_fields=["new_answer_by", "delay_why", "delay_told_at"])
    audit.record(Event.REQUEST_DELAYED, about=standing, by=by, details={"why": why.value})
