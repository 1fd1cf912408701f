"""The night deletes, records, calls copies in; and waits for the archive no longer than it may."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.db import ProgrammingError
from django.utils import timezone

from rundbord.access.actor import Actor, system_of
from rundbord.access.refusal import Refused
from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.concerns import actions
from rundbord.concerns.models import ArchiveCheck, Fact, LookUp, YoungPerson
from rundbord.concerns.queries.coming_of_age import coming_of_age
from rundbord.concerns.vocabulary import ArchiveOutcome
from rundbord.deletion import actions as deletion
from rundbord.deletion.models import ComingDeletion, DeletionRecord
from rundbord.deletion.queries.records import records_of
from rundbord.keys.core.trouble import KeyDestroyed
from rundbord.keys.places import place_of
from rundbord.keys.queries import open_key
from rundbord.notices.models import Notice
from rundbord.partnership.models import Party
from rundbord.sharing.actions import remind_of_unconfirmed
from rundbord.sharing.queries import unconfirmed
from rundbord.sharing.vocabulary import InformationClass
from tests.concerns.files import fact_about, file_on
from tests.database import as_owner, as_worker
from tests.deletion.rows import approved
from tests.deletion.worlds import NAME, WORDS, archive_is_checked, closed, goes_on
from tests.factories.situations import ActorOf, Vestegnen
from tests.logs import logged
from tests.sharing.of_files import called_in, confirmed_by, tell_of
from tests.sharing.telling import table_of

DAY = date(2026, 11, 30)
WHY_ADULT = "Personen er fortsat i gruppen og har bedt om hjælp til at komme ud af den."
NIGHT = f"{DAY + timedelta(days=1)} 01:40+01:00"


@pytest.fixture
def coordinator(vestegnen: Vestegnen, actor_of: ActorOf) -> Actor:
    """Who keeps the file, in Gladsaxe."""
    return actor_of(vestegnen.coordinator)


def _forget(by: Actor) -> int:
    night = system_of(by.authority_id, partnership_id=by.partnership_id)
    with acting_for(night):
        actions.call_in_copies_of_files(by=night)
        return actions.forget_files(by=night)


def _records(by: Actor) -> list[DeletionRecord]:
    with acting_for(by):
        return list(DeletionRecord.objects.order_by("at"))


def test_what_the_night_deletes_is_recorded_without_content_and_in_the_log(
    coordinator: Actor, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    person, dpo = goes_on(DAY, coordinator), actor_of(vestegnen.dpo)

    with time_machine.travel(NIGHT, tick=False):
        assert _forget(coordinator) == 1

    [record] = _records(dpo)
    assert (record.rule, record.keys, record.rows, record.carried_out_by) == ("file_open", 1, 3, "Natten")
    assert logged(Event.DELETED, about=record) == 1
    assert person.pk.bytes not in bytes(record.mark or b"") + bytes(record.salt)
    with acting_for(dpo):
        assert records_of(person.pk, dpo) == [record]
        assert records_of(record.pk, dpo) == []


def test_who_sees_the_record(coordinator: Actor, vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    goes_on(DAY, coordinator)
    goes_on(DAY, coordinator, is_narrow=True)
    with time_machine.travel(NIGHT, tick=False):
        assert _forget(coordinator) == 2

    assert len(_records(actor_of(vestegnen.dpo))) == 2
    assert len(_records(coordinator)) == 1
    for user in (vestegnen.street_worker, vestegnen.officer, vestegnen.herlev_case_worker):
        assert _records(actor_of(user)) == []


def test_a_record_is_added_in_the_own_name_and_changed_by_nobody(coordinator: Actor, vestegnen: Vestegnen) -> None:
    with acting_for(coordinator):
        record = deletion.record_deletion("file_closed", rows=1, by=coordinator)
    with pytest.raises(ProgrammingError), acting_for(coordinator):
        DeletionRecord.objects.filter(pk=record.pk).update(rows=0)
    with pytest.raises(ProgrammingError), acting_for(coordinator):
        DeletionRecord.objects.create(
            authority=vestegnen.gladsaxe,
            rule="file_closed",
            at=timezone.now(),
            carried_out_by="Natten",
            user_id=vestegnen.dpo.pk,
            rows=1,
            keys=1,
            salt=bytes(16),
        )


def test_copies_of_a_deleted_file_are_called_in_and_what_is_not_confirmed_is_told(
    coordinator: Actor, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    with time_machine.travel(f"{DAY} 10:00+01:00", tick=False):
        table_of(vestegnen, actor_of)
        person = goes_on(DAY, coordinator)
        told = tell_of(person, vestegnen.herlev_ssp, name=NAME, words=WORDS, by=coordinator)

    with time_machine.travel(NIGHT, tick=False):
        assert _forget(coordinator) == 1
        assert _forget(coordinator) == 0
    kind, confirm_by = called_in(told)
    assert kind == "erased"
    with as_owner():
        assert Notice.objects.filter(kind="disclosure_corrected", unit=vestegnen.herlev_ssp).exists()

    with time_machine.travel(f"{confirm_by + timedelta(days=1)} 08:00+01:00", tick=False):
        with acting_for(coordinator):
            [line] = unconfirmed(coordinator)
        assert (line.to_whom.startswith("SSP"), line.is_letter) == (True, False)
        night = system_of(coordinator.authority_id, partnership_id=coordinator.partnership_id)
        with acting_for(night):
            assert remind_of_unconfirmed(by=night) == 1
        with as_owner():
            assert Notice.objects.filter(kind="erasure_unconfirmed", unit=vestegnen.gladsaxe_ssp).exists()
        confirmed_by(vestegnen.herlev_case_worker, told)
        with acting_for(coordinator):
            assert unconfirmed(coordinator) == []


def test_a_file_waits_for_the_archive_so_many_days_and_no_more(coordinator: Actor, vestegnen: Vestegnen) -> None:
    archive_is_checked(coordinator)
    goes_on(DAY, coordinator)
    night = system_of(coordinator.authority_id, partnership_id=coordinator.partnership_id)

    with time_machine.travel(NIGHT, tick=False):
        assert _forget(coordinator) == 0
        with acting_for(night):
            assert actions.remind_of_last_days(by=night) == 1
    with as_owner():
        told = Notice.objects.filter(kind="archive_waits")
        assert {each.user_id for each in told} == {coordinator.user_id, None}
    with time_machine.travel(f"{DAY + timedelta(days=14)} 02:00+01:00", tick=False):
        assert _forget(coordinator) == 0
    with time_machine.travel(f"{DAY + timedelta(days=15)} 02:00+01:00", tick=False):
        assert _forget(coordinator) == 1


def test_a_file_that_was_looked_through_goes_on_its_day(coordinator: Actor) -> None:
    archive_is_checked(coordinator)
    person = goes_on(DAY, coordinator)
    with acting_for(coordinator):
        actions.check_archive(person, ArchiveOutcome.KEPT, by=coordinator)

    with time_machine.travel(NIGHT, tick=False):
        assert _forget(coordinator) == 1
    assert logged(Event.ARCHIVE_CHECKED, about=person) == 1


def test_the_check_is_seen_by_those_who_reach_the_file(
    coordinator: Actor, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    person = goes_on(DAY, coordinator, is_narrow=True)
    with acting_for(coordinator):
        actions.check_archive(person, ArchiveOutcome.NOTHING, by=coordinator)
        assert ArchiveCheck.objects.count() == 1

    for user in (vestegnen.leader, vestegnen.dpo, vestegnen.street_worker, vestegnen.officer):
        with acting_for(actor_of(user)):
            assert not ArchiveCheck.objects.exists()


@time_machine.travel(f"{DAY} 10:00+01:00", tick=False)
def test_a_shorter_period_brings_closed_files_forward_and_never_back(coordinator: Actor, vestegnen: Vestegnen) -> None:
    old, new = goes_on(DAY + timedelta(days=265), coordinator), goes_on(DAY + timedelta(days=10), coordinator)
    closed(old, coordinator, days_ago=100)
    closed(new, coordinator, days_ago=355)
    still_open = goes_on(DAY + timedelta(days=300), coordinator)
    night = system_of(coordinator.authority_id)
    with acting_for(night):
        assert actions.bring_forward(by=night) == 0
    approved(vestegnen.gladsaxe, vestegnen.leader, vestegnen.dpo)

    with acting_for(night):
        assert actions.bring_forward(by=night) == 2
        assert actions.bring_forward(by=night) == 0

    with as_owner():
        days = {each.pk: each.delete_on for each in YoungPerson.objects.all()}
    assert days[old.pk] == DAY + timedelta(days=80)
    assert days[new.pk] == DAY - timedelta(days=175)
    assert days[still_open.pk] == DAY + timedelta(days=300)


def test_affiliation_that_nobody_confirmed_loses_its_words(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    police = actor_of(vestegnen.officer)
    person = file_on(police)
    gang, today = InformationClass.GANG.value, timezone.localdate()
    with acting_for(police):
        own: dict[str, Any] = {"information_class": gang, "readers": [police.user_id]}
        past = fact_about(person, police, keep_until=today, confirmed_on=today - timedelta(days=90), **own)
        kept = fact_about(person, police, keep_until=today + timedelta(days=9), confirmed_on=today, **own)
    night = system_of(police.authority_id)

    with acting_for(night), as_worker():
        assert actions.forget_facts(by=night) == 0
    with as_owner():
        Fact.objects.filter(pk=past.pk).update(keep_until=today - timedelta(days=1))
    with acting_for(night), as_worker():
        assert actions.forget_facts(by=night) == 1

    with acting_for(police):
        assert bytes(Fact.objects.get(pk=past.pk).body) == b""
        assert bytes(Fact.objects.get(pk=kept.pk).body) != b""
        with pytest.raises(Refused, match="Ordene er slettet"):
            actions.confirm_fact(past, by=police)


def test_no_colleague_empties_the_words_of_a_fact(coordinator: Actor) -> None:
    file_on(coordinator)

    with pytest.raises(ProgrammingError), acting_for(coordinator):
        Fact.objects.update(body=b"", source=None)


def test_what_falls_due_is_foreseen_by_number_for_the_officer_alone(
    coordinator: Actor, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    today = timezone.localdate()
    near, far = goes_on(today + timedelta(days=30), coordinator), goes_on(today + timedelta(days=31), coordinator)
    night = system_of(coordinator.authority_id)
    with acting_for(night):
        assert deletion.foresee(by=night) == 1
        assert deletion.foresee(by=night) == 1

    with acting_for(actor_of(vestegnen.dpo)):
        assert [each.number for each in ComingDeletion.objects.all()] == [near.pk] != [far.pk]
    for user in (vestegnen.leader, vestegnen.coordinator, vestegnen.officer):
        with acting_for(actor_of(user)):
            assert not ComingDeletion.objects.exists()


def test_who_is_responsible_is_told_a_month_and_a_week_ahead(coordinator: Actor) -> None:
    person = goes_on(DAY, coordinator)
    night = system_of(coordinator.authority_id, partnership_id=coordinator.partnership_id)
    told = {}
    for ahead in (60, 30, 29, 7, 0):
        with time_machine.travel(f"{DAY - timedelta(days=ahead)} 06:00+01:00", tick=False), acting_for(night):
            told[ahead] = actions.remind_of_last_days(by=night)

    assert told == {60: 0, 30: 1, 29: 0, 7: 1, 0: 0}
    with as_owner():
        assert {each.user_id for each in Notice.objects.filter(kind="deletion_near")} == {person.lead_id}


def test_of_an_eighteenth_birthday_two_months_ahead_too(coordinator: Actor) -> None:
    person = _born(coordinator, DAY)
    night = system_of(coordinator.authority_id, partnership_id=coordinator.partnership_id)

    with time_machine.travel(f"{DAY - timedelta(days=60)} 06:00+01:00", tick=False), acting_for(night):
        assert actions.remind_of_last_days(by=night) == 1
    with time_machine.travel(NIGHT, tick=False):
        assert _forget(coordinator) == 1
    with as_owner():
        assert Notice.objects.filter(kind="adulthood_near").exists()
        assert DeletionRecord.objects.get().rule == "file_adult"
    with acting_for(coordinator), pytest.raises(KeyDestroyed):
        open_key(person.data_key_id)


def test_who_turns_eighteen_within_sixty_days_is_listed_until_judged(coordinator: Actor, vestegnen: Vestegnen) -> None:
    with time_machine.travel(f"{DAY} 10:00+01:00", tick=False):
        near = _born(coordinator, DAY + timedelta(days=60))
        _born(coordinator, DAY + timedelta(days=61))
        _born(coordinator, DAY - timedelta(days=1))
        with acting_for(coordinator):
            assert [(each.on, each.is_soon) for each in coming_of_age(coordinator)] == [
                (DAY + timedelta(days=60), False)
            ]
            actions.keep_as_adult(near, reason=WHY_ADULT, ends_on=DAY + timedelta(days=200), by=coordinator)
            assert coming_of_age(coordinator) == []


def _born(by: Actor, eighteenth: date) -> YoungPerson:
    """Open a file on somebody who turns eighteen on a day."""
    person = goes_on(eighteenth, by)
    born = date(eighteenth.year - 18, eighteenth.month, eighteenth.day)
    with acting_for(by):
        person.born_on = open_key(person.data_key_id).seal(born.isoformat(), at=place_of(person, "born_on"))
        person.birth_year = born.year
        person.save(update_fields=["born_on", "birth_year"])
    return person


def test_look_ups_go_after_two_years_and_are_deleted_by_nobody_else(coordinator: Actor, vestegnen: Vestegnen) -> None:
    told = {"authority": vestegnen.gladsaxe, "unit": vestegnen.gladsaxe_ssp, "user_label": "Test", "reason": "Prøve"}
    with as_owner():
        for days in (731, 729):
            at = timezone.now() - timedelta(days=days)
            LookUp.objects.create(**told, user_id=coordinator.user_id, kind="name", hits=0, at=at)
    night = system_of(coordinator.authority_id)

    with pytest.raises(ProgrammingError), acting_for(coordinator):
        LookUp.objects.all().delete()
    with acting_for(night), as_worker():
        assert actions.forget_look_ups(by=night) == 1
        assert actions.forget_look_ups(by=night) == 0
    with as_owner():
        assert LookUp.objects.count() == 1


def test_a_recipient_who_is_no_party_any_more_keeps_no_file_from_going(
    coordinator: Actor, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    today = timezone.localdate()
    table_of(vestegnen, actor_of)
    person = goes_on(today - timedelta(days=1), coordinator)
    tell_of(person, vestegnen.herlev_ssp, name=NAME, words=WORDS, by=coordinator)
    with as_owner():
        Party.objects.filter(authority=vestegnen.herlev).update(left_on=today - timedelta(days=1))

    assert _forget(coordinator) == 1

    with acting_for(coordinator), pytest.raises(KeyDestroyed):
        open_key(person.data_key_id)


def test_a_key_that_the_store_has_lost_keeps_no_file_from_going(coordinator: Actor, folder_of_keys: Path) -> None:
    lost = _born(coordinator, DAY)
    goes_on(DAY, coordinator)
    (folder_of_keys / str(coordinator.authority_id) / "counterparts" / str(lost.data_key_id)).unlink()

    with time_machine.travel(NIGHT, tick=False):
        assert _forget(coordinator) == 2
    with as_owner():
        assert {each.data_key.destroyed_at is None for each in YoungPerson.objects.select_related("data_key")} == {
            False
        }
