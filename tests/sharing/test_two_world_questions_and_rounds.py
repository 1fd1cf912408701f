"""Two worlds that differ only in what another authority nominated or answered look the same, byte for byte."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.session import acting_for
from rundbord.concerns.models import PutBeforeName
from rundbord.keys.current import round_keys
from rundbord.sharing.models import ThresholdQuestion, WhoElseRound
from rundbord.sharing.rules.threshold import Stance
from tests.factories.questions import answered, asked
from tests.factories.rounds import OTHER, REASON, at_work, closed, followed, night, nominated, opened
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.sharing.observing import HOSTILE, World, answer_to, in_a_world, log_of, observing, told_apart


@pytest.fixture(autouse=True)
def clock() -> Iterator[Callable[[int], None]]:
    """Let no minute end between two worlds; give what sets the clock so many minutes on from where it stood."""
    start = timezone.now() + timedelta(minutes=12)
    with time_machine.travel(start, tick=False) as traveller:
        yield lambda minutes: traveller.move_to(start + timedelta(minutes=minutes))


@pytest.fixture(autouse=True)
def _at_work(vestegnen: Vestegnen) -> None:
    at_work(vestegnen)


@pytest.fixture
def meeting(vestegnen: Vestegnen, actor_of: ActorOf) -> WhoElseRound:
    """A round that Gladsaxe has opened."""
    return opened(actor_of(vestegnen.coordinator))


def _addresses(meeting: WhoElseRound) -> list[str]:
    return ["/", "/kendskab/", f"/kendskab/{meeting.pk}/", "/kendskab/ny/", "/beskeder/", "/overblik/", "/droeftelser/"]


@pytest.mark.parametrize("moment", ["open", "closed"])
@pytest.mark.parametrize("observer", ["coordinator", "herlev_case_worker"])
def test_two_world_whether_another_authority_nominated_leaves_no_trace(  # noqa: PLR0913, PLR0917 - fixtures by name
    moment: str,
    observer: str,
    meeting: WhoElseRound,
    vestegnen: Vestegnen,
    actor_of: ActorOf,
    client_of: ClientOf,
    clock: Callable[[int], None],
) -> None:
    """Gladsaxe has nominated one; the police nominate the very same, somebody else, or nobody."""
    gladsaxe, police = actor_of(vestegnen.coordinator), actor_of(vestegnen.officer)
    user = getattr(vestegnen, observer)
    who, client = actor_of(user), client_of(user)
    ours, file, theirs = followed(gladsaxe), followed(police, OTHER), followed(police)
    look = observing(who, client, _addresses(meeting))
    look()  # whoever reads a screen for the first time leaves a trace of their own

    def world(act: Callable[[], object]) -> World:
        def live() -> None:
            clock(0)
            # Closing destroys the key, which no rollback brings back: each world has its own.
            round_keys().make(meeting.authority_id, meeting.pk)
            nominated(gladsaxe, meeting, person=ours)
            act()
            # Notices of one moment stand in no order.
            clock(5)
            if moment == "closed":
                closed(meeting, vestegnen)

        return in_a_world(live, look)

    nobody = world(lambda: None)
    another = world(lambda: nominated(police, meeting, cpr=OTHER, person=file))
    same = world(lambda: nominated(police, meeting, person=theirs))

    assert told_apart(another, nobody) == []
    if moment == "open" or observer != "coordinator":
        assert same == nobody
    else:
        # The worlds are looked at closely enough: here the two parties are to learn it.
        assert same != nobody


def test_two_world_a_nomination_is_answered_alike_whatever_others_did(
    meeting: WhoElseRound, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    """What the act itself answers, and what it writes, is the same."""
    gladsaxe, police = actor_of(vestegnen.coordinator), actor_of(vestegnen.officer)
    ours, theirs = followed(gladsaxe), followed(police)

    def act() -> World:
        made = nominated(gladsaxe, meeting, person=ours)
        assert (made.kind, made.basis) == ("known", "rpl115_ssp")
        return World(
            pages={}, answers=[answer_to(gladsaxe, each) for each in HOSTILE], log=log_of(gladsaxe), notices=[], mails=0
        )

    alone = in_a_world(lambda: None, act)
    shared = in_a_world(lambda: nominated(police, meeting, person=theirs, reason=f"Politiet: {REASON}"), act)

    assert alone == shared


@pytest.mark.parametrize("observer", ["coordinator", "herlev_case_worker"])
@pytest.mark.parametrize("stance", list(Stance))
def test_two_world_an_answer_is_seen_by_nobody_before_all_have_come(  # noqa: PLR0917 - pytest gives fixtures by name
    stance: Stance, observer: str, vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf
) -> None:
    """The police have answered, or have not; neither the asker nor the other unit can tell."""
    question = _asked(vestegnen, actor_of)
    police, user = actor_of(vestegnen.officer), getattr(vestegnen, observer)
    addresses = ["/", "/droeftelser/", "/droeftelser/?vis=jeres", f"/droeftelser/{question.pk}/", "/beskeder/"]
    look = observing(actor_of(user), client_of(user), addresses)
    look()

    def live(*, answers: bool) -> None:
        if answers:
            answered(question, police, stance, "Vi ser det samme.")
        night(vestegnen)

    silent = in_a_world(lambda: live(answers=False), look)
    said = in_a_world(lambda: live(answers=True), look)

    assert said == silent


def test_two_world_which_file_a_question_springs_from_is_not_in_it(
    vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf
) -> None:
    """Gladsaxe has a file behind the question, or none; who is asked cannot tell."""
    question = _asked(vestegnen, actor_of)
    user = vestegnen.officer
    look = observing(actor_of(user), client_of(user), ["/", "/droeftelser/", f"/droeftelser/{question.pk}/"])
    look()

    with_file = in_a_world(lambda: _link(question, actor_of(vestegnen.coordinator)), look)

    assert with_file == in_a_world(lambda: None, look)


def _link(question: ThresholdQuestion, by: Actor) -> None:
    person = followed(by)
    with acting_for(by):
        PutBeforeName.objects.create(
            authority_id=by.authority_id,
            person=person,
            question_id=question.pk,
            put_at=timezone.now(),
            put_by=by.user_id,
            put_label="Koordinator",
        )


def _asked(vestegnen: Vestegnen, actor_of: ActorOf) -> ThresholdQuestion:
    by = actor_of(vestegnen.coordinator)
    return asked(by, vestegnen.local_police, vestegnen.herlev_ssp, municipality=vestegnen.gladsaxe)
