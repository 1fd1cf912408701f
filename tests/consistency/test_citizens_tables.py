"""What is true of every table about citizens, those that come later too: asked of the database's own catalogue."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import connection, models

from tests.citizens import ABOUT_CITIZENS, LOOKED_UP_BY

# Unique columns that no other authority can guess: the random key of a row whose file is reached first.
_UNGUESSABLE = {"concern_id", "replaces_id"}
# Words that are plain though a table is about citizens, each with the reason.
_PLAIN_WORDS = {
    # Public reports of the police, emptied after 14 days.
    "situation.SourceText": {"name", "text", "district", "layout"},
    # Why a colleague sees the file, for control.
    "concerns.Assignment": {"reason"},
    # What is to be done by the next day, as a list of work shows it.
    "concerns.Concern": {"next_step"},
}
_LONGEST_TERM = 40
# Bytes that a function must read to do its work, each with the reason.
_READ_BY_FUNCTIONS = {
    # Hashes by which a round's commitment is made; what they are made of lies nowhere in the database.
    "sharing.NominationMark": {"leaf"},
    # Break-glass hands out one row, sealed as it lies, and finds it by its indexes; keys lie elsewhere (ADR 0037).
    "concerns.YoungPerson": {"name", "cpr", "cpr_index", "born_on", "address", "lead_label"},
    "concerns.NamePart": {"index"},
}


@pytest.fixture(params=ABOUT_CITIZENS)
def model(request: pytest.FixtureRequest) -> type[models.Model]:
    """One table about citizens after the other."""
    return apps.get_model(request.param)


def _rows(query: str, *values: str) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return list(cursor.fetchall())


def test_its_policies_are_for_the_web_and_the_worker_and_the_functions_behind_policies(
    model: type[models.Model],
) -> None:
    logins = _rows("SELECT DISTINCT unnest(roles)::text FROM pg_policies WHERE tablename = %s", model._meta.db_table)

    assert {login for (login,) in logins} <= {"rundbord_app", "rundbord_job", "rundbord_policy"}


@pytest.mark.parametrize("login", ["rundbord_place", "rundbord_auth", "rundbord_backup", "rundbord_audit", "public"])
def test_no_other_login_has_any_grant_on_it(login: str, model: type[models.Model]) -> None:
    granted = _rows(
        "SELECT privilege FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'REFERENCES']) privilege"
        " WHERE has_any_column_privilege(%s, %s, privilege)",
        login,
        model._meta.db_table,
    )

    assert granted == []


def test_functions_behind_policies_read_no_words_of_it(model: type[models.Model]) -> None:
    """What they may read are keys and dates: never a sealed column, never one of words."""
    readable = _rows(
        "SELECT a.attname FROM pg_attribute a WHERE a.attrelid = %s::regclass AND a.attnum > 0 AND NOT a.attisdropped"
        " AND has_column_privilege('rundbord_policy', a.attrelid, a.attnum, 'SELECT')",
        model._meta.db_table,
    )
    private = {
        field.column
        for field in model._meta.concrete_fields
        if isinstance(field, models.BinaryField | models.TextField) or (field.max_length or 0) > _LONGEST_TERM
    }

    assert {name for (name,) in readable} & private == _READ_BY_FUNCTIONS.get(model._meta.label, set())


def test_it_has_its_own_authority(model: type[models.Model]) -> None:
    names = {field.column: field for field in model._meta.concrete_fields}

    assert "authority_id" in names
    assert not names["authority_id"].null


def test_nothing_unique_tells_one_authority_of_another(model: type[models.Model]) -> None:
    """A duplicate key tells that a hidden row exists: unique within the own authority, or by an unguessable key."""
    unique = _rows(
        "SELECT array_agg(a.attname::text) FROM pg_index x JOIN pg_attribute a ON a.attrelid = x.indexrelid"
        " WHERE x.indrelid = %s::regclass AND x.indisunique AND NOT x.indisprimary GROUP BY x.indexrelid",
        model._meta.db_table,
    )

    told = [columns for (columns,) in unique if not ({"authority_id"} | _UNGUESSABLE) & set(columns)]  # type: ignore[call-overload]
    assert told == []


def test_its_key_is_random(model: type[models.Model]) -> None:
    """A counting key tells how many rows are hidden, a timed one when they came."""
    key = model._meta.pk

    assert isinstance(key, models.UUIDField)
    assert key.default.__name__ == "uuid4"


def test_no_index_orders_or_finds_by_sealed_words(model: type[models.Model]) -> None:
    indexed = {name for index in model._meta.indexes for name, _ in index.fields_orders}
    sealed = {
        field.name
        for field in model._meta.concrete_fields
        if isinstance(field, models.BinaryField) and not field.name.endswith(LOOKED_UP_BY)
    }

    assert indexed & sealed == set()


def test_sealed_columns_are_bytes_and_every_other_column_of_words_is_named(model: type[models.Model]) -> None:
    """A label names the colleague who acted; every other column of free words is sealed, or stands in the list."""
    words = {
        field.name
        for field in model._meta.concrete_fields
        if isinstance(field, models.TextField | models.JSONField) or (field.max_length or 0) > _LONGEST_TERM
    }
    words -= {name for name in words if name == "label" or name.endswith("_label")}

    assert words == _PLAIN_WORDS.get(model._meta.label, set())
