"""A file that rests on what others told and took back, or put right, is judged anew: an own ground, or the end."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.concerns import actions
from rundbord.concerns.actions import remind_of_files
from rundbord.concerns.models import Concern, Fact, YoungPerson
from rundbord.concerns.queries.grounds import ground_of
from rundbord.concerns.rules.facts import NewFact
from rundbord.concerns.rules.grounds import GroundFact, GroundStanding, ground_standing
from rundbord.concerns.vocabulary import FactKind
from rundbord.notices.models import Notice
from rundbord.sharing import actions as sharing
from rundbord.sharing.actions import Righting
from rundbord.sharing.jobs import erase_expired_copies
from rundbord.sharing.models import CorrectionCopy, Disclosure, ReceivedDisclosure
from rundbord.sharing.rules.corrections import CorrectionKind
from rundbord.sharing.vocabulary import InformationClass, SourceGrade
from tests.concerns.files import fact_about, file_on, take_into
from tests.database import as_owner
from tests.factories import rows
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.logs import logged
from tests.queries import own_queries
from tests.sharing.telling import Table, copy_of, line, table_of, tell

WHY = "Det var en anden person, der stod ved stationen den aften."
OWN = "Står selv sammen med gruppen foran klubben hver fredag."
GONE, PUT_RIGHT, STANDS = GroundStanding.GONE, GroundStanding.PUT_RIGHT, GroundStanding.STANDS
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("facts", "standing"),
    [
        ([], STANDS),
        ([GroundFact()], STANDS),
        ([GroundFact(is_gone=True)], GONE),
        ([GroundFact(is_gone=True), GroundFact()], STANDS),
        ([GroundFact(is_gone=True), GroundFact(is_withdrawn=True)], GONE),
        ([GroundFact(is_withdrawn=True)], STANDS),
        ([GroundFact(is_withdrawn=True, is_gone=True)], STANDS),
        ([GroundFact(is_righted=True)], PUT_RIGHT),
        ([GroundFact(is_righted=True), GroundFact(is_gone=True)], PUT_RIGHT),
        ([GroundFact(is_righted=True), GroundFact()], STANDS),
        ([GroundFact(is_righted=True, is_gone=True)], GONE),
    ],
)
def test_a_ground_stands_as_long_as_one_thing_stands_as_it_was_told(
    facts: list[GroundFact], standing: GroundStanding
) -> None:
    assert ground_standing(facts) is standing


@pytest.fixture
def table(vestegnen: Vestegnen, actor_of: ActorOf) -> Table:
    return table_of(vestegnen, actor_of)


@pytest.fixture
def told(table: Table) -> Disclosure:
    [told] = tell(table.police, [table.world.herlev_ssp], [line(), line("Var med ved boldbanen.")])
    return told


@pytest.fixture
def person(told: Disclosure, table: Table) -> YoungPerson:
    """Herlev's file rests on the two things that the police told, and on what the unit thinks of them."""
    person = file_on(table.herlev)
    with as_owner():
        Fact.objects.filter(person=person).update(kind=FactKind.THOUGHT.value)
    take_into(person, copy_of(told).pk, table.herlev, places=(0, 1))
    return person


@pytest.fixture
def herlev(client_of: ClientOf, table: Table) -> Client:
    return client_of(table.world.herlev_case_worker)


def _right(told: Disclosure, table: Table, kind: CorrectionKind = CorrectionKind.RECALLED, **fields: object) -> None:
    with acting_for(table.police):
        righting = Righting(kind=kind, reason=WHY, **fields)  # type: ignore[arg-type]
        sharing.correct_disclosure(told, righting, by=table.police)


def _ground(person: YoungPerson, by: Actor) -> GroundStanding:
    with acting_for(by):
        return ground_of(YoungPerson.objects.get(pk=person.pk))


def _own_fact(kind: FactKind = FactKind.SEEN) -> NewFact:
    return NewFact(
        kind=kind,
        words=OWN,
        information_class=InformationClass.PRIVATE,
        grade=SourceGrade.SEEN,
        observed_on=timezone.localdate(),
    )


def _page(client: Client, person: YoungPerson) -> str:
    return str(client.get(f"/unge/{person.pk}/").content.decode())


def test_a_recall_of_the_only_ground_stands_on_the_page_in_the_list_and_on_the_day(
    told: Disclosure, person: YoungPerson, table: Table, herlev: Client
) -> None:
    assert _ground(person, table.herlev) is STANDS
    assert "Grundlaget er væk" not in _page(herlev, person)

    _right(told, table)

    assert _ground(person, table.herlev) is GONE
    page = _page(herlev, person)
    assert "Grundlaget er væk" in page
    assert f'href="/unge/{person.pk}/oplysninger/ny/?slags=seen&amp;grundlag=1"' in page
    assert "Grundlaget er væk" in herlev.get("/unge/").content.decode()
    day = herlev.get("/").content.decode()
    assert "sag, hvis grundlag er væk eller rettet" in day
    assert f'href="/unge/{person.pk}/"' in day


def test_a_correction_of_all_of_it_asks_too_and_of_a_part_does_not(
    told: Disclosure, person: YoungPerson, table: Table, herlev: Client
) -> None:
    _right(told, table, CorrectionKind.CORRECTED, line=0, new_wording="Var hjemme hele aftenen.")
    assert _ground(person, table.herlev) is STANDS

    _right(told, table, CorrectionKind.CORRECTED, line=1, new_wording="Var på ferie den uge.")

    assert _ground(person, table.herlev) is PUT_RIGHT
    assert "Grundlaget er rettet" in _page(herlev, person)


def test_something_that_the_unit_saw_itself_is_ground_enough(
    told: Disclosure, person: YoungPerson, table: Table, herlev: Client
) -> None:
    with acting_for(table.herlev):
        fact_about(person, table.herlev, words=OWN)

    _right(told, table)

    assert _ground(person, table.herlev) is STANDS
    assert "Grundlaget er væk" not in _page(herlev, person)
    assert "hvis grundlag" not in herlev.get("/").content.decode()


def test_what_another_copy_tells_is_ground_too(told: Disclosure, person: YoungPerson, table: Table) -> None:
    [other] = tell(table.gladsaxe, [table.world.herlev_ssp], offence_ground=None)
    take_into(person, copy_of(other).pk, table.herlev)

    _right(told, table)

    assert _ground(person, table.herlev) is STANDS


@pytest.mark.parametrize("kind", [FactKind.PROTECTIVE, FactKind.THOUGHT])
def test_neither_what_protects_nor_what_is_thought_keeps_a_file(
    kind: FactKind, told: Disclosure, person: YoungPerson, table: Table
) -> None:
    _right(told, table)

    with acting_for(table.herlev):
        actions.write_fact(person, _own_fact(kind), by=table.herlev)

    assert _ground(person, table.herlev) is GONE
    assert logged(Event.GROUND_JUDGED, about=person) == 0


def test_an_own_ground_keeps_the_file_and_the_judgement_is_logged(
    told: Disclosure, person: YoungPerson, table: Table, herlev: Client
) -> None:
    _right(told, table)
    path = f"/unge/{person.pk}/oplysninger/ny/?slags=seen&grundlag=1"
    assert "uden det, der er kaldt tilbage eller rettet" in herlev.get(path).content.decode()

    sent = {
        **{"kind": "seen", "words": OWN, "information_class": "p2", "grade": "seen"},
        "observed_on": timezone.localdate().isoformat(),
    }
    answer = herlev.post(path, sent)

    assert answer.status_code == 302
    assert "Grundlaget er væk" not in _page(herlev, person)
    assert logged(Event.GROUND_JUDGED, about=person) == 1


def test_a_fact_put_right_to_the_new_wording_is_a_judgement(
    told: Disclosure, person: YoungPerson, table: Table
) -> None:
    for place in (0, 1):
        _right(told, table, CorrectionKind.CORRECTED, line=place, new_wording="Var hjemme hele aftenen.")
    with acting_for(table.herlev):
        older = Fact.objects.get(person=person, taken_line=0)
        actions.correct_fact(older, _own_fact(), by=table.herlev)

    assert _ground(person, table.herlev) is STANDS
    assert logged(Event.GROUND_JUDGED, about=person) == 1


def test_closing_is_a_judgement_too(told: Disclosure, person: YoungPerson, table: Table) -> None:
    _right(told, table)

    _close(person, table.herlev)

    assert logged(Event.GROUND_JUDGED, about=person) == 1


def test_closing_a_file_that_stands_is_none(person: YoungPerson, table: Table) -> None:
    _close(person, table.herlev)

    assert logged(Event.GROUND_JUDGED, about=person) == 0


def _close(person: YoungPerson, by: Actor) -> None:
    with acting_for(by):
        words = actions.ClosingWords(outcome="no_action", note="Der er ikke mere grund til bekymring, og alle ved det.")
        actions.close_concern(Concern.objects.get(person=person), words, by=by)


def test_what_is_over_by_its_own_day_leaves_no_ground_either(person: YoungPerson, table: Table) -> None:
    with as_owner():
        over = timezone.localdate() - DAY
        ReceivedDisclosure.objects.update(expires_on=over)
        Fact.objects.exclude(received_under="").update(keep_until=over)

    erase_expired_copies(0)

    assert _ground(person, table.herlev) is GONE


def test_a_restricted_copy_is_judged_by_nobody(
    told: Disclosure, person: YoungPerson, table: Table, herlev: Client
) -> None:
    with as_owner():
        YoungPerson.objects.filter(pk=person.pk).update(moved_on=date(2026, 11, 1))

    _right(told, table)

    assert _ground(person, table.herlev) is STANDS
    assert "Grundlaget er væk" not in _page(herlev, person)


def test_the_responsible_is_told_in_the_morning_that_the_file_must_be_judged(
    told: Disclosure, person: YoungPerson, table: Table
) -> None:
    _right(told, table)
    with as_owner():
        CorrectionCopy.objects.update(made_at=timezone.now() - DAY)

    with acting_for(table.herlev):
        remind_of_files(by=table.herlev)

    with as_owner():
        [notice] = Notice.objects.filter(kind__in=("ground_gone", "taken_fact_righted"))
        assert (notice.kind, notice.user_id) == ("ground_gone", person.lead_id)


def test_a_leader_sees_those_of_the_unit_and_other_units_none(
    told: Disclosure, person: YoungPerson, table: Table, client_of: ClientOf
) -> None:
    _right(told, table)
    leader = rows.user(table.world.herlev_ssp, Role.LEADER, name="Leder Ledersen")
    elsewhere = rows.user(table.herlev_school, Role.CASE_WORKER, name="Fremmed Fremmedsen")

    assert "hvis grundlag er væk eller rettet" in client_of(leader).get("/").content.decode()
    assert "hvis grundlag er væk eller rettet" not in client_of(elsewhere).get("/").content.decode()


def test_many_files_without_ground_cost_as_much_as_one(table: Table, herlev: Client) -> None:
    counts = []
    for number in (1, 3):
        for _ in range(number):
            [told] = tell(table.police, [table.world.herlev_ssp])
            person = file_on(table.herlev)
            with as_owner():
                Fact.objects.filter(person=person).delete()
            take_into(person, copy_of(told).pk, table.herlev)
            _right(told, table)
        with own_queries() as asked:
            assert herlev.get("/unge/").status_code == 200
        counts.append(len(asked))

    assert counts[0] == counts[1]
