"""Builders of exit cases and of what is told of them, written as the coordinator who works them; names are invented."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.identity.models import Unit, User
from rundbord.interventions.actions import exits
from rundbord.interventions.exit_vocabulary import Attendance, ExitNoteKind, ExitSide, ExitState, LifeArea
from rundbord.interventions.models import ExitCase, ExitDisclosure, ExitLetter
from rundbord.interventions.queries.exits import ExitWish, LetterWish, outsiders_named
from rundbord.interventions.rules.exit_consent import ConsentGiven
from rundbord.sharing.vocabulary import PersonRole
from tests.factories import rows

NAME = "Test Kanariefugl"
CALLED = "Kanariefugl"
CPR = "6505991234"
WORDS = "KANARIEFUGL i planen"


def coordinator(unit: Unit, name: str = "Exit-koordinator") -> User:
    """Make a user who is an exit coordinator in a unit."""
    return rows.user(unit, Role.EXIT_COORDINATOR, name=name)


def enquiry(by: Actor) -> ExitCase:
    """Note an enquiry."""
    with acting_for(by):
        return exits.open_enquiry(
            called=CALLED, contact="Gennem kontaktpersonen", enquiry="KANARIEFUGL vil ud.", is_adult=True, by=by
        )


def consent(given_on: date | None = None, months: int = 12) -> ConsentGiven:
    """Make a consent as it should be."""
    return ConsentGiven(
        born_on=date(1999, 5, 5),
        given_on=given_on or timezone.localdate(),
        months=months,
        is_written=True,
        is_informed=True,
        is_free=True,
        coordinators=dict.fromkeys(ExitSide, "KANARIEFUGL-koordinatoren"),
    )


def agreed(by: Actor, *, recipients: Sequence[UUID] = ()) -> ExitCase:
    """Open a case whose person has agreed."""
    case = enquiry(by)
    with acting_for(by):
        signer = exits.Signer(name=NAME, cpr=CPR)
        exits.give_consent(case, consent(), signer=signer, recipients=recipients, by=by)
    return fresh(case, by)


def active(by: Actor) -> ExitCase:
    """Open a case and bring it under way, with something of every kind in it."""
    case = agreed(by)
    with acting_for(by):
        exits.move_case(case, ExitState.VISITATION, by=by)
        for kind in (ExitNoteKind.SUITABILITY, ExitNoteKind.AGREEMENT, ExitNoteKind.CRISIS):
            exits.write_note(case, kind, body=WORDS, by=by)
        exits.move_case(case, ExitState.AGREEMENT, by=by)
        exits.move_case(case, ExitState.ACTIVE, reason=WORDS, by=by)
        due_on = timezone.localdate() + timedelta(days=3)
        exits.plan_exit_step(case, LifeArea.HOUSING, words=WORDS, due_on=due_on, by=by)
        exits.note_contact(case, Attendance.MET, on=timezone.localdate(), line=WORDS, by=by)
    return fresh(case, by)


def wish(*readers: UUID, **changed: Any) -> ExitWish:
    """Make a wish to tell readers something, as it should be."""
    told: dict[str, Any] = {
        "readers": frozenset(readers),
        "parts": frozenset({"status"}),
        "words": WORDS,
        "role": PersonRole.CONCERN,
        "necessity": "Koordinatoren skal kunne aftale et sikkert sted at mødes i næste uge.",
    }
    return ExitWish(**{**told, **changed})


def told_to(reader: Actor, by: Actor) -> ExitDisclosure:
    """Agree with a person that names a reader of another party, and tell that reader something."""
    case = agreed(by, recipients=[reader.user_id])
    with acting_for(by):
        [told] = exits.tell_coordinators(case, wish(reader.user_id), by=by)
    return told


def agreed_by_letter(by: Actor, **others: tuple[str, str]) -> ExitCase:
    """Open a case whose consent lets the probation service's coordinator be told on paper, and these others."""
    case = enquiry(by)
    with acting_for(by):
        letters = exits.ByLetter(sides=[ExitSide.PROBATION], others=others)
        exits.give_consent(case, consent(), signer=exits.Signer(name=NAME, cpr=CPR), by_letter=letters, by=by)
    return fresh(case, by)


def letter_wish(case: ExitCase, number: int = 0, **changed: Any) -> LetterWish:
    """Make a wish to write to one whom the consent names, as it should be."""
    told: dict[str, Any] = {
        "to": outsiders_named(case)[number].key,
        "parts": frozenset({"status"}) if number == 0 else frozenset(),
        "words": WORDS,
        "role": PersonRole.CONCERN,
        "necessity": "Modtageren skal kunne aftale et sikkert sted at mødes i næste uge.",
    }
    return LetterWish(**{**told, **changed})


def letter_by(by: Actor) -> ExitLetter:
    """Agree with a person, and write to the probation service's coordinator."""
    case = agreed_by_letter(by)
    with acting_for(by):
        return exits.write_letter(case, letter_wish(case), by=by)


def fresh(case: ExitCase, by: Actor) -> ExitCase:
    """Read it again as it stands."""
    with acting_for(by):
        return ExitCase.objects.select_related("data_key").get(pk=case.pk)
