"""Gatherings with residents: noting them, promising, answering, publishing, what a walk saw, what clubs offer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.identity.models import Unit
from rundbord.partnership.models import Area, ClubOffer, Gathering, Promise, PublishedPromise, WalkObservation
from rundbord.partnership.queries.governance import partnership
from rundbord.partnership.vocabulary import GatheringKind, PromiseState, WalkCategory, WalkPriority, WalkState

IN_FUTURE = "Samlingen er ikke holdt endnu."
NO_ANSWER = "Skriv, hvad der blev af løftet. Det er det, beboerne vil vide."
NOT_A_WALK = "Kun en tryghedsvandring har observationer."
OWNERS_ONLY = "Kun den part, der skal holde det, og dem, der kan beslutte, kan melde om det."
FEEDBACK_EARLY = "Beboerne kan ikke få svar, før løftet er givet."


@dataclass(frozen=True, kw_only=True)
class GatheringTerms:
    """What it was, where and when, how many came, and what was talked about."""

    kind: GatheringKind
    title: str
    area: Area | None
    held_on: date
    came: int | None
    themes: str


@dataclass(frozen=True, kw_only=True)
class PromiseTerms:
    """What is promised, by whom, until when, and when residents hear of it."""

    text: str
    area: Area
    owner: Unit
    due_on: date
    feedback_on: date


@dataclass(frozen=True, kw_only=True)
class ObservationTerms:
    """What was seen, where, and who mends it."""

    place: str
    category: WalkCategory
    text: str
    priority: WalkPriority
    owner: Unit
    due_on: date


@dataclass(frozen=True, kw_only=True)
class ClubTerms:
    """What a club offers."""

    area: Area
    association: str
    title: str
    for_whom: str
    when: str
    text: str


def note_gathering(terms: GatheringTerms, *, overridden: list[str], by: Actor) -> Gathering:
    """Note that people met: a day, a number and themes."""
    by.must(Permission.DECIDE)
    if terms.held_on > timezone.localdate():
        raise Refused({"held_on": [IN_FUTURE]})
    row = Gathering.objects.create(partnership=partnership(), authority_id=by.authority_id, **_columns(terms))
    audit.record(Event.GATHERING_NOTED, about=row, by=by)
    audit.record_overriding(overridden, about=row, by=by)
    return row


def make_promise(gathering: Gathering, terms: PromiseTerms, *, overridden: list[str], by: Actor) -> Promise:
    """Note what residents were promised; nobody outside sees it before it is published."""
    by.must(Permission.DECIDE)
    if terms.feedback_on < gathering.held_on:
        raise Refused({"feedback_on": [FEEDBACK_EARLY]})
    row = Promise.objects.create(
        partnership_id=gathering.partnership_id,
        authority_id=by.authority_id,
        gathering=gathering,
        state=PromiseState.OPEN,
        **_columns(terms),
    )
    audit.record(Event.PROMISE_MADE, about=row, by=by)
    audit.record_overriding(overridden, about=row, by=by)
    return row


def answer_promise(promise: Promise, *, state: PromiseState, answer: str, overridden: list[str], by: Actor) -> None:
    """Say what became of a promise; the public page says it when it is published anew."""
    _must_own(promise.owner, by)
    if state is not PromiseState.OPEN and not answer.strip():
        raise Refused({"answer": [NO_ANSWER]})
    answered_on = None if state is PromiseState.OPEN else timezone.localdate()
    Promise.objects.filter(pk=promise.pk).update(state=state, answer=answer, answered_on=answered_on)
    audit.record(Event.PROMISE_ANSWERED, about=promise, by=by, details={"state": state.value})
    audit.record_overriding(overridden, about=promise, by=by)


def publish_promise(promise: Promise, *, by: Actor) -> PublishedPromise:
    """Let anybody read the promise as it stands now: words, the unit's name and days, nothing else."""
    by.must(Permission.DECIDE)
    PublishedPromise.objects.filter(promise=promise).delete()
    told = PublishedPromise.objects.create(
        partnership_id=promise.partnership_id,
        authority_id=by.authority_id,
        promise=promise,
        area_id=promise.area_id,
        area_name=promise.area.name,
        text=promise.text,
        owner_name=f"{promise.owner.name}, {promise.owner.authority.name}"[:240],
        due_on=promise.due_on,
        feedback_on=promise.feedback_on,
        state=promise.state,
        answer=promise.answer,
        published_on=timezone.localdate(),
    )
    audit.record(Event.PROMISE_PUBLISHED, about=promise, by=by)
    return told


def withdraw_promise(promise: Promise, *, by: Actor) -> None:
    """Take a promise off the public page."""
    by.must(Permission.DECIDE)
    PublishedPromise.objects.filter(promise=promise).delete()
    audit.record(Event.PROMISE_WITHDRAWN, about=promise, by=by)


def observe_on_walk(
    gathering: Gathering, terms: ObservationTerms, *, overridden: list[str], by: Actor
) -> WalkObservation:
    """Note what a walk saw."""
    by.must(Permission.DECIDE)
    if gathering.kind != GatheringKind.SAFETY_WALK:
        raise Refused(NOT_A_WALK)
    row = WalkObservation.objects.create(
        partnership_id=gathering.partnership_id,
        authority_id=by.authority_id,
        gathering=gathering,
        state=WalkState.OPEN,
        **_columns(terms),
    )
    audit.record(Event.WALK_OBSERVED, about=row, by=by)
    audit.record_overriding(overridden, about=row, by=by)
    return row


def settle_observation(observation: WalkObservation, *, state: WalkState, by: Actor) -> None:
    """Say how far it is."""
    _must_own(observation.owner, by)
    WalkObservation.objects.filter(pk=observation.pk).update(state=state)
    audit.record(Event.WALK_SETTLED, about=observation, by=by, details={"state": state.value})


def list_club_offer(terms: ClubTerms, *, overridden: list[str], by: Actor) -> ClubOffer:
    """List what a club offers in an area."""
    by.must(Permission.DECIDE)
    row = ClubOffer.objects.create(partnership=partnership(), authority_id=by.authority_id, **_columns(terms))
    audit.record(Event.CLUB_OFFER_LISTED, about=row, by=by)
    audit.record_overriding(overridden, about=row, by=by)
    return row


def end_club_offer(offer: ClubOffer, *, by: Actor) -> None:
    """Take a club's offer off the list."""
    by.must(Permission.DECIDE)
    ClubOffer.objects.filter(pk=offer.pk, ended_on=None).update(ended_on=timezone.localdate())
    audit.record(Event.CLUB_OFFER_ENDED, about=offer, by=by)


def _must_own(owner: Unit, by: Actor) -> None:
    by.must(Permission.FINISH_TASK)
    if owner.authority_id != by.authority_id and not by.may(Permission.DECIDE):
        raise Refused(OWNERS_ONLY)


def _columns(terms: GatheringTerms | PromiseTerms | ObservationTerms | ClubTerms) -> dict[str, object]:
    return {name: getattr(terms, name) for name in terms.__dataclass_fields__}
