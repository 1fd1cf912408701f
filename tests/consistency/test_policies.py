"""Every table is closed without a context, and no role, function or view opens a door beside the policies."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import connection, models

from tests.database import as_owner
from tests.factories.situations import Vestegnen

# Tables without row policies, each with the reason.
OPEN_TABLES = {
    "django_migrations": "names of migrations; no rows of anybody",
    "procrastinate_jobs": "job names with identifiers as arguments, never content",
    "procrastinate_events": "when jobs ran",
    "procrastinate_periodic_defers": "when nightly work was ordered",
    "procrastinate_workers": "heartbeats of workers",
}
LOGINS = ["rundbord_app", "rundbord_job", "rundbord_place", "rundbord_auth"]

OUR_MODELS = [model for model in apps.get_models() if model.__module__.startswith("rundbord.")]


def _rows(query: str) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return list(cursor.fetchall())


def test_every_table_has_forced_row_security_and_a_policy() -> None:
    rows = _rows(
        "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
        " WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT (c.relrowsecurity AND c.relforcerowsecurity"
        " AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid))"
    )

    assert {str(row[0]) for row in rows} == set(OPEN_TABLES)


@pytest.mark.parametrize("model", OUR_MODELS, ids=lambda model: model._meta.label)
def test_no_row_is_seen_without_a_context(model: type[models.Model], vestegnen: Vestegnen) -> None:
    table = model._meta.db_table
    if _rows(f"SELECT has_any_column_privilege('rundbord_app', '\"{table}\"', 'SELECT')") == [(False,)]:
        with pytest.raises(Exception, match="permission denied"):
            _rows(f'SELECT 1 FROM "{table}" LIMIT 1')
        return

    assert _rows(f'SELECT count(*) FROM "{table}"') == [(0,)]


def test_the_situation_fills_tables_so_that_hiding_means_something(vestegnen: Vestegnen) -> None:
    with as_owner():
        counts = {model._meta.label: model._base_manager.count() for model in OUR_MODELS}

    assert counts["identity.User"] == 10
    assert counts["partnership.Area"] == 2


def test_no_policy_is_for_all_commands_at_once() -> None:
    assert _rows("SELECT polname FROM pg_policy WHERE polcmd = '*'") == []


def test_only_the_sign_in_step_and_policy_functions_see_all_rows() -> None:
    rows = _rows(
        "SELECT DISTINCT unnest(roles)::text FROM pg_policies"
        " WHERE coalesce(qual, 'true') = 'true' AND coalesce(with_check, 'true') = 'true'"
    )

    assert {row[0] for row in rows} == {"rundbord_auth", "rundbord_policy"}


def test_there_is_no_view_no_materialised_view_and_no_leakproof_function() -> None:
    views = _rows(
        "SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
        " WHERE n.nspname IN ('public', 'ctx', 'audit') AND relkind IN ('v', 'm')"
    )
    leakproof = _rows(
        "SELECT proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
        " WHERE proleakproof AND n.nspname IN ('public', 'ctx', 'audit')"
    )

    assert views == []
    assert leakproof == []


def test_every_definer_function_of_ours_has_a_fixed_path_a_weak_owner_and_no_public_grant() -> None:
    rows = _rows(
        "SELECT n.nspname || '.' || p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
        " JOIN pg_roles r ON r.oid = p.proowner"
        " WHERE p.prosecdef AND n.nspname IN ('public', 'ctx', 'audit')"
        " AND (r.rolbypassrls OR r.rolsuper OR NOT coalesce(p.proconfig, '{}') @> ARRAY['search_path=\"\"']"
        " OR has_function_privilege('public', p.oid, 'EXECUTE'))"
    )

    assert rows == []


@pytest.mark.parametrize("login", LOGINS)
def test_a_login_owns_nothing_bypasses_nothing_and_cannot_truncate(login: str) -> None:
    owned = _rows(f"SELECT relname FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname = '{login}'")
    attributes = _rows(
        f"SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = '{login}'"
    )
    strong = _rows(
        "SELECT table_name, privilege_type FROM information_schema.role_table_grants"
        f" WHERE grantee = '{login}' AND privilege_type IN ('TRUNCATE', 'REFERENCES', 'TRIGGER')"
    )

    assert owned == []
    assert attributes == [(False, False, False, False)]
    assert strong == []


def test_credentials_and_sessions_are_out_of_reach_of_the_application() -> None:
    rows = _rows(
        "SELECT grantee, table_name, privilege_type FROM information_schema.role_table_grants"
        " WHERE table_name IN ('identity_credential', 'identity_signin', 'identity_signinattempt', 'identity_passkey',"
        " 'identity_codeapp', 'identity_recoverycode', 'identity_challenge', 'identity_answeredrequest')"
        " AND grantee IN ('rundbord_app', 'rundbord_job', 'rundbord_place')"
    )

    assert rows == []


def test_a_unique_constraint_never_reaches_across_authorities() -> None:
    """A duplicate key tells that a hidden row exists; each exception cannot be guessed, or is public."""
    harmless = {
        "identity_authority_code_key": "codes of authorities are public",
        "identity_onetimelink_token_hash_key": "256 random bits",
        "identity_answeredrequest_state_hash_key": "256 random bits",
        "identity_signin_token_hash_key": "256 random bits",
        "identity_passkey_credential_id_key": "random bits of the device, for the sign-in login alone",
        "situation_wallsession_token_hash_key": "256 random bits",
    }
    rows = _rows(
        "SELECT i.relname, array_agg(a.attname::text) FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid"
        " JOIN pg_class t ON t.oid = x.indrelid JOIN pg_namespace n ON n.oid = t.relnamespace"
        " JOIN pg_attribute a ON a.attrelid = i.oid"
        " WHERE x.indisunique AND NOT x.indisprimary AND n.nspname = 'public'"
        " AND t.relname NOT LIKE 'procrastinate%' GROUP BY 1"
    )
    scoped = {"authority_id", "partnership_id", "user_id", "picture_id", "report_id", "incident_id", "conflict_id"}
    scoped |= {"event_id", "notice_id", "shift_id", "sign_in_id", "concern_id", "replaces_id", "forum_id", "meeting_id"}
    scoped |= {"control_id", "proposal_id"}

    assert {str(row[0]) for row in rows if not scoped & set(row[1])} == set(harmless)  # type: ignore[call-overload]
