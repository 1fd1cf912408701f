"""The machine gathers everything that the own authority has, and does the same work where there is nothing."""

from __future__ import annotations

from inspect import getsource

import pytest
from django.apps import apps
from django.db import ProgrammingError, connection
from django.test.utils import CaptureQueriesContext

from rundbord import audit
from rundbord.access.actor import Actor, system_of
from rundbord.access.gathering import Gathered, NotGathered, Sought
from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.concerns.models import YoungPerson
from rundbord.identity.models import User
from rundbord.keys.core.blind_index import index_of_cpr
from rundbord.keys.current import look_up_key
from rundbord.keys.queries import open_key
from rundbord.rights.actions import gather
from rundbord.rights.models import GatheredItem, RightsRequest
from rundbord.rights.queries.gathering import SOUGHT_BY
from rundbord.rights.queries.gathering.catalogue import CATALOGUE
from rundbord.rights.queries.items import ItemView, items_of
from rundbord.rights.queries.requests import opened
from rundbord.rights.vocabulary import ItemGroup
from tests.citizens import ABOUT_CITIZENS
from tests.concerns.files import SEEN, consent_to, fact_about, file_on
from tests.factories.situations import ActorOf, Vestegnen
from tests.rights.asking import NUMBER, asked_by, gathered, number, registrar


def known_by(by: Actor, text: str = NUMBER) -> YoungPerson:
    """Open a file that bears the number."""
    with acting_for(by):
        index = index_of_cpr(number(text), look_up_key(by.authority_id))
    return file_on(by, cpr_index=index)


@pytest.fixture
def clerk(vestegnen: Vestegnen) -> User:
    """Gladsaxe's registrar."""
    return registrar(vestegnen.gladsaxe_ssp)


def _words(request: RightsRequest, by: Actor, group: ItemGroup | None = None) -> str:
    with acting_for(by):
        items = items_of(opened(request))
        return "\n".join(words for item in items if group in {None, item.group} for _, words in item.lines)


@pytest.mark.parametrize("label", ABOUT_CITIZENS)
def test_every_table_about_citizens_says_how_it_is_gathered_or_why_not(label: str) -> None:
    said = [each for each in CATALOGUE if each.model == label]

    assert len(said) == 1
    (each,) = said
    if isinstance(each, NotGathered):
        assert each.why.endswith(".")
    elif isinstance(each, Sought):
        assert label in SOUGHT_BY
    else:
        columns = {field.attname for field in apps.get_model(label)._meta.concrete_fields}
        assert {shown.column for shown in each.shown} | {each.on} <= columns


def test_nothing_is_gathered_that_is_not_about_citizens() -> None:
    assert {each.model for each in CATALOGUE} == set(ABOUT_CITIZENS)
    assert set(SOUGHT_BY) == {each.model for each in CATALOGUE if isinstance(each, Sought)}


def test_every_sealed_word_that_hangs_on_a_file_is_shown() -> None:
    """A new sealed column of a gathered table must be shown too, or the answer would lack it."""
    for each in CATALOGUE:
        if isinstance(each, Gathered):
            fields = apps.get_model(each.model)._meta.concrete_fields
            sealed = {field.attname for field in fields if field.get_internal_type() == "BinaryField"}
            left_out = {"concerns.ConcernClosure": {"answer"}}
            sealed -= left_out.get(each.model, set())
            if each.model not in {"concerns.Consent"}:
                assert sealed <= {shown.column for shown in each.shown if shown.is_sealed}, each.model


def test_files_of_all_units_are_found_whoever_reaches_them(
    clerk: User, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    ours, streets = actor_of(vestegnen.coordinator), actor_of(clerk)
    person = known_by(ours)
    consent_to_file(person, ours)
    known_by(ours, "610108-9999")
    request = gathered(asked_by(streets))

    told = _words(request, streets)

    assert SEEN in told
    assert told.count(SEEN) == 1
    assert "Samtykke" in "".join(item.heading for item in _items(request, streets))
    with acting_for(streets):
        assert not YoungPerson.objects.exists()


def consent_to_file(person: YoungPerson, by: Actor) -> None:
    """Note a consent."""
    with acting_for(by):
        consent_to(person, by)


def _items(request: RightsRequest, by: Actor) -> list[ItemView]:
    with acting_for(by):
        return list(items_of(opened(request)))


def test_a_fact_for_named_readers_is_found_and_lies_in_its_own_group(
    clerk: User, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    ours, desk = actor_of(vestegnen.coordinator), actor_of(clerk)
    person = known_by(ours)
    with acting_for(ours):
        fact_about(person, ours, words="Omgås gruppen i parken.", information_class="p5", received_under="rpl115_gang")
    request = gathered(asked_by(desk))

    assert "Omgås gruppen i parken." in _words(request, desk, ItemGroup.GANG)
    assert "Omgås gruppen i parken." not in _words(request, desk, ItemGroup.OWN)


def test_another_authority_finds_nothing_of_it(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    known_by(actor_of(vestegnen.coordinator))
    herlev = actor_of(registrar(vestegnen.herlev_ssp, sign_in_name="herlev-registratur"))

    request = gathered(asked_by(herlev))

    assert _words(request, herlev) == ""


def test_who_has_looked_is_told_by_day_and_purpose_and_never_by_name(
    clerk: User, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    ours, desk = actor_of(vestegnen.coordinator), actor_of(clerk)
    person = known_by(ours)
    with acting_for(ours):
        audit.record(Event.YOUNG_PERSON_READ, about=person, by=ours)
        audit.record(Event.YOUNG_PERSON_READ, about=person, by=ours)

    told = _words(gathered(asked_by(desk)), desk, ItemGroup.LOG)

    assert told.count("Læste en ungs sag") == 1
    assert "Formål: behandling af bekymring." in told
    assert vestegnen.coordinator.name not in told


def test_the_same_work_is_done_where_there_is_nothing(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    """The statements are the same one by one, so that neither their number nor their kind tells anything."""
    desk = actor_of(registrar(vestegnen.gladsaxe_ssp))
    ours = actor_of(vestegnen.coordinator)
    person = known_by(ours)
    with acting_for(ours):
        audit.record(Event.YOUNG_PERSON_READ, about=person, by=ours)
    known, unknown = asked_by(desk), asked_by(desk, cpr=number("610108-4321"), name="Ingen Eksempel")

    of_known, of_unknown = _statements(known), _statements(unknown)

    assert of_known == of_unknown
    with acting_for(desk):
        assert GatheredItem.objects.filter(request=known).count() > GatheredItem.objects.filter(request=unknown).count()


def _statements(request: RightsRequest) -> list[str]:
    machine = system_of(request.authority_id)
    with CaptureQueriesContext(connection) as caught, acting_for(machine):
        gather(request.pk, by=machine)
    statements = (each["sql"] for each in caught.captured_queries)
    return [" ".join(each.partition("(")[0].split()[:3]) for each in statements if "SAVEPOINT" not in each]


def test_gathering_is_the_machines_and_happens_once(clerk: User, actor_of: ActorOf) -> None:
    desk = actor_of(clerk)
    request = gathered(asked_by(desk))
    machine = system_of(request.authority_id)

    with acting_for(machine):
        assert gather(request.pk, by=machine) == 0
    with pytest.raises(ProgrammingError, match="row-level security"), acting_for(desk):
        GatheredItem.objects.create(authority_id=desk.authority_id, request=request, group="own", body=b"x")


def test_the_desk_opens_only_what_was_laid_down_for_it(clerk: User, vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    desk = actor_of(clerk)
    person = known_by(actor_of(vestegnen.coordinator))

    with acting_for(desk):
        assert open_key(person.data_key_id).key_id == person.data_key_id
        assert not YoungPerson.objects.filter(pk=person.pk).exists()
    assert "upkeep" not in getsource(gather)
