"""Exit cases of the demonstration: invented people with replacement numbers, in two authorities' own compartments.

What the municipality's coordinator has told the police's stands there too: one copy to read, and one taken back.
"""

from __future__ import annotations

from datetime import date, timedelta

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.session import acting_for
from rundbord.demo.actors import actor_named
from rundbord.demo.founding import Founded
from rundbord.interventions.actions import exits
from rundbord.interventions.exit_vocabulary import (
    Attendance,
    ExitNoteKind,
    ExitRecallCause,
    ExitSide,
    ExitState,
    LifeArea,
)
from rundbord.interventions.models import ExitCase
from rundbord.interventions.queries.exits import ExitWish, LetterWish, outsiders_named
from rundbord.interventions.rules.exit_consent import ConsentGiven
from rundbord.sharing.vocabulary import DeliveryManner, PersonRole

_AGO = timedelta(days=12)
_NAMED = {
    ExitSide.MUNICIPALITY: "Exit-koordinator, Gladsaxe",
    ExitSide.POLICE: "Exit-koordinator, politiet",
    ExitSide.PROBATION: "Test Testesen",
}
_NOTES = (
    (ExitNoteKind.SUITABILITY, "Har selv henvendt sig to gange og møder til tiden. Vil væk for sin datters skyld."),
    (ExitNoteKind.AGREEMENT, "Ny telefon, ingen kontakt til de gamle venner, møde hver tirsdag, praktik fra januar."),
    (ExitNoteKind.CRISIS, "Ringer til koordinatoren. Om natten politiets vagtnummer. Sover hos en slægtning."),
)


def tell_exits(founded: Founded) -> None:
    """Write a running case and a fresh enquiry in the municipality, and the police's own case on the same person."""
    municipality = actor_named("exit@gladsaxe", founded)
    police = actor_named("exit@vestegnen", founded)
    with acting_for(municipality):
        case = _agree("Eksempel Exitsen", "6505921234", date(1992, 5, 5), reader=police, by=municipality)
        _run(case, by=municipality)
        _tell(case, police, by=municipality)
        _write(case, by=municipality)
        _ask("Prøve", "Vil høre, hvad et exit-forløb er.", by=municipality)
    with acting_for(police):
        case = _agree("Eksempel Exitsen", "6505921234", date(1992, 5, 5), reader=municipality, by=police)
        exits.write_note(case, ExitNoteKind.THREAT, body="Ingen kendte trusler. Vurderes igen om en måned.", by=police)


def _ask(called: str, enquiry: str, *, by: Actor) -> ExitCase:
    return exits.open_enquiry(called=called, contact="Gennem kontaktpersonen", enquiry=enquiry, is_adult=True, by=by)


def _agree(name: str, cpr: str, born_on: date, *, reader: Actor, by: Actor) -> ExitCase:
    case = _ask("Eksempel", "Vil ud af miljøet.", by=by)
    given = ConsentGiven(
        born_on=born_on,
        given_on=timezone.localdate() - _AGO,
        months=12,
        is_written=True,
        is_informed=True,
        is_free=True,
        coordinators=_NAMED,
    )
    signer = exits.Signer(name=name, cpr=cpr)
    letters = exits.ByLetter(sides=[ExitSide.PROBATION], others={"outside_name_1": ("mentor", "Mentor Mentorsen")})
    exits.give_consent(case, given, signer=signer, recipients=[reader.user_id], by_letter=letters, by=by)
    return case


def _run(case: ExitCase, *, by: Actor) -> None:
    today = timezone.localdate()
    exits.move_case(case, ExitState.VISITATION, by=by)
    for kind, body in _NOTES:
        exits.write_note(case, kind, body=body, by=by)
    exits.move_case(case, ExitState.AGREEMENT, by=by)
    exits.move_case(case, ExitState.ACTIVE, reason="Aftalen er underskrevet.", by=by)
    exits.write_note(case, ExitNoteKind.BAN, body="Hedeparken", until=today + timedelta(days=200), by=by)
    exits.plan_exit_step(
        case, LifeArea.HOUSING, words="Koordinatoren finder et værelse i en anden by.", due_on=today, by=by
    )
    for area, words, days in (
        (LifeArea.WORK, "Jobcentret aftaler praktik fra januar.", 20),
        (LifeArea.NETWORK, "Ser sin datter hver søndag.", 6),
    ):
        exits.plan_exit_step(case, area, words=words, due_on=today + timedelta(days=days), by=by)
    for attendance, days, line in ((Attendance.MET, 8, "Penge og telefon"), (Attendance.CANCELLED, 1, "Syg")):
        exits.note_contact(case, attendance, on=today - timedelta(days=days), line=line, by=by)


def _write(case: ExitCase, *, by: Actor) -> None:
    """Write to the probation service's coordinator, who has no seat here; the letter was handed over."""
    to = next(each.key for each in outsiders_named(case) if each.is_coordinator)
    wish = LetterWish(
        to=to,
        parts=frozenset({"status"}),
        role=PersonRole.CONCERN,
        necessity="Kriminalforsorgens koordinator skal kunne lægge tilsynets møder, så de passer med praktikken.",
    )
    letter = exits.write_letter(case, wish, by=by)
    exits.note_delivery(letter, DeliveryManner.IN_HAND, timezone.localdate(), by=by)


def _tell(case: ExitCase, reader: Actor, *, by: Actor) -> None:
    """Tell how far it has come; and something that turned out to be wrong and was taken back."""
    for words, necessity, is_wrong in (
        (
            "Er flyttet midlertidigt. Ring kun på det nye nummer.",
            "Politiets koordinator skal kunne vurdere sikkerheden i den første uge.",
            False,
        ),
        (
            "Har møde med de gamle venner på fredag.",
            "Politiets koordinator skal kunne være i nærheden på fredag.",
            True,
        ),
    ):
        wish = ExitWish(
            readers=frozenset({reader.user_id}),
            parts=frozenset({"status"}),
            words=words,
            role=PersonRole.CONCERN,
            necessity=necessity,
        )
        [told] = exits.tell_coordinators(case, wish, by=by)
        if is_wrong:
            exits.recall_told(told, ExitRecallCause.WRONG, by=by)
