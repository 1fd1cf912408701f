"""Numbers of bans: exact for the police, without small numbers for the parties, never a person."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from rundbord.access.refusal import Refused
from rundbord.access.session import acting_for
from rundbord.partnership.vocabulary import Audience
from rundbord.zones import actions, queries
from rundbord.zones.models import BanCount
from tests.database import as_owner
from tests.factories.situations import ActorOf, ClientOf, Vestegnen


def _count(client: Client, vestegnen: Vestegnen, number: int) -> None:
    fields = {"area": vestegnen.station.pk, "month": timezone.localdate().replace(day=1), "number": number}
    answer = client.post("/zoner/opholdsforbud/", fields)
    assert answer.status_code == 302, answer.context["form"].errors


@pytest.mark.parametrize(("number", "told"), [(0, "0"), (3, "færre end 5"), (7, "7")])
def test_others_than_the_police_read_no_small_number(
    number: int, told: str, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    _count(client_of(vestegnen.officer), vestegnen, number)

    exact, rounded = (
        [number for _, numbers in client_of(user).get("/zoner/").context["bans"].rows for _, number in numbers]
        for user in (vestegnen.officer, vestegnen.herlev_case_worker)
    )

    assert (exact, rounded) == ([str(number)], [told])


def test_the_exact_number_is_out_of_reach_of_other_parties(
    vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    _count(client_of(vestegnen.officer), vestegnen, 3)
    coordinator = actor_of(vestegnen.coordinator)

    with acting_for(coordinator):
        [(_, number)] = queries.bans_of_area(vestegnen.station.pk, coordinator)
        reached = set(BanCount.objects.values_list("audience", "number"))

    assert number == "færre end 5"
    assert reached == {(Audience.PARTIES, None)}


def test_a_number_is_corrected_in_both_places(vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf) -> None:
    police = client_of(vestegnen.officer)
    _count(police, vestegnen, 9)
    _count(police, vestegnen, 2)

    with as_owner():
        numbers = {each.audience: each.number for each in BanCount.objects.all()}
    assert numbers == {Audience.POLICE: 2, Audience.PARTIES: None}


def test_a_month_that_has_not_begun_is_not_counted(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    officer = actor_of(vestegnen.officer)

    with acting_for(officer), pytest.raises(Refused, match="ikke begyndt"):
        actions.count_bans(vestegnen.station, date(2099, 1, 15), 3, by=officer)


def test_the_database_keeps_small_numbers_out_of_what_parties_read(vestegnen: Vestegnen) -> None:
    with as_owner(), pytest.raises(IntegrityError, match="ban_count_tells_no_small_number"), transaction.atomic():
        BanCount.objects.create(
            partnership=vestegnen.partnership,
            authority=vestegnen.police,
            audience=Audience.PARTIES,
            area=vestegnen.station,
            month=timezone.localdate().replace(day=1),
            number=3,
            noted_at=timezone.now(),
        )


@pytest.mark.parametrize("who", ["leader", "coordinator"])
def test_nobody_but_the_police_counts(who: str, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    assert client_of(getattr(vestegnen, who)).get("/zoner/opholdsforbud/").status_code in {403, 404}
