"""Putting somebody on the list, and with it the question without a name to the one unit that it is for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.handover.models import HandOverLine, HandOverList, LineQuestion
from rundbord.handover.rules import objections_to_line
from rundbord.identity.models import Unit
from rundbord.keys.actions import make_key_for
from rundbord.keys.places import place_of
from rundbord.keys.queries import open_key
from rundbord.sharing.actions.telling import function_label
from rundbord.sharing.rules.ages import band_on
from rundbord.sharing.vocabulary import InformationClass, PersonRole, SourceGrade


@dataclass(frozen=True, kw_only=True)
class NewLine:
    """Who it is, what was seen on which Danish day, and whom it is for; `words` name nobody; `cpr` may be empty."""

    name: str
    born_on: date
    role: PersonRole
    words: str
    seen_on: date
    addressed: Unit
    information_class: InformationClass
    grade: SourceGrade
    cpr: str = ""


def add_line(of: HandOverList, new: NewLine, *, by: Actor) -> HandOverLine:
    """Add the line, and put its question; the asked unit sees it on the day of the meeting."""
    by.must(Permission.DISCLOSE)
    # Held to the end: of two who add at once the second counts the first, and a closing waits for both.
    standing = HandOverList.objects.select_for_update().get(pk=of.pk)
    if standing.closed_at is not None:
        raise Refused("Listen er lukket. Intet kan føjes til.")
    today, lines = timezone.localdate(), HandOverLine.objects.filter(list=standing).count()
    if reasons := objections_to_line(born_on=new.born_on, seen_on=new.seen_on, today=today, lines=lines):
        raise Refused(reasons)
    line = _line(standing, new, by=by)
    _ask(line, standing, new, by=by)
    audit.record(Event.HAND_OVER_LINE_ADDED, about=standing, by=by, details={"unit": str(new.addressed.pk)})
    return line


def _line(of: HandOverList, new: NewLine, *, by: Actor) -> HandOverLine:
    key = open_key(of.data_key_id)
    line = HandOverLine(
        authority_id=by.authority_id,
        list=of,
        addressed_unit=new.addressed,
        role=new.role.value,
        age_band=band_on(new.born_on, timezone.localdate()).value,
        seen_on=new.seen_on,
        information_class=new.information_class.value,
        grade=new.grade.value,
        added_at=timezone.now(),
    )
    texts = {"name": new.name, "cpr": new.cpr, "born_on": new.born_on.isoformat(), "words": new.words}
    for column, text in texts.items():
        setattr(line, column, key.seal(text, at=place_of(line, column)) if text else None)
    line.save(force_insert=True)
    return line


def _ask(line: HandOverLine, of: HandOverList, new: NewLine, *, by: Actor) -> None:
    key = make_key_for(owner=new.addressed.authority_id, by=by)
    question = LineQuestion(
        authority_id=new.addressed.authority_id,
        unit=new.addressed,
        line_id=line.pk,
        list_id=of.pk,
        meeting_id=of.meeting_id,
        meeting_day=of.meeting_day,
        sender_id=by.authority_id,
        sender_label=function_label(by),
        data_key_id=key.key_id,
        role=line.role,
        age_band=line.age_band,
        seen_on=line.seen_on,
        asked_at=line.added_at,
    )
    question.words = key.seal(new.words, at=place_of(question, "words"))
    question.save(force_insert=True)
