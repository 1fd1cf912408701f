"""The signed context: nobody becomes somebody else by setting a variable."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest
from django.conf import settings
from django.db import DatabaseError, connection, transaction

from rundbord.access.session import acting_for
from rundbord.access.signed_context import signed_context
from rundbord.identity.models import User
from rundbord.partnership.models import Area
from tests.database import logged_in
from tests.factories.situations import ActorOf, Vestegnen

NOBODY = UUID(int=7)


def _read_users_with(context: str) -> list[User]:
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('app.ctx', %s, true)", [context])
        return list(User.objects.all())


def test_the_own_authority_is_seen_and_no_other(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    with acting_for(actor_of(vestegnen.coordinator)):
        seen = {user.authority_id for user in User.objects.all()}

    assert seen == {vestegnen.gladsaxe.pk}


def test_a_municipality_outside_sees_nothing_of_the_partnership(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    with acting_for(actor_of(vestegnen.outsider)):
        assert list(Area.objects.all()) == []


def test_claiming_a_partnership_without_being_a_party_shows_nothing(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    pretender = replace(actor_of(vestegnen.outsider), partnership_id=vestegnen.partnership.pk)

    with acting_for(pretender):
        assert list(Area.objects.all()) == []


def test_a_context_signed_with_another_key_is_an_error(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    forged = signed_context(actor_of(vestegnen.coordinator), key="another-key")

    with pytest.raises(DatabaseError, match="ugyldig"):
        _read_users_with(forged)


def test_a_context_with_another_authority_pasted_in_is_an_error(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    signed = signed_context(actor_of(vestegnen.coordinator), key=settings.CONTEXT_KEY)
    pasted = signed.replace(str(vestegnen.gladsaxe.pk), str(vestegnen.police.pk))

    with pytest.raises(DatabaseError, match="ugyldig"):
        _read_users_with(pasted)


def test_a_context_is_worth_nothing_after_its_minute(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    old = signed_context(actor_of(vestegnen.coordinator), key=settings.CONTEXT_KEY, now=0)

    with pytest.raises(DatabaseError, match="ugyldig"):
        _read_users_with(old)


@pytest.mark.parametrize("nonsense", ["x", "1|2|3", "|||||||", f"1|{NOBODY}|{NOBODY}||||9999999999|00"])
def test_nonsense_in_place_of_a_context_opens_nothing(vestegnen: Vestegnen, nonsense: str) -> None:
    with pytest.raises(DatabaseError):
        _read_users_with(nonsense)


def test_the_former_context_comes_back_after_a_nested_one(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    with acting_for(actor_of(vestegnen.coordinator)):
        with acting_for(actor_of(vestegnen.officer)):
            assert {user.authority_id for user in User.objects.all()} == {vestegnen.police.pk}
        assert {user.authority_id for user in User.objects.all()} == {vestegnen.gladsaxe.pk}


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM ctx.key",
        "SELECT ctx.claims()",
        "SELECT * FROM audit.event",
        "SELECT audit.append('{}', '0')",
        "SET SESSION AUTHORIZATION postgres",
        "ALTER TABLE identity_user DISABLE ROW LEVEL SECURITY",
        "CREATE POLICY open ON identity_user USING (true)",
        "SELECT pg_read_file('/etc/passwd')",
        "COPY (SELECT 1) TO PROGRAM 'true'",
        "SELECT lo_export(1, '/tmp/x')",
        "CREATE TABLE public.mine (x int)",
        "CREATE TEMP TABLE mine (x int)",
        "TRUNCATE identity_user",
        "DELETE FROM identity_user",
        "SELECT password_hash FROM identity_credential",
    ],
)
def test_what_an_injection_could_try_is_refused(vestegnen: Vestegnen, actor_of: ActorOf, statement: str) -> None:

    with logged_in("rundbord_app") as cursor, pytest.raises(Exception, match=r"(?i)permission|must be|denied|cannot"):
        cursor.execute(statement)
