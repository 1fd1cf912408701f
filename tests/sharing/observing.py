"""What one party can observe of a world: pages, answers of its own connection, log, notices, mails."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from difflib import unified_diff

from django.core import mail
from django.db import DatabaseError, connection, transaction
from django.test import Client

from rundbord.access.actor import Actor
from rundbord.access.session import acting_for
from rundbord.audit import own_entries
from rundbord.notices.models import Notice
from tests.consistency.sameness import without_nature

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


def in_a_world(live: Callable[[], object], observe: Callable[[], World]) -> World:
    """Let something happen, look, and let it never have been."""
    with transaction.atomic():
        live()
        seen = observe()
        transaction.set_rollback(True)
    return seen


def told_apart(one: World, other: World) -> list[str]:
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


def observing(who: Actor, client: Client, addresses: list[str]) -> Callable[[], World]:
    """Give what looks at a world as one user: these pages, every hostile statement, log, notices and mails."""

    def look() -> World:
        return World(
            pages={address: _page(client, address) for address in addresses},
            answers=[answer_to(who, statement) for statement in HOSTILE],
            log=log_of(who),
            notices=notices_of(who),
            mails=len(mail.outbox),
        )

    return look


def _page(client: Client, address: str) -> tuple[int, bytes]:
    response = client.get(address)
    # A notice that is written in each world has a random key in each.
    return response.status_code, _ID.sub("<id>", without_nature(response.content).decode()).encode()


def answer_to(who: Actor, statement: str) -> str:
    """Ask on the application's own connection, and give the answer or the refusal."""
    with acting_for(who):
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(statement)
                return repr((cursor.rowcount, cursor.fetchall() if cursor.description else None))
        except DatabaseError as refused:
            # Keys of rows are random in each world; the sentence is not.
            return _ID.sub("<id>", str(refused))


def log_of(who: Actor) -> list[tuple[str, str | None]]:
    """List what stands in the own log, as events and kinds."""
    with acting_for(who):
        return sorted((entry.event, entry.subject_kind) for entry in own_entries(limit=500))


def notices_of(who: Actor) -> list[tuple[str, str, str]]:
    """List the notices that are seen."""
    with acting_for(who):
        return sorted(Notice.objects.values_list("kind", "path", "role"))
