"""What waits for those who govern, judge, administer and answer citizens."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.audit import Event, own_entries
from rundbord.breaches.queries import waiting as breaches_waiting
from rundbord.concerns.queries.duty_to_tell import untold_overdue
from rundbord.foureyes.queries.orders import waiting_orders
from rundbord.identity.models import Duty, User
from rundbord.logcontrol.queries.controls import unsigned
from rundbord.partnership.queries import agreement_that_ends, chair_on, renewals_that_wait_for
from rundbord.rights.queries.requests import by_clock as requests_by_clock
from rundbord.situation.models import BreachNote
from rundbord.today.queries.waiting import Asked

MOST_LOG_LINES = 500
SOON, LATELY = timedelta(days=14), timedelta(days=7)


def breach_notes(actor: Actor) -> Iterator[Asked]:
    """Count the notes on what was blacked out that nobody has closed."""
    if not actor.may(Permission.BLACK_OUT):
        return
    notes, address = BreachNote.objects.filter(closed_at=None), reverse("situation:breach_notes")
    yield Asked(rows=notes, many="hændelsesnotater", href=address, tone="overdue", note="72 timer til at vurdere")


def overrides(actor: Actor) -> Iterator[Asked]:
    """Count what was saved against a warning and what was refused, as the own log has it."""
    if not actor.may(Permission.READ_OWN_LOG):
        return
    since = timezone.now() - LATELY
    for event, label in ((Event.GUARD_OVERRIDDEN, "gemt trods advarsel"), (Event.REFUSED, "afviste forsøg")):
        lines = own_entries(event=event, limit=MOST_LOG_LINES)
        href = f"{reverse('privacy:log')}?haendelse={event.value}"
        yield Asked(rows=sum(line.at > since for line in lines), many=label, href=href, note="seneste 7 dage")


def people(actor: Actor) -> Iterator[Asked]:
    """Count the duties that end soon, and the users of the own authority."""
    if not actor.may(Permission.ADMINISTER_USERS):
        return
    today, users = timezone.localdate(), reverse("identity:users")
    active = User.objects.filter(authority_id=actor.authority_id, closed_at=None)
    ending = Duty.objects.filter(
        authority_id=actor.authority_id, user__closed_at=None, ends_on__range=(today, today + SOON)
    )
    yield Asked(rows=ending, many="funktioner ophører snart", href=users, tone="overdue", note="inden 14 dage")
    yield Asked(rows=active, many="åbne brugere", href=users)


def agreement(actor: Actor) -> Iterator[Asked]:
    """Tell secretariats and the chair's leaders how long the agreement holds, and leaders what their party must say."""
    votes = actor.may(Permission.VOTE_FOR_PARTY)
    if actor.is_place or not (votes or actor.may(Permission.GOVERN_PARTNERSHIP)):
        return
    ending = agreement_that_ends()
    if ending and (actor.may(Permission.GOVERN_PARTNERSHIP) or _chairs(actor)):
        found, term = ending
        yield Asked(
            rows=term.days_left(timezone.localdate()),
            one="dag, til aftalen udløber",
            many="dage, til aftalen udløber",
            href=reverse("partnership:show_agreement", args=[found.pk]),
            tone="overdue",
            note="beslut om fornyelse",
        )
    if votes:
        yield Asked(
            rows=renewals_that_wait_for(actor.authority_id),
            one="afstemning venter på jer",
            many="afstemninger venter på jer",
            href=reverse("partnership:efforts"),
            note="personrettede indsatser",
        )


def controls(actor: Actor) -> Iterator[Asked]:
    """Count the weeks of log control that no leader has signed."""
    if actor.may(Permission.CONTROL_LOG):
        yield Asked(
            rows=unsigned(actor),
            one="logkontrol mangler underskrift",
            many="logkontroller mangler underskrift",
            href=reverse("logcontrol:controls"),
        )


def orders(actor: Actor) -> Iterator[Asked]:
    """Count the dangerous acts that another has ordered and that wait for the actor's yes."""
    waiting = waiting_orders(actor)
    if waiting is not None:
        yield Asked(
            rows=waiting,
            one="bestilling venter på, at du bekræfter",
            many="bestillinger venter på, at du bekræfter",
            href=reverse("foureyes:orders"),
        )


def open_breaches(actor: Actor) -> Iterator[Asked]:
    """Count the breaches that are not closed."""
    if actor.may(Permission.HANDLE_BREACHES):
        rows, address = breaches_waiting(actor), reverse("breaches:breaches")
        yield Asked(rows=rows, many="brud er ikke afsluttet", href=address, tone="overdue", note="72 timer")


def rights(actor: Actor) -> Iterator[Asked]:
    """Count what citizens have asked for and what should have been answered."""
    if not actor.may(Permission.FOLLOW_RIGHTS):
        return
    address, (late, waiting) = reverse("rights:requests"), requests_by_clock(actor)
    yield Asked(
        rows=late,
        one="anmodning er over fristen",
        many="anmodninger er over fristen",
        href=address,
        tone="overdue",
        note="fra borgere",
    )
    if actor.may(Permission.HANDLE_RIGHTS):
        yield Asked(rows=waiting, one="anmodning fra borgere", many="anmodninger fra borgere", href=address)
    yield Asked(
        rows=untold_overdue(),
        one="sag, hvor familien skulle være orienteret",
        many="sager, hvor familien skulle være orienteret",
        href=reverse("rights:telling"),
        tone="overdue",
    )


def _chairs(actor: Actor) -> bool:
    chair = chair_on()
    return chair is not None and chair.party.authority_id == actor.authority_id
