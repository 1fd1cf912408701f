"""The page about witnesses: who cosigns, the own witness, and the alarm when nobody does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import connection
from django.utils import timezone

from rundbord.access.actor import system_of
from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.identity.models import Authority, User
from rundbord.notices.models import Notice
from rundbord.notices.vocabulary import NoticeKind
from rundbord.privacy.actions import warn_of_log
from rundbord.privacy.rules import judge_age
from rundbord.privacy.vocabulary import Witnessed
from tests.audit.a_log import ALog
from tests.audit.witnesses import witness_program
from tests.database import as_owner
from tests.factories import rows
from tests.factories.situations import ClientOf, Vestegnen
from tests.logs import all_words

NOW = timezone.now()


@pytest.fixture
def public_keys(tmp_path: Path) -> Iterator[str]:
    """What a new witness shows."""
    witness = witness_program().Witness(tmp_path / "vidne")
    witness.found("gladsaxe.example/vidne")
    return "\n".join(witness.public())  # type: ignore[return-value]


def test_the_officer_puts_a_witness_on_the_log_and_takes_it_off(
    vestegnen: Vestegnen, client_of: ClientOf, a_log: ALog, public_keys: str
) -> None:
    a_log.grow(2)
    client = client_of(vestegnen.dpo)

    client.post("/log/vidner/", {"keys": public_keys})
    text = client.get("/log/vidner/").content.decode()

    [(witness_id,)] = a_log.rows("SELECT id FROM audit.witness")
    assert "gladsaxe.example/vidne" in text
    assert f"/log/vidne/{witness_id}/" in text
    assert Witnessed.AWAITED.label in text
    assert f'"event":"{Event.WITNESS_NAMED}"' in all_words()
    assert str(witness_id) not in all_words()

    client.post(f"/log/vidner/{witness_id}/fjern/")
    assert f"/log/vidne/{witness_id}/" not in client.get("/log/vidner/").content.decode()
    assert f'"event":"{Event.WITNESS_ENDED}"' in all_words()


@pytest.mark.parametrize("keys", ["", "noget andet", "a+00000000+AAAA"])
def test_what_is_no_key_is_refused_and_stays_in_the_field(
    vestegnen: Vestegnen, client_of: ClientOf, a_log: ALog, keys: str
) -> None:
    answer = client_of(vestegnen.dpo).post("/log/vidner/", {"keys": keys})

    assert answer.status_code == 200
    assert keys in answer.content.decode()
    assert a_log.rows("SELECT id FROM audit.witness") == []


def test_others_see_that_an_authority_has_a_witness_and_not_its_secret(
    vestegnen: Vestegnen, client_of: ClientOf, a_log: ALog, public_keys: str
) -> None:
    client_of(vestegnen.dpo).post("/log/vidner/", {"keys": public_keys})
    [(witness_id,)] = a_log.rows("SELECT id FROM audit.witness")
    with as_owner():
        other = _dpo_of_police(vestegnen)
    client = client_of(other)

    text = client.get("/log/vidner/").content.decode()

    assert vestegnen.gladsaxe.name in text
    assert Witnessed.AWAITED.label in text
    assert str(witness_id) not in text
    client.post(f"/log/vidner/{witness_id}/fjern/")
    assert a_log.rows("SELECT ended_at FROM audit.witness") == [(None,)]


def test_a_coordinator_sees_nothing_of_it(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client = client_of(vestegnen.coordinator)

    assert {client.get(f"/log/{page}/").status_code for page in ("vidner", "kontrolpunkt", "noegler")} == {403}


def test_the_officer_takes_home_the_checkpoint_and_the_keys(
    vestegnen: Vestegnen, client_of: ClientOf, a_log: ALog
) -> None:
    client = client_of(vestegnen.dpo)
    assert client.get("/log/kontrolpunkt/").status_code == 404

    note = a_log.grow(1)

    assert client.get("/log/kontrolpunkt/").content.decode() == note.text
    assert client.get("/log/noegler/").content.decode().startswith(note.checkpoint.origin)


@pytest.mark.parametrize("query", ["?old=-1", "?old=abc", "?old=007", "?old=9999999999999999999"])
def test_a_size_that_is_none_is_refused(vestegnen: Vestegnen, client_of: ClientOf, query: str) -> None:
    assert client_of(vestegnen.dpo).get(f"/log/vidne/{uuid4()}/{query}").status_code == 400


def test_nobodys_secret_opens_nothing(vestegnen: Vestegnen, client_of: ClientOf, a_log: ALog) -> None:
    a_log.grow(1)
    client = client_of(vestegnen.coordinator)

    assert client.get(f"/log/vidne/{uuid4()}/").status_code == 404
    assert client.post(f"/log/vidne/{uuid4()}/?size=1", b"x", content_type="text/plain").status_code == 422


@pytest.mark.parametrize(
    ("hours", "has_cosigned", "standing"),
    [
        (1, True, Witnessed.FRESH),
        (25, True, Witnessed.WARNING),
        (73, True, Witnessed.ALARM),
        (1, False, Witnessed.AWAITED),
        (73, False, Witnessed.ALARM),
    ],
)
def test_a_day_is_a_warning_and_three_an_alarm(hours: int, has_cosigned: bool, standing: Witnessed) -> None:
    moment = NOW - timedelta(hours=hours)

    assert judge_age(moment if has_cosigned else None, added_at=moment, now=NOW) is standing
    assert judge_age(None, added_at=None, now=NOW) is Witnessed.NONE


def test_a_witness_that_fell_silent_is_told_to_every_officer_once_a_day(
    vestegnen: Vestegnen, client_of: ClientOf, a_log: ALog, public_keys: str
) -> None:
    client_of(vestegnen.dpo).post("/log/vidner/", {"keys": public_keys})
    a_log.attack("UPDATE audit.witness SET added_at = added_at - interval '4 days'")

    told = [_warn(vestegnen, authority) for authority in (vestegnen.gladsaxe, vestegnen.police, vestegnen.gladsaxe)]

    assert told == [NoticeKind.LOG_NOT_WITNESSED, NoticeKind.LOG_NOT_WITNESSED, None]
    with as_owner():
        assert set(Notice.objects.filter(role="dpo").values_list("recipient_id", flat=True)) == {
            vestegnen.gladsaxe.pk,
            vestegnen.police.pk,
        }


def test_a_rewritten_log_is_told_at_once_and_shown(vestegnen: Vestegnen, client_of: ClientOf, a_log: ALog) -> None:
    a_log.grow(6)
    assert _warn(vestegnen, vestegnen.gladsaxe) is None

    a_log.attack("UPDATE audit.leaf SET leaf_hash = sha256('another') WHERE position = 2")

    assert _warn(vestegnen, vestegnen.gladsaxe) is NoticeKind.LOG_REWRITTEN
    assert "fortsætter ikke" in client_of(vestegnen.dpo).get("/log/vidner/").content.decode()


def test_the_page_costs_few_statements(
    vestegnen: Vestegnen, client_of: ClientOf, a_log: ALog, django_assert_max_num_queries: object
) -> None:
    a_log.grow(300)
    client = client_of(vestegnen.dpo)
    client.get("/log/vidner/")
    with django_assert_max_num_queries(40, connection=connection):  # type: ignore[operator]
        client.get("/log/vidner/")


def _warn(world: Vestegnen, authority: Authority) -> NoticeKind | None:
    system = system_of(authority.pk, partnership_id=world.partnership.pk)
    with acting_for(system):
        return warn_of_log(by=system)


def _dpo_of_police(world: Vestegnen) -> User:
    return rows.user(rows.unit(world.police, "Databeskyttelse"), Role.DPO, sign_in_name="dbr")
