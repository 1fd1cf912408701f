"""The leadership board: trends, load, silence and effect; each number equals its list, and nobody is counted."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from rundbord.access.session import acting_for
from rundbord.audit import Event, own_entries
from rundbord.insight.rules.trends import Trend
from rundbord.situation.vocabulary import Category
from rundbord.tasks.models import Outcome, Task
from tests.database import as_owner
from tests.factories import rows
from tests.factories.situations import ActorOf, ClientOf, Vestegnen

_ROW = re.compile(r'<th scope="row"><a href="([^"]+)">([^<]+)</a></th><td class="number" data-label="([^"]+)">(\d+)<')


@pytest.mark.parametrize(
    ("now", "before", "words"),
    [
        (4, 5, "For få til at sige noget"),
        (5, 5, "Som før"),
        (12, 10, "Som før"),
        (13, 10, "Flere end før"),
        (10, 13, "Færre end før"),
        (10, 0, "Flere end før"),
    ],
)
def test_a_trend_has_a_word_only_where_it_is_clear(now: int, before: int, words: str) -> None:
    assert Trend(now=now, before=before).words == words


def _task(vestegnen: Vestegnen, *, due_in: int, grade: str | None = None) -> Task:
    now = timezone.now()
    with as_owner():
        task = Task.objects.create(
            partnership=vestegnen.partnership,
            authority=vestegnen.police,
            audience="parties",
            what="Gå en fælles runde",
            owner=vestegnen.herlev_ssp,
            due_on=timezone.localdate() + timedelta(days=due_in),
            decided_at=now - timedelta(days=9),
            decided_by=vestegnen.officer.pk,
            closed_at=None if grade is None else now,
        )
        if grade is not None:
            Outcome.objects.create(
                partnership=vestegnen.partnership,
                authority=vestegnen.police,
                audience="parties",
                task=task,
                outcome="done",
                effect="Færre stod der om aftenen.",
                grade=grade,
                at=now,
            )
    return task


@pytest.fixture
def work(vestegnen: Vestegnen) -> None:
    """Incidents of this month and the last, decisions open, late and closed with and without a grade."""
    now = timezone.now()
    for days in (1, 2, 3, 29, 31, 45, 65):
        rows.incident(
            vestegnen.partnership,
            vestegnen.gladsaxe,
            area=vestegnen.station,
            category=Category.BURGLARY,
            occurred_at=now - timedelta(days=days),
        )
    for due_in in (-2, 0, 5):
        _task(vestegnen, due_in=due_in)
    for grade in ("measured", "estimated", "", ""):
        _task(vestegnen, due_in=1, grade=grade)


@pytest.mark.usefixtures("work")
def test_every_number_equals_the_list_that_it_opens(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client = client_of(vestegnen.leader)

    found = [
        (unescape(href), label, column, int(count))
        for href, label, column, count in _ROW.findall(client.get("/overblik/ledelse/").content.decode())
    ]

    assert {(label, column, count) for _, label, column, count in found} >= {
        ("Stationen", "Nu", 4),
        ("Indbrud", "Nu", 4),
        ("SSP Herlev, Herlev Kommune", "Åbne", 3),
        ("Målt", "Beslutninger", 1),
        ("Skønnet", "Beslutninger", 1),
        ("Ikke målt", "Beslutninger", 2),
    }
    for href, label, _, count in found:
        listed = client.get(href).content.decode()
        bodies = listed.split("<tbody>")[1:]
        shown = len(re.findall(r"<tr\b", bodies[0].split("</tbody>")[0])) if bodies else listed.count('class="entry')
        assert shown == count, label


@pytest.mark.usefixtures("work")
def test_what_is_late_and_silent_stands_on_top(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    rows.reporting_duty(vestegnen.partnership, vestegnen.gladsaxe_street)

    board = client_of(vestegnen.leader).get("/overblik/ledelse/").context["board"]

    assert (board.late, board.open) == (1, 3)
    assert [duty.unit for duty in board.silent] == [vestegnen.gladsaxe_street]


def test_times_of_the_own_unit_are_logged_as_read_and_not_shown_to_others(
    vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    leader = client_of(vestegnen.leader).get("/overblik/ledelse/").content.decode()
    secretary = client_of(vestegnen.secretary).get("/overblik/ledelse/").content.decode()

    assert "Fra bekymring til kontakt" in leader
    assert "Fra bekymring til kontakt" not in secretary
    with acting_for(actor_of(vestegnen.dpo)):
        assert len(own_entries(event=Event.UNIT_FIGURES_READ, limit=5)) == 1


def test_an_effect_that_nobody_measured_is_not_claimed(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    _task(vestegnen, due_in=1, grade="")
    client = client_of(vestegnen.leader)

    assert "Gå en fælles runde" in client.get("/overblik/ledelse/virkning/not_measured/").content.decode()
    assert "Gå en fælles runde" not in client.get("/overblik/ledelse/virkning/measured/").content.decode()
    assert client.get("/overblik/ledelse/virkning/sikkert/").status_code == 404


@pytest.mark.usefixtures("work")
def test_another_partnership_counts_nothing_of_ours(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    board = client_of(vestegnen.outsider).get("/overblik/ledelse/").context["board"]

    assert (board.open, board.areas, board.categories) == (0, [], [])
    assert client_of(vestegnen.caretaker).get("/overblik/ledelse/").status_code == 403


@pytest.mark.usefixtures("work")
def test_the_board_costs_the_same_however_much_there_is(
    vestegnen: Vestegnen, client_of: ClientOf, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = client_of(vestegnen.leader)
    for _ in range(15):
        _task(vestegnen, due_in=-1)

    with django_assert_max_num_queries(32):
        client.get("/overblik/ledelse/")


def test_a_long_list_of_effects_is_paged_and_its_count_is_whole(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    tasks = [_task(vestegnen, due_in=1, grade="measured") for _ in range(51)]
    client = client_of(vestegnen.leader)

    first = client.get("/overblik/ledelse/virkning/measured/")
    second = client.get(f"/overblik/ledelse/virkning/measured/{first.context['older']}")

    assert "51 beslutninger" in first.content.decode()
    assert (len(first.context["rows"]), first.context["newer"]) == (50, "")
    [(last, _)] = second.context["rows"]
    assert (last.task_id, second.context["older"]) == (tasks[0].pk, "")
    assert second.context["newer"]
