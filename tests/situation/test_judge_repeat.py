"""A repeat is judged by a person, and what was confirmed is told in the picture."""

from __future__ import annotations

import pytest
from django.utils import timezone

from rundbord.access.refusal import NotPermitted, Refused
from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.situation import actions
from rundbord.situation.models import Incident, RepeatCluster
from rundbord.situation.queries.drafts import draft_picture
from rundbord.situation.queries.stored_copies import copies_of
from rundbord.situation.vocabulary import UnusualVerdict
from tests.database import as_owner
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.logs import logged

PAGE = "/overblik/gentagelser/"


def test_a_confirmed_place_stands_in_the_next_picture_with_its_street_and_an_unjudged_one_does_not(
    repeat: RepeatCluster, vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf
) -> None:
    coordinator = actor_of(vestegnen.coordinator)

    def told() -> dict[str, tuple[str, ...]]:
        with acting_for(coordinator):
            groups = draft_picture(coordinator).edition.threads
        return {thread.heading: thread.lines for group in groups for thread in group.threads}

    assert repeat.heading not in told()

    answer = client_of(vestegnen.coordinator).post(
        f"{PAGE}{repeat.pk}/", {"verdict": "confirmed", "reason": "Patruljen kører forbi."}
    )

    assert answer["Location"] == PAGE
    assert told()[repeat.heading][-2:] == ("Gader: Vangavej.", "Vurdering: Patruljen kører forbi.")
    assert logged(Event.REPEAT_JUDGED, about=repeat)


def test_a_confirmed_place_whose_incidents_were_withdrawn_is_not_told(
    repeat: RepeatCluster, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    coordinator = actor_of(vestegnen.coordinator)
    with acting_for(coordinator):
        actions.judge_unusual(repeat, UnusualVerdict.CONFIRMED, by=coordinator)
    with as_owner():
        Incident.objects.filter(pk=repeat.incident_ids[0]).update(withdrawn_at=timezone.now())

    with acting_for(coordinator):
        groups = draft_picture(coordinator).edition.threads
    assert repeat.heading not in [thread.heading for group in groups for thread in group.threads]


def test_dismissing_a_place_asks_for_a_reason_and_of_two_who_judge_the_second_learns_of_the_first(
    repeat: RepeatCluster, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    officer = actor_of(vestegnen.officer)
    with acting_for(officer):
        with pytest.raises(Refused, match="Skriv kort"):
            actions.judge_unusual(repeat, UnusualVerdict.DISMISSED, by=officer)
        actions.judge_unusual(repeat, UnusualVerdict.CONFIRMED, by=officer)
        with pytest.raises(Refused, match="allerede vurderet"):
            actions.judge_unusual(repeat, UnusualVerdict.DISMISSED, reason="Tilfældigt.", by=officer)


def test_a_leader_reads_places_and_does_not_judge(
    repeat: RepeatCluster, vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf
) -> None:
    leader = actor_of(vestegnen.leader)

    assert repeat.heading in client_of(vestegnen.leader).get(PAGE).content.decode()
    assert client_of(vestegnen.leader).get(f"{PAGE}{repeat.pk}/").status_code == 403
    with acting_for(leader), pytest.raises(NotPermitted):
        actions.judge_unusual(repeat, UnusualVerdict.CONFIRMED, by=leader)


def test_a_black_out_reaches_the_reason(repeat: RepeatCluster, vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    with as_owner():
        RepeatCluster.objects.filter(pk=repeat.pk).update(reason="Ordet Kanariefugl skal væk.")
    coordinator = actor_of(vestegnen.coordinator)

    with acting_for(coordinator):
        copies = copies_of(["Kanariefugl"], actor=coordinator)

    assert [row.pk for row, _ in copies.rows] == [repeat.pk]
