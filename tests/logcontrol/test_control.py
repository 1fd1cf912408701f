"""People answer, judge and sign; nobody the own reading, and nobody alone."""

from __future__ import annotations

import pytest
from django.db import ProgrammingError
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from rundbord.access.refusal import NotPermitted, Refused
from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.audit import Event, own_entries
from rundbord.identity.models import User
from rundbord.logcontrol import jobs
from rundbord.logcontrol.actions import answer, judge, sign
from rundbord.logcontrol.models import Control, ControlAnswer, ControlItem, ControlJudgement, ControlSignature
from rundbord.logcontrol.vocabulary import Reason, Verdict
from rundbord.notices.models import Notice
from tests.database import as_owner
from tests.factories import rows as people
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.logcontrol.rows import control_of, item_in


@pytest.fixture
def control(vestegnen: Vestegnen) -> Control:
    """Gladsaxe's control of last week."""
    return control_of(vestegnen.gladsaxe)


@pytest.fixture
def item(control: Control, vestegnen: Vestegnen) -> ControlItem:
    """A reading of the coordinator's in it."""
    return item_in(control, vestegnen.coordinator, grounds=("night", "sample"))


def _judge(item: ControlItem, verdict: Verdict, user: User, actor_of: ActorOf, *, note: str = "") -> None:
    by = actor_of(user)
    with acting_for(by):
        judge(item, verdict, note=note, by=by)


def test_the_reader_answers_and_does_not_see_why_it_was_drawn(
    item: ControlItem, vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    reader, address = client_of(vestegnen.coordinator), f"/logkontrol/svar/{item.pk}/"

    shown = reader.get(address).content.decode()
    sent = reader.post(address, {"reason": "covered", "text": "Afløste en syg kollega."})

    assert "udtaget til kontrol" in shown
    assert "Om natten" not in shown
    assert sent["Location"] == address
    assert "Intet venter på dit svar" in reader.get("/logkontrol/svar/").content.decode()
    assert "Jeg dækkede for en kollega" in reader.get(address).content.decode()
    judged_at = client_of(vestegnen.dpo).get(f"/logkontrol/{item.control_id}/{item.pk}/").content.decode()
    assert "Afløste en syg kollega." in judged_at
    with acting_for(actor_of(vestegnen.coordinator)):
        assert own_entries(event=Event.CONTROL_ANSWERED)


def test_the_reader_is_led_to_the_next_one_and_sees_no_others(
    control: Control, item: ControlItem, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    item_in(control, vestegnen.coordinator)
    other = item_in(control, vestegnen.leader)
    reader = client_of(vestegnen.coordinator)

    sent = reader.post(f"/logkontrol/svar/{item.pk}/", {"reason": "own_case"})

    assert sent["Location"] == "/logkontrol/svar/"
    assert str(other.pk) not in reader.get("/logkontrol/svar/").content.decode()
    assert client_of(vestegnen.caretaker).get("/logkontrol/svar/").status_code == 200


def test_an_answer_that_names_somebody_is_stopped_and_kept(
    item: ControlItem, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    reader = client_of(vestegnen.coordinator)

    shown = reader.post(f"/logkontrol/svar/{item.pk}/", {"reason": "other", "text": "Ring til 23456789."})

    assert "»23456789« må ikke stå her" in shown.content.decode()
    assert "Ring til 23456789." in shown.content.decode()
    assert "Skriv kort" in reader.post(f"/logkontrol/svar/{item.pk}/", {"reason": "other"}).content.decode()


def test_only_the_reader_answers_and_only_who_controls_judges(
    item: ControlItem, vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    colleague = people.user(vestegnen.gladsaxe_ssp, Role.CASE_WORKER)
    mine, judged = f"/logkontrol/svar/{item.pk}/", f"/logkontrol/{item.control_id}/{item.pk}/"

    assert client_of(colleague).get(mine).status_code == 404
    assert client_of(vestegnen.dpo).get(mine).status_code == 404
    assert client_of(vestegnen.coordinator).get(judged).status_code == 403
    by = actor_of(colleague)
    with acting_for(by):
        assert not ControlItem.objects.exists()
        with pytest.raises(Refused):
            answer(item, Reason.MISTAKE, by=by)
        with pytest.raises(NotPermitted):
            judge(item, Verdict.FINE, by=by)


def test_another_authority_finds_nothing(item: ControlItem, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    theirs = client_of(people.user(vestegnen.local_police, Role.LEADER))

    assert theirs.get(f"/logkontrol/{item.control_id}/").status_code == 404
    assert theirs.get(f"/logkontrol/{item.control_id}/{item.pk}/").status_code == 404
    assert "Ingen kontrol endnu" in theirs.get("/logkontrol/").content.decode()


def test_nobody_judges_the_own_reading_not_even_past_the_rules(
    control: Control, vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf
) -> None:
    own = item_in(control, vestegnen.leader)
    leader = actor_of(vestegnen.leader)

    with acting_for(leader), pytest.raises(Refused, match="egen læsning"):
        judge(own, Verdict.FINE, by=leader)
    with pytest.raises(ProgrammingError, match="row-level security"), acting_for(leader):
        ControlJudgement.objects.create(
            authority=vestegnen.gladsaxe,
            item=own,
            verdict="fine",
            judged_by=leader.user_id,
            judged_label="Leder",
            at=timezone.now(),
        )
    shown = client_of(vestegnen.leader).get(f"/logkontrol/{control.pk}/{own.pk}/").content.decode()
    assert "Det er din egen læsning" in shown


def test_a_reader_who_is_asked_again_is_told(item: ControlItem, vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    with pytest.raises(Refused):
        _judge(item, Verdict.ASK, vestegnen.dpo, actor_of)

    _judge(item, Verdict.ASK, vestegnen.dpo, actor_of, note="Hvilken vagt var det?")

    with as_owner():
        assert Notice.objects.get(kind="control_asks").user_id == vestegnen.coordinator.pk


def test_a_leader_signs_when_all_is_judged(
    item: ControlItem, vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    leader, address = client_of(vestegnen.leader), f"/logkontrol/{item.control_id}/"
    assert "logkontrol mangler underskrift" in leader.get("/").content.decode()
    assert "1 mangler at blive vurderet" in leader.get(address).content.decode()
    assert "skal være vurderet" in leader.post(address, {"remark": ""}).content.decode()
    client_of(vestegnen.dpo).post(f"{address}{item.pk}/", {"verdict": "fine"})

    sent = leader.post(address, {"remark": "Set."})

    assert sent["Location"] == address
    assert "Set." in leader.get(address).content.decode()
    assert "Underskrevet" in leader.get("/logkontrol/").content.decode()
    assert "mangler underskrift" not in leader.get("/").content.decode()
    with acting_for(actor_of(vestegnen.dpo)):
        assert own_entries(event=Event.CONTROL_SIGNED)
    with pytest.raises(Refused, match="underskrevet"):
        _judge(item, Verdict.BREACH, vestegnen.dpo, actor_of, note="Alligevel ikke.")


def test_nobody_both_judges_all_and_signs_and_no_reader_signs(
    item: ControlItem, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    leader = actor_of(vestegnen.leader)
    _judge(item, Verdict.FINE, vestegnen.leader, actor_of)
    with acting_for(leader), pytest.raises(Refused, match="selv vurderet"):
        sign(item.control, by=leader)

    own = item_in(item.control, vestegnen.leader)
    _judge(own, Verdict.FINE, vestegnen.dpo, actor_of)
    with acting_for(leader), pytest.raises(Refused, match="egen læsning"):
        sign(item.control, by=leader)
    officer = actor_of(vestegnen.dpo)
    with acting_for(officer), pytest.raises(NotPermitted):
        sign(item.control, by=officer)


def test_another_authoritys_control_is_not_signed_past_the_rules(
    control: Control, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    stranger = actor_of(people.user(vestegnen.local_police, Role.LEADER))

    with pytest.raises(ProgrammingError, match="row-level security"), acting_for(stranger):
        ControlSignature.objects.create(
            authority=vestegnen.police,
            control=control,
            signed_by=stranger.user_id,
            signed_label="Leder",
            signed_at=timezone.now(),
        )


def test_what_was_said_stands(item: ControlItem, vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    coordinator = actor_of(vestegnen.coordinator)
    with acting_for(coordinator):
        answer(item, Reason.MISTAKE, by=coordinator)

    for rows in (ControlAnswer, ControlItem):
        with pytest.raises(ProgrammingError, match="permission denied"), acting_for(coordinator):
            rows.objects.update(authority=vestegnen.gladsaxe)


def test_an_overdue_control_is_told_to_leaders_and_data_protection_officers(vestegnen: Vestegnen) -> None:
    control_of(vestegnen.gladsaxe, due_in=-1)

    jobs.remind_of_overdue_controls(0)

    with as_owner():
        told = set(Notice.objects.filter(kind="control_overdue").values_list("role", flat=True))
    assert told == {Role.LEADER, Role.DPO}
    with as_owner():
        ControlSignature.objects.create(
            authority=vestegnen.gladsaxe,
            control=Control.objects.get(),
            signed_by=vestegnen.leader.pk,
            signed_label="Leder",
            signed_at=timezone.now(),
        )
        Notice.objects.all().delete()
    jobs.remind_of_overdue_controls(0)
    with as_owner():
        assert not Notice.objects.exists()


def test_a_control_costs_the_same_with_one_reading_and_with_many(
    item: ControlItem, vestegnen: Vestegnen, client_of: ClientOf, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(30):
        item_in(item.control, vestegnen.coordinator)
    reader = client_of(vestegnen.dpo)

    with django_assert_max_num_queries(17):
        reader.get(f"/logkontrol/{item.control_id}/")
    with django_assert_max_num_queries(12):
        reader.get("/logkontrol/")
