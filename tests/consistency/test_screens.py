"""Every address declares itself, answers each role as declared, and writes nothing when it is only read."""

from __future__ import annotations

from dataclasses import fields
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.urls import URLPattern

from rundbord.access.roles import PERMISSIONS, Role
from rundbord.identity.models import User
from rundbord.web import Declaration, declaration_of
from tests.consistency.addresses import ALL
from tests.factories import rows
from tests.factories.situations import ClientOf, Vestegnen

# What reading may leave behind: the log, who has read a picture, and that a session is alive.
READ_LOG = {"event", "leaf", "situation_reading", "identity_signin", "notices_noticeseen"}
# Answered by another mechanism than a screen's permission: who one is must be known, not what one may.
USER_OF_ROLE = {
    Role.COORDINATOR: "coordinator",
    Role.REPORTER: "street_worker",
    Role.OFFICER: "officer",
    Role.CASE_WORKER: "herlev_case_worker",
    Role.LEADER: "leader",
    Role.SECRETARY: "secretary",
    Role.PARTNER: "caretaker",
    Role.DPO: "dpo",
    Role.ADMINISTRATOR: "administrator",
}

# Who has these comes into the situation for a test alone, so that nobody's lists and counts change.
BESIDE = (Role.EXIT_COORDINATOR, Role.REGISTRAR)


def _declared(pattern: URLPattern) -> Declaration:
    declared = declaration_of(pattern.callback)
    assert declared is not None
    return declared


def _address(route: str) -> str:
    filled = route.replace("<uuid:", "<").replace("<int:", "<#").replace("<str:", "<").replace("<slug:", "<")
    parts = []
    for part in filled.split("/"):
        if part.startswith("<#"):
            parts.append("987654")
        elif part.startswith("<"):
            parts.append(str(uuid4()))
        else:
            parts.append(part)
    return "/" + "/".join(parts)


@pytest.mark.parametrize(("route", "pattern"), ALL, ids=[route for route, _ in ALL])
def test_every_address_declares_who_may_open_it(route: str, pattern: URLPattern) -> None:
    assert declaration_of(pattern.callback) is not None, f"{route} declares nothing"


def test_every_role_has_a_user_in_the_situation(vestegnen: Vestegnen) -> None:
    names = {field.name for field in fields(vestegnen)}

    assert set(USER_OF_ROLE) == set(Role) - {Role.TASK_FORCE, *BESIDE}
    assert set(USER_OF_ROLE.values()) <= names


SIGNED_IN = [(route, pattern) for route, pattern in ALL if not _declared(pattern).is_public]


@pytest.mark.parametrize("role", [*USER_OF_ROLE, *BESIDE], ids=lambda role: role.value)
def test_each_address_answers_each_role_as_declared(role: Role, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client = client_of(_user_of(role, vestegnen))
    wrong = []
    for route, pattern in SIGNED_IN:
        answer = client.get(_address(route)).status_code
        if answer not in _expected(_declared(pattern), role, has_key="<" in route):
            wrong.append((route, answer))

    assert wrong == []


def _user_of(role: Role, vestegnen: Vestegnen) -> User:
    """Give who has the role."""
    if role in BESIDE:
        return rows.user(vestegnen.gladsaxe_ssp, role)
    user: User = getattr(vestegnen, USER_OF_ROLE[role])
    return user


def _expected(declared: Declaration, role: Role, *, has_key: bool) -> set[int]:
    assert declared.permission is not None
    if declared.permission not in PERMISSIONS[role]:
        return {403}
    return {404} if has_key else {200, 302, 400, 404, 405}


def test_nobody_signed_in_is_led_to_the_sign_in_page(client: Client, vestegnen: Vestegnen) -> None:
    wrong = [
        route
        for route, _ in SIGNED_IN
        if not client.get(_address(route)).headers.get("Location", "").startswith("/log-ind/")
    ]

    assert wrong == []


@pytest.mark.parametrize(
    "role",
    [Role.COORDINATOR, Role.OFFICER, Role.SECRETARY, Role.ADMINISTRATOR, Role.PARTNER, *BESIDE],
)
def test_reading_a_screen_writes_nothing_but_the_read_log(
    role: Role, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client = client_of(_user_of(role, vestegnen))
    before = _writes()

    for route, _ in SIGNED_IN:
        client.get(_address(route))

    written = {table for table, count in _writes().items() if count != before.get(table, 0)}
    assert written <= READ_LOG


def _writes() -> dict[str, int]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname, n_tup_ins + n_tup_upd + n_tup_del FROM pg_stat_xact_all_tables")
        return dict(cursor.fetchall())


@pytest.mark.parametrize("address", ["/", "/log-ind/"])
def test_no_page_may_be_kept_by_a_browser(address: str, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    response = client_of(vestegnen.coordinator).get(address)

    assert response.headers["Cache-Control"] == "no-store"
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "require-trusted-types-for 'script'" in policy
    assert "unsafe" not in policy
