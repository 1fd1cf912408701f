"""What is decided is carried out in the file: seen by what changed there, told to recipients, followed by the desk."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.utils import timezone

from rundbord.access.actor import Actor, system_of
from rundbord.access.refusal import Refused
from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.concerns.actions import narrow_file
from rundbord.concerns.models import Fact, YoungPerson
from rundbord.identity.models import User
from rundbord.keys.actions import destroy_data_key
from rundbord.notices.models import Notice
from rundbord.rights.actions import carry_out, close_remedies_of_deleted_files, order_remedies, settle
from rundbord.rights.models import Remedy, RightsRequest
from rundbord.rights.rules.remedies import COUNTS, done_by, objections_to_done
from rundbord.rights.vocabulary import Outcome, Recipients, RemedyHow, RightKind
from tests.database import as_owner
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.logs import logged
from tests.rights.asking import asked_by, registrar
from tests.rights.test_gathering import known_by

ASKED = "Det passer ikke, at jeg var med ved stationen."
DECIDED = "Oplysningen om stationen trækkes tilbage, for det var en anden."


@pytest.fixture
def clerk(vestegnen: Vestegnen) -> User:
    """Gladsaxe's registrar."""
    return registrar(vestegnen.gladsaxe_ssp)


def _granted(desk: Actor, kind: RightKind, outcome: Outcome = Outcome.GRANTED) -> RightsRequest:
    request = asked_by(desk, kind=kind, words=ASKED)
    with acting_for(desk):
        settle(request, outcome, words=DECIDED, by=desk)
    machine = system_of(request.authority_id, partnership_id=desk.partnership_id)
    with acting_for(machine):
        order_remedies(request.pk, by=machine)
        assert order_remedies(request.pk, by=machine) == 0
    return request


def test_a_rectification_is_closed_by_the_change_in_the_file_and_by_nothing_else(
    clerk: User, vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf
) -> None:
    desk, ours = actor_of(clerk), actor_of(vestegnen.coordinator)
    person = known_by(ours)
    request = _granted(desk, RightKind.RECTIFY)
    at_unit, at_desk = client_of(vestegnen.coordinator), client_of(clerk)
    with acting_for(ours):
        remedy = Remedy.objects.get()
    address = f"/rettigheder/gennemfoer/{remedy.pk}/"

    shown = at_unit.get(address).content.decode()
    assert DECIDED in shown
    assert address in at_unit.get(f"/unge/{person.pk}/").content.decode()
    assert "Der er ikke ændret noget i sagen endnu." in at_unit.post(address, {}).content.decode()
    waiting = at_desk.get(f"/rettigheder/{request.pk}/").content.decode()
    assert "Venter på enheden" in waiting
    with as_owner():
        Fact.objects.filter(person=person).update(withdrawn_at=timezone.now())
    assert at_unit.post(address, {}).status_code == 302

    done = at_desk.get(f"/rettigheder/{request.pk}/").content.decode()
    assert "Gennemført" in done
    assert RemedyHow.FACT.label in done
    with as_owner():
        told = set(Notice.objects.filter(kind__startswith="remedy").values_list("kind", "user_id", "role"))
    assert told == {("remedy_waits", ours.user_id, ""), ("remedy_done", None, "registrar")}
    with acting_for(ours), pytest.raises(Refused):
        carry_out(remedy, by=ours)
    for user in (registrar(vestegnen.herlev_ssp, sign_in_name="herlev-registratur"), vestegnen.administrator):
        assert client_of(user).get(address).status_code == 403


def test_a_restriction_is_carried_out_by_making_the_file_narrow(
    clerk: User, vestegnen: Vestegnen, actor_of: ActorOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of two who say so at once the second is told that it is said."""
    ours = actor_of(vestegnen.coordinator)
    person = known_by(ours)
    _granted(actor_of(clerk), RightKind.RESTRICT, Outcome.PARTLY)

    with acting_for(ours):
        remedy = Remedy.objects.get()
        with pytest.raises(Refused):
            carry_out(remedy, by=ours)
        narrow_file(person, is_narrow=True, by=ours)
        carry_out(remedy, by=ours)
        assert Remedy.objects.get().how == RemedyHow.NARROWED.value
        read_before = remedy, YoungPerson.objects.get()
        monkeypatch.setattr(import_module(carry_out.__module__), "remedy_in", lambda *_: read_before)
        with pytest.raises(Refused, match="allerede meldt"):
            carry_out(remedy, by=ours)
    assert logged(Event.REMEDY_DONE, about=remedy) == 1


def test_what_is_refused_or_about_nobody_orders_nothing_and_a_deleted_file_closes_what_waited(
    clerk: User, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    desk, ours = actor_of(clerk), actor_of(vestegnen.coordinator)
    _granted(desk, RightKind.ERASE)
    person = known_by(ours)
    _granted(desk, RightKind.ERASE, Outcome.REFUSED)
    with acting_for(desk):
        assert not Remedy.objects.exists()
    _granted(desk, RightKind.ERASE)
    machine = system_of(vestegnen.gladsaxe.pk)

    with acting_for(machine):
        assert close_remedies_of_deleted_files(by=machine) == 0
        destroy_data_key(YoungPerson.objects.get(pk=person.pk).data_key, by=machine)
        assert close_remedies_of_deleted_files(by=machine) == 1

    with acting_for(desk):
        assert Remedy.objects.get().how == RemedyHow.DELETED.value


def test_each_right_counts_changes_of_its_own_and_recipients_are_told() -> None:
    assert {kind for kind in RightKind if not kind.hands_out} == set(COUNTS)
    assert all(kind.place for kind in COUNTS)
    assert done_by(RightKind.RESTRICT, frozenset({RemedyHow.FACT})) is None
    assert done_by(RightKind.OBJECT, frozenset({RemedyHow.FACT})) is RemedyHow.FACT

    def wrong(how: RemedyHow | None, told: int, righted: int, said: Recipients | None) -> set[str]:
        return set(objections_to_done(RightKind.RECTIFY, how, told=told, righted=righted, recipients=said))

    assert wrong(None, 0, 0, None) == {""}
    assert wrong(RemedyHow.FACT, 0, 0, None) == set()
    assert wrong(RemedyHow.FACT, 2, 0, None) == {"recipients"}
    assert wrong(RemedyHow.FACT, 2, 0, Recipients.RIGHTED) == {"recipients"}
    assert wrong(RemedyHow.FACT, 2, 1, Recipients.RIGHTED) == set()
    assert wrong(RemedyHow.FACT, 2, 0, Recipients.NOT_TOLD) == set()
