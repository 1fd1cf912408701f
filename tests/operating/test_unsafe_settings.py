"""What `./rundbord serve` refuses to start with, one danger at a time."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from rundbord.config.environment import Mode
from rundbord.config.safety import (
    Installation,
    LoginRights,
    dangers_of_installation,
    dangers_of_login,
    dangers_of_server,
)
from rundbord.operating.environments import without_database
from rundbord.operating.serving import danger_of_address

SAFE = Installation(
    mode=Mode.PRODUCTION,
    debug=False,
    secret_key="q8vJm2Zr5xWt0LpYk7NcDhGf3sAeBuR1",
    context_key="T6bVn9Kd4zQy2MwXj8HrPcFg5tLsEaU0",
    origin="https://rundbord.example.dk",
    static_is_collected=True,
    holds_owner_login=False,
    trouble_with_key_store="",
    index_memory_kib=19 * 1024,
    index_passes=2,
)
ORDINARY = LoginRights(
    role="rundbord_app",
    is_superuser=False,
    may_bypass_policies=False,
    may_create_roles=False,
    owns_tables=False,
    may_become=(),
    server_version=180004,
)


@pytest.mark.parametrize(
    ("bind", "origin", "is_refused"),
    [
        ("127.0.0.1:8000", "http://127.0.0.1:8000", False),
        ("[::1]:8000", "http://localhost:8000", False),
        ("unix:/run/rundbord.sock", "http://localhost", False),
        ("0.0.0.0:8000", "https://rundbord.example.dk", False),
        ("0.0.0.0:8000", "http://127.0.0.1:8000", True),
        (":8000", "http://127.0.0.1:8000", True),
        ("192.0.2.7:8000", "", True),
    ],
)
def test_without_https_nobody_else_is_let_in(bind: str, origin: str, is_refused: bool) -> None:
    assert bool(danger_of_address(bind, origin=origin)) is is_refused


def test_a_safe_installation_is_let_through() -> None:
    assert not list(dangers_of_installation(SAFE))


@pytest.mark.parametrize(
    ("unsafe", "says"),
    [
        ({"debug": True}, "DEBUG"),
        ({"secret_key": SAFE.secret_key[:31]}, "RUNDBORD_SECRET_KEY har 31 tegn"),
        ({"secret_key": "abc" * 20}, "RUNDBORD_SECRET_KEY har kun 3 forskellige tegn"),
        ({"context_key": ""}, "RUNDBORD_CONTEXT_KEY har 0 tegn"),
        ({"context_key": SAFE.secret_key}, "er ens"),
        ({"origin": "http://rundbord.example.dk"}, "uden kryptering"),
        ({"origin": "rundbord.example.dk"}, "ikke en adresse"),
        ({"mode": Mode.DEMO}, "RUNDBORD_MODE er demo: alle kan logge ind uden adgangskode; drift kræver production"),
        ({"mode": Mode.TEST}, "RUNDBORD_MODE er test"),
        ({"static_is_collected": False}, "collectstatic"),
        ({"holds_owner_login": True}, "DATABASE_URL_OWNER"),
        ({"trouble_with_key_store": "er åbent for andre"}, "RUNDBORD_KEY_STORE) kan ikke bruges: er åbent for andre"),
        ({"index_memory_kib": 8}, "RUNDBORD_INDEX_MEMORY_KIB er 8; mindst 19456"),
        ({"index_passes": 1}, "RUNDBORD_INDEX_PASSES er 1; mindst 2"),
    ],
)
def test_each_unsafe_setting_is_refused_and_alone(unsafe: dict[str, Any], says: str) -> None:
    dangers = list(dangers_of_installation(replace(SAFE, **unsafe)))

    assert len(dangers) == 1
    assert says in dangers[0]


def test_every_danger_is_told_at_once() -> None:
    careless = replace(SAFE, debug=True, secret_key="kort", context_key="nøgle", origin="http://rundbord.example.dk")

    assert len(list(dangers_of_installation(careless))) == 4


@pytest.mark.parametrize("origin", ["http://127.0.0.1:8000", "http://localhost:8000", "http://[::1]:8000"])
def test_this_machine_may_be_served_without_encryption(origin: str) -> None:
    assert not list(dangers_of_installation(replace(SAFE, origin=origin)))


@pytest.mark.parametrize("mode", ["demo", "test"])
def test_serve_starts_nothing_in_another_mode_and_says_why(mode: str, tmp_path: Path) -> None:
    serve = [sys.executable, "-m", "rundbord.operating.serving", "--only", "web"]
    static = tmp_path / "staticfiles.json"
    static.write_text("{}")
    environment = {**os.environ, **without_database(), "RUNDBORD_MODE": mode, "RUNDBORD_STATIC": str(tmp_path)}

    done = subprocess.run(serve, env=environment, check=False, capture_output=True, text=True, timeout=120)

    assert done.returncode == 1
    assert f"RUNDBORD_MODE er {mode}" in done.stderr
    assert "Rundbord starter ikke, før det er rettet." in done.stderr


def test_an_ordinary_login_is_let_through() -> None:
    assert not list(dangers_of_login(ORDINARY))


@pytest.mark.parametrize(
    ("unsafe", "says"),
    [
        ({"is_superuser": True}, "superbruger"),
        ({"may_bypass_policies": True}, "BYPASSRLS"),
        ({"may_create_roles": True}, "oprette roller"),
        ({"owns_tables": True}, "ejer tabeller"),
        ({"may_become": ("rundbord_owner",)}, "kan blive til rundbord_owner"),
        ({"server_version": 150008}, "for gammel"),
    ],
)
def test_each_right_too_many_is_refused_and_alone(unsafe: dict[str, Any], says: str) -> None:
    dangers = list(dangers_of_login(replace(ORDINARY, **unsafe)))

    assert len(dangers) == 1
    assert says in dangers[0]


@pytest.mark.parametrize(
    ("version", "is_safe"),
    [(160009, False), (160010, True), (170005, False), (170006, True), (180000, True), (190001, True)],
)
def test_a_server_with_known_holes_in_row_policies_is_refused(version: int, *, is_safe: bool) -> None:
    assert bool(list(dangers_of_server(version))) is not is_safe
