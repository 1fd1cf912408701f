"""Decisions between meetings: quorum and clock, each unit once, nothing of others before the own answer."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.refusal import NotPermitted, Refused
from rundbord.access.roles import Role
from rundbord.access.session import acting_for, current_login
from rundbord.audit import Event, own_entries
from rundbord.identity.models import User
from rundbord.notices.models import Notice
from rundbord.partnership.models import Forum, ForumSeat
from rundbord.partnership.vocabulary import SeatRole
from rundbord.tasks import actions, queries
from rundbord.tasks.jobs import settle_proposals
from rundbord.tasks.models import Proposal, ProposalAnswer, Task
from rundbord.tasks.rules import Asked, Ballot, result_of
from rundbord.tasks.vocabulary import Answer, Counting, ProposalResult
from tests.database import as_owner
from tests.factories import rows
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.tasks.rows import forum_with

A, B, C = (UUID(int=number) for number in (1, 2, 3))
POLICE, TOWN = UUID(int=11), UUID(int=12)
ASKED = (
    Asked(unit_id=A, authority_id=POLICE),
    Asked(unit_id=B, authority_id=TOWN),
    Asked(unit_id=C, authority_id=TOWN),
)
YES, NO, ABSTAIN = Answer.YES, Answer.NO, Answer.ABSTAIN


@pytest.mark.parametrize(
    ("answers", "counts", "quorum", "is_over", "result"),
    [
        ({A: YES, B: YES}, Counting.SEATS, 2, False, None),
        ({A: YES, B: YES}, Counting.SEATS, 2, True, ProposalResult.CARRIED),
        ({A: YES, B: YES, C: NO}, Counting.SEATS, 2, False, ProposalResult.CARRIED),
        ({A: YES, B: NO, C: ABSTAIN}, Counting.SEATS, 3, False, ProposalResult.REFUSED),
        ({A: ABSTAIN, B: ABSTAIN, C: ABSTAIN}, Counting.SEATS, 3, False, ProposalResult.REFUSED),
        ({B: YES, C: YES}, Counting.AUTHORITIES, 2, True, ProposalResult.LAPSED),
        ({B: YES, A: ABSTAIN}, Counting.AUTHORITIES, 2, True, ProposalResult.CARRIED),
        ({}, Counting.SEATS, 1, True, ProposalResult.LAPSED),
        ({uuid4(): YES}, Counting.SEATS, 1, True, ProposalResult.LAPSED),
    ],
    ids=[
        "uret går endnu",
        "uret er løbet ud",
        "alle har svaret",
        "lige mange",
        "ingen for",
        "to enheder er én myndighed",
        "at undlade er at svare",
        "ingen svarede",
        "uden plads tæller ikke",
    ],
)
def test_a_proposal_is_settled_by_quorum_and_clock(
    *, answers: dict[UUID, Answer], counts: Counting, quorum: int, is_over: bool, result: ProposalResult | None
) -> None:
    ballot = Ballot(asked=ASKED, answers=answers, counts=counts, quorum=quorum)

    assert result_of(ballot, is_over=is_over) is result


@pytest.fixture
def forum(vestegnen: Vestegnen) -> Forum:
    """Gladsaxe, the police and Herlev around one table."""
    return forum_with(vestegnen, vestegnen.gladsaxe_ssp, vestegnen.local_police, vestegnen.herlev_ssp)


def _decision(vestegnen: Vestegnen) -> actions.Decision:
    return actions.Decision(
        what="Holde klubben åben i weekenden",
        owner=vestegnen.gladsaxe_ssp,
        due_on=timezone.localdate() + timedelta(days=9),
    )


def _clock(*, quorum: int = 2, closes_at: datetime | None = None) -> actions.Clock:
    return actions.Clock(
        counts=Counting.AUTHORITIES, quorum=quorum, closes_at=closes_at or timezone.now() + timedelta(days=2)
    )


def _proposed(vestegnen: Vestegnen, forum: Forum, leader: Actor, *, quorum: int = 2) -> Proposal:
    with acting_for(leader):
        return actions.propose(_decision(vestegnen), forum, _clock(quorum=quorum), by=leader)


def _answer(proposal: Proposal, by: Actor, answer: Answer = YES) -> None:
    with acting_for(by):
        actions.answer_proposal(proposal, answer, reason="Vi har ikke folk nok.", by=by)


def _let_the_clock_run_out(proposal: Proposal, *, ago: timedelta = timedelta(minutes=1)) -> None:
    with as_owner():
        Proposal.objects.filter(pk=proposal.pk).update(closes_at=timezone.now() - ago)


def _standing() -> Proposal:
    with as_owner():
        return Proposal.objects.get()


def test_a_carried_proposal_is_a_task_by_itself(
    vestegnen: Vestegnen, forum: Forum, client_of: ClientOf, actor_of: ActorOf
) -> None:
    leader = client_of(vestegnen.leader)
    fields = {
        "forum": forum.pk,
        "what": "Holde klubben åben i weekenden",
        "owner": vestegnen.gladsaxe_ssp.pk,
        "due_on": timezone.localdate() + timedelta(days=9),
        "closes_at": f"{timezone.localtime() + timedelta(days=2):%Y-%m-%dT%H:%M}",
        "quorum": 2,
        "counts": "authorities",
    }
    address = leader.post("/opgaver/forslag/nyt/", fields)["Location"]

    for user in (vestegnen.leader, vestegnen.officer, vestegnen.herlev_case_worker):
        client_of(user).post(address, {"answer": "yes"})

    with as_owner():
        task = Task.objects.get()
        told = Notice.objects.filter(kind="task_given").get()
    assert (task.forum_id, task.what, task.decided_in_id) == (forum.pk, fields["what"], vestegnen.gladsaxe_ssp.pk)
    assert told.unit_id == vestegnen.gladsaxe_ssp.pk
    assert _standing().result == ProposalResult.CARRIED
    shown = leader.get(address).content.decode()
    assert f"/opgaver/{task.pk}/" in shown
    with acting_for(actor_of(vestegnen.leader)):
        assert own_entries(event=Event.PROPOSED)
        assert own_entries(event=Event.PROPOSAL_ANSWERED)


def test_others_answers_are_shown_when_the_own_unit_has_answered(
    vestegnen: Vestegnen, forum: Forum, client_of: ClientOf, actor_of: ActorOf
) -> None:
    proposal = _proposed(vestegnen, forum, actor_of(vestegnen.leader))
    address = f"/opgaver/forslag/{proposal.pk}/"
    _answer(proposal, actor_of(vestegnen.herlev_case_worker), NO)
    officer = client_of(vestegnen.officer)

    before = officer.get(address).content.decode()
    officer.post(address, {"answer": "yes"})
    after = officer.get(address).content.decode()

    assert "Vi har ikke folk nok." not in before
    assert "1 af 3 enheder har svaret" in before
    assert "Vi har ikke folk nok." in after
    assert "SSP Herlev" in after
    assert vestegnen.herlev_case_worker.name not in after


def test_the_clock_lets_a_proposal_lapse_and_says_so(
    vestegnen: Vestegnen, forum: Forum, client_of: ClientOf, actor_of: ActorOf
) -> None:
    proposal = _proposed(vestegnen, forum, actor_of(vestegnen.leader))
    _answer(proposal, actor_of(vestegnen.leader))
    _let_the_clock_run_out(proposal)

    settle_proposals(0)
    settle_proposals(0)

    assert _standing().result == ProposalResult.LAPSED
    assert "Bortfaldet: for få svarede" in client_of(vestegnen.officer).get("/opgaver/forslag/").content.decode()
    with as_owner():
        assert not Task.objects.exists()
        units = list(Notice.objects.filter(kind="proposal_settled").values_list("unit_id", "role"))
    assert len(units) == len(set(units))
    assert {unit for unit, _ in units} == {
        vestegnen.gladsaxe_ssp.pk,
        vestegnen.local_police.pk,
        vestegnen.herlev_ssp.pk,
    }


def test_the_clock_carries_with_the_quorum_in_the_name_of_who_proposed(
    vestegnen: Vestegnen, forum: Forum, actor_of: ActorOf
) -> None:
    proposal = _proposed(vestegnen, forum, actor_of(vestegnen.leader))
    _answer(proposal, actor_of(vestegnen.officer))
    _answer(proposal, actor_of(vestegnen.herlev_case_worker), ABSTAIN)
    _let_the_clock_run_out(proposal)

    settle_proposals(0)

    with as_owner():
        task = Task.objects.get()
    assert (task.authority_id, task.decided_in_id) == (vestegnen.gladsaxe.pk, vestegnen.gladsaxe_ssp.pk)


def test_what_its_proposer_left_is_settled_by_the_others_a_day_later(
    vestegnen: Vestegnen, forum: Forum, actor_of: ActorOf
) -> None:
    proposal = _proposed(vestegnen, forum, actor_of(vestegnen.leader), quorum=1)
    with as_owner():
        ForumSeat.objects.filter(unit=vestegnen.gladsaxe_ssp).update(ends_on=timezone.localdate() - timedelta(days=1))
    _let_the_clock_run_out(proposal)
    settle_proposals(0)
    assert _standing().settled_at is None

    _let_the_clock_run_out(proposal, ago=timedelta(days=2))
    settle_proposals(0)

    assert _standing().result == ProposalResult.LAPSED


def test_a_unit_answers_once_and_only_in_time(vestegnen: Vestegnen, forum: Forum, actor_of: ActorOf) -> None:
    proposal = _proposed(vestegnen, forum, actor_of(vestegnen.leader))
    officer = actor_of(vestegnen.officer)
    _answer(proposal, officer)

    with pytest.raises(Refused, match="allerede svaret"):
        _answer(proposal, officer, NO)
    _let_the_clock_run_out(proposal)
    with pytest.raises(Refused, match="Fristen er gået"):
        _answer(proposal, actor_of(vestegnen.herlev_case_worker))

    with as_owner():
        assert ProposalAnswer.objects.get().answer == Answer.YES


def test_a_no_says_why(vestegnen: Vestegnen, forum: Forum, client_of: ClientOf, actor_of: ActorOf) -> None:
    proposal = _proposed(vestegnen, forum, actor_of(vestegnen.leader))

    shown = client_of(vestegnen.officer).post(f"/opgaver/forslag/{proposal.pk}/", {"answer": "no"}).content.decode()

    assert "Skriv, hvorfor enheden siger nej" in shown
    with as_owner():
        assert not ProposalAnswer.objects.exists()


def _guest(vestegnen: Vestegnen, forum: Forum) -> User:
    with as_owner():
        ForumSeat.objects.create(
            partnership=vestegnen.partnership,
            forum=forum,
            authority=vestegnen.gladsaxe,
            unit=vestegnen.gladsaxe_street,
            unit_name="Gadeteamet",
            role=SeatRole.GUEST,
            starts_on=rows.LONG_AGO,
        )
    return rows.user(vestegnen.gladsaxe_street, Role.COORDINATOR)


def test_a_guest_reads_and_does_not_decide(vestegnen: Vestegnen, forum: Forum, actor_of: ActorOf) -> None:
    proposal = _proposed(vestegnen, forum, actor_of(vestegnen.leader))
    guest = actor_of(_guest(vestegnen, forum))

    with pytest.raises(Refused, match="ingen plads"):
        _answer(proposal, guest)
    with acting_for(guest), pytest.raises(Refused, match="ingen plads"):
        actions.propose(_decision(vestegnen), forum, _clock(), by=guest)


@pytest.mark.parametrize("quorum", [0, 4])
def test_a_quorum_can_be_reached(quorum: int, vestegnen: Vestegnen, forum: Forum, actor_of: ActorOf) -> None:
    leader = actor_of(vestegnen.leader)

    with acting_for(leader), pytest.raises(Refused, match="fra 1 til 3"):
        actions.propose(_decision(vestegnen), forum, _clock(quorum=quorum), by=leader)


def test_there_is_time_to_answer_and_then_to_act(vestegnen: Vestegnen, forum: Forum, actor_of: ActorOf) -> None:
    leader, now = actor_of(vestegnen.leader), timezone.now()

    for closes_at, field in ((now, "closes_at"), (now + timedelta(days=20), "due_on")):
        with acting_for(leader), pytest.raises(Refused) as refused:
            actions.propose(_decision(vestegnen), forum, _clock(closes_at=closes_at), by=leader)
        assert field in refused.value.reasons


def test_a_third_party_sees_no_proposal(vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf) -> None:
    two = forum_with(vestegnen, vestegnen.gladsaxe_ssp, vestegnen.local_police)
    proposal = _proposed(vestegnen, two, actor_of(vestegnen.leader))
    third = actor_of(vestegnen.herlev_case_worker)

    assert client_of(vestegnen.herlev_case_worker).get(f"/opgaver/forslag/{proposal.pk}/").status_code == 404
    assert "klubben" not in client_of(vestegnen.herlev_case_worker).get("/opgaver/forslag/").content.decode()
    with acting_for(third), pytest.raises(DatabaseError), transaction.atomic(using=current_login()):
        ProposalAnswer.objects.create(
            partnership_id=third.table,
            authority_id=third.authority_id,
            unit_id=vestegnen.herlev_ssp.pk,
            forum=two,
            proposal=proposal,
            answer="no",
            at=timezone.now(),
        )


def test_nobody_answers_for_another_unit(vestegnen: Vestegnen, forum: Forum, actor_of: ActorOf) -> None:
    proposal = _proposed(vestegnen, forum, actor_of(vestegnen.leader))
    officer = actor_of(vestegnen.officer)

    for forged in ({"unit_id": vestegnen.herlev_ssp.pk}, {"authority_id": vestegnen.herlev.pk}):
        true = {"unit_id": officer.unit_id, "authority_id": officer.authority_id}
        with acting_for(officer), pytest.raises(DatabaseError), transaction.atomic(using=current_login()):
            ProposalAnswer.objects.create(
                **{**true, **forged},
                partnership_id=officer.table,
                forum=forum,
                proposal=proposal,
                answer="no",
                at=timezone.now(),
            )


def test_a_reporter_proposes_and_answers_nothing(vestegnen: Vestegnen, forum: Forum, actor_of: ActorOf) -> None:
    proposal = _proposed(vestegnen, forum, actor_of(vestegnen.leader))
    reporter = actor_of(vestegnen.street_worker)

    with acting_for(reporter), pytest.raises(NotPermitted):
        actions.answer_proposal(proposal, YES, by=reporter)
    with acting_for(reporter), pytest.raises(NotPermitted):
        actions.propose(_decision(vestegnen), forum, _clock(), by=reporter)


def test_what_waits_for_the_own_unit_is_counted(vestegnen: Vestegnen, forum: Forum, actor_of: ActorOf) -> None:
    proposal = _proposed(vestegnen, forum, actor_of(vestegnen.leader))
    officer = actor_of(vestegnen.officer)
    with acting_for(officer):
        assert queries.waiting_for(officer).count() == 1

    _answer(proposal, officer)

    with acting_for(officer):
        assert queries.waiting_for(officer).count() == 0
    with as_owner():
        assert set(Notice.objects.filter(kind="proposal_asked").values_list("unit_id", flat=True)) == {
            vestegnen.gladsaxe_ssp.pk,
            vestegnen.local_police.pk,
            vestegnen.herlev_ssp.pk,
        }
