"""The unusual: found against an area's own past, told in plain Danish, judged by a person, shown in the picture."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from django.utils import timezone

from rundbord.access.actor import system_of
from rundbord.access.refusal import NotPermitted, Refused
from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.partnership.models import Area
from rundbord.partnership.vocabulary import Audience
from rundbord.situation import actions
from rundbord.situation.models import Incident, UnusualCount
from rundbord.situation.queries.drafts import draft_picture
from rundbord.situation.vocabulary import Category, Nature, TimePrecision, UnusualVerdict
from tests.database import as_owner
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.logs import logged


def _night(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(22, 30)))


def _incidents(world: Vestegnen, days: list[date], *, audience: Audience = Audience.PARTIES) -> None:
    """One incident of violence at the station on each of the days."""
    with as_owner():
        Incident.objects.bulk_create(
            Incident(
                partnership=world.partnership,
                authority=world.police,
                audience=audience,
                nature=Nature.INCIDENT,
                category=Category.VIOLENCE,
                heading="Slagsmål ved stationen",
                starts_at=_night(day),
                starts_precision=TimePrecision.MINUTE,
                occurred_at=_night(day),
                area=world.station,
                created_at=_night(day),
                changed_at=_night(day),
            )
            for day in days
        )


@pytest.fixture
def yesterday() -> date:
    """The day that the nightly work looks at."""
    return timezone.localdate() - timedelta(days=1)


@pytest.fixture
def quiet_years(vestegnen: Vestegnen, yesterday: date) -> None:
    """Two years with something every ninth day."""
    _incidents(vestegnen, [yesterday - timedelta(days=back) for back in range(20, 730, 9)])


@pytest.fixture
def found(vestegnen: Vestegnen, quiet_years: None, yesterday: date) -> UnusualCount:
    """A week with nine incidents, found at night."""
    _incidents(vestegnen, [yesterday - timedelta(days=back) for back in (0, 0, 1, 1, 2, 3, 4, 5, 6)])
    system = system_of(vestegnen.police.pk, partnership_id=vestegnen.partnership.pk)
    with acting_for(system):
        actions.find_unusual(ending_on=yesterday, by=system)
    with as_owner():
        return UnusualCount.objects.order_by("-counted").first() or pytest.fail("nothing was found")


def test_a_week_like_no_other_is_found_and_said_in_danish(found: UnusualCount, yesterday: date) -> None:
    assert (found.counted, found.last, found.category) == (9, yesterday, Category.VIOLENCE)
    assert found.heading.startswith("Stationen: 9 × vold")
    assert "Normalt for stedet er" in found.text


def test_an_ordinary_week_is_not_told(vestegnen: Vestegnen, quiet_years: None, yesterday: date) -> None:
    _incidents(vestegnen, [yesterday - timedelta(days=4)])
    system = system_of(vestegnen.police.pk, partnership_id=vestegnen.partnership.pk)

    with acting_for(system):
        assert actions.find_unusual(ending_on=yesterday, by=system) == 0


def test_narrow_incidents_do_not_count_for_it_would_tell_of_them(
    vestegnen: Vestegnen, quiet_years: None, yesterday: date
) -> None:
    _incidents(vestegnen, [yesterday] * 9, audience=Audience.AUTHORITY)
    system = system_of(vestegnen.police.pk, partnership_id=vestegnen.partnership.pk)

    with acting_for(system):
        assert actions.find_unusual(ending_on=yesterday, by=system) == 0


def test_the_second_party_that_looks_finds_nothing_new(
    found: UnusualCount, vestegnen: Vestegnen, yesterday: date
) -> None:
    system = system_of(vestegnen.gladsaxe.pk, partnership_id=vestegnen.partnership.pk)

    with acting_for(system):
        assert actions.find_unusual(ending_on=yesterday, by=system) == 0


def test_a_partnership_without_a_past_is_told_nothing(vestegnen: Vestegnen, yesterday: date) -> None:
    _incidents(vestegnen, [yesterday] * 9)
    system = system_of(vestegnen.police.pk, partnership_id=vestegnen.partnership.pk)

    with acting_for(system):
        assert actions.find_unusual(ending_on=yesterday, by=system) == 0


def test_it_stands_in_the_next_picture_until_somebody_dismisses_it(
    found: UnusualCount, vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf
) -> None:
    coordinator = actor_of(vestegnen.coordinator)
    with acting_for(coordinator):
        before = [group.label for group in draft_picture(coordinator).edition.threads]

    fields = {"verdict": "dismissed", "reason": "En optælling blev indlagt samlet."}
    client_of(vestegnen.coordinator).post(f"/overblik/usaedvanligt/{found.pk}/", fields)

    with acting_for(coordinator):
        headings = [thread.heading for group in draft_picture(coordinator).edition.threads for thread in group.threads]
    assert "Usædvanligt mange" in before
    assert found.heading not in headings
    assert logged(Event.UNUSUAL_JUDGED, about=found)


def test_dismissing_asks_for_a_reason(found: UnusualCount, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    shown = client_of(vestegnen.coordinator).post(f"/overblik/usaedvanligt/{found.pk}/", {"verdict": "dismissed"})

    assert "Skriv kort, hvorfor" in shown.content.decode()


def test_of_two_who_judge_the_second_learns_of_the_first(
    found: UnusualCount, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    coordinator = actor_of(vestegnen.coordinator)
    with acting_for(coordinator):
        actions.judge_unusual(found, UnusualVerdict.CONFIRMED, by=coordinator)
        with pytest.raises(Refused, match="allerede vurderet"):
            actions.judge_unusual(found, UnusualVerdict.DISMISSED, reason="Tilfældigt.", by=coordinator)


PAGE = "/overblik/usaedvanligt/"


def test_the_page_says_how_many_were_compared_and_that_no_past_is_too_short(
    found: UnusualCount, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    shown = client_of(vestegnen.leader).get(PAGE).content.decode()

    assert "1 par af område og kategori er sammenlignet" in shown
    assert "Intet område har for kort en fortid." in shown


def test_areas_whose_past_is_too_short_are_named_with_the_day_from_which_they_can_be_judged(
    vestegnen: Vestegnen, yesterday: date, client_of: ClientOf
) -> None:
    _incidents(vestegnen, [yesterday - timedelta(days=back) for back in (0, 99)])
    system = system_of(vestegnen.police.pk, partnership_id=vestegnen.partnership.pk)
    with acting_for(system):
        actions.find_unusual(ending_on=yesterday, by=system)

    told = client_of(vestegnen.leader).get(PAGE).context["told"]

    assert (told.look.compared, told.short_pairs) == (0, 1)
    # Half a year to learn from, and four weeks that are left out, from the first day watched.
    assert [(one.area, one.judged_from) for one in told.short] == [
        ("Stationen", yesterday - timedelta(days=99) + timedelta(days=26 * 7 + 28 - 1))
    ]


def test_an_area_drawn_lately_is_not_judged_by_days_on_which_nobody_watched_it(
    vestegnen: Vestegnen, quiet_years: None, yesterday: date, client_of: ClientOf
) -> None:
    drawn = yesterday - timedelta(days=30)
    with as_owner():
        Area.objects.filter(pk=vestegnen.park.pk).update(created_at=_night(drawn))
        station = Incident.objects.filter(area=vestegnen.station).first() or pytest.fail("nothing happened")
        for _ in range(6):
            station.pk = None
            station._state.adding = True
            station.area = vestegnen.park
            station.occurred_at = station.starts_at = _night(yesterday)
            station.save(force_insert=True)
    system = system_of(vestegnen.police.pk, partnership_id=vestegnen.partnership.pk)

    with acting_for(system):
        assert actions.find_unusual(ending_on=yesterday, by=system) == 0

    assert [one.area for one in client_of(vestegnen.leader).get(PAGE).context["told"].short] == ["Parken"]


def test_a_leader_reads_it_and_does_not_judge(
    found: UnusualCount, vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf
) -> None:
    leader = actor_of(vestegnen.leader)

    shown = client_of(vestegnen.leader).get("/overblik/usaedvanligt/").content.decode()

    assert found.heading in shown
    with acting_for(leader), pytest.raises(NotPermitted):
        actions.judge_unusual(found, UnusualVerdict.CONFIRMED, by=leader)
