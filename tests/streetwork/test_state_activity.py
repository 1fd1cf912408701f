"""Each side states its own view; a change is a new row, the same level is agreement, and a closed quarter is fixed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from rundbord.access.refusal import NotPermitted, Refused
from rundbord.access.session import acting_for
from rundbord.audit import Event, own_entries
from rundbord.partnership.vocabulary import Side
from rundbord.streetwork.actions import ViewTerms, state_activity
from rundbord.streetwork.models import ActivityView
from rundbord.streetwork.queries import mapped_area
from rundbord.streetwork.rules.quarters import Quarter, quarter_on
from rundbord.streetwork.vocabulary import ActivityLevel, Footing, KnownFrom, Sign
from tests.database import as_owner
from tests.factories import activity
from tests.factories.situations import ActorOf, ClientOf, Vestegnen


def _terms(level: ActivityLevel = ActivityLevel.RECURRING, **changed: Any) -> ViewTerms:
    terms = {
        "level": level,
        "signs": () if level is ActivityLevel.NONE else (Sign.GATHERING,),
        "sources": (KnownFrom.OWN_EYES, KnownFrom.RESIDENTS),
        "footing": Footing.LIKELY,
        "reason": "Samlinger ved kiosken tre fredage i træk.",
    }
    return ViewTerms(**{**terms, **changed})


def _fields(**changed: Any) -> dict[str, Any]:
    return {
        "level": "recurring",
        "signs": ["gathering", "dealing"],
        "sources": ["own_eyes"],
        "footing": "sure",
        "reason": "Samlinger ved kiosken tre fredage i træk.",
        "after": 0,
        **changed,
    }


def _this_quarter() -> Quarter:
    return quarter_on(timezone.localdate())


def _address(vestegnen: Vestegnen) -> str:
    return f"/gadearbejde/kortlaegning/{vestegnen.station.pk}/{_this_quarter().key}/"


def test_both_sides_state_the_same_and_are_agreed(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    quarter = _this_quarter()
    for user, reason in ((vestegnen.officer, "Tre anmeldelser."), (vestegnen.coordinator, "Gadeteamet har set det.")):
        actor = actor_of(user)
        with acting_for(actor):
            state_activity(vestegnen.station, quarter, _terms(reason=reason), after=0, by=actor)
            row = mapped_area(vestegnen.station, quarter)

    assert row.mapped.level is ActivityLevel.RECURRING
    with as_owner():
        stored = list(ActivityView.objects.order_by("side").values_list("side", "number", "stated_label"))
    assert [(side, number) for side, number, _ in stored] == [("police", 1), ("ssp", 1)]
    assert all("SSP Gladsaxe" in label for side, _, label in stored if side == "ssp")


def test_a_later_change_is_a_new_row_and_the_older_stays(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    activity.view(vestegnen.station, vestegnen.local_police, ActivityLevel.SINGLE)
    officer, quarter = actor_of(vestegnen.officer), _this_quarter()

    with acting_for(officer):
        state_activity(vestegnen.station, quarter, _terms(ActivityLevel.ESTABLISHED), after=1, by=officer)
        logged = own_entries(event=Event.ACTIVITY_STATED, limit=5)

    assert len(logged) == 1
    with as_owner():
        levels = list(ActivityView.objects.order_by("number").values_list("number", "level"))
    assert levels == [(1, "single"), (2, "established")]


def test_a_colleague_who_was_quicker_is_not_overwritten_unseen(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client = client_of(vestegnen.officer)
    activity.view(vestegnen.station, vestegnen.local_police, ActivityLevel.SINGLE)

    first = client.post(f"{_address(vestegnen)}vurder/", _fields())
    form = first.context["form"]

    assert "En kollega har imens" in first.content.decode()
    assert form["reason"].value() == "Samlinger ved kiosken tre fredage i træk."
    assert form["after"].value() == 1
    assert client.post(f"{_address(vestegnen)}vurder/", _fields(after=1)).status_code == 302


@pytest.mark.parametrize(
    "now",
    [datetime(2027, 1, 15, 8, 0, tzinfo=UTC), datetime(2026, 9, 30, 8, 0, tzinfo=UTC)],
    ids=["efter lukning", "før kvartalet"],
)
def test_a_quarter_that_is_not_open_takes_no_view(now: datetime, vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    fourth = quarter_on(datetime(2026, 11, 1, tzinfo=UTC).date())
    officer = actor_of(vestegnen.officer)

    with acting_for(officer), time_machine.travel(now, tick=False), pytest.raises(Refused, match=r"kvartal|Kvartal"):
        state_activity(vestegnen.station, fourth, _terms(), after=0, by=officer)


def test_ssp_speaks_of_its_own_municipality_alone(vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf) -> None:
    coordinator = actor_of(vestegnen.coordinator)
    with acting_for(coordinator), pytest.raises(Refused, match="anden kommune"):
        state_activity(vestegnen.park, _this_quarter(), _terms(), after=0, by=coordinator)

    address = f"/gadearbejde/kortlaegning/{vestegnen.park.pk}/{_this_quarter().key}/"
    client = client_of(vestegnen.coordinator)
    assert client.get(address).status_code == 200
    assert "Skriv jeres vurdering" not in client.get(address).content.decode()
    assert client.get(f"{address}vurder/").status_code == 404
    assert client.get(f"{address}saetning/").status_code == 404


def test_a_leader_reads_and_states_nothing(vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf) -> None:
    leader = actor_of(vestegnen.leader)
    with acting_for(leader), pytest.raises(NotPermitted):
        state_activity(vestegnen.station, _this_quarter(), _terms(), after=0, by=leader)

    assert client_of(vestegnen.leader).get(_address(vestegnen)).status_code == 200


@pytest.mark.parametrize(
    "words",
    ["Ahmad Eksempelsen samler folk ved kiosken hver fredag.", "Ringede til 20 12 34 56 om samlinger ved kiosken."],
    ids=["navn", "telefon"],
)
def test_a_person_in_the_reason_is_stopped_and_nothing_typed_is_lost(
    words: str, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    answer = client_of(vestegnen.officer).post(f"{_address(vestegnen)}vurder/", _fields(reason=words))

    assert answer.status_code == 200
    assert answer.context["form"].errors["reason"]
    assert answer.context["form"]["signs"].value() == ["gathering", "dealing"]
    with as_owner():
        assert not ActivityView.objects.exists()


def test_the_scale_stands_beside_the_control_and_the_other_side_below(
    vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    activity.view(vestegnen.station, vestegnen.gladsaxe_ssp, ActivityLevel.SINGLE, reason="Én samling ved kiosken.")

    shown = client_of(vestegnen.officer).get(f"{_address(vestegnen)}vurder/").content.decode()

    assert shown.index("Hvor meget bandeaktivitet ser I?") < shown.index("Trinene betyder") < shown.index("Hvorfor?")
    assert "For eksempel: Handel ved stationen de fleste fredage." in shown
    assert "Én samling ved kiosken." in shown


def test_a_change_begins_with_the_last_levels_and_wants_a_reason_of_its_own(
    vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client = client_of(vestegnen.officer)
    client.post(f"{_address(vestegnen)}vurder/", _fields())

    form = client.get(f"{_address(vestegnen)}vurder/").context["form"]
    again = client.post(f"{_address(vestegnen)}vurder/", _fields(level="established", after=1))

    assert (form["level"].value(), form["after"].value(), form["reason"].value()) == ("recurring", 1, None)
    assert "ordret en begrundelse" in again.content.decode()


def test_a_closed_area_keeps_its_quarters_and_takes_no_more(
    vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf
) -> None:
    activity.view(vestegnen.station, vestegnen.local_police, ActivityLevel.SINGLE)
    with as_owner():
        vestegnen.station.closed_at = timezone.now()
        vestegnen.station.save()

    client = client_of(vestegnen.officer)

    assert "Enkelte tegn" in client.get(_address(vestegnen)).content.decode()
    assert client.get(f"{_address(vestegnen)}vurder/").status_code == 404


def test_everything_said_in_the_quarter_stays_to_be_read(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    then = timezone.now() - timedelta(minutes=5)
    for number, reason in ((1, "Én samling i oktober."), (2, "Nu er det hver fredag.")):
        activity.view(
            vestegnen.station,
            vestegnen.local_police,
            ActivityLevel.SINGLE,
            number=number,
            reason=reason,
            stated_at=then + timedelta(minutes=number),
        )

    shown = client_of(vestegnen.herlev_case_worker).get(_address(vestegnen))

    assert [voice.view.reason for voice in shown.context["history"]] == [
        "Nu er det hver fredag.",
        "Én samling i oktober.",
    ]
    assert shown.context["row"].number_of(Side.POLICE) == 2
