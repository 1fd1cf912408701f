"""Closing a request: sent to another kind of authority, or taken back."""

from __future__ import annotations

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.audit import Event
from rundbord.rights.actions.holding import held_open
from rundbord.rights.models import RightsRequest
from rundbord.rights.rules.clocks import EVIDENCE_YEARS, TIME_TO_COMPLAIN, months_after
from rundbord.rights.vocabulary import Outcome, RoutedTo


def route(request: RightsRequest, to: RoutedTo, *, by: Actor) -> None:
    """Tell which kind of authority to ask, and never whether anything is there."""
    standing = held_open(request, by=by)
    standing.routed_to = to.value
    close_with(standing, Outcome.ROUTED, by=by)


def withdraw(request: RightsRequest, *, by: Actor) -> None:
    """Close what the person no longer asks for."""
    close_with(held_open(request, by=by), Outcome.WITHDRAWN, by=by)


def close_with(standing: RightsRequest, outcome: Outcome, *, by: Actor) -> None:
    """Write down how it ended, and when it is forgotten."""
    today = timezone.localdate()
    standing.outcome, standing.closed_at, standing.closed_label = outcome.value, timezone.now(), by.user_name
    standing.forget_on = today + TIME_TO_COMPLAIN
    standing.delete_on = months_after(today, 12 * EVIDENCE_YEARS)
    standing.save(
        update_fields=[
            *("outcome", "outcome_words", "routed_to", "closed_at", "closed_label", "forget_on", "delete_on")
        ]
    )
    audit.record(Event.REQUEST_CLOSED, about=standing, by=by, details={"outcome": outcome.value})
