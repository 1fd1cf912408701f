"""Jobs of the worker: each acts for one authority, and a failed one is tried again."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from rundbord.access.actor import Actor, system_of
from rundbord.access.session import acting_for
from rundbord.notices.actions.order_mail import FIND_READERS
from rundbord.notices.actions.remind_of_certificates import remind_of_certificates
from rundbord.notices.actions.remind_of_introduction import remind_of_introduction
from rundbord.notices.actions.send_mail import send_mail_without_content
from rundbord.notices.queries import Wanted, authorities, readers_with_mail, workplaces

SEND_MAIL = "rundbord.notices.send_mail"
# 4, 16, 64 … seconds: six tries last about an hour and a half, longer than a mail server's restart.
TRY_AGAIN = RetryStrategy(max_attempts=6, exponential_wait=4)


@app.task(name=FIND_READERS, retry=TRY_AGAIN)
def find_readers(
    *, authority_id: str, partnership_id: str, role: str, unit_id: str, user_id: str, opens: str = ""
) -> None:
    """Order one mail for each user that a notice is for: a mail that fails is tried again without the others.

    `opens` is missing in orders laid down before notices knew it: those are for all of the role, unit or user.
    """
    authority = UUID(authority_id)
    with acting_for(system_of(authority, partnership_id=_uuid(partnership_id))):
        wanted = Wanted(role=role, opens=opens, unit_id=_uuid(unit_id), user_id=_uuid(user_id))
        for home, reader in readers_with_mail(authority, wanted):
            send_mail.defer(authority_id=str(home), user_id=str(reader))


@app.task(name=SEND_MAIL, retry=TRY_AGAIN)
def send_mail(*, authority_id: str, user_id: str) -> None:
    """Send one mail in the name of the user's own authority."""
    actor = system_of(UUID(authority_id))
    with acting_for(actor):
        send_mail_without_content(UUID(user_id), by=actor)


@app.periodic(cron="40 5 * * *")
@app.task(name="rundbord.notices.remind_of_introduction", retry=TRY_AGAIN)
def remind_of_introductions(timestamp: int) -> None:
    """Remind once a day, each authority in turn; `timestamp` is the queue's own, in Unix seconds."""
    for_each_workplace(lambda actor: remind_of_introduction(by=actor))


@app.periodic(cron="45 5 * * 1")
@app.task(name="rundbord.notices.remind_of_certificates", retry=TRY_AGAIN)
def remind_of_certificates_weekly(timestamp: int) -> None:
    """Remind each Monday, each authority in turn, until another certificate is put in."""
    for_each_workplace(lambda actor: remind_of_certificates(by=actor))


def for_each_authority(act: Callable[[Actor], object]) -> None:
    """Do nightly work once for each authority, those without a partnership included."""
    for authority_id in authorities():
        _act_as(system_of(authority_id), act)


def for_each_workplace(act: Callable[[Actor], object]) -> None:
    """Do nightly work once for each authority in each of its partnerships, each in a transaction of its own."""
    for authority_id, partnership_id in workplaces():
        _act_as(system_of(authority_id, partnership_id=partnership_id), act)


def _act_as(actor: Actor, act: Callable[[Actor], object]) -> None:
    with acting_for(actor):
        act(actor)


def _uuid(text: str) -> UUID | None:
    return UUID(text) if text else None
