"""Look for a young person inside the own reach: always with a reason, always noted with how many were found."""

from __future__ import annotations

from django.conf import settings
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.concerns.models import LookUp, YoungPerson
from rundbord.concerns.queries.finding import MOST_HITS, files_by_cpr, files_by_name
from rundbord.concerns.rules.words import objections_to_reason
from rundbord.concerns.vocabulary import LookUpKind
from rundbord.keys.core.cpr import Cpr
from rundbord.partnership.queries import place_names
from rundbord.situation.rules.persons import stopping_words

BEFORE_OPENING = "Ny bekymring: findes der allerede en sag i enheden?"


def find_by_cpr(cpr: Cpr, *, reason: str, by: Actor) -> list[YoungPerson]:
    """Find the files within reach that bear a CPR number."""
    by.must(Permission.SEE_CONCERNS)
    found = files_by_cpr(cpr, by)
    note_look_up(LookUpKind.CPR, reason=reason, hits=len(found), by=by)
    return found


def find_by_name(name: str, *, reason: str, by: Actor) -> list[YoungPerson]:
    """Find the files within reach whose name has every part that was typed; at most MOST_HITS."""
    by.must(Permission.SEE_CONCERNS)
    found = files_by_name(name, by)[:MOST_HITS]
    note_look_up(LookUpKind.NAME, reason=reason, hits=len(found), by=by)
    return found


def find_before_opening(cpr: Cpr, *, by: Actor) -> YoungPerson | None:
    """Find the file that a new concern would double."""
    by.must(Permission.WORK_CONCERNS)
    found = files_by_cpr(cpr, by)
    note_look_up(LookUpKind.BEFORE_OPENING, reason=BEFORE_OPENING, hits=len(found), by=by)
    return found[0] if found else None


def note_look_up(kind: LookUpKind, *, reason: str, hits: int, person: YoungPerson | None = None, by: Actor) -> None:
    """Keep who looked, why and with how many hits; never what was typed. Raise Refused without a reason."""
    unsaid = objections_to_reason(reason, fewest=settings.LOOK_UP_LETTERS)
    if named := list(stopping_words(reason, places=place_names())):
        unsaid = {"reason": named}
    if unsaid:
        raise Refused(unsaid)
    row = LookUp.objects.create(
        authority_id=by.authority_id,
        unit_id=by.unit_id,
        user_id=by.user_id,
        user_label=by.user_name,
        kind=kind.value,
        reason=reason.strip(),
        hits=hits,
        person_id=person.pk if person else None,
        at=timezone.now(),
    )
    audit.record(Event.YOUNG_PERSON_SOUGHT, about=row, by=by, details={"kind": kind.value, "hits": hits})
