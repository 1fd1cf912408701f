"""A case is put to other parties before anybody's name: who sees it, who answers, who decides."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.http import Http404
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from rundbord.access.actor import Actor, system_of
from rundbord.access.refusal import NotPermitted, Refused
from rundbord.access.roles import Role
from rundbord.access.session import AUTH, acting_for, speaking_as
from rundbord.audit import Event, own_entries
from rundbord.identity.actions import begin_session
from rundbord.identity.models import User
from rundbord.identity.vocabulary import Proof, UnitKind
from rundbord.notices.models import Notice
from rundbord.notices.vocabulary import NoticeKind
from rundbord.sharing import queries
from rundbord.sharing.actions import answer_threshold, ask_without_name, decide_threshold, remind_of_thresholds
from rundbord.sharing.models import ThresholdAnswer, ThresholdQuestion
from rundbord.sharing.rules.threshold import QuestionState, Stance, Upshot
from tests.database import as_owner
from tests.factories import rows
from tests.factories.questions import answered, asked, terms
from tests.factories.situations import ActorOf, ClientOf, Vestegnen


def _sees(actor: Actor, question: ThresholdQuestion) -> bool:
    with acting_for(actor):
        return ThresholdQuestion.objects.filter(pk=question.pk).exists()


def _answers_seen_by(actor: Actor, question: ThresholdQuestion) -> int:
    with acting_for(actor):
        return ThresholdAnswer.objects.filter(question=question).count()


def _row(question: ThresholdQuestion, actor: Actor) -> queries.QuestionRow:
    with acting_for(actor):
        return queries.question_of(question.pk, actor)


def _events(actor: Actor) -> list[str]:
    with acting_for(actor):
        return [entry.event for entry in own_entries()]


def _let_the_time_run_out(question: ThresholdQuestion) -> None:
    with as_owner():
        ThresholdQuestion.objects.filter(pk=question.pk).update(closes_on=timezone.localdate() - timedelta(days=1))


@pytest.fixture
def question(vestegnen: Vestegnen, actor_of: ActorOf) -> ThresholdQuestion:
    """Gladsaxe asks the police and Herlev."""
    by = actor_of(vestegnen.coordinator)
    return asked(by, vestegnen.local_police, vestegnen.herlev_ssp, municipality=vestegnen.gladsaxe)


def test_asker_and_asked_units_see_it_and_nobody_else(
    question: ThresholdQuestion, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    others = ("street_worker", "outsider", "caretaker")

    assert all(_sees(actor_of(getattr(vestegnen, who)), question) for who in ("coordinator", "officer", "leader"))
    assert _sees(actor_of(vestegnen.herlev_case_worker), question)
    for who in others[:2]:
        assert not _sees(actor_of(getattr(vestegnen, who)), question)
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        _sees(actor_of(vestegnen.caretaker), question)


def test_asking_is_logged_and_the_units_are_told_that_something_waits(
    question: ThresholdQuestion, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    assert Event.THRESHOLD_ASKED in _events(actor_of(vestegnen.coordinator))
    with as_owner():
        told = Notice.objects.filter(kind=NoticeKind.THRESHOLD_ASKED)
        assert set(told.values_list("unit_id", flat=True)) == {vestegnen.local_police.pk, vestegnen.herlev_ssp.pk}
        assert set(told.values_list("path", flat=True)) == {f"/droeftelser/{question.pk}/"}
        # A secretary or a street worker of the unit would meet a closed door.
        assert Role.LEADER in set(told.values_list("role", flat=True))
        assert not {"", Role.SECRETARY, Role.REPORTER} & set(told.values_list("role", flat=True))


def test_the_asker_reads_no_answer_before_all_have_come(
    question: ThresholdQuestion, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    by = actor_of(vestegnen.coordinator)

    answered(question, actor_of(vestegnen.officer), Stance.TAKE_UP)
    assert _answers_seen_by(by, question) == 0
    assert _row(question, by).state is QuestionState.OPEN

    answered(question, actor_of(vestegnen.herlev_case_worker), Stance.NOT_US)
    assert _answers_seen_by(by, question) == 2
    assert _row(question, by).state is QuestionState.SETTLED


def test_the_asker_reads_what_has_come_when_the_time_is_up(
    question: ThresholdQuestion, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    answered(question, actor_of(vestegnen.officer), Stance.YOURSELVES)
    _let_the_time_run_out(question)

    assert _answers_seen_by(actor_of(vestegnen.coordinator), question) == 1
    with acting_for(late := actor_of(vestegnen.herlev_case_worker)), pytest.raises(Refused, match="Fristen"):
        answer_threshold(ThresholdQuestion.objects.get(pk=question.pk), Stance.TAKE_UP, by=late)


def test_a_unit_answers_once_and_reads_its_own_answer_alone(
    question: ThresholdQuestion, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    officer, colleague = actor_of(vestegnen.officer), actor_of(rows.user(vestegnen.local_police, Role.LEADER))
    answered(question, officer)

    with pytest.raises(Refused, match="allerede svaret"):
        answered(question, colleague)
    assert _answers_seen_by(colleague, question) == 1
    assert _answers_seen_by(actor_of(vestegnen.herlev_case_worker), question) == 0
    assert Event.THRESHOLD_ANSWERED in _events(officer)


def test_only_a_unit_that_is_asked_answers(
    question: ThresholdQuestion, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    with pytest.raises(Refused, match="ikke spurgt"):
        answered(question, actor_of(vestegnen.coordinator))
    with pytest.raises(ThresholdQuestion.DoesNotExist):
        answered(question, actor_of(rows.user(vestegnen.gladsaxe_street, Role.CASE_WORKER)))


def test_the_asking_unit_decides_when_the_answers_are_there(
    question: ThresholdQuestion, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    by = actor_of(vestegnen.coordinator)
    answered(question, actor_of(vestegnen.officer))
    with acting_for(by), pytest.raises(Refused, match="Vent"):
        decide_threshold(question, Upshot.TAKEN_UP, by=by)

    answered(question, actor_of(vestegnen.herlev_case_worker))
    with acting_for(by):
        decide_threshold(question, Upshot.NOT_TAKEN_UP, by=by)
        with pytest.raises(Refused, match="allerede afgjort"):
            decide_threshold(question, Upshot.TAKEN_UP, by=by)

    assert _row(question, by).state is QuestionState.NOT_TAKEN_UP
    assert Event.THRESHOLD_DECIDED in _events(by)


def test_who_is_asked_does_not_decide(question: ThresholdQuestion, vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    officer = actor_of(vestegnen.officer)
    answered(question, officer)
    answered(question, actor_of(vestegnen.herlev_case_worker))

    with acting_for(officer), pytest.raises(Refused, match="Kun den enhed"):
        decide_threshold(question, Upshot.TAKEN_UP, by=officer)
    with acting_for(officer):
        assert (
            ThresholdQuestion.objects.filter(pk=question.pk).update(upshot="taken_up", decided_at=timezone.now()) == 0
        )
    with acting_for(leader := actor_of(vestegnen.leader)), pytest.raises(NotPermitted):
        decide_threshold(question, Upshot.TAKEN_UP, by=leader)


@pytest.mark.parametrize("who", ["leader", "secretary", "dpo", "street_worker"])
def test_whoever_does_not_follow_young_people_does_not_ask(who: str, vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    with pytest.raises(NotPermitted):
        asked(actor_of(getattr(vestegnen, who)), vestegnen.herlev_ssp, municipality=vestegnen.gladsaxe)


def test_investigators_and_own_colleagues_are_not_asked(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    by = actor_of(vestegnen.coordinator)
    investigators = rows.unit(vestegnen.police, "Efterforskningen", UnitKind.INVESTIGATION)

    for unit in (investigators, vestegnen.gladsaxe_street):
        with pytest.raises(Refused) as refusal:
            asked(by, unit, municipality=vestegnen.gladsaxe)
        assert list(refusal.value.reasons) == ["units"]


@pytest.mark.parametrize(
    "forged",
    [
        {"asked_units": "investigation"},
        {"asked_units": "own"},
        {"asked_units": "outside"},
        {"authority_id": "herlev"},
        {"unit_id": "street"},
        {"asked_by": "another"},
        {"upshot": "taken_up", "decided_at": "now"},
    ],
    ids=str,
)
def test_the_database_refuses_a_forged_question(
    forged: dict[str, str], vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    by = actor_of(vestegnen.coordinator)
    investigators = rows.unit(vestegnen.police, "Efterforskningen", UnitKind.INVESTIGATION)
    meant = {
        "investigation": [investigators.pk],
        "own": [vestegnen.gladsaxe_street.pk],
        "outside": [rows.unit(vestegnen.outside, "SSP Langt væk").pk],
        "herlev": vestegnen.herlev.pk,
        "street": vestegnen.gladsaxe_street.pk,
        "another": vestegnen.leader.pk,
        "now": timezone.now(),
    }
    honest = asked(by, vestegnen.herlev_ssp, municipality=vestegnen.gladsaxe)
    columns: dict[str, Any] = {field.attname: getattr(honest, field.attname) for field in honest._meta.fields}
    del columns["id"]
    columns |= {name: meant.get(value, value) for name, value in forged.items()}

    with acting_for(by), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        ThresholdQuestion.objects.create(**columns)


def test_the_database_lets_nobody_change_what_was_asked_or_answered(
    question: ThresholdQuestion, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    by = actor_of(vestegnen.coordinator)
    answered(question, actor_of(vestegnen.officer))
    answered(question, actor_of(vestegnen.herlev_case_worker))

    for act in (
        lambda: ThresholdQuestion.objects.filter(pk=question.pk).update(words="andet"),
        lambda: ThresholdQuestion.objects.filter(pk=question.pk).update(asked_units=[]),
        lambda: ThresholdAnswer.objects.filter(question=question).update(stance="take_up"),
        lambda: ThresholdAnswer.objects.filter(question=question).delete(),
    ):
        with acting_for(by), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            act()


def test_the_database_takes_no_answer_of_another_unit_or_after_the_time(
    question: ThresholdQuestion, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    officer = actor_of(vestegnen.officer)

    def forge(**columns: Any) -> None:
        with acting_for(officer), transaction.atomic():
            ThresholdAnswer.objects.create(
                **{
                    "authority_id": officer.authority_id,
                    "unit_id": officer.unit_id,
                    "question": question,
                    "stance": "take_up",
                    "answered_at": timezone.now(),
                    "answered_by": officer.user_id,
                    "answered_label": "Betjent",
                    **columns,
                }
            )

    for columns in (
        {"authority_id": vestegnen.herlev.pk, "unit_id": vestegnen.herlev_ssp.pk},
        {"answered_by": vestegnen.herlev_case_worker.pk},
    ):
        with pytest.raises(DatabaseError, match="row-level security"):
            forge(**columns)
    _let_the_time_run_out(question)
    with pytest.raises(DatabaseError, match="row-level security"):
        forge()


def test_silent_units_are_reminded_once_on_the_last_day(
    question: ThresholdQuestion, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    answered(question, actor_of(vestegnen.officer))
    with as_owner():
        ThresholdQuestion.objects.filter(pk=question.pk).update(closes_on=timezone.localdate())

    assert _nights(vestegnen) == {"politi": 0, "gladsaxe": 0, "herlev": 1}
    assert _nights(vestegnen) == {"politi": 0, "gladsaxe": 0, "herlev": 0}


def test_the_asking_unit_learns_once_that_the_answers_are_there(
    question: ThresholdQuestion, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    answered(question, actor_of(vestegnen.officer))
    assert _nights(vestegnen) == {"politi": 0, "gladsaxe": 0, "herlev": 0}
    answered(question, actor_of(vestegnen.herlev_case_worker))

    assert _nights(vestegnen) == {"politi": 0, "gladsaxe": 1, "herlev": 0}
    assert _nights(vestegnen) == {"politi": 0, "gladsaxe": 0, "herlev": 0}
    with as_owner():
        told = Notice.objects.filter(kind=NoticeKind.THRESHOLD_SETTLED)
        assert set(told.values_list("unit_id", flat=True)) == {vestegnen.gladsaxe_ssp.pk}


def _nights(vestegnen: Vestegnen) -> dict[str, int]:
    told = {}
    for authority in (vestegnen.police, vestegnen.gladsaxe, vestegnen.herlev):
        system = system_of(authority.pk, partnership_id=vestegnen.partnership.pk)
        with acting_for(system):
            told[authority.code] = remind_of_thresholds(by=system)
    return told


def test_what_waits_is_counted_for_those_who_can_do_it(
    question: ThresholdQuestion, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    def waits(who: str) -> int:
        with acting_for(actor := actor_of(getattr(vestegnen, who))):
            return queries.waiting_questions(actor).count()

    assert [waits(who) for who in ("coordinator", "officer", "herlev_case_worker", "dpo")] == [0, 1, 1, 0]
    answered(question, actor_of(vestegnen.officer))
    answered(question, actor_of(vestegnen.herlev_case_worker))
    assert [waits(who) for who in ("coordinator", "officer", "leader")] == [1, 0, 0]


def test_the_share_of_all_is_told_from_five_on_and_of_whole_months(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    by = actor_of(vestegnen.coordinator)
    last_month = timezone.now().replace(day=1) - timedelta(days=3)

    def decided(count: int, upshot: Upshot, at: Any) -> None:
        for _ in range(count):
            made = asked(by, vestegnen.herlev_ssp, municipality=vestegnen.gladsaxe)
            with as_owner():
                ThresholdQuestion.objects.filter(pk=made.pk).update(upshot=upshot.value, decided_at=at)

    def share() -> queries.Share:
        with acting_for(officer := actor_of(vestegnen.officer)):
            assert queries.own_share(officer) == queries.Share(decided=0, refused=0)
            return queries.share_of_all()

    decided(5, Upshot.NOT_TAKEN_UP, last_month)
    decided(4, Upshot.TAKEN_UP, last_month)
    decided(1, Upshot.TAKEN_UP, timezone.now())
    assert share() == queries.Share(decided=None, refused=None)
    decided(1, Upshot.TAKEN_UP, last_month)
    assert share() == queries.Share(decided=10, refused=5)
    with acting_for(by):
        assert queries.own_share(by) == queries.Share(decided=11, refused=5)


def test_another_tables_question_is_not_found(
    question: ThresholdQuestion, vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf
) -> None:
    with acting_for(outsider := actor_of(vestegnen.outsider)), pytest.raises(Http404):
        queries.question_of(question.pk, outsider)
    assert client_of(vestegnen.outsider).get(f"/droeftelser/{question.pk}/").status_code == 404


def test_it_is_asked_answered_and_decided_on_the_screens(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    asker, officer = client_of(vestegnen.coordinator), client_of(vestegnen.officer)
    chosen = {
        "age_band": "15_17",
        "where": str(vestegnen.gladsaxe.pk),
        "signs": ["group", "late"],
        "tried": ["talk"],
        "wish": "together",
        "words": "Er ofte alene hjemme.",
        "units": [str(vestegnen.local_police.pk)],
    }

    page = asker.post("/droeftelser/ny/", chosen)["Location"]
    assert "Venter på svar" in asker.get(page).content.decode()
    assert "15–17 år, Gladsaxe Kommune" in officer.get("/droeftelser/").content.decode()
    assert "Send svaret" in officer.get(page).content.decode()
    assert officer.post(page, {"stance": "take_up", "reason": "Vi ser det samme."}).status_code == 302
    assert "I har svaret: Tag op" in officer.get(page).content.decode()
    assert "Vi ser det samme." in asker.get(page).content.decode()
    assert asker.post(f"{page}afgoer/", {"upshot": "taken_up"}).status_code == 302
    assert "Tages op" in asker.get(page).content.decode()
    assert "Tages op" in officer.get(page).content.decode()


@pytest.mark.parametrize("words", ["Han hedder Test Testesen.", "Ring til 44 55 66 77.", "Sag 2026-123."])
def test_words_that_point_at_somebody_are_never_saved_and_nothing_typed_is_lost(
    words: str, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    chosen = {
        "age_band": "15_17",
        "where": str(vestegnen.gladsaxe.pk),
        "signs": ["group"],
        "tried": ["talk"],
        "wish": "together",
        "words": words,
        "units": [str(vestegnen.local_police.pk)],
    }
    client = client_of(vestegnen.coordinator)

    for wording in ("", "own", "0123456789abcdef"):
        response = client.post("/droeftelser/ny/", {**chosen, "words-wording": wording})
        assert response.status_code == 200
        assert "words" in response.context["form"].errors
        assert response.context["form"]["words"].value() == words
        assert "Behold ordene" not in response.content.decode()
    with as_owner():
        assert not ThresholdQuestion.objects.exists()


def test_the_task_force_answers_without_a_second_factor_since_nobody_is_named(
    question: ThresholdQuestion, vestegnen: Vestegnen
) -> None:
    with speaking_as(AUTH):
        user = User.objects.select_related("authority").get(pk=rows.user(vestegnen.local_police, Role.TASK_FORCE).pk)
        token = begin_session(user, proof=Proof.PASSWORD).token
    client = Client()
    client.cookies[settings.SIGN_IN_COOKIE] = token

    assert client.post(f"/droeftelser/{question.pk}/", {"stance": "not_us"}).status_code == 302
    assert client.get("/droeftelser/ny/").status_code == 403


def test_a_role_without_the_permission_does_not_open_it(
    question: ThresholdQuestion, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    assert client_of(vestegnen.leader).get(f"/droeftelser/{question.pk}/").status_code == 200
    assert client_of(vestegnen.secretary).get(f"/droeftelser/{question.pk}/").status_code == 403


def test_a_long_list_asks_the_database_no_more_often_than_a_short_one(
    vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf
) -> None:
    client, by = client_of(vestegnen.coordinator), actor_of(vestegnen.coordinator)

    def questions() -> int:
        with CaptureQueriesContext(connection) as asked_of_it:
            assert client.get("/droeftelser/?vis=jeres").status_code == 200
        return len(asked_of_it)

    asked(by, vestegnen.herlev_ssp, municipality=vestegnen.gladsaxe)
    few = questions()
    for _ in range(15):
        asked(by, vestegnen.herlev_ssp, vestegnen.local_police, area=vestegnen.station)

    assert questions() == few


def test_more_than_a_page_is_reached_by_older(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    by = actor_of(vestegnen.coordinator)
    for _ in range(23):
        asked(by, vestegnen.herlev_ssp, municipality=vestegnen.gladsaxe)

    with acting_for(by):
        first = queries.question_page(by, is_ours=True)
        second = queries.question_page(by, is_ours=True, after=first.after)

    assert (len(first.rows), len(second.rows), second.after) == (20, 3, "")


def test_a_question_must_be_about_one_place(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    by = actor_of(vestegnen.coordinator)

    with acting_for(by), pytest.raises(DatabaseError, match="question_about_one_place"), transaction.atomic():
        ask_without_name(terms(vestegnen.herlev_ssp), by=by)
