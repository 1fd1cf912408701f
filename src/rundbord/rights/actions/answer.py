"""Answering a request: what is handed out is fixed, and the clock stops."""

from __future__ import annotations

from django.utils import timezone
from procrastinate.contrib.django import app

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.keys.places import place_of
from rundbord.letters import letters_in
from rundbord.rights.actions.close import close_with
from rundbord.rights.actions.holding import held_open
from rundbord.rights.models import RightsRequest
from rundbord.rights.queries.items import items_of, to_decide
from rundbord.rights.queries.requests import opened
from rundbord.rights.rules.deciding import objections_to_answering
from rundbord.rights.vocabulary import Outcome, RightKind

_FEWEST_LETTERS = 20
ORDER = "rundbord.rights.order_remedies"
_DECISIONS = {Outcome.GRANTED, Outcome.PARTLY, Outcome.REFUSED}


def answer(request: RightsRequest, *, by: Actor) -> None:
    """Close a request for an extract, once everything that was found is decided."""
    standing = held_open(request, by=by)
    if not RightKind(standing.kind).hands_out:
        raise Refused("Anmodningen skal afgøres, ikke besvares med et udtræk.")
    undecided = sum(group.undecided for group in to_decide(items_of(opened(standing))))
    wrong = objections_to_answering(
        has_been_gathered=standing.gathered_at is not None, undecided=undecided, is_closed=False
    )
    if wrong:
        raise Refused({"": wrong})
    close_with(standing, Outcome.ANSWERED, by=by)


def settle(request: RightsRequest, outcome: Outcome, *, words: str, by: Actor) -> None:
    """Decide on rectification, restriction, objection or erasure, in words that the person reads."""
    standing = held_open(request, by=by)
    if RightKind(standing.kind).hands_out or outcome not in _DECISIONS:
        raise Refused("Anmodningen besvares med et udtræk.")
    if letters_in(words) < _FEWEST_LETTERS:
        raise Refused({"words": ["Skriv, hvad der er gjort, eller hvorfor ikke."]})
    view = opened(standing)
    if view.key is None:
        raise Refused("Anmodningen er slettet.")
    standing.outcome_words = view.key.seal(words.strip(), at=place_of(standing, "outcome_words"))
    close_with(standing, outcome, by=by)
    if outcome is not Outcome.REFUSED:
        _order(standing, by)


def _order(request: RightsRequest, by: Actor) -> None:
    """Let the machine find the files: the desk reaches none."""
    app.configure_task(ORDER).defer(
        authority_id=str(by.authority_id), partnership_id=str(by.partnership_id or ""), request_id=str(request.pk)
    )


def print_letter(request: RightsRequest, *, by: Actor) -> None:
    """Note that the letter was fetched."""
    by.must(Permission.HANDLE_RIGHTS)
    audit.record(Event.REQUEST_LETTER_PRINTED, about=request, by=by, details={"at": timezone.localdate().isoformat()})


def export(request: RightsRequest, *, files: int = 0, by: Actor) -> None:
    """Note that the machine-readable extract was fetched, and how many files went along."""
    by.must(Permission.HANDLE_RIGHTS)
    audit.record(Event.REQUEST_EXPORTED, about=request, by=by, details={"files": files})
