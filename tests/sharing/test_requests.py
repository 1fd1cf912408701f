"""Asking another unit about somebody: a name is told and nothing else; an answer needs no reason (§ 115 stk. 4)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from rundbord.access.refusal import Refused
from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.notices.models import Notice
from rundbord.sharing import actions, queries
from rundbord.sharing.models import Disclosure, RequestAnswer
from rundbord.sharing.rules.answers import TOLD
from rundbord.sharing.vocabulary import Answer
from tests.database import as_owner
from tests.factories.situations import ActorOf, Vestegnen
from tests.logs import logged
from tests.sharing.telling import NAME, Table, ask, copy_of, line, table_of, tell


@pytest.fixture
def table(vestegnen: Vestegnen, actor_of: ActorOf) -> Table:
    return table_of(vestegnen, actor_of)


def _answer(told: Disclosure, answer: Answer, table: Table, **options: object) -> RequestAnswer:
    with acting_for(table.herlev):
        received = queries.received_of(copy_of(told).pk)
        return actions.answer_request(received, answer, by=table.herlev, **options)  # type: ignore[arg-type]


def test_the_asked_read_who_it_is_about_and_what_is_asked(table: Table) -> None:
    [told] = ask(table.police, [table.world.herlev_ssp])

    with acting_for(table.herlev):
        view = queries.received_view(queries.received_of(copy_of(told).pk))
        assert queries.waiting_for(table.herlev).requests == 1
        assert queries.waiting_for(table.herlev).receipts == 0

    assert view.content is not None
    assert view.content.name == NAME
    assert view.content.lines == ()
    assert view.topics == ["Hvilken indsats er i gang?"]
    assert logged(Event.INFORMATION_ASKED, about=told) == 1


def test_a_request_wants_necessity_like_any_disclosure(table: Table) -> None:
    with pytest.raises(Refused, match="Skriv, hvorfor"):
        ask(table.police, [table.world.herlev_ssp], necessity="Kort.")


def test_a_request_tells_nothing_but_the_name(table: Table) -> None:
    with pytest.raises(ValueError, match="who it is about and nothing else"):
        tell(table.police, [table.world.herlev_ssp], [line()], asks=("effort",))


@pytest.mark.parametrize("answer", [Answer.SHARE, Answer.PARTLY])
def test_a_yes_stands_only_with_something_passed_on(answer: Answer, table: Table) -> None:
    [told] = ask(table.police, [table.world.herlev_ssp])
    with pytest.raises(Refused, match="intet er givet videre"):
        _answer(told, answer, table)

    tell(table.herlev, [table.world.local_police], in_answer_to=told.pk, offence_ground=None)
    _answer(told, answer, table)

    with acting_for(table.police):
        [row] = queries.disclosures_about(told.about_id)
        assert row.answer_in_words == TOLD[answer]
    assert logged(Event.REQUEST_ANSWERED, about=copy_of(told)) == 1


def test_a_no_is_a_no_with_no_reason_and_goes_no_further(table: Table) -> None:
    [told] = ask(table.police, [table.world.herlev_ssp])
    with as_owner():
        Notice.objects.all()._raw_delete("default")

    _answer(told, Answer.DECLINE, table)

    with as_owner():
        assert {each.unit_id for each in Notice.objects.all()} == {table.world.local_police.pk}
    with acting_for(table.police):
        [row] = queries.disclosures_about(told.about_id)
        assert "Det siger intet om, hvorvidt der er oplysninger." in row.answer_in_words


def test_a_request_is_answered_once(table: Table) -> None:
    [told] = ask(table.police, [table.world.herlev_ssp])
    _answer(told, Answer.DECLINE, table)

    with pytest.raises(Refused, match="allerede besvaret"):
        _answer(told, Answer.REFER, table, referred_to=table.world.gladsaxe_ssp)


def test_who_refers_names_somebody_else(table: Table) -> None:
    [told] = ask(table.police, [table.world.herlev_ssp])
    for nobody in (None, table.world.local_police, table.world.herlev_ssp):
        with pytest.raises(Refused):
            _answer(told, Answer.REFER, table, referred_to=nobody)

    row = _answer(told, Answer.REFER, table, referred_to=table.world.gladsaxe_ssp)

    assert row.referred_to == table.world.gladsaxe_ssp


def test_what_was_told_is_no_request_to_answer(table: Table) -> None:
    [told] = tell(table.police, [table.world.herlev_ssp])

    with pytest.raises(Refused, match="ikke en anmodning"):
        _answer(told, Answer.DECLINE, table)


def test_a_request_that_is_late_comes_up_with_the_asked(table: Table) -> None:
    ask(table.police, [table.world.herlev_ssp], answer_by=timezone.localdate() - timedelta(days=1))

    with acting_for(table.herlev):
        _, [row] = queries.received_page(table.herlev)

    assert row.is_overdue
