"""A week's log control in Gladsaxe: what was read was drawn, some readers have answered, the rest waits."""

from __future__ import annotations

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import system_of
from rundbord.access.session import acting_for
from rundbord.audit import Event, ReadingStopped
from rundbord.audit.reading_budget import Window
from rundbord.concerns.models import YoungPerson
from rundbord.demo.actors import actor_named
from rundbord.demo.founding import Founded
from rundbord.logcontrol.actions import answer, draw, judge, stop_reading
from rundbord.logcontrol.models import ControlItem
from rundbord.logcontrol.vocabulary import Reason, Verdict

_READER = "koordinator@gladsaxe"
_OFFICER = "dpo@gladsaxe"
_STOPPED = "ssp@gladsaxe"
_UNANSWERED = 2


def control_the_log(founded: Founded) -> None:
    """Read, draw, answer and judge, as the days before would have."""
    _read_files(founded)
    _draw(founded)
    answered = _answer(founded)
    _judge(founded, answered[:-1])
    _stop(founded)


def _read_files(founded: Founded) -> None:
    reader = actor_named(_READER, founded)
    with acting_for(reader):
        for person in YoungPerson.objects.filter(unit_id=str(reader.unit_id)).order_by("opened_at"):
            audit.record(Event.YOUNG_PERSON_READ, about=person, by=reader)


def _draw(founded: Founded) -> None:
    today, reader = timezone.localdate(), actor_named(_READER, founded)
    system = system_of(reader.authority_id, partnership_id=founded.partnership.pk)
    with acting_for(system):
        draw(today, today, by=system)


def _answer(founded: Founded) -> list[ControlItem]:
    reader = actor_named(_READER, founded)
    with acting_for(reader):
        items = list(ControlItem.objects.filter(reader_id=reader.user_id).order_by("read_at"))[:-_UNANSWERED]
        for item in items:
            answer(item, Reason.OWN_CASE, text="Forberedelse til samtale.", by=reader)
    return items


def _judge(founded: Founded, items: list[ControlItem]) -> None:
    officer = actor_named(_OFFICER, founded)
    with acting_for(officer):
        for item in items:
            judge(item, Verdict.FINE, by=officer)


def _stop(founded: Founded) -> None:
    """Let a colleague have reached the limit; what was asked for is left out."""
    reader = actor_named(_STOPPED, founded)
    with acting_for(reader):
        stop_reading(ReadingStopped(Window.HOUR, subject_kind=YoungPerson._meta.label, subject=""), by=reader)
