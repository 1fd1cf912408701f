"""Telling the other exit coordinators: under a consent that names them, read by them alone, taken back at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.apps import apps
from django.db import DatabaseError, connections, transaction
from django.utils import timezone

from rundbord.access.actor import Actor, system_of
from rundbord.access.refusal import NotPermitted, Refused
from rundbord.access.session import acting_for, current_login
from rundbord.audit import Event
from rundbord.identity.models import User
from rundbord.interventions.actions import exits
from rundbord.interventions.exit_vocabulary import ExitRecallCause, ExitReplyKind, ExitState
from rundbord.interventions.models import ExitConsent, ExitCopy, ExitDisclosure, ExitRecall, ExitReply
from rundbord.interventions.queries.exits import copy_page, exit_told_view, fellows_of, told_of_case, waiting_copies
from rundbord.keys.models import DataKey
from rundbord.notices.models import Notice
from rundbord.sharing.rules.objections import ObjectionKind
from rundbord.sharing.vocabulary import SourceGrade
from tests.database import as_owner
from tests.factories.situations import ActorOf, Vestegnen
from tests.interventions.exits import NAME, WORDS, agreed, consent, coordinator, enquiry, fresh, told_to, wish
from tests.logs import logged

TABLES = (ExitDisclosure, ExitCopy, ExitRecall, ExitReply)


@pytest.fixture
def own(vestegnen: Vestegnen, actor_of: ActorOf) -> Actor:
    """The exit coordinator of Gladsaxe, who tells."""
    return actor_of(coordinator(vestegnen.gladsaxe_ssp, "Kommunens koordinator"))


@pytest.fixture
def reader(vestegnen: Vestegnen, actor_of: ActorOf) -> Actor:
    """The exit coordinator of the police, who is told."""
    return actor_of(coordinator(vestegnen.local_police, "Politiets koordinator"))


def _rows_seen(actor: Actor) -> int:
    with acting_for(actor):
        return sum(table.objects.count() for table in TABLES)


def _copy(reader: Actor) -> ExitCopy:
    with acting_for(reader):
        return ExitCopy.objects.get()


def _words_of(reader: Actor) -> list[str]:
    with acting_for(reader):
        _, rows = copy_page(reader)
    return [line.text for row in rows if row.content for line in row.content.lines]


def _keys_alive(told: ExitDisclosure) -> int:
    with as_owner():
        ids = ExitCopy.objects.filter(disclosure_id=told.pk).values("data_key_id")
        return DataKey.objects.filter(pk__in=ids, destroyed_at=None).count()


def test_the_named_coordinator_reads_what_was_told_and_nobody_is_notified(own: Actor, reader: Actor) -> None:
    told = told_to(reader, own)

    assert WORDS in _words_of(reader)
    with acting_for(reader):
        _, [row] = copy_page(reader)
        assert row.content is not None
        assert (row.content.name, row.content.cpr) == (NAME, "")
        assert waiting_copies(reader).count() == 1
    with as_owner():
        assert Notice.objects.count() == 0
        sharing = [apps.get_model("sharing", name) for name in ("Disclosure", "ReceivedDisclosure", "ReaderRequest")]
        assert {model._base_manager.count() for model in sharing} == {0}
    assert logged(Event.EXIT_TOLD, about=told) == 1


@pytest.mark.parametrize(
    "who", ["coordinator", "leader", "secretary", "dpo", "administrator", "officer", "herlev_case_worker", "outsider"]
)
def test_unit_leader_and_everybody_else_reach_nothing_of_it(  # noqa: PLR0917 - pytest gives fixtures by name
    who: str, own: Actor, reader: Actor, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    told_to(reader, own)

    assert _rows_seen(actor_of(getattr(vestegnen, who))) == 0


@pytest.mark.parametrize("unit", ["gladsaxe_ssp", "local_police", "herlev_ssp"])
def test_other_exit_coordinators_reach_nothing_of_it(  # noqa: PLR0917 - pytest gives fixtures by name
    unit: str, own: Actor, reader: Actor, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    told_to(reader, own)

    assert _rows_seen(actor_of(coordinator(getattr(vestegnen, unit), "En anden"))) == 0


def test_the_sender_cannot_read_the_copy_nor_open_its_key(own: Actor, reader: Actor) -> None:
    told_to(reader, own)
    copy = _copy(reader)

    with acting_for(own):
        assert ExitCopy.objects.count() == 0
        assert not DataKey.objects.filter(pk=copy.data_key_id).exists()


def test_whoever_coordinates_sees_the_others_of_the_table_and_nobody_else_does(
    own: Actor, reader: Actor, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    coordinator(vestegnen.gladsaxe_ssp, "Egen kollega")
    with acting_for(own):
        assert [each.user_id for each in fellows_of(own)] == [reader.user_id]
    leader = actor_of(vestegnen.leader)
    with pytest.raises(NotPermitted), acting_for(leader):
        fellows_of(leader)


def test_a_coordinator_who_has_left_is_offered_to_nobody(own: Actor, reader: Actor) -> None:
    with as_owner():
        User.objects.filter(pk=reader.user_id).update(closed_at=timezone.now())

    with acting_for(own):
        assert fellows_of(own) == []


def test_what_a_leader_asks_the_database_about_fellow_coordinators_is_empty(
    reader: Actor, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    with acting_for(actor_of(vestegnen.leader)), connections[current_login()].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM ctx.fellow_exit_coordinators()")
        assert cursor.fetchone() == (0,)


def test_before_consent_nothing_is_told(own: Actor, reader: Actor) -> None:
    case = enquiry(own)

    with acting_for(own), pytest.raises(Refused):
        exits.tell_coordinators(case, wish(reader.user_id), by=own)


def test_every_objection_is_said_at_once(own: Actor, reader: Actor, vestegnen: Vestegnen) -> None:
    other = coordinator(vestegnen.herlev_ssp, "Herlevs koordinator")
    case = agreed(own, recipients=[reader.user_id])
    typed = wish(reader.user_id, other.pk, necessity="", grade=SourceGrade.RUMOUR)

    with acting_for(own), pytest.raises(Refused) as refused:
        exits.tell_coordinators(case, typed, by=own)

    said = str(refused.value)
    for words in ("Herlevs koordinator", "ygte", "nødvendig"):
        assert words in said
    assert _rows_seen(reader) == 0


def test_a_unit_without_need_for_exit_is_no_recipient(own: Actor, vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    street = actor_of(coordinator(vestegnen.gladsaxe_street, "Gadens koordinator"))
    told = coordinator(vestegnen.local_police)
    case = agreed(street, recipients=[told.pk])

    with acting_for(street), pytest.raises(Refused) as refused:
        exits.tell_coordinators(case, wish(told.pk), by=street)
    assert ObjectionKind.SENDER_OUTSIDE.label in str(refused.value)


def test_the_necessity_of_last_time_is_not_taken_again(own: Actor, reader: Actor) -> None:
    case = agreed(own, recipients=[reader.user_id])
    with acting_for(own):
        exits.tell_coordinators(case, wish(reader.user_id), by=own)

    with acting_for(own), pytest.raises(Refused):
        exits.tell_coordinators(case, wish(reader.user_id), by=own)


def test_the_reader_acknowledges_once_and_the_sender_sees_it(own: Actor, reader: Actor) -> None:
    told = told_to(reader, own)
    copy = _copy(reader)

    with acting_for(reader):
        exits.acknowledge_exit_copy(copy, by=reader)
        exits.acknowledge_exit_copy(copy, by=reader)
        assert waiting_copies(reader).count() == 0

    with acting_for(own):
        [row] = told_of_case(told.case)
        assert row.read is not None
        assert row.stands
    assert logged(Event.EXIT_COPY_ACKNOWLEDGED, about=copy) == 1


def test_withdrawal_takes_back_all_that_was_told_in_the_same_act(own: Actor, reader: Actor) -> None:
    told = told_to(reader, own)

    with acting_for(own):
        exits.withdraw_consent(told.case, by=own)

    assert _words_of(reader) == []
    with acting_for(reader):
        _, [row] = copy_page(reader)
        assert row.must_confirm
        assert row.cause == ExitRecallCause.WITHDRAWN.label
        assert waiting_copies(reader).count() == 1
    with as_owner():
        assert Notice.objects.count() == 0


def test_confirming_destroys_the_key_and_tells_the_sender(own: Actor, reader: Actor) -> None:
    told = told_to(reader, own)
    with acting_for(own):
        exits.withdraw_consent(told.case, by=own)
    assert _keys_alive(told) == 1

    with acting_for(reader):
        exits.confirm_gone(_own_copy(), by=reader)
        assert waiting_copies(reader).count() == 0

    assert _keys_alive(told) == 0
    with acting_for(own):
        [row] = told_of_case(fresh(told.case, own))
        assert row.gone is not None


def _own_copy() -> ExitCopy:
    return ExitCopy.objects.get()


def test_what_stands_cannot_be_confirmed_as_gone(own: Actor, reader: Actor) -> None:
    told = told_to(reader, own)

    with acting_for(reader), pytest.raises(Refused):
        exits.confirm_gone(_own_copy(), by=reader)
    assert _keys_alive(told) == 1


def test_the_night_destroys_what_was_taken_back_and_not_confirmed_and_sees_nothing_that_stands(
    own: Actor, reader: Actor, vestegnen: Vestegnen
) -> None:
    told, night = told_to(reader, own), system_of(vestegnen.police.pk)
    with acting_for(night):
        assert ExitCopy.objects.count() == 0
        assert exits.erase_exit_copies(by=night) == 0
    with acting_for(own):
        exits.withdraw_consent(told.case, at_once=True, by=own)

    with acting_for(night):
        assert exits.erase_exit_copies(by=night) == 1
        assert exits.erase_exit_copies(by=night) == 0

    assert _keys_alive(told) == 0
    with acting_for(reader):
        _, [row] = copy_page(reader)
        assert row.is_gone


def test_after_the_last_day_the_night_leaves_no_row_of_a_copy(own: Actor, reader: Actor, vestegnen: Vestegnen) -> None:
    told, night = told_to(reader, own), system_of(vestegnen.police.pk)
    with acting_for(reader):
        exits.acknowledge_exit_copy(_own_copy(), by=reader)
    yesterday = timezone.localdate() - timedelta(days=1)
    with as_owner():
        for table in (ExitCopy, ExitReply):
            table.objects.update(expires_on=yesterday)
    assert _words_of(reader) == []

    with acting_for(night):
        assert exits.erase_exit_copies(by=night) == 1

    with as_owner():
        assert {ExitCopy.objects.count(), ExitReply.objects.count()} == {0}
        assert ExitDisclosure.objects.filter(pk=told.pk).exists()


def test_the_case_goes_with_what_was_told_of_it_and_the_recall_stays_with_the_reader(
    own: Actor, reader: Actor, vestegnen: Vestegnen
) -> None:
    told, night = told_to(reader, own), system_of(vestegnen.gladsaxe.pk)
    with acting_for(own):
        exits.withdraw_consent(told.case, at_once=True, by=own)

    with acting_for(night):
        assert exits.delete_gone_cases(by=night) == 1

    with as_owner():
        assert not ExitDisclosure.objects.exists()
    with acting_for(reader):
        _, [row] = copy_page(reader)
        assert row.must_confirm
        assert row.content is None


def test_the_end_of_the_case_takes_back_what_was_told(own: Actor, reader: Actor) -> None:
    told = told_to(reader, own)

    with acting_for(own):
        exits.move_case(told.case, ExitState.BROKEN_OFF, by=own)

    with acting_for(reader):
        _, [row] = copy_page(reader)
        assert row.cause == ExitRecallCause.ENDED.label


def test_a_renewed_consent_takes_back_from_whom_it_does_not_name(own: Actor, reader: Actor) -> None:
    told = told_to(reader, own)

    with acting_for(own):
        exits.give_consent(told.case, consent(), signer=exits.Signer(name=NAME), recipients=[], by=own)
        with pytest.raises(Refused):
            exits.tell_coordinators(
                told.case, wish(reader.user_id, necessity="Nye ord om, hvorfor det haster nu."), by=own
            )

    assert _words_of(reader) == []


def test_a_renewed_consent_that_names_them_again_leaves_them_what_they_have(own: Actor, reader: Actor) -> None:
    told = told_to(reader, own)

    with acting_for(own):
        exits.give_consent(told.case, consent(), signer=exits.Signer(name=NAME), recipients=[reader.user_id], by=own)

    assert WORDS in _words_of(reader)
    with as_owner():
        assert ExitConsent.objects.filter(case=told.case, withdrawn_at=None).count() == 1


def test_a_recall_has_a_cause_and_is_made_once(own: Actor, reader: Actor) -> None:
    told = told_to(reader, own)

    with acting_for(own):
        with pytest.raises(Refused):
            exits.recall_told(told, ExitRecallCause.WITHDRAWN, by=own)
        exits.recall_told(told, ExitRecallCause.UNLAWFUL, by=own)
        with pytest.raises(Refused):
            exits.recall_told(told, ExitRecallCause.WRONG, by=own)

    assert _words_of(reader) == []
    assert logged(Event.EXIT_RECALLED, about=told) == 1


def test_a_correction_is_a_new_copy_and_nobody_reads_the_old_words(own: Actor, reader: Actor) -> None:
    told = told_to(reader, own)
    putting = exits.Putting(line=1, wording="Det var torsdag.", reason="Dagen var forkert.")

    with acting_for(own):
        [righted] = exits.put_right(told, putting, by=own)
        view = exit_told_view(righted)

    assert (righted.replaces_id, view.reason) == (told.pk, "Dagen var forkert.")
    assert "Det var torsdag." in _words_of(reader)
    assert WORDS not in _words_of(reader)
    with acting_for(reader):
        _, rows = copy_page(reader)
        assert {row.cause for row in rows if row.recall} == {ExitRecallCause.CORRECTED.label}


@pytest.mark.parametrize(
    "putting",
    [
        exits.Putting(line=1, wording="", reason="Dagen var forkert."),
        exits.Putting(line=1, wording="Det var torsdag.", reason=""),
        exits.Putting(line=1, wording=WORDS, reason="Dagen var forkert."),
        exits.Putting(line=7, wording="Det var torsdag.", reason="Dagen var forkert."),
    ],
)
def test_a_correction_that_says_nothing_new_is_refused(putting: exits.Putting, own: Actor, reader: Actor) -> None:
    told = told_to(reader, own)

    with acting_for(own), pytest.raises(Refused):
        exits.put_right(told, putting, by=own)
    assert WORDS in _words_of(reader)


def _forged(told: ExitDisclosure, **changed: Any) -> dict[str, Any]:
    columns = {field.attname: getattr(told, field.attname) for field in ExitDisclosure._meta.concrete_fields}
    return {**columns, "id": uuid4(), **changed}


def _in_database(own: Actor, **columns: Any) -> None:
    with acting_for(own), transaction.atomic():
        ExitDisclosure.objects.create(**columns)


def test_the_database_lets_nothing_be_told_without_a_consent_that_holds(own: Actor, reader: Actor) -> None:
    told = told_to(reader, own)
    _in_database(own, **_forged(told))

    later = timezone.localdate() + timedelta(days=900)
    for changed in ({"reader_id": uuid4()}, {"expires_on": later}, {"consent_id": uuid4()}, {"told_by": uuid4()}):
        with pytest.raises(DatabaseError, match="row-level security"):
            _in_database(own, **_forged(told, **changed))
    with acting_for(own):
        exits.withdraw_consent(told.case, by=own)
    with pytest.raises(DatabaseError, match="row-level security"):
        _in_database(own, **_forged(told))


def test_the_database_lets_no_copy_follow_once_the_consent_is_withdrawn(own: Actor, reader: Actor) -> None:
    told, copy = told_to(reader, own), _copy(reader)
    columns = {field.attname: getattr(copy, field.attname) for field in ExitCopy._meta.concrete_fields}
    with acting_for(own), transaction.atomic():
        ExitCopy.objects.create(**{**columns, "id": uuid4()})
    with acting_for(own):
        exits.withdraw_consent(told.case, by=own)

    with acting_for(own), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        ExitCopy.objects.create(**{**columns, "id": uuid4()})


def test_nobody_changes_or_deletes_what_was_told(own: Actor, reader: Actor) -> None:
    told_to(reader, own)

    for who in (own, reader):
        for table, column in ((ExitDisclosure, "role"), (ExitCopy, "role"), (ExitRecall, "cause"), (ExitReply, "kind")):
            with acting_for(who), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                table.objects.update(**{column: "x"})
            with acting_for(who):
                assert table.objects.all()._raw_delete(current_login()) == 0


def test_in_another_authority_the_same_reader_reads_nothing(own: Actor, reader: Actor, vestegnen: Vestegnen) -> None:
    told_to(reader, own)

    assert _rows_seen(reader) == 1
    assert _rows_seen(replace(reader, authority_id=vestegnen.herlev.pk)) == 0
    assert _rows_seen(replace(reader, user_id=UUID(int=7))) == 0


def test_a_reply_says_what_it_says_in_the_own_name_alone(own: Actor, reader: Actor) -> None:
    told = told_to(reader, own)
    reply = {
        "authority_id": reader.authority_id,
        "reader_id": reader.user_id,
        "disclosure_id": told.pk,
        "sender_id": own.authority_id,
        "kind": ExitReplyKind.READ.value,
        "expires_on": told.expires_on,
        "at": timezone.now(),
    }

    for who, by in ((own, own.user_id), (reader, own.user_id)):
        with acting_for(who), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            ExitReply.objects.create(**reply, by=by)
