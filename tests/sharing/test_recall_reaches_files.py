"""What was taken from a received copy into an own file follows the copy: put right, taken back, over, answered for."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.refusal import Refused
from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.concerns.actions import remind_of_files
from rundbord.concerns.models import Fact, YoungPerson
from rundbord.concerns.queries.facts import Line, facts_of, lines_of
from rundbord.concerns.queries.opened import key_of
from rundbord.concerns.queries.passing_on import offered_facts
from rundbord.concerns.vocabulary import FactKind
from rundbord.keys.places import place_of
from rundbord.keys.queries import open_key, open_keys
from rundbord.notices.models import Notice
from rundbord.sharing import actions, queries
from rundbord.sharing.actions import Righting
from rundbord.sharing.jobs import erase_expired_copies
from rundbord.sharing.models import Confirmation, CorrectionCopy, Disclosure, ReceivedDisclosure, TakenCopy
from rundbord.sharing.rules.corrections import Aftermath, CorrectionKind
from rundbord.sharing.vocabulary import Capacity, InformationClass, LegalBasis
from tests.concerns.files import assignment_of, file_on, take_into
from tests.database import as_owner
from tests.factories import rows
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.logs import all_words, logged
from tests.queries import own_queries
from tests.sharing.telling import SEEN, Table, copy_of, line, table_of, tell

OWN = "Har selv fortalt i klubben, at han holder sig væk."
SECOND = "Var med ved boldbanen ugen før."
WRONG = "Det var en anden person, der stod ved stationen den aften."
RIGHT = "Var hjemme hele aftenen sammen med sin familie."
DAY = timedelta(days=1)


@pytest.fixture
def table(vestegnen: Vestegnen, actor_of: ActorOf) -> Table:
    return table_of(vestegnen, actor_of)


@pytest.fixture
def herlev(client_of: ClientOf, vestegnen: Vestegnen) -> Client:
    return client_of(vestegnen.herlev_case_worker)


@pytest.fixture
def told(table: Table) -> Disclosure:
    """The police told SSP Herlev two things."""
    [told] = tell(table.police, [table.world.herlev_ssp], [line(), line(SECOND)])
    return told


@pytest.fixture
def person(told: Disclosure, table: Table) -> YoungPerson:
    """Herlev took both into its own file."""
    person = file_on(table.herlev)
    take_into(person, copy_of(told).pk, table.herlev, places=(0, 1))
    return person


def _right(told: Disclosure, kind: CorrectionKind, table: Table, **fields: Any) -> None:
    with acting_for(table.police):
        righting = Righting(**{"kind": kind, "reason": WRONG, **fields})
        actions.correct_disclosure(told, righting, by=table.police)


def _confirm(told: Disclosure, *, by: Actor, **said: bool | None) -> None:
    with acting_for(by):
        correction = CorrectionCopy.objects.filter(disclosure_id=told.pk).latest("made_at")
        aftermath = Aftermath(**{"was_used": True, "was_passed_on": False, **said})
        actions.confirm_correction(queries.received_of(copy_of(told).pk), correction, aftermath, by=by)


def _lines(person: YoungPerson, by: Actor) -> list[Line]:
    """Read the facts that were taken, the first line first."""
    with acting_for(by):
        taken = Fact.objects.filter(person=person, disclosure_id__isnull=False).order_by("taken_line", "written_at")
        return lines_of(taken, key_of(person))


def _page(client: Client, path: str, **data: Any) -> str:
    answer = client.post(path, data, follow=True) if data else client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def _confirm_path(told: Disclosure) -> str:
    with as_owner():
        correction = CorrectionCopy.objects.filter(disclosure_id=told.pk).latest("made_at")
    return f"/modtaget/{copy_of(told).pk}/rettelse/{correction.pk}/"


def test_a_taken_fact_knows_its_copy_and_lies_under_a_key_of_its_own(
    told: Disclosure, person: YoungPerson, table: Table
) -> None:
    first, second = _lines(person, table.herlev)

    assert (first.words, second.words) == (SEEN, SECOND)
    assert {each.fact.disclosure_id for each in (first, second)} == {told.pk}
    with as_owner():
        [taken] = TakenCopy.objects.all()
        assert (taken.authority_id, taken.disclosure_id, taken.taken_by) == (
            table.world.herlev.pk,
            told.pk,
            table.herlev.user_id,
        )
        assert taken.data_key_id not in {person.data_key_id, copy_of(told).data_key_id}
    assert {each.fact.taken_key_id for each in (first, second)} == {taken.data_key_id}
    assert logged(Event.COPY_TAKEN, about=copy_of(told)) == 1


def test_a_correction_stands_beside_the_taken_fact_with_a_task(
    told: Disclosure, person: YoungPerson, table: Table, herlev: Client
) -> None:
    _right(told, CorrectionKind.CORRECTED, table, line=0, new_wording=RIGHT)

    page = _page(herlev, f"/unge/{person.pk}/")

    assert page.index(RIGHT) < page.index(SEEN)
    assert f"<s>{SEEN}</s>" in page
    assert WRONG in page
    assert _confirm_path(told) in page
    first, second = _lines(person, table.herlev)
    assert first.righted is not None
    assert second.righted is None

    _confirm(told, by=table.herlev)

    assert _confirm_path(told) not in _page(herlev, f"/unge/{person.pk}/")


def test_a_correction_made_before_the_taking_is_the_wording_that_is_taken(told: Disclosure, table: Table) -> None:
    _right(told, CorrectionKind.CORRECTED, table, line=0, new_wording=RIGHT)
    person = file_on(table.herlev)
    take_into(person, copy_of(told).pk, table.herlev)

    [taken] = _lines(person, table.herlev)

    assert (taken.words, taken.righted) == (RIGHT, None)


def test_a_recall_hides_the_words_at_once_and_leaves_a_line(
    told: Disclosure, person: YoungPerson, table: Table, herlev: Client
) -> None:
    with acting_for(table.herlev):
        before = len(offered_facts(person, key_of(person), sender=Capacity.SSP))

    _right(told, CorrectionKind.RECALLED, table)

    page = _page(herlev, f"/unge/{person.pk}/")
    assert "Kaldt tilbage af Lokalpolitiet, Vestegnens Politi" in page
    for words in (SECOND, WRONG):
        assert words not in page
    assert _confirm_path(told) in page
    with acting_for(table.herlev):
        assert len(offered_facts(person, key_of(person), sender=Capacity.SSP)) == before - 2


def test_the_recipients_word_destroys_the_key_of_what_was_taken(
    told: Disclosure, person: YoungPerson, table: Table, herlev: Client
) -> None:
    [taken_key] = {each.fact.taken_key_id for each in _lines(person, table.herlev)}
    assert taken_key is not None
    _right(told, CorrectionKind.RECALLED, table)

    _confirm(told, by=table.herlev)

    with acting_for(table.herlev):
        assert not open_keys([taken_key])
        assert open_keys([person.data_key_id])
    for each in _lines(person, table.herlev):
        assert (each.words, each.is_gone, each.stands) == ("", True, False)
    page = _page(herlev, f"/unge/{person.pk}/")
    assert "Kaldt tilbage af" in page
    assert SECOND not in page
    # What the unit itself saw stays.
    with acting_for(table.herlev):
        own = [each for each in facts_of(person, FactKind.SEEN, key_of(person)).lines if not each.is_gone]
        assert [each.words for each in own] == [SEEN]


def test_a_colleague_who_cannot_reach_the_file_ends_its_words_all_the_same(
    told: Disclosure, table: Table, actor_of: ActorOf
) -> None:
    narrow = file_on(table.herlev, is_narrow=True)
    take_into(narrow, copy_of(told).pk, table.herlev)
    colleague = actor_of(rows.user(table.world.herlev_ssp, Role.CASE_WORKER))
    with acting_for(colleague):
        assert not YoungPerson.objects.filter(pk=narrow.pk).exists()
    _right(told, CorrectionKind.RECALLED, table)

    _confirm(told, by=colleague)

    with as_owner():
        [taken] = TakenCopy.objects.all()
        assert taken.data_key.destroyed_at is not None


def test_own_words_put_right_from_a_taken_fact_go_with_it(
    told: Disclosure, person: YoungPerson, table: Table, herlev: Client
) -> None:
    [first, _] = _lines(person, table.herlev)
    sent = {"kind": "seen", "words": OWN, "information_class": "p2", "grade": "seen", "observed_on": "2026-11-20"}

    _page(herlev, f"/unge/{person.pk}/oplysninger/{first.fact.pk}/ret/", **sent)

    newer = _lines(person, table.herlev)[1]
    assert (newer.words, newer.fact.taken_key_id) == (OWN, first.fact.taken_key_id)
    assert newer.fact.keep_until == first.fact.keep_until
    _right(told, CorrectionKind.RECALLED, table)
    assert OWN not in _page(herlev, f"/unge/{person.pk}/")
    _confirm(told, by=table.herlev)
    refused = herlev.post(f"/unge/{person.pk}/oplysninger/{newer.fact.pk}/ret/", sent)
    assert "Den kan ikke rettes mere." in refused.content.decode()


def test_the_confirmer_answers_for_use_and_onward_and_the_sender_reads_it(
    told: Disclosure, person: YoungPerson, table: Table, client_of: ClientOf
) -> None:
    herlev = client_of(table.world.herlev_case_worker)
    _right(told, CorrectionKind.RECALLED, table)

    refused = _page(herlev, _confirm_path(told), was_used="ja")
    assert "Svar ja eller nej." in refused
    with as_owner():
        assert not Confirmation.objects.exists()
    _page(herlev, _confirm_path(told), was_used="ja", was_passed_on="ja")

    with as_owner():
        [said] = Confirmation.objects.all()
        assert (said.was_used, said.was_passed_on) == (True, True)
    page = _page(client_of(table.world.officer), f"/videregivet/{told.pk}/")
    assert "Det var brugt hos modtageren" in page
    assert "Det var givet videre" in page
    assert str(person.pk) not in page
    assert logged(Event.CORRECTION_CONFIRMED, about=copy_of(told)) == 1
    assert "passed_on" in all_words()


def test_an_answer_left_out_is_refused_by_the_action_too(told: Disclosure, table: Table) -> None:
    _right(told, CorrectionKind.RECALLED, table)

    with pytest.raises(Refused) as refusal:
        _confirm(told, by=table.herlev, was_passed_on=None)

    assert set(refusal.value.reasons) == {"was_passed_on"}


def test_the_confirmer_is_shown_what_left_the_file_since(
    told: Disclosure, person: YoungPerson, table: Table, herlev: Client
) -> None:
    with as_owner():
        Fact.objects.filter(person=person).update(written_at=timezone.now() - DAY)
        for told_at, name in ((timezone.now(), "siden"), (timezone.now() - 2 * DAY, "før")):
            _letter_from(person, table.herlev, name, told_at)
    _right(told, CorrectionKind.RECALLED, table)

    page = _page(herlev, _confirm_path(told))

    assert f'href="/unge/{person.pk}/"' in page
    assert "Brev til Mor siden" in page
    assert "Mor før" not in page
    assert "/ret/" in page


def _letter_from(person: YoungPerson, by: Actor, name: str, told_at: Any) -> None:
    key = open_key(person.data_key_id)
    row = Disclosure(
        partnership_id=by.table,
        authority_id=by.authority_id,
        unit_id=person.unit_id,
        about_id=person.pk,
        data_key_id=person.data_key_id,
        recipient_capacity=Capacity.CUSTODY_HOLDER.value,
        basis="consent",
        purpose="early_help",
        role="concern",
        classes=["p2"],
        conditions=[],
        told_at=told_at,
        written_by=by.user_id,
        written_label="-",
    )
    for column, words in (("outside_name", f"Mor {name}"), ("necessity", "-"), ("content", "-")):
        setattr(row, column, key.seal(words, at=place_of(row, column)))
    row.save(force_insert=True)


def test_the_night_ends_what_was_taken_from_a_copy_that_is_over(
    told: Disclosure, person: YoungPerson, table: Table, herlev: Client
) -> None:
    with as_owner():
        ReceivedDisclosure.objects.update(expires_on=timezone.localdate() - DAY)

    erase_expired_copies(0)

    page = _page(herlev, f"/unge/{person.pk}/")
    assert "Fristen for at have oplysningen er nået." in page
    assert SECOND not in page
    assert {each.words for each in _lines(person, table.herlev)} == {""}


@pytest.mark.parametrize(
    "own", [{"conditions": ["this_case_only"]}, {"conditions": ["delete_at_end"], "basis": "bl132_move"}]
)
def test_what_is_the_recipients_own_from_now_on_outlives_the_copy_but_not_a_recall(
    own: dict[str, Any], told: Disclosure, person: YoungPerson, table: Table
) -> None:
    """Whoever is told what came of an underretning, and a municipality that a child moves to, keep their own file."""
    with as_owner():
        ReceivedDisclosure.objects.update(expires_on=timezone.localdate() - DAY, **own)

    erase_expired_copies(0)

    assert {each.words for each in _lines(person, table.herlev)} == {SEEN, SECOND}
    _right(told, CorrectionKind.RECALLED, table)
    with acting_for(table.herlev):
        assert queries.waiting_for(table.herlev).corrections == 1
    _confirm(told, by=table.herlev)
    with as_owner():
        assert TakenCopy.objects.get().data_key.destroyed_at is not None


def test_a_recall_that_nobody_confirms_ends_the_words_and_still_waits_for_an_answer(
    told: Disclosure, person: YoungPerson, table: Table
) -> None:
    _right(told, CorrectionKind.RECALLED, table)
    with as_owner():
        CorrectionCopy.objects.update(confirm_by=timezone.localdate())
    erase_expired_copies(0)
    with as_owner():
        assert TakenCopy.objects.get().data_key.destroyed_at is None
        CorrectionCopy.objects.update(confirm_by=timezone.localdate() - DAY)

    erase_expired_copies(0)

    with as_owner():
        assert TakenCopy.objects.get().data_key.destroyed_at is not None
    with acting_for(table.herlev):
        view = queries.received_view(queries.received_of(copy_of(told).pk))
        assert (view.content, view.row.gone_in_words) == (None, "Kaldt tilbage")
        assert queries.waiting_for(table.herlev).corrections == 1
    _confirm(told, by=table.herlev)
    with acting_for(table.herlev):
        assert queries.waiting_for(table.herlev).corrections == 0


def test_a_withdrawn_consent_reaches_what_was_taken(told: Disclosure, person: YoungPerson, table: Table) -> None:
    _right(told, CorrectionKind.WITHDRAWN, table, reason="")
    assert {each.words for each in _lines(person, table.herlev)} == {""}

    _confirm(told, by=table.herlev)

    with as_owner():
        assert TakenCopy.objects.get().data_key.destroyed_at is not None


def test_nothing_more_is_taken_from_what_was_taken_back(told: Disclosure, table: Table, herlev: Client) -> None:
    _right(told, CorrectionKind.RECALLED, table)

    assert herlev.get(f"/unge/ny/?modtaget={copy_of(told).pk}").status_code == 404
    assert "Opret egen bekymring" not in _page(herlev, f"/modtaget/{copy_of(told).pk}/")


def test_from_a_copy_for_named_readers_a_unit_takes_only_what_is_read_by_name_there_too(table: Table) -> None:
    gang = line("Er set sammen med gruppen, som politiet følger.", information_class=InformationClass.GANG)
    fields: dict[str, Any] = {"basis": LegalBasis.GANG, "functions": ("case_worker",)}
    [told] = tell(table.police, [table.world.herlev_ssp], [line(), gang], readers=(table.police.user_id,), **fields)
    with acting_for(table.herlev_leader):
        [asked] = queries.requests_for_readers(table.herlev_leader)
        actions.name_readers(asked, queries.readers_to_choose(asked), by=table.herlev_leader)
    person = file_on(table.herlev)

    with pytest.raises(Refused, match="navngivne"):
        take_into(person, copy_of(told).pk, table.herlev, places=(0, 1))
    [taken] = take_into(person, copy_of(told).pk, table.herlev, places=(1,))

    assert taken.readers == [table.herlev.user_id]


def test_whoever_has_the_file_assigned_elsewhere_reads_the_new_words_of_that_line_alone(
    told: Disclosure, table: Table, actor_of: ActorOf
) -> None:
    person = file_on(table.herlev)
    take_into(person, copy_of(told).pk, table.herlev, places=(0,))
    elsewhere = actor_of(rows.user(table.herlev_school, Role.CASE_WORKER))
    with acting_for(table.herlev):
        assignment_of(person, table.herlev, user_id=elsewhere.user_id)
    _right(told, CorrectionKind.CORRECTED, table, line=0, new_wording=RIGHT)
    _right(told, CorrectionKind.CORRECTED, table, line=1, new_wording="Var der slet ikke.")

    with acting_for(elsewhere):
        assert not ReceivedDisclosure.objects.exists()
        assert [each.line for each in CorrectionCopy.objects.all()] == [0]
    [shown] = _lines(person, elsewhere)
    assert shown.righted is not None
    assert (shown.righted.new_wording, shown.righted.waits, shown.righted.received_id) == (RIGHT, False, None)
    _right(told, CorrectionKind.RECALLED, table)
    assert _lines(person, elsewhere)[0].words == ""


@pytest.mark.parametrize("who", ["police", "gladsaxe"])
def test_nobody_else_learns_that_something_was_taken(who: str, person: YoungPerson, table: Table) -> None:
    with acting_for(getattr(table, who)):
        assert not TakenCopy.objects.exists()
        assert not Fact.objects.exists()


def test_the_responsible_is_told_in_the_morning_without_a_word(
    told: Disclosure, person: YoungPerson, table: Table, actor_of: ActorOf
) -> None:
    _right(told, CorrectionKind.RECALLED, table)
    with as_owner():
        CorrectionCopy.objects.update(made_at=timezone.now() - DAY)

    with acting_for(table.herlev):
        remind_of_files(by=table.herlev)

    with as_owner():
        [notice] = Notice.objects.filter(kind="taken_fact_righted")
        assert (notice.user_id, notice.path) == (person.lead_id, f"/unge/{person.pk}/")


def test_a_list_of_taken_facts_costs_as_much_as_one(table: Table, herlev: Client) -> None:
    world = table.world
    counts = []
    for number in (1, 5):
        person = file_on(table.herlev)
        for _ in range(number):
            [told] = tell(table.police, [world.herlev_ssp])
            take_into(person, copy_of(told).pk, table.herlev)
            _right(told, CorrectionKind.CORRECTED, table, line=0, new_wording=RIGHT)
        with own_queries() as asked:
            _page(herlev, f"/unge/{person.pk}/")
        counts.append(len(asked))

    assert counts[0] == counts[1]
