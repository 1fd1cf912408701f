"""Two worlds that differ only in what another authority nominated or answered look the same, byte for byte."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from difflib import unified_diff

import pytest
import time_machine
from django.core import mail
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.session import acting_for
from rundbord.audit import own_entries
from rundbord.concerns.models import PutBeforeName
from rundbord.keys.current import round_keys
from rundbord.notices.models import Notice
from rundbord.sharing.models import ThresholdQuestion, WhoElseRound
from rundbord.sharing.rules.threshold import Stance
from tests.consistency.sameness import without_nature
from tests.factories.questions import answered, asked
from tests.factories.rounds import OTHER, REASON, at_work, closed, followed, night, nominated, opened
from tests.factories.situations import ActorOf, ClientOf, Vestegnen

_ID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")
# What an injection could ask on the application's own connection; random values are counted instead of shown.
HOSTILE = (
    "SELECT count(*) FROM sharing_nomination",
    "SELECT about_id, kind, basis FROM sharing_nomination ORDER BY 1",
    "SELECT count(*) FROM sharing_nominationmark",
    "SELECT mark FROM sharing_nominationmark",
    "DELETE FROM sharing_nominationmark",
    "UPDATE sharing_nomination SET kind = 'visit'",
    "SELECT count(*) FROM sharing_commonknowledge",
    "SELECT about_id, other_unit_id FROM sharing_commonknowledge ORDER BY 1",
    "SELECT count(*), count(DISTINCT authority_id), sum(octet_length(root)) FROM sharing_whoelsecommitment",
    "SELECT number FROM sharing_whoelsesize ORDER BY 1",
    "SELECT band, sealed_at IS NULL, closed_at IS NULL FROM sharing_whoelseround ORDER BY opened_at",
    "SELECT ctx.nominations_in(id) FROM sharing_whoelseround",
    "SELECT ctx.rounds_lately()",
    "SELECT ctx.seal_round(id) FROM sharing_whoelseround",
    "SELECT ctx.close_round(id) FROM sharing_whoelseround",
    "SELECT set_config('app.ctx', '', true), (SELECT count(*) FROM sharing_nomination)",
    "SELECT count(*) FROM sharing_thresholdanswer",
    "SELECT stance, reason FROM sharing_thresholdanswer",
    "SELECT upshot, decided_at FROM sharing_thresholdquestion",
    "UPDATE sharing_thresholdquestion SET upshot = 'taken_up', decided_at = now()",
    "SELECT cardinality(ctx.settled_questions())",
    "SELECT * FROM ctx.threshold_share()",
    "SELECT count(*) FROM notices_notice",
    "SELECT task_name, args::text FROM procrastinate_jobs ORDER BY 1, 2",
    "SELECT count(*) FROM keys_datakey",
    "SELECT count(*) FROM concerns_youngperson",
    "SELECT * FROM audit.event",
)


@dataclass(frozen=True)
class World:
    """All that one party can observe."""

    pages: dict[str, tuple[int, bytes]]
    answers: list[str]
    log: list[tuple[str, str | None]]
    notices: list[tuple[str, str, str]]
    mails: int


@pytest.fixture(autouse=True)
def clock() -> Iterator[Callable[[int], None]]:
    """Let no minute end between two worlds; give what sets the clock so many minutes on from where it stood."""
    start = timezone.now() + timedelta(minutes=12)
    with time_machine.travel(start, tick=False) as traveller:
        yield lambda minutes: traveller.move_to(start + timedelta(minutes=minutes))


@pytest.fixture(autouse=True)
def _at_work(vestegnen: Vestegnen) -> None:
    at_work(vestegnen)


def _in_a_world(live: Callable[[], object], observe: Callable[[], World]) -> World:
    """Let something happen, look, and let it never have been."""
    with transaction.atomic():
        live()
        seen = observe()
        transaction.set_rollback(True)
    return seen


def _told_apart(one: World, other: World) -> list[str]:
    """Give the lines in which two worlds differ, to see at once what told."""
    pages = [
        line
        for address, (status, content) in one.pages.items()
        for line in unified_diff(
            [str(status), *content.decode().splitlines()],
            [str(other.pages[address][0]), *other.pages[address][1].decode().splitlines()],
            fromfile=address,
            n=0,
            lineterm="",
        )
    ]
    return pages or ([] if one == other else [repr(one), repr(other)])


def _observer(who: Actor, client: Client, addresses: list[str]) -> Callable[[], World]:
    def look() -> World:
        return World(
            pages={address: _page(client, address) for address in addresses},
            answers=[_ask(who, statement) for statement in HOSTILE],
            log=_log(who),
            notices=_notices(who),
            mails=len(mail.outbox),
        )

    return look


def _page(client: Client, address: str) -> tuple[int, bytes]:
    response = client.get(address)
    # A notice that is written in each world has a random key in each.
    return response.status_code, _ID.sub("<id>", without_nature(response.content).decode()).encode()


def _ask(who: Actor, statement: str) -> str:
    with acting_for(who):
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(statement)
                return repr((cursor.rowcount, cursor.fetchall() if cursor.description else None))
        except DatabaseError as refused:
            # Keys of rows are random in each world; the sentence is not.
            return _ID.sub("<id>", str(refused))


def _log(who: Actor) -> list[tuple[str, str | None]]:
    with acting_for(who):
        return sorted((entry.event, entry.subject_kind) for entry in own_entries(limit=500))


def _notices(who: Actor) -> list[tuple[str, str, str]]:
    with acting_for(who):
        return sorted(Notice.objects.values_list("kind", "path", "role"))


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
    look = _observer(who, client, _addresses(meeting))
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

        return _in_a_world(live, look)

    nobody = world(lambda: None)
    another = world(lambda: nominated(police, meeting, cpr=OTHER, person=file))
    same = world(lambda: nominated(police, meeting, person=theirs))

    assert _told_apart(another, nobody) == []
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
            pages={}, answers=[_ask(gladsaxe, each) for each in HOSTILE], log=_log(gladsaxe), notices=[], mails=0
        )

    alone = _in_a_world(lambda: None, act)
    shared = _in_a_world(lambda: nominated(police, meeting, person=theirs, reason=f"Politiet: {REASON}"), act)

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
    look = _observer(actor_of(user), client_of(user), addresses)
    look()

    def live(*, answers: bool) -> None:
        if answers:
            answered(question, police, stance, "Vi ser det samme.")
        night(vestegnen)

    silent = _in_a_world(lambda: live(answers=False), look)
    said = _in_a_world(lambda: live(answers=True), look)

    assert said == silent


def test_two_world_which_file_a_question_springs_from_is_not_in_it(
    vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf
) -> None:
    """Gladsaxe has a file behind the question, or none; who is asked cannot tell."""
    question = _asked(vestegnen, actor_of)
    user = vestegnen.officer
    look = _observer(actor_of(user), client_of(user), ["/", "/droeftelser/", f"/droeftelser/{question.pk}/"])
    look()

    with_file = _in_a_world(lambda: _link(question, actor_of(vestegnen.coordinator)), look)

    assert with_file == _in_a_world(lambda: None, look)


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
