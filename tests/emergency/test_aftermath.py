"""After break-glass: the owner judges within two working days, never its user; what was not judged suspends."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from rundbord.access.actor import system_of
from rundbord.access.refusal import NotPermitted, Refused
from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.emergency import jobs
from rundbord.emergency.actions import review, set_rule
from rundbord.emergency.models import EmergencyAccess, EmergencyReview, EmergencyRule
from rundbord.emergency.queries.uses import right_of
from rundbord.emergency.vocabulary import Finding
from rundbord.identity.models import User
from rundbord.logcontrol.actions import draw
from rundbord.logcontrol.models import ControlItem
from rundbord.notices.models import Notice
from rundbord.partnership.rules.danish_days import working_days_after
from tests.database import as_owner
from tests.emergency.rows import allowed, use_by
from tests.factories import rows
from tests.factories.situations import ActorOf, ClientOf, Vestegnen

WORDS = {"finding": "justified", "note": "Der var brug for det, og kun det nødvendige blev læst."}


@pytest.fixture
def colleague(vestegnen: Vestegnen) -> User:
    """A case worker of another unit, whose role has it."""
    allowed(vestegnen.gladsaxe, Role.CASE_WORKER)
    return rows.user(vestegnen.gladsaxe_street, Role.CASE_WORKER, sign_in_name="vagten")


@pytest.fixture
def use(vestegnen: Vestegnen, colleague: User) -> EmergencyAccess:
    """A use of theirs, of a file that the coordinator is responsible for."""
    return use_by(colleague, vestegnen.gladsaxe_ssp, lead_id=vestegnen.coordinator.pk)


def _path(use: EmergencyAccess) -> str:
    return f"/noedadgang/{use.pk}/"


@pytest.mark.parametrize("who", ["coordinator", "leader", "dpo"])
def test_the_responsible_a_leader_or_the_officer_judges_it(
    who: str, use: EmergencyAccess, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    with as_owner():
        colleague = User.objects.get(pk=use.user_id)
    answer = client_of(getattr(vestegnen, who)).post(_path(use), WORDS)

    assert answer.status_code == 302
    with as_owner():
        judged = EmergencyReview.objects.get()
        assert Notice.objects.get(kind="emergency_reviewed").user_id == colleague.pk
    assert (judged.finding, judged.reviewed_by) == ("justified", getattr(vestegnen, who).pk)
    assert "Berettiget" in client_of(colleague).get(_path(use)).content.decode()


def test_its_user_never_judges_it_not_even_as_leader_of_the_owner(
    vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    allowed(vestegnen.gladsaxe, Role.LEADER)
    own = use_by(vestegnen.leader, vestegnen.gladsaxe_ssp, lead_id=vestegnen.leader.pk)

    page = client_of(vestegnen.leader).post(_path(own), WORDS).content.decode()

    assert "Gem efterkontrollen" not in page
    leader = actor_of(vestegnen.leader)
    with acting_for(leader), pytest.raises(Refused, match="din egen brug"):
        review(own, Finding.JUSTIFIED, note="Fint.", by=leader)
    _is_refused_in_sql(own, leader)


def _is_refused_in_sql(use: EmergencyAccess, actor: object) -> None:
    judged = EmergencyReview(
        authority_id=use.authority_id,
        access=use,
        finding="justified",
        note="x",
        reviewed_by=actor.user_id,  # type: ignore[attr-defined]
        reviewed_label="x",
        at=timezone.now(),
    )
    with acting_for(actor), pytest.raises(DatabaseError), transaction.atomic():  # type: ignore[arg-type]
        judged.save(force_insert=True)


def test_a_leader_of_another_unit_sees_that_it_happened_and_judges_nothing(
    use: EmergencyAccess, vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    elsewhere = rows.user(vestegnen.gladsaxe_street, Role.LEADER, sign_in_name="gadeleder")

    page = client_of(elsewhere).get(_path(use)).content.decode()

    assert "Gem efterkontrollen" not in page
    actor = actor_of(elsewhere)
    with acting_for(actor), pytest.raises(Refused, match="egen enheds"):
        review(use, Finding.JUSTIFIED, note="Fint.", by=actor)
    _is_refused_in_sql(use, actor)


def test_others_see_no_use(use: EmergencyAccess, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    police_leader = rows.user(vestegnen.local_police, Role.LEADER, sign_in_name="politileder")

    for user in (vestegnen.street_worker, vestegnen.officer, police_leader, vestegnen.caretaker):
        assert client_of(user).get(_path(use)).status_code == 404
    for user in (vestegnen.street_worker, vestegnen.caretaker, vestegnen.secretary):
        assert client_of(user).get("/noedadgang/").status_code == 404


def test_a_judgement_says_why(use: EmergencyAccess, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    answer = client_of(vestegnen.leader).post(_path(use), {"finding": "unjustified", "note": ""})

    assert "note" in answer.context["form"].errors
    with as_owner():
        assert not EmergencyReview.objects.exists()


def test_unjustified_leads_to_the_breach(use: EmergencyAccess, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client_of(vestegnen.leader).post(_path(use), {"finding": "unjustified", "note": "Der var ingen nød."})

    page = client_of(vestegnen.dpo).get(_path(use)).content.decode()

    assert "brud på persondatasikkerheden" in page
    assert "72 timer" in page
    assert "Registrér det som et brud" in page
    assert client_of(vestegnen.dpo).get(f"/brud/nyt/?fra=break_glass&kilde={use.pk}").status_code == 200


def test_whoever_registers_no_breaches_is_told_whom_to_talk_to(
    use: EmergencyAccess, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client_of(vestegnen.leader).post(_path(use), {"finding": "unjustified", "note": "Der var ingen nød."})

    page = client_of(vestegnen.leader).get(_path(use)).content.decode()

    assert "Tal med jeres databeskyttelsesrådgiver nu" in page
    assert "/brud/" not in page


def test_two_working_days_are_given_and_weekends_do_not_count() -> None:
    friday = datetime(2026, 11, 27, tzinfo=ZoneInfo("Europe/Copenhagen")).date()

    assert working_days_after(friday, 2).isoformat() == "2026-12-01"


def test_without_a_judgement_it_rests_until_there_is_one(
    use: EmergencyAccess, vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    with as_owner():
        EmergencyAccess.objects.update(due_on=timezone.localdate() - timedelta(days=1))
        user = actor_of(User.objects.get(pk=use.user_id))
    with acting_for(user):
        assert right_of(user).has_overdue

    jobs.remind_of_reviews(0)
    with as_owner():
        told = Notice.objects.filter(kind="emergency_overdue")
        assert {each.role for each in told} == {"", "leader", "dpo"}
    client_of(vestegnen.dpo).post(_path(use), WORDS)

    with acting_for(user):
        assert not right_of(user).has_overdue


def test_it_waits_on_the_day_of_its_owner_and_counts_on_the_board(
    use: EmergencyAccess, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    assert "nødadgang venter på efterkontrol" in client_of(vestegnen.leader).get("/").content.decode()
    board = client_of(vestegnen.leader).get("/overblik/ledelse/").content.decode()
    assert "gange nødadgang hos jer på 30 dage" in board
    assert "1 venter på efterkontrol" in board
    assert "gange nødadgang" not in client_of(vestegnen.officer).get("/overblik/ledelse/").content.decode()


def test_it_stands_out_in_the_log_control(colleague: User, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    sent = {"cpr": "610112-4321", "reason": "Der er sket noget på stationen i aften.", "knows": "on"}
    client_of(colleague).post("/noedadgang/aabn/", sent)
    by = system_of(vestegnen.gladsaxe.pk, partnership_id=vestegnen.partnership.pk)

    # A week without a reading of a file has a control all the same.
    with acting_for(by):
        draw(timezone.localdate(), timezone.localdate(), by=by)

    with as_owner():
        item = ControlItem.objects.get(event="emergency_sought")
    assert "emergency" in item.grounds


def test_leaders_decide_which_roles_and_nobody_has_it_before(
    vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    worker = rows.user(vestegnen.gladsaxe_street, Role.CASE_WORKER, sign_in_name="vagten2")
    assert "har ikke givet din rolle nødadgang" in client_of(worker).get("/noedadgang/aabn/").content.decode()

    assert client_of(vestegnen.leader).post("/noedadgang/roller/", {"roles": ["case_worker"]}).status_code == 302

    assert "har ikke givet" not in client_of(worker).get("/noedadgang/aabn/").content.decode()
    assert "har ikke givet" in client_of(vestegnen.coordinator).get("/noedadgang/aabn/").content.decode()
    actor = actor_of(vestegnen.coordinator)
    with acting_for(actor), pytest.raises(NotPermitted):
        set_rule(["coordinator"], by=actor)
    with acting_for(actor), pytest.raises(DatabaseError), transaction.atomic():
        EmergencyRule.objects.create(
            authority_id=actor.authority_id,
            roles=["coordinator"],
            set_by=actor.user_id,
            set_label="x",
            at=timezone.now(),
        )
