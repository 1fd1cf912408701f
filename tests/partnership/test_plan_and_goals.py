"""The yearly plan with numbered measures and counted activities, and goals with measured values."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from rundbord.access.session import acting_for
from rundbord.audit import Event, own_entries
from rundbord.partnership.models import Activity, Goal, Measure, MeasuredValue, Plan
from tests.database import as_owner
from tests.factories.situations import ActorOf, ClientOf, Vestegnen

TODAY = timezone.localdate


@pytest.fixture
def secretary(vestegnen: Vestegnen, client_of: ClientOf) -> Client:
    """The partnership's secretary at a browser."""
    return client_of(vestegnen.secretary)


@pytest.fixture
def measure(vestegnen: Vestegnen) -> Measure:
    """A measure of this year's plan that Herlev's SSP owns."""
    with as_owner():
        plan = Plan.objects.create(partnership=vestegnen.partnership, year=TODAY().year)
        return Measure.objects.create(
            partnership=vestegnen.partnership,
            plan=plan,
            number=1,
            title="Tryghedsmøder",
            owner=vestegnen.herlev_ssp,
            target=4,
            counted="møder",
            status="planned",
        )


@pytest.fixture
def goal(vestegnen: Vestegnen) -> Goal:
    """Fewer unsafe residents, from twenty to ten per cent."""
    with as_owner():
        return Goal.objects.create(
            partnership=vestegnen.partnership,
            title="Flere er trygge",
            indicator="Andel utrygge beboere",
            measured_in="procent",
            baseline=20,
            baseline_on=TODAY() - timedelta(days=400),
            target=10,
            target_on=TODAY() + timedelta(days=200),
            source="Tryghedsmåling",
        )


def _value(amount: str) -> dict[str, str]:
    return {
        "value": amount,
        "first": str(TODAY() - timedelta(days=60)),
        "last": str(TODAY() - timedelta(days=1)),
        "source": "Tryghedsmåling",
    }


def test_a_plan_has_numbered_measures_and_one_a_year(vestegnen: Vestegnen, secretary: Client) -> None:
    year = TODAY().year
    words = {"year": year, "focus_places": "Værebro Park", "target_groups": "Unge 13–17 år"}
    secretary.post("/partnerskab/planer/ny/", words)
    again = secretary.post("/partnerskab/planer/ny/", words).content.decode()
    with as_owner():
        plan = Plan.objects.get()
    for title in ("Tryghedsmøder", "Gadevagter"):
        secretary.post(
            f"/partnerskab/planer/{plan.pk}/tiltag/",
            {"title": title, "owner": str(vestegnen.herlev_ssp.pk), "target": 4, "counted": "møder"},
        )

    text = secretary.get("/partnerskab/plan/").content.decode()
    assert "allerede en plan for det år" in again
    assert all(words in text for words in ("1. Tryghedsmøder", "2. Gadevagter", "0 af 4 møder", "Værebro Park"))


def test_the_owner_counts_activities_and_a_planned_measure_is_then_under_way(
    vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf, measure: Measure
) -> None:
    client, address = client_of(vestegnen.herlev_case_worker), f"/partnerskab/tiltag/{measure.pk}/aktivitet/"

    client.post(address, {"held_on": str(TODAY()), "count": 3, "text": "Møder i beboerhuset"})

    text = client.get(f"/partnerskab/tiltag/{measure.pk}/").content.decode()
    assert "3 af 4 møder" in text
    assert "I gang" in text
    with acting_for(actor_of(vestegnen.herlev_case_worker)):
        assert Activity.objects.get().count == 3
    with as_owner():
        activity = Activity.objects.get()
    client.post(f"/partnerskab/aktiviteter/{activity.pk}/slet/")
    assert "0 af 4 møder" in client.get(f"/partnerskab/tiltag/{measure.pk}/").content.decode()


def test_another_party_neither_counts_nor_strikes(vestegnen: Vestegnen, client_of: ClientOf, measure: Measure) -> None:
    with as_owner():
        activity = Activity.objects.create(
            partnership=vestegnen.partnership, authority=vestegnen.herlev, measure=measure, held_on=TODAY()
        )
    stranger = client_of(vestegnen.officer)

    refused = stranger.post(f"/partnerskab/tiltag/{measure.pk}/aktivitet/", {"held_on": str(TODAY()), "count": 1})
    stranger.post(f"/partnerskab/aktiviteter/{activity.pk}/slet/")
    stranger.post(f"/partnerskab/tiltag/{measure.pk}/status/", {"status": "done"})

    assert "Kun den part, der ejer tiltaget" in refused.content.decode()
    with as_owner():
        assert Activity.objects.count() == 1
        assert Measure.objects.get().status == "planned"


def test_an_activity_of_tomorrow_is_explained(vestegnen: Vestegnen, client_of: ClientOf, measure: Measure) -> None:
    tomorrow = str(TODAY() + timedelta(days=1))
    client = client_of(vestegnen.herlev_case_worker)

    text = client.post(
        f"/partnerskab/tiltag/{measure.pk}/aktivitet/", {"held_on": tomorrow, "count": 1}
    ).content.decode()

    assert "ikke holdt endnu" in text


def test_a_goal_says_nothing_until_something_is_measured(
    vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf, goal: Goal
) -> None:
    client = client_of(vestegnen.leader)
    before = client.get(f"/partnerskab/maal/{goal.pk}/").content.decode()

    client.post(f"/partnerskab/maal/{goal.pk}/maaling/", _value("15,5"))

    after = client.get(f"/partnerskab/maal/{goal.pk}/").content.decode()
    assert "Ikke målt" in before
    assert "Tættere på" in after
    assert "15,5" in after
    with acting_for(actor_of(vestegnen.dpo)):
        assert own_entries(event=Event.VALUE_NOTED, limit=5)


def test_a_goal_that_counts_persons_hides_what_is_below_five(
    vestegnen: Vestegnen, client_of: ClientOf, goal: Goal
) -> None:
    with as_owner():
        Goal.objects.update(counts_persons=True)
        MeasuredValue.objects.create(
            partnership=vestegnen.partnership,
            authority=vestegnen.gladsaxe,
            goal=goal,
            value=3,
            first=TODAY() - timedelta(days=9),
            last=TODAY(),
            source="Tælling",
            noted_on=TODAY(),
        )

    page = client_of(vestegnen.leader).get(f"/partnerskab/maal/{goal.pk}/").content.decode()

    assert "under 5" in page
    assert "Kan ikke vises" in page
    assert '<td class="number" data-label="Værdi">3<' not in page


def test_an_officer_reads_the_plan_and_sets_nothing(
    vestegnen: Vestegnen, client_of: ClientOf, measure: Measure, goal: Goal
) -> None:
    client = client_of(vestegnen.officer)

    assert client.get("/partnerskab/plan/").status_code == 200
    for path in ("planer/ny/", f"planer/{measure.plan_id}/tiltag/", "maal/nyt/", f"maal/{goal.pk}/afslut/"):
        assert client.post(f"/partnerskab/{path}", {}).status_code == 403


def test_another_partnership_sees_neither_plan_nor_goal(
    vestegnen: Vestegnen, client_of: ClientOf, measure: Measure, goal: Goal
) -> None:
    stranger = client_of(vestegnen.outsider)

    for path in (f"planer/{measure.plan_id}/", f"tiltag/{measure.pk}/", f"maal/{goal.pk}/"):
        assert stranger.get(f"/partnerskab/{path}").status_code == 404
    assert "Flere er trygge" not in stranger.get("/partnerskab/plan/").content.decode()


def test_the_plan_costs_the_same_however_long(
    vestegnen: Vestegnen,
    client_of: ClientOf,
    measure: Measure,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    with as_owner():
        for number in range(2, 30):
            made = Measure.objects.create(
                partnership=vestegnen.partnership,
                plan_id=measure.plan_id,
                number=number,
                title=f"Tiltag {number}",
                owner=vestegnen.herlev_ssp,
                status="running",
            )
            Activity.objects.create(
                partnership=vestegnen.partnership, authority=vestegnen.herlev, measure=made, held_on=TODAY()
            )
    client = client_of(vestegnen.officer)

    with django_assert_max_num_queries(15):
        client.get("/partnerskab/plan/")
