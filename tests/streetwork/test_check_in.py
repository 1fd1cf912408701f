"""Staff safety: who is out checks in and out, who is late is seen, leaders are told, and who it was is deleted."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from rundbord.access.refusal import Refused
from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.notices.models import Notice
from rundbord.streetwork import actions
from rundbord.streetwork.jobs import forget_old_teams, look_after_teams
from rundbord.streetwork.models import Shift, ShiftSheet, TeamMember
from rundbord.streetwork.queries.staff import staff_of
from tests.database import as_owner
from tests.factories import rows, shifts
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.logs import logged

NOW = 0


@pytest.fixture
def late(vestegnen: Vestegnen) -> Shift:
    """A shift that has run for an hour and a half without a word from the one who walks it."""
    return shifts.running(
        *(vestegnen.partnership, vestegnen.gladsaxe_street), minutes=90, team=(vestegnen.street_worker,)
    )


def _member(of: Shift) -> TeamMember:
    with as_owner():
        return TeamMember.objects.select_related("shift").get(shift=of)


def _notices() -> list[Notice]:
    with as_owner():
        return list(Notice.objects.filter(kind="check_in_overdue").order_by("role"))


def test_who_is_late_is_seen_by_team_leader_and_coordinator(
    late: Shift, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    address = f"/gadearbejde/vagter/{late.pk}/"

    for user in (vestegnen.street_worker, vestegnen.leader, vestegnen.coordinator):
        text = client_of(user).get(address).content.decode()
        assert "30 min. over tiden" in text
        assert vestegnen.street_worker.name in text
    assert "på vagt har ikke meldt sig" in client_of(vestegnen.leader).get("/").content.decode()


def test_a_colleague_of_another_unit_reads_the_shift_but_not_who_it_is(
    late: Shift, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    teacher = rows.user(rows.unit(vestegnen.gladsaxe, "Skolen"), Role.REPORTER)

    text = client_of(teacher).get(f"/gadearbejde/vagter/{late.pk}/").content.decode()

    assert "1 på holdet" in text
    assert vestegnen.street_worker.name not in text
    assert "over tiden" not in text


def test_leaders_and_coordinators_of_the_own_authority_are_told_once_without_content(
    late: Shift, vestegnen: Vestegnen
) -> None:
    look_after_teams(NOW)
    look_after_teams(NOW)

    told = [(each.recipient_id, each.role, each.path) for each in _notices()]
    address = f"/gadearbejde/vagter/{late.pk}/"
    assert told == [
        (vestegnen.gladsaxe.pk, Role.COORDINATOR, address),
        (vestegnen.gladsaxe.pk, Role.LEADER, address),
    ]
    assert {each.sentence for each in _notices()} == {"Nogen på en vagt har ikke meldt sig"}


def test_nobody_is_told_of_who_checked_in_in_time_or_went_home(vestegnen: Vestegnen) -> None:
    team = (vestegnen.street_worker,)
    shifts.running(vestegnen.partnership, vestegnen.gladsaxe_street, minutes=30, team=team)
    home = shifts.running(vestegnen.partnership, vestegnen.gladsaxe_street, minutes=200)
    shifts.member(home, vestegnen.street_worker, checked_out_at=timezone.now())

    look_after_teams(NOW)

    assert _notices() == []


def test_checking_in_moves_the_hour_and_a_new_silence_is_told_anew(
    late: Shift, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    look_after_teams(NOW)
    client_of(vestegnen.street_worker).post(f"/gadearbejde/hold/{_member(late).pk}/meld-ind/")
    me = _member(late)
    assert me.due_at is not None
    assert me.heard_at is not None
    assert (me.due_at - me.heard_at, me.told_at) == (timedelta(hours=1), None)
    with as_owner():
        TeamMember.objects.update(due_at=timezone.now() - timedelta(minutes=1))

    look_after_teams(NOW)

    assert len(_notices()) == 4
    assert logged(Event.CHECKED_IN, about=late)


def test_a_leader_who_has_phoned_says_so(late: Shift, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    leader = client_of(vestegnen.leader)

    leader.post(f"/gadearbejde/hold/{_member(late).pk}/meld-ind/")

    text = leader.get(f"/gadearbejde/vagter/{late.pk}/").content.decode()
    assert "over tiden" not in text
    assert "Meldt ind" in text


def test_checking_out_ends_it(late: Shift, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client = client_of(vestegnen.street_worker)

    client.post(f"/gadearbejde/hold/{_member(late).pk}/meld-ud/")
    client.post(f"/gadearbejde/hold/{_member(late).pk}/meld-ind/")
    look_after_teams(NOW)

    assert _member(late).checked_out_at is not None
    assert _member(late).due_at is None
    assert _notices() == []
    assert logged(Event.CHECKED_OUT, about=late) == 1


def test_a_colleague_of_another_unit_checks_nobody_in(late: Shift, vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    teacher = actor_of(rows.user(rows.unit(vestegnen.gladsaxe, "Skolen"), Role.REPORTER))

    with acting_for(teacher), pytest.raises(Refused, match="andet hold"):
        actions.check_in(_member(late), by=teacher)


def test_who_it_was_is_deleted_when_its_day_comes_and_the_number_stays(
    late: Shift, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    forget_old_teams(NOW)
    assert _member(late).user_label == vestegnen.street_worker.name
    with as_owner():
        TeamMember.objects.update(delete_on=timezone.localdate())

    forget_old_teams(NOW)

    with as_owner():
        assert not TeamMember.objects.exists()
        assert ShiftSheet.objects.get(shift=late).team_size == 1
    text = client_of(vestegnen.leader).get(f"/gadearbejde/vagter/{late.pk}/").content.decode()
    assert "1 på holdet. Hvem det var, er slettet." in text


def test_the_day_of_deletion_is_written_when_the_shift_is_planned(
    vestegnen: Vestegnen, actor_of: ActorOf, settings: object
) -> None:
    settings.SHIFT_TEAM_DAYS = 30  # type: ignore[attr-defined]
    actor, begins = actor_of(vestegnen.street_worker), timezone.now()
    with acting_for(actor):
        plan = actions.Plan(
            starts_at=begins,
            ends_at=begins + timedelta(hours=2),
            team=staff_of(actor),
            areas=[vestegnen.station],
        )
        actions.plan_shift(plan, by=actor)

    with as_owner():
        member = TeamMember.objects.get()
    assert member.delete_on == timezone.localdate(begins + timedelta(hours=2)) + timedelta(days=30)
