"""Ending a shift: everybody is home, the parties learn hours and counts, and silence becomes a nil return."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.partnership.rules.danish_days import DENMARK
from rundbord.situation.models import Report
from rundbord.situation.queries.stored_copies import copies_of
from rundbord.situation.vocabulary import Nature
from rundbord.streetwork.models import RouteArea, Shift, ShiftSheet, TeamMember
from tests.database import as_owner
from tests.factories import rows, shifts
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.logs import logged


@pytest.fixture
def shift(vestegnen: Vestegnen) -> Shift:
    """A shift of an hour and a half: first at the station, for the last ten minutes in a park outside its plan."""
    made = shifts.running(
        *(vestegnen.partnership, vestegnen.gladsaxe_street),
        minutes=90,
        team=(vestegnen.street_worker,),
        areas=(vestegnen.station,),
    )
    shifts.visit(made, vestegnen.station, timezone.now() - timedelta(minutes=80))
    shifts.visit(made, vestegnen.park, timezone.now() - timedelta(minutes=10))
    return made


def _end(client: Client, shift: Shift, **typed: Any) -> Any:
    given = {"words": "Rolig aften i regn.", "new_contacts": "2", "continued_contacts": "5", **typed}
    return client.post(f"/gadearbejde/vagter/{shift.pk}/slut/", given)


def _now(shift: Shift) -> Shift:
    with as_owner():
        return Shift.objects.get(pk=shift.pk)


def test_the_summary_has_written_itself_and_takes_one_sentence(
    shift: Shift, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client = client_of(vestegnen.street_worker)
    summary = client.get(f"/gadearbejde/vagter/{shift.pk}/slut/").content.decode()

    _end(client, shift)

    assert "Stationen" in summary
    assert "Parken" in summary
    text = client.get(f"/gadearbejde/vagter/{shift.pk}/").content.decode()
    assert "Rolig aften i regn." in text
    assert "2 nye, 5 fortsatte" in text
    assert logged(Event.SHIFT_ENDED, about=shift)


def test_everybody_is_home(shift: Shift, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    _end(client_of(vestegnen.street_worker), shift)

    with as_owner():
        member = TeamMember.objects.get(shift=shift)
    assert (member.checked_out_at, member.due_at) == (_now(shift).ended_at, None)


def test_hours_are_told_to_the_parties_only_when_it_is_over(
    shift: Shift, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    with as_owner():
        assert RouteArea.objects.get(shift=shift).hours == []

    _end(client_of(vestegnen.street_worker), shift)

    with as_owner():
        told = {each.area.name: each.hours for each in RouteArea.objects.select_related("area").filter(shift=shift)}
    assert set(told) == {"Stationen", "Parken"}
    assert timezone.now().astimezone(DENMARK).hour in told["Parken"]
    assert (timezone.now() - timedelta(minutes=80)).astimezone(DENMARK).hour in told["Stationen"]


def test_a_silent_shift_of_a_unit_that_owes_a_report_is_its_nil_return(
    shift: Shift, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    rows.reporting_duty(vestegnen.partnership, vestegnen.gladsaxe_street)
    client = client_of(vestegnen.street_worker)
    told = client.get(f"/gadearbejde/vagter/{shift.pk}/slut/").content.decode()

    _end(client, shift)

    with as_owner():
        report = Report.objects.get()
        assert ShiftSheet.objects.get(shift=shift).nil_report_id == report.pk
    assert report.nature == Nature.NOTHING
    assert "intet at bemærke" in told
    assert logged(Event.REPORTED_NOTHING, about=report)


def test_a_silent_shift_without_a_duty_reports_nothing(shift: Shift, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    _end(client_of(vestegnen.street_worker), shift)

    with as_owner():
        assert not Report.objects.exists()


def test_a_shift_with_an_observation_is_no_nil_return_and_the_parties_learn_how_many_they_may_read(
    shift: Shift, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    rows.reporting_duty(vestegnen.partnership, vestegnen.gladsaxe_street)
    client = client_of(vestegnen.street_worker)
    typed = {"area": str(vestegnen.station.pk), "size": "1-3", "activity": "passing"}
    for audience in ("parties", "unit"):
        client.post(f"/gadearbejde/vagter/{shift.pk}/observation/", {**typed, "audience": audience})

    _end(client, shift)

    with as_owner():
        assert not Report.objects.filter(nature=Nature.NOTHING).exists()
    assert _now(shift).told_observations == 1


def test_a_second_end_is_told_and_its_words_stay(shift: Shift, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client = client_of(vestegnen.street_worker)
    _end(client, shift)

    again = _end(client, shift, words="Skrevet for sent.").content.decode()

    assert "Vagten er ikke i gang" in again
    assert "Skrevet for sent." in again


def test_a_black_out_reaches_the_words_of_the_sheet(
    shift: Shift, vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    _end(client_of(vestegnen.street_worker), shift, words="Talte om kanariefuglen ved kiosken.")
    coordinator = actor_of(vestegnen.coordinator)

    with acting_for(coordinator):
        found = copies_of(["kanariefuglen"], actor=coordinator)

    assert [where for where, _ in found.passages] == ["Vagtseddel"]
    assert found.others == frozenset()
