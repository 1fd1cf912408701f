"""Giving information on: one copy to each, read by whoever it is for and by nobody else (ADR 0025)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.http import Http404
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import NotPermitted, Refused
from rundbord.access.roles import PERMISSIONS, Role
from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.identity.models import Duty, User
from rundbord.keys.actions import make_key_for
from rundbord.keys.core.trouble import KeyUnknown
from rundbord.keys.queries import open_key
from rundbord.notices.models import Notice
from rundbord.sharing import actions, queries
from rundbord.sharing.models import Disclosure, NamedReader, ReaderRequest, Receipt, ReceivedDisclosure
from rundbord.sharing.rules.objections import ObjectionKind
from rundbord.sharing.vocabulary import InformationClass, LegalBasis
from tests.database import as_owner
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.logs import logged
from tests.sharing.telling import (
    HIDDEN,
    NAME,
    SEEN,
    WHY,
    Table,
    copy_of,
    line,
    proposal_by,
    table_of,
    tell,
    without_proof,
)


@pytest.fixture
def table(vestegnen: Vestegnen, actor_of: ActorOf) -> Table:
    return table_of(vestegnen, actor_of)


def _reads(actor: Actor, disclosure: Disclosure) -> bool:
    with acting_for(actor):
        return ReceivedDisclosure.objects.filter(disclosure_id=disclosure.pk).exists()


def test_a_recipient_reads_the_chosen_facts_and_nothing_else(table: Table) -> None:
    [told] = tell(table.police, [table.world.herlev_ssp])

    with acting_for(table.herlev):
        view = queries.received_view(queries.received_of(copy_of(told).pk))

    assert view.content is not None
    assert [each.text for each in view.content.lines] == [SEEN]
    assert view.content.name == NAME
    assert view.necessity == WHY
    assert HIDDEN not in str(view)
    assert logged(Event.DISCLOSED, about=told) == 1


def test_the_sender_opens_its_own_copy_and_never_the_recipients(table: Table) -> None:
    [told] = tell(table.police, [table.world.herlev_ssp])
    copy = copy_of(told)

    with acting_for(table.police):
        assert queries.told_view(queries.disclosure_of(told.pk)).necessity == WHY
        with pytest.raises(KeyUnknown):
            open_key(copy.data_key_id)
    assert not _reads(table.police, told)


def test_no_third_party_no_other_unit_and_no_session_without_proof_reads_it(table: Table, actor_of: ActorOf) -> None:
    [told] = tell(table.police, [table.world.herlev_ssp])

    for actor in (table.gladsaxe, actor_of(table.world.outsider), without_proof(table.herlev)):
        assert not _reads(actor, told)
    with as_owner():
        Disclosure.objects.get(pk=told.pk)
    assert not _reads(replace(table.herlev, unit_id=table.herlev_school.pk), told)


def test_three_recipients_are_three_rows_under_three_keys(table: Table) -> None:
    world = table.world

    told = tell(table.police, [world.herlev_ssp, world.gladsaxe_ssp, table.herlev_school])

    copies = [copy_of(each) for each in told]
    assert len({each.data_key_id for each in copies}) == 3
    assert {each.unit_id for each in copies} == {world.herlev_ssp.pk, world.gladsaxe_ssp.pk, table.herlev_school.pk}


def test_a_unit_of_the_own_authority_can_be_told(table: Table) -> None:
    [told] = tell(table.gladsaxe, [table.world.gladsaxe_street])

    assert _reads(replace(table.gladsaxe, unit_id=table.world.gladsaxe_street.pk), told)


def test_everything_that_stands_against_it_is_said_at_once(table: Table) -> None:
    rumour = line(observed_on=None, information_class=InformationClass.PROTECTED)

    with pytest.raises(Refused) as refusal:
        tell(table.police, [table.world.herlev_ssp], [rumour], necessity="Kort.", agreement=None)

    said = refusal.value.reasons[""]
    for kind in (
        ObjectionKind.AGREEMENT_NOT_BEGUN,
        ObjectionKind.NECESSITY_MISSING,
        ObjectionKind.UNDATED,
        ObjectionKind.PROTECTED_ADDRESS,
    ):
        assert any(kind.label.replace("{about}", "Oplysning 1") in each for each in said), kind
    with as_owner():
        assert not Disclosure.objects.exists()


def test_last_times_words_are_refused(table: Table) -> None:
    tell(table.police, [table.world.herlev_ssp])

    with acting_for(table.police):
        former = queries.former_necessity(WHY.upper(), table.police)

    with pytest.raises(Refused, match="Begrundelsen er den samme"):
        tell(table.police, [table.world.gladsaxe_ssp], former_necessity=former)


def test_a_user_without_the_permission_tells_nobody(table: Table) -> None:
    leader = replace(table.police, permissions=table.herlev_leader.permissions)

    with pytest.raises(NotPermitted):
        tell(leader, [table.world.herlev_ssp])


def test_what_is_told_must_be_what_was_judged(table: Table) -> None:
    police = table.police
    [told] = tell(police, [table.world.herlev_ssp])

    assert told.classes == ["p1", "p2"]
    with pytest.raises(ValueError, match="not what was judged"), acting_for(police):
        _tell_more_than_was_judged(table)


def _tell_more_than_was_judged(table: Table) -> None:
    proposal = proposal_by(table.police, [table.world.herlev_ssp], [line()])
    content = queries.told_view(Disclosure.objects.get()).content
    assert content is not None
    more = replace(content, lines=(*content.lines, line(HIDDEN)))
    told = actions.Told(content=more, about_id=table.police.user_id, data_key_id=table.police.user_id, addressees=())
    actions.disclose(proposal, told, by=table.police)


def test_the_notice_goes_to_those_who_read_and_says_nothing(table: Table) -> None:
    tell(table.police, [table.world.herlev_ssp])

    with as_owner():
        notices = list(Notice.objects.filter(recipient=table.world.herlev))

    told = {each.role for each in notices}
    assert told >= {"coordinator", "case_worker", "officer", "leader"}
    assert told == {role.value for role in Role if Permission.READ_DISCLOSED in PERMISSIONS[role]}
    assert "reporter" not in told
    assert {(each.unit_id, each.path) for each in notices} == {(table.world.herlev_ssp.pk, "/modtaget/")}


def test_nobody_changes_or_deletes_what_was_told(table: Table) -> None:
    [told] = tell(table.police, [table.world.herlev_ssp])
    acts: list[tuple[Actor, Any]] = [
        (table.police, lambda: Disclosure.objects.filter(pk=told.pk).update(content=b"")),
        (table.police, lambda: Disclosure.objects.filter(pk=told.pk).delete()),
        (table.herlev, lambda: ReceivedDisclosure.objects.filter(disclosure_id=told.pk).update(expires_on=None)),
        (table.herlev, lambda: ReceivedDisclosure.objects.filter(disclosure_id=told.pk).delete()),
    ]

    for actor, act in acts:
        with acting_for(actor), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            act()


@pytest.mark.parametrize("forged", ["authority", "unit", "conditions", "expires_on", "sender", "disclosure"])
def test_a_forged_copy_is_refused_by_the_database(forged: str, table: Table) -> None:
    [told] = tell(table.police, [table.world.herlev_ssp])
    copy, world = copy_of(told), table.world
    values: dict[str, Any] = {
        "authority": {"authority_id": world.gladsaxe.pk},
        "unit": {"unit_id": table.herlev_school.pk},
        "conditions": {"conditions": []},
        "expires_on": {"expires_on": None},
        "sender": {"sender_id": world.gladsaxe.pk},
        "disclosure": {"disclosure_id": world.gladsaxe.pk},
    }

    with acting_for(table.police), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        _insert_again(copy, **values[forged])


def test_the_same_copy_unforged_would_be_taken(table: Table) -> None:
    [told] = tell(table.police, [table.world.herlev_ssp])

    with acting_for(table.police):
        _insert_again(copy_of(told))


def _insert_again(copy: ReceivedDisclosure, **values: Any) -> None:
    fields = {each.attname: getattr(copy, each.attname) for each in copy._meta.concrete_fields}
    ReceivedDisclosure(**{**fields, "id": copy.sender_unit_id, **values}).save(force_insert=True)


def test_a_key_is_made_for_no_authority_outside_the_table(table: Table) -> None:
    with acting_for(table.police), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        make_key_for(owner=table.world.outside.pk, by=table.police)


def test_a_receipt_tells_the_sender_when_and_which_function(table: Table) -> None:
    [told] = tell(table.police, [table.world.herlev_ssp])
    copy = copy_of(told)

    with acting_for(table.herlev):
        actions.acknowledge(copy, by=table.herlev)
        actions.acknowledge(copy, by=table.herlev)

    with acting_for(table.police):
        [row] = queries.disclosures_about(told.about_id)
        assert row.receipt is not None
        assert row.receipt.label == "SSP-konsulent, SSP Herlev, Herlev Kommune"
        assert Receipt.objects.count() == 1
    assert logged(Event.DISCLOSURE_ACKNOWLEDGED, about=copy) == 1


def test_nobody_acknowledges_for_another(table: Table) -> None:
    [told] = tell(table.police, [table.world.herlev_ssp])

    with acting_for(table.gladsaxe), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        Receipt.objects.create(
            disclosure_id=told.pk,
            authority_id=table.world.gladsaxe.pk,
            sender_id=table.world.police.pk,
            at=told.told_at,
            by=table.gladsaxe.user_id,
            label="Nogen",
        )


class TestOnGangs:
    """What the police tell of gangs is read by those whom the recipient's leader names."""

    def _told(self, table: Table) -> Disclosure:
        gang = line("Er set med den ene gruppe.", information_class=InformationClass.GANG)
        [told] = tell(
            table.police,
            [table.world.herlev_ssp],
            [gang],
            basis=LegalBasis.GANG,
            functions=("case_worker",),
            readers=(table.police.user_id,),
        )
        return told

    def test_nobody_reads_it_until_somebody_is_named(self, table: Table) -> None:
        told = self._told(table)

        assert not _reads(table.herlev, told)
        assert not _reads(table.herlev_leader, told)

    def test_a_leader_names_readers_and_does_not_become_one(self, table: Table, vestegnen: Vestegnen) -> None:
        told = self._told(table)

        with acting_for(table.herlev_leader):
            [asked] = queries.requests_for_readers(table.herlev_leader)
            [duty] = queries.readers_to_choose(asked)
            actions.name_readers(asked, [duty], by=table.herlev_leader)
            assert queries.requests_for_readers(table.herlev_leader) == []

        assert duty.user_id == vestegnen.herlev_case_worker.pk
        assert _reads(table.herlev, told)
        assert not _reads(table.herlev_leader, told)
        assert not _reads(replace(table.herlev, unit_id=table.herlev_school.pk), told)
        assert logged(Event.READERS_NAMED, about=asked) == 1

    def test_a_leader_names_no_function_that_the_sender_did_not_name(self, table: Table) -> None:
        self._told(table)
        leader = table.herlev_leader
        with as_owner():
            own = Duty.objects.get(user_id=leader.user_id)

        with acting_for(leader):
            [asked] = queries.requests_for_readers(leader)
            with pytest.raises(Refused, match="bestemte funktioner"):
                actions.name_readers(asked, [own], by=leader)

    def test_a_case_worker_names_nobody(self, table: Table) -> None:
        self._told(table)

        with acting_for(table.herlev):
            [asked] = queries.requests_for_readers(table.herlev)
            with pytest.raises(NotPermitted):
                actions.name_readers(asked, [], by=table.herlev)

    def test_another_unit_cannot_name_itself(self, table: Table) -> None:
        told = self._told(table)
        curious = replace(table.gladsaxe)

        with acting_for(curious), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            NamedReader.objects.create(
                authority_id=curious.authority_id,
                disclosure_id=told.pk,
                user_id=curious.user_id,
                label="-",
                named_at=told.told_at,
                named_by=curious.user_id,
                named_label="-",
            )
        with acting_for(curious):
            assert not ReaderRequest.objects.exists()

    def test_the_sending_unit_is_narrow_too(self, table: Table, actor_of: ActorOf) -> None:
        told = self._told(table)
        colleague = replace(table.police, user_id=table.herlev.user_id)

        with acting_for(colleague), pytest.raises(Http404):
            queries.disclosure_of(told.pk)

    def test_the_copy_stands_under_its_banner(self, table: Table, client_of: ClientOf, vestegnen: Vestegnen) -> None:
        told = self._told(table)
        with acting_for(table.herlev_leader):
            [asked] = queries.requests_for_readers(table.herlev_leader)
            actions.name_readers(asked, queries.readers_to_choose(asked), by=table.herlev_leader)

        page = client_of(vestegnen.herlev_case_worker).get(f"/modtaget/{copy_of(told).pk}/").content.decode()

        assert "Særlig tavshedspligt" in page
        assert "Må aldrig gives videre." in page
        assert "Er set med den ene gruppe." in page


def test_whoever_has_left_is_not_counted_among_those_who_will_see_it(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    asker, unit = actor_of(vestegnen.officer), vestegnen.gladsaxe_ssp
    with acting_for(asker):
        before = queries.readers_in([unit])[unit.pk]
    with as_owner():
        User.objects.filter(pk=vestegnen.coordinator.pk).update(closed_at=timezone.now())

    with acting_for(asker):
        assert queries.readers_in([unit])[unit.pk] == before - 1
