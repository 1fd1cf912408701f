"""One night's sudden event with its first hours, and a safety notice that holds; through the ordinary actions."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.session import acting_for
from rundbord.alerts.actions import (
    Raised,
    Warned,
    answer_call,
    decide_step,
    raise_event,
    see_event,
    send_notice,
    settle_line,
    write_line,
)
from rundbord.alerts.models import Call, LogLine, SuddenEvent
from rundbord.alerts.vocabulary import Answer, LineKind
from rundbord.demo.actors import actor_named
from rundbord.demo.founding import OWNER, Founded
from rundbord.identity.models import Unit
from rundbord.tasks.actions import Decision

TITLE = "Slagsmål mellem to grupper ved Platanbuen"
KNOWN = "To grupper mødtes ved Platanbuen. Patruljen skilte dem ad. Ingen kom alvorligt til skade."
UNKNOWN = "Om grupperne samles igen i aften."
HEARD = "Var der knive med?"
DONE = "Gadeteamet er på pladsen og taler med de unge."
NEXT = "Klubben holder længere åbent i aften."
STEP = "Gå fælles runde ved Platanbuen i aften"
WARNING = "Gå to sammen i Hedeparken efter kl. 18"
ADVICE = (
    "Der har været slagsmål i nat. Gå to sammen efter kl. 18, og ring til jeres leder, hvis en gruppe står i opgangen."
)
WORDS = (TITLE, KNOWN, UNKNOWN, HEARD, DONE, NEXT, STEP, WARNING, ADVICE)


def have_a_night(founded: Founded) -> None:
    """Let the police open it, SSP see it and decide, and the street team write from the spot."""
    officer, coordinator = actor_named("betjent@vestegnen", founded), actor_named("koordinator@gladsaxe", founded)
    street = actor_named("gade@ballerup", founded)
    with acting_for(officer):
        event = _raise(founded, officer)
    with acting_for(street):
        see_event(event, by=street)
        write_line(event, LineKind.DONE, DONE, by=street)
    with acting_for(coordinator):
        _carry_on(event, founded, coordinator)
    with acting_for(officer):
        _warn(event, founded, officer)
    _set_back(event)


def _set_back(event: SuddenEvent) -> None:
    """Let the first hour have passed as it would have: opened, seen, written about and decided in turn."""
    reported_at = event.reported_at
    SuddenEvent.objects.using(OWNER).filter(pk=event.pk).update(
        opened_at=reported_at + timedelta(minutes=3),
        first_seen_at=reported_at + timedelta(minutes=5),
        first_decided_at=reported_at + timedelta(minutes=38),
    )
    Call.objects.using(OWNER).filter(event=event, seen_at__isnull=False).update(
        seen_at=reported_at + timedelta(minutes=5)
    )
    lines = LogLine.objects.using(OWNER).filter(event=event).order_by("written_at", "id")
    for position, line in enumerate(lines):
        line.at = line.written_at = reported_at + timedelta(minutes=3 + 8 * position)
        line.save(using=OWNER, update_fields=["at", "written_at"])


def _raise(founded: Founded, officer: Actor) -> SuddenEvent:
    happened_at = _minutes_ago(72)
    raised = Raised(
        title=TITLE,
        happened_at=happened_at,
        reported_at=happened_at + timedelta(minutes=6),
        known=KNOWN,
        unknown=UNKNOWN,
        area=founded.areas["Hedeparken og Grantoften"],
        place_text="Platanbuen",
        units=_units(founded, "ballerup/Gadeteam Ballerup", "ballerup/SSP Ballerup", "gladsaxe/SSP Gladsaxe"),
    )
    return raise_event(raised, by=officer)


def _carry_on(event: SuddenEvent, founded: Founded, coordinator: Actor) -> None:
    see_event(event, by=coordinator)
    question = write_line(event, LineKind.UNKNOWN, HEARD, by=coordinator)
    settle_line(LogLine.objects.get(pk=question.pk), by=coordinator)
    write_line(event, LineKind.NEXT, NEXT, by=coordinator)
    called = Call.objects.get(event=event, unit=founded.units["ballerup/SSP Ballerup"])
    answer_call(called, Answer.NO_ANSWER, by=coordinator)
    owner = founded.units["ballerup/Gadeteam Ballerup"]
    step = Decision(what=STEP, owner=owner, due_on=timezone.localdate(), why=TITLE, area=event.area)
    decide_step(event, step, by=coordinator)


def _warn(event: SuddenEvent, founded: Founded, officer: Actor) -> None:
    warned = Warned(
        title=WARNING,
        text=ADVICE,
        valid_from=_minutes_ago(10),
        valid_until=_minutes_ago(0) + timedelta(days=2),
        units=_units(founded, "ballerup/Gadeteam Ballerup", "vestbo/Boligsocial helhedsplan"),
        area=event.area,
        event=event,
    )
    send_notice(warned, by=officer)


def _units(founded: Founded, *names: str) -> list[Unit]:
    return [founded.units[name] for name in names]


def _minutes_ago(minutes: int) -> datetime:
    return timezone.now().replace(second=0, microsecond=0) - timedelta(minutes=minutes)
