"""From concern to secured contact: the clock on the case, and the unit's figures, which never point at few."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from rundbord.access.actor import Actor, system_of
from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.audit import Event, own_entries
from rundbord.concerns.models import Concern, YoungPerson
from rundbord.interventions import actions, queries
from rundbord.interventions.models import Intervention
from rundbord.interventions.rules.figures import HIDDEN, endings_told, legs_together, load_of, told_part
from rundbord.interventions.rules.first_contact import Way, legs_of
from rundbord.interventions.vocabulary import ConcernClock, InterventionKind
from rundbord.notices.models import Notice
from tests.concerns.files import NAME, concern_about, file_on
from tests.database import as_owner
from tests.factories import rows
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.interventions.stories import started, taken
from tests.queries import own_queries

CONTACTED, OFFERED, SECURED = ConcernClock.CONTACTED, ConcernClock.OFFERED, ConcernClock.SECURED
DAY = date(2026, 11, 2)


def _way(contacted: int | None = None, offered: int | None = None, secured: int | None = None) -> Way:
    days = {CONTACTED: contacted, OFFERED: offered, SECURED: secured}
    reached = {clock: None if day is None else DAY + timedelta(days=day) for clock, day in days.items()}
    return Way(opened_on=DAY, reached_on=reached)


@pytest.fixture
def by(vestegnen: Vestegnen, actor_of: ActorOf) -> Actor:
    """The coordinator of SSP Gladsaxe."""
    return actor_of(vestegnen.coordinator)


@pytest.fixture
def browser(vestegnen: Vestegnen, client_of: ClientOf) -> Client:
    """The coordinator's browser."""
    return client_of(vestegnen.coordinator)


# The clock on the case.


@pytest.mark.parametrize(
    ("way", "words"),
    [
        (_way(), ["venter, 10 dage indtil nu"] * 3),
        (_way(0), ["samme dag", "venter, 10 dage indtil nu", "venter, 10 dage indtil nu"]),
        (_way(1, 3, 9), ["efter 1 dag", "efter 3 dage", "efter 9 dage"]),
        # Who is kept in touch with has been in contact; nobody waits for the offer any more.
        (_way(secured=4), ["efter 4 dage", "ikke nået", "efter 4 dage"]),
    ],
)
def test_each_leg_is_counted_in_days_from_the_concern(way: Way, words: list[str]) -> None:
    assert [leg.words for leg in legs_of(way, today=DAY + timedelta(days=10))] == words


def test_a_closed_concern_waits_for_nothing() -> None:
    way = Way(opened_on=DAY, reached_on={}, closed_on=DAY + timedelta(days=3))

    assert [leg.words for leg in legs_of(way, today=DAY + timedelta(days=90))] == ["ikke nået"] * 3


def test_the_clock_stands_on_the_file_and_on_the_intervention(by: Actor, browser: Client) -> None:
    intervention = started(by, InterventionKind.CONCERN_TALK)
    with acting_for(by):
        opened_at = timezone.now() - timedelta(days=6)
    with as_owner():
        Concern.objects.filter(pk=intervention.concern_id).update(opened_at=opened_at)
    taken(intervention, by, ("invite", "invited"), ("talk", "held"))

    for address in (f"/unge/{intervention.person_id}/", f"/indsatser/{intervention.pk}/"):
        page = browser.get(address).content.decode()
        assert "Fra bekymring til kontakt" in page
        assert "efter 6 dage" in page
        assert "venter, 6 dage indtil nu" in page


# Figures.


def test_what_fewer_than_five_reached_or_missed_is_hidden() -> None:
    contact, offer, secured = legs_together([*[_way(2, 4)] * 7, *[_way(5)] * 5, *[_way(30, 40, 50)] * 3])

    assert (contact.reached, contact.median) == ("15", "5 dage")
    assert (offer.reached, offer.median) == ("10", "4 dage")
    assert (secured.reached, secured.median) == (HIDDEN, HIDDEN)


def test_what_could_be_reckoned_from_the_whole_is_hidden_too() -> None:
    assert told_part(12, 14) == HIDDEN
    assert told_part(14, 14) == "14"
    load = load_of(open_count=14, overdue=12)
    assert (load.open, load.overdue) == ("14", HIDDEN)
    load = load_of(open_count=14, overdue=9)
    assert (load.open, load.overdue) == ("14", "9")


def test_rare_endings_are_left_out() -> None:
    assert endings_told([("Flyttet", 4), ("Gennemført", 5), ("Ønsker det ikke", 8)]) == [
        ("Ønsker det ikke", "8"),
        ("Gennemført", "5"),
    ]


def _many(
    by: Actor, number: int, *, late: int = 0, contacted_after: int | None = None, is_narrow: bool = False
) -> None:
    now = timezone.now()
    for place in range(number):
        person = file_on(by, is_narrow=is_narrow)
        with as_owner():
            changed = {"opened_at": now - timedelta(days=20)}
            if contacted_after is not None:
                changed["contacted_at"] = now - timedelta(days=20 - contacted_after)
            if place < late:
                changed |= {"next_on": timezone.localdate() - timedelta(days=1)}  # type: ignore[dict-item]
            Concern.objects.filter(person=person).update(**changed)


def test_a_unit_reads_its_own_year(by: Actor, browser: Client) -> None:
    _many(by, 6, late=6, contacted_after=3)
    _many(by, 5)

    with acting_for(by):
        figures = queries.unit_figures(by)
    page = browser.get("/indsatser/tal/").content.decode()

    assert figures is not None
    assert figures.concerns == "11"
    assert (figures.legs[0].reached, figures.legs[0].median) == ("6", "3 dage")
    assert (figures.legs[1].reached, figures.legs[1].median) == (HIDDEN, HIDDEN)
    assert (figures.files.open, figures.files.overdue) == ("11", "6")
    assert "3 dage" in page
    assert HIDDEN in page
    assert NAME not in page
    assert by.user_name not in page[page.index("<main") :]


def test_a_narrow_file_is_in_no_figure(by: Actor) -> None:
    _many(by, 5, contacted_after=3)
    _many(by, 5, contacted_after=9, is_narrow=True)

    with acting_for(by):
        figures = queries.unit_figures(by)

    assert figures is not None
    assert (figures.concerns, figures.legs[0].median) == ("5", "3 dage")


def test_another_unit_and_another_authority_read_their_own(by: Actor, vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    _many(by, 6, contacted_after=3)
    street = rows.user(vestegnen.gladsaxe_street, Role.CASE_WORKER)

    for user in (street, vestegnen.herlev_case_worker, vestegnen.officer):
        actor = actor_of(user)
        with acting_for(actor):
            figures = queries.unit_figures(actor)
        assert figures is not None
        assert figures.concerns == HIDDEN


def test_the_leader_of_the_unit_reads_them_and_it_is_logged(
    vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf
) -> None:
    answer = client_of(vestegnen.leader).get("/indsatser/tal/")

    assert answer.status_code == 200
    with acting_for(actor_of(vestegnen.dpo)):
        assert len(own_entries(event=Event.UNIT_FIGURES_READ)) == 1


@pytest.mark.parametrize("who", ["dpo", "secretary", "street_worker", "administrator"])
def test_others_have_no_figures(who: str, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    assert client_of(getattr(vestegnen, who)).get("/indsatser/tal/").status_code == 403


def test_figures_of_many_ask_as_much_as_figures_of_few(by: Actor, browser: Client) -> None:
    browser.get("/indsatser/tal/")
    with own_queries() as few:
        browser.get("/indsatser/tal/")
    _many(by, 8)
    with own_queries() as many:
        browser.get("/indsatser/tal/")

    assert len(many) == len(few)


# The leader hears of what is late.


def test_what_is_late_in_the_unit_waits_for_its_leader_with_a_word_about_the_meeting(
    by: Actor, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    leader = client_of(vestegnen.leader)
    assert "over fristen" not in leader.get("/").content.decode()
    _many(by, 2, late=2)

    page = leader.get("/").content.decode()

    assert "sager over fristen" in page
    assert "tag det op på næste møde" in page
    assert 'href="/unge/?vis=enhed"' in page
    assert "tag det op" not in client_of(vestegnen.coordinator).get("/").content.decode()


def _late(person: YoungPerson, by: Actor, days: int) -> Intervention:
    intervention = started(by, InterventionKind.CONCERN_TALK, person=person)
    with acting_for(by):
        Intervention.objects.filter(pk=intervention.pk).update(due_at=timezone.now() - timedelta(days=days))
    return intervention


@pytest.mark.parametrize(("days", "narrow", "told"), [(6, False, 0), (7, False, 1), (14, False, 1), (7, True, 0)])
def test_the_leader_is_told_a_week_later_and_each_week(
    days: int, *, narrow: bool, told: int, by: Actor, vestegnen: Vestegnen
) -> None:
    _late(file_on(by, is_narrow=narrow), by, days)
    night = system_of(vestegnen.gladsaxe.pk, partnership_id=vestegnen.partnership.pk)

    with acting_for(night):
        actions.remind_of_clocks(by=night)

    with as_owner():
        notices = Notice.objects.filter(kind="intervention_due", role=Role.LEADER.value)
        assert [each.unit_id for each in notices] == [vestegnen.gladsaxe_ssp.pk] * told


def test_a_file_with_two_concerns_shows_both_clocks(by: Actor, browser: Client) -> None:
    person = file_on(by)
    with acting_for(by):
        concern_about(person, by, opened_at=timezone.now() - timedelta(days=40), closed_at=timezone.now())

    page = browser.get(f"/unge/{person.pk}/").content.decode()

    assert page.count("Bekymring oprettet") == 2
    assert "ikke nået" in page
