"""The yearly vote on what is done about single persons: one vote a party, quorum, result, and what lapses."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from rundbord.access.roles import Role
from rundbord.identity.models import User
from rundbord.notices.models import Notice
from rundbord.partnership.models import PersonEffort, Renewal, RenewalVote
from rundbord.partnership.rules.renewals import Ballot, holds_until, objections_to_renewal, quorum_of, standing_of
from rundbord.partnership.vocabulary import EffortStanding, RenewalResult, VoteChoice
from tests.database import as_owner
from tests.factories import rows
from tests.factories.situations import ClientOf, Vestegnen

TODAY = timezone.localdate
YES, NO, ABSTAIN = VoteChoice.YES, VoteChoice.NO, VoteChoice.ABSTAIN
DAY = date(2026, 3, 1)


def _ballot(*choices: VoteChoice, decide_by: date = DAY, until: date = date(2027, 3, 1)) -> Ballot:
    return Ballot(until=until, decide_by=decide_by, quorum=2, voters=3, choices=choices)


@pytest.mark.parametrize(
    ("ballot", "result"),
    [
        (_ballot(), RenewalResult.OPEN),
        (_ballot(YES, YES), RenewalResult.OPEN),
        (_ballot(YES, YES, NO), RenewalResult.CARRIED),
        (_ballot(YES, NO, ABSTAIN), RenewalResult.NOT_CARRIED),
        (_ballot(ABSTAIN, ABSTAIN, YES), RenewalResult.CARRIED),
        (_ballot(YES, decide_by=date(2026, 2, 1)), RenewalResult.NO_QUORUM),
        (_ballot(YES, YES, decide_by=date(2026, 2, 1)), RenewalResult.CARRIED),
        (_ballot(YES, NO, decide_by=date(2026, 2, 1)), RenewalResult.NOT_CARRIED),
    ],
)
def test_what_comes_of_a_vote(ballot: Ballot, result: RenewalResult) -> None:
    assert ballot.result(DAY) is result


def test_more_than_half_is_a_quorum() -> None:
    assert [quorum_of(voters) for voters in (1, 2, 3, 4, 5)] == [1, 2, 2, 3, 3]


def test_an_effort_stands_a_year_and_further_only_when_carried() -> None:
    begun = date(2025, 1, 1)

    assert holds_until(begun, [_ballot(NO, NO, YES)], DAY) == date(2026, 1, 1)
    assert holds_until(begun, [_ballot(YES, YES, NO)], DAY) == date(2027, 3, 1)
    assert standing_of(date(2026, 1, 1), ended_on=None, today=DAY) is EffortStanding.LAPSED
    assert standing_of(DAY, ended_on=None, today=DAY) is EffortStanding.RENEW_SOON
    assert standing_of(date(2027, 3, 1), ended_on=None, today=DAY) is EffortStanding.HOLDS
    assert standing_of(date(2027, 3, 1), ended_on=date(2026, 2, 1), today=DAY) is EffortStanding.ENDED


def test_a_vote_is_about_a_later_day_within_a_year() -> None:
    stands = date(2026, 4, 1)

    assert objections_to_renewal(until=date(2027, 4, 1), decide_by=DAY, stands_until=stands, today=DAY) == {}
    assert set(objections_to_renewal(until=stands, decide_by=date(2026, 2, 1), stands_until=stands, today=DAY)) == {
        "until",
        "decide_by",
    }
    assert objections_to_renewal(until=date(2027, 5, 1), decide_by=DAY, stands_until=stands, today=DAY)


@pytest.fixture
def effort(vestegnen: Vestegnen) -> PersonEffort:
    """Joint home visits, begun so long ago that they must be renewed soon."""
    with as_owner():
        return PersonEffort.objects.create(
            partnership=vestegnen.partnership, title="Fælles hjemmebesøg", begun_on=TODAY() - timedelta(days=340)
        )


@pytest.fixture
def leaders(vestegnen: Vestegnen) -> dict[str, User]:
    """The leaders of the three parties that vote."""
    return {
        "gladsaxe": vestegnen.leader,
        "herlev": rows.user(vestegnen.herlev_ssp, Role.LEADER),
        "politi": rows.user(vestegnen.local_police, Role.LEADER),
    }


def _put_to_vote(client: Client, effort: PersonEffort) -> Renewal:
    until = TODAY() + timedelta(days=380)
    decide_by = TODAY() + timedelta(days=20)
    client.post(
        f"/partnerskab/personrettet/{effort.pk}/afstemning/", {"until": str(until), "decide_by": str(decide_by)}
    )
    with as_owner():
        return Renewal.objects.get(effort=effort)


def test_three_parties_vote_once_each_and_the_effort_is_renewed(
    vestegnen: Vestegnen, client_of: ClientOf, effort: PersonEffort, leaders: dict[str, User]
) -> None:
    renewal = _put_to_vote(client_of(vestegnen.secretary), effort)
    address = f"/partnerskab/afstemninger/{renewal.pk}/"
    for code, choice in (("gladsaxe", "no"), ("gladsaxe", "yes"), ("herlev", "yes")):
        client_of(leaders[code]).post(address, {"choice": choice})
    before = client_of(vestegnen.officer).get(f"/partnerskab/personrettet/{effort.pk}/").content.decode()
    client_of(leaders["politi"]).post(address, {"choice": "no", "reason": "Vi når den ikke."})

    text = client_of(vestegnen.officer).get(f"/partnerskab/personrettet/{effort.pk}/").content.decode()
    assert "Afstemningen er åben" in before
    assert "1 part mangler" in before
    assert "Fornyet" in text
    assert "Vi når den ikke." in text
    with as_owner():
        assert RenewalVote.objects.count() == 3
        assert (renewal.voters, renewal.quorum) == (3, 2)
        told = set(Notice.objects.filter(kind="renewal_opened").values_list("recipient__code", "role"))
    assert told == {("gladsaxe", "leader"), ("herlev", "leader"), ("politi", "leader")}


def test_when_the_vote_is_over_nobody_votes_any_more(
    vestegnen: Vestegnen, client_of: ClientOf, effort: PersonEffort, leaders: dict[str, User]
) -> None:
    renewal = _put_to_vote(client_of(vestegnen.secretary), effort)
    with as_owner():
        Renewal.objects.update(decide_by=TODAY() - timedelta(days=1))

    answer = client_of(leaders["herlev"]).post(f"/partnerskab/afstemninger/{renewal.pk}/", {"choice": "yes"})

    assert "Afstemningen er lukket" in answer.content.decode()
    with as_owner():
        assert not RenewalVote.objects.exists()


def test_what_was_not_renewed_is_shown_as_lapsed(
    vestegnen: Vestegnen, client_of: ClientOf, effort: PersonEffort
) -> None:
    with as_owner():
        PersonEffort.objects.update(begun_on=TODAY() - timedelta(days=400))
    client = client_of(vestegnen.officer)

    assert "Bortfaldet: ikke fornyet" in client.get("/partnerskab/").content.decode()
    assert "Indsatsen er bortfaldet" in client.get(f"/partnerskab/personrettet/{effort.pk}/").content.decode()


def test_only_leaders_vote_and_their_day_says_that_a_vote_waits(
    vestegnen: Vestegnen, client_of: ClientOf, effort: PersonEffort
) -> None:
    renewal = _put_to_vote(client_of(vestegnen.secretary), effort)

    for user in (vestegnen.secretary, vestegnen.officer, vestegnen.caretaker):
        assert client_of(user).post(f"/partnerskab/afstemninger/{renewal.pk}/", {"choice": "yes"}).status_code == 403
    assert "afstemning venter på jer" in client_of(vestegnen.leader).get("/").content.decode()


def test_another_partnership_sees_no_effort(vestegnen: Vestegnen, client_of: ClientOf, effort: PersonEffort) -> None:
    stranger = client_of(vestegnen.outsider)

    assert "Fælles hjemmebesøg" not in stranger.get("/partnerskab/personrettet/").content.decode()
    assert stranger.get(f"/partnerskab/personrettet/{effort.pk}/").status_code == 404


def test_the_list_costs_the_same_however_many_efforts(
    vestegnen: Vestegnen, client_of: ClientOf, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with as_owner():
        for number in range(12):
            made = PersonEffort.objects.create(
                partnership=vestegnen.partnership, title=f"Indsats {number}", begun_on=TODAY()
            )
            Renewal.objects.create(
                partnership=vestegnen.partnership,
                effort=made,
                until=TODAY(),
                decide_by=TODAY(),
                quorum=2,
                voters=3,
                opened_on=TODAY(),
            )
    client = client_of(vestegnen.officer)

    with django_assert_max_num_queries(13):
        client.get("/partnerskab/personrettet/")
