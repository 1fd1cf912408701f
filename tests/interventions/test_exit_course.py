"""The course of an exit case: consent first, states, plan, contacts, withdrawal in one act, deletion."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.utils import timezone

from rundbord.access.actor import Actor, system_of
from rundbord.access.refusal import Refused
from rundbord.access.session import acting_for
from rundbord.interventions.actions import exits
from rundbord.interventions.exit_vocabulary import Attendance, ExitNoteKind, ExitState, LifeArea
from rundbord.interventions.models import ExitCase, ExitConsent, ExitNote, ExitStep
from rundbord.interventions.queries.exits import due_exits, exit_case_of, exit_sheet
from rundbord.keys.core.trouble import KeyDestroyed
from rundbord.keys.queries import open_key
from rundbord.privacy.catalogue import CLASSES
from rundbord.sharing.vocabulary import InformationClass
from tests.database import as_log_keeper, as_owner
from tests.factories.situations import ActorOf, Vestegnen
from tests.interventions.exits import CALLED, NAME, WORDS, active, agreed, consent, coordinator, enquiry, fresh


@pytest.fixture
def own(vestegnen: Vestegnen, actor_of: ActorOf) -> Actor:
    """An exit coordinator in Gladsaxe."""
    return actor_of(coordinator(vestegnen.gladsaxe_ssp))


@pytest.fixture
def police(vestegnen: Vestegnen, actor_of: ActorOf) -> Actor:
    """An exit coordinator of the police."""
    return actor_of(coordinator(vestegnen.local_police))


def test_an_enquiry_holds_a_first_name_and_goes_after_30_days(own: Actor) -> None:
    case = enquiry(own)

    with acting_for(own):
        sheet = exit_sheet(fresh(case, own), own)
    assert (sheet.name, sheet.masked_cpr, sheet.state) == (CALLED, "", ExitState.ENQUIRY)
    assert case.delete_on == timezone.localdate() + timedelta(days=30)
    assert not sheet.may_write


def test_before_consent_nothing_is_written_and_nothing_leads_on(own: Actor) -> None:
    case = enquiry(own)

    for act in (
        lambda: exits.write_note(case, ExitNoteKind.CRISIS, body=WORDS, by=own),
        lambda: exits.plan_exit_step(case, LifeArea.HOUSING, words=WORDS, due_on=timezone.localdate(), by=own),
        lambda: exits.note_contact(case, Attendance.MET, on=timezone.localdate(), by=own),
        lambda: exits.move_case(case, ExitState.VISITATION, by=own),
        lambda: exits.withdraw_consent(case, by=own),
    ):
        with acting_for(own), pytest.raises(Refused):
            act()

    with as_owner():
        assert ExitNote.objects.count() == ExitStep.objects.count() == 0


def test_an_enquiry_that_names_somebody_is_refused(own: Actor) -> None:
    with acting_for(own), pytest.raises(Refused) as refused:
        exits.open_enquiry(called=NAME, contact="650599-1234", enquiry="Vil ud.", is_adult=False, by=own)

    assert set(refused.value.reasons) == {"called", "contact", "is_adult"}


def test_with_consent_the_case_may_name_its_person(own: Actor) -> None:
    case = agreed(own)

    with acting_for(own):
        sheet = exit_sheet(case, own)
    assert (sheet.name, sheet.masked_cpr, sheet.state) == (NAME, "650599-****", ExitState.CONSENT)
    assert sheet.consent is not None
    assert sheet.consent.holds
    assert [name for _, name in sheet.consent.coordinators] == ["KANARIEFUGL-koordinatoren"] * 3
    assert sheet.may_write


def test_a_consent_by_somebody_under_18_is_refused(own: Actor) -> None:
    case = enquiry(own)
    given = consent()
    young = type(given)(**{**given.__dict__, "born_on": timezone.localdate() - timedelta(days=17 * 365)})

    with acting_for(own), pytest.raises(Refused) as refused:
        exits.give_consent(case, young, signer=exits.Signer(name=NAME), by=own)

    assert "born_on" in refused.value.reasons
    assert fresh(case, own).state == ExitState.ENQUIRY


def test_a_case_comes_under_way_with_a_last_day_in_12_months(own: Actor) -> None:
    case = active(own)
    today = timezone.localdate()

    assert case.state == ExitState.ACTIVE
    assert case.ends_by == date(today.year + 1, today.month, min(today.day, 28) if today.month == 2 else today.day)
    assert case.next_on == today + timedelta(days=3)
    assert case.delete_on > case.ends_by


def test_what_is_due_is_told_to_its_coordinator_alone(own: Actor, vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    case = active(own)
    with as_owner():
        ExitCase.objects.filter(pk=case.pk).update(next_on=timezone.localdate())

    with acting_for(own):
        assert due_exits(own).count() == 1
    for other in (actor_of(coordinator(vestegnen.gladsaxe_ssp)), actor_of(vestegnen.leader)):
        with acting_for(other):
            assert due_exits(other).count() == 0


def test_a_step_is_done_once_and_what_is_due_moves_on(own: Actor) -> None:
    case = active(own)
    with acting_for(own):
        step = ExitStep.objects.select_related("case").get()
        exits.finish_exit_step(step, by=own)
        with pytest.raises(Refused):
            exits.finish_exit_step(step, by=own)

    assert fresh(case, own).next_on == timezone.localdate() + timedelta(days=7)


def test_a_contact_that_did_not_come_about_does_not_move_the_next(own: Actor) -> None:
    case = agreed(own)
    with acting_for(own):
        exits.note_contact(case, Attendance.NOT_MET, on=timezone.localdate(), by=own)

    assert fresh(case, own).next_on == timezone.localdate() + timedelta(days=7)
    with acting_for(own), pytest.raises(Refused):
        exits.note_contact(case, Attendance.MET, on=timezone.localdate() + timedelta(days=1), by=own)


def test_the_threat_is_the_polices_to_judge(own: Actor, police: Actor) -> None:
    municipal, of_police = agreed(own), agreed(police)

    with acting_for(own), pytest.raises(Refused) as refused:
        exits.write_note(municipal, ExitNoteKind.THREAT, body=WORDS, by=own)
    with acting_for(police):
        exits.write_note(of_police, ExitNoteKind.THREAT, body=WORDS, by=police)

    assert list(refused.value.reasons) == ["kind"]


def test_when_a_consent_has_run_out_nothing_is_written_until_it_is_renewed(own: Actor) -> None:
    case = active(own)
    with as_owner():
        ExitCase.objects.filter(pk=case.pk).update(consent_until=timezone.localdate() - timedelta(days=1))

    with acting_for(own), pytest.raises(Refused):
        exits.write_note(case, ExitNoteKind.CRISIS, body=WORDS, by=own)
    with acting_for(own):
        exits.give_consent(case, consent(months=6), signer=exits.Signer(name=NAME), by=own)
        exits.write_note(case, ExitNoteKind.CRISIS, body=WORDS, by=own)

    renewed = fresh(case, own)
    assert renewed.state == ExitState.ACTIVE
    assert renewed.cpr is not None


def test_withdrawal_ends_the_case_at_once_and_the_words_go_after_30_days(own: Actor) -> None:
    case = active(own)

    with acting_for(own):
        exits.withdraw_consent(case, by=own)

    gone = fresh(case, own)
    assert (gone.state, gone.consent_until) == (ExitState.WITHDRAWN, None)
    assert gone.delete_on == timezone.localdate() + timedelta(days=30)
    with acting_for(own):
        assert ExitConsent.objects.get().withdrawn_at is not None
        with pytest.raises(Refused):
            exits.write_note(gone, ExitNoteKind.CRISIS, body=WORDS, by=own)
        assert exit_sheet(gone, own).name == NAME


def test_on_wish_the_words_are_destroyed_in_the_same_act(own: Actor) -> None:
    case = active(own)

    with acting_for(own):
        exits.withdraw_consent(case, at_once=True, by=own)
        with pytest.raises(KeyDestroyed):
            open_key(case.data_key_id)
        sheet = exit_sheet(exit_case_of(case.pk), own)

    assert (sheet.has_words, sheet.name, sheet.contact) == (False, "Slettet", "")


def test_the_night_deletes_what_is_to_go_and_its_key(own: Actor, vestegnen: Vestegnen) -> None:
    stays, goes = active(own), active(own)
    with acting_for(own):
        exits.withdraw_consent(goes, at_once=True, by=own)
    night = system_of(vestegnen.gladsaxe.pk)

    with acting_for(night):
        assert exits.delete_gone_cases(by=night) == 1

    with acting_for(own):
        assert list(ExitCase.objects.values_list("pk", flat=True)) == [stays.pk]
        open_key(stays.data_key_id)
    with as_owner():
        assert ExitNote.objects.exclude(case=stays).count() == 0


def test_an_enquiry_that_comes_to_nothing_goes_the_same_night(own: Actor) -> None:
    case = enquiry(own)
    with acting_for(own):
        exits.move_case(case, ExitState.BROKEN_OFF, by=own)

    assert fresh(case, own).delete_on == timezone.localdate()


def test_a_completed_case_is_kept_for_12_months(own: Actor) -> None:
    case = active(own)
    with acting_for(own):
        exits.move_case(case, ExitState.COMPLETED, reason=WORDS, by=own)

    done = fresh(case, own)
    assert done.ended_at is not None
    assert done.next_on is None
    assert (done.delete_on - timezone.localdate()).days in {365, 366}


def test_it_lasts_longer_only_with_a_reason(own: Actor) -> None:
    case = active(own)
    assert case.ends_by is not None
    until = case.ends_by + timedelta(days=60)

    with acting_for(own), pytest.raises(Refused):
        exits.prolong_case(case, until=until, reason="Mere tid", by=own)
    with acting_for(own):
        exits.prolong_case(case, until=until, reason="Boligen falder først på plads efter nytår.", by=own)

    assert fresh(case, own).ends_by == until


def test_the_log_tells_what_was_done_and_never_of_whom(own: Actor) -> None:
    case = active(own)
    with acting_for(own):
        exits.read_exit_case(case, by=own)
        exits.withdraw_consent(case, at_once=True, by=own)

    with as_log_keeper(), connection.cursor() as cursor:
        cursor.execute("SELECT event, convert_from(canonical, 'UTF8') FROM audit.event WHERE actor = %s", [own.user_id])
        told = cursor.fetchall()
    done = [event for event, _ in told]
    assert {"exit_opened", "exit_consented", "exit_moved", "exit_noted", "exit_step_planned"} <= set(done)
    assert {"exit_contact_noted", "exit_read", "exit_withdrawn", "exit_words_destroyed"} <= set(done)
    assert "kanariefugl" not in str(told).lower()
    assert "650599" not in str(told)


def test_every_column_is_of_the_class_of_exit() -> None:
    of_exit = {
        model: set(columns.values()) for model, columns in CLASSES["interventions"].items() if model[:4] == "Exit"
    }

    assert len(of_exit) == 12
    assert set.union(*of_exit.values()) == {InformationClass.EXIT}
