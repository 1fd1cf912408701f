"""Reading the installation's settings from the environment."""

import pytest

from rundbord.config.environment import EnvironmentIncomplete, Login, Mode, Proxy, read_environment

COMPLETE = {
    "DATABASE_URL": "postgresql://rundbord_app:hemmelig@db.example.dk:5433/rundbord",
    "DATABASE_URL_AUTH": "postgresql://rundbord_auth:hemmelig@db.example.dk/rundbord",
    "DATABASE_URL_PLACE": "postgresql://rundbord_place:hemmelig@db.example.dk/rundbord",
    "RUNDBORD_SECRET_KEY": "nøgle til cookies",
    "RUNDBORD_CONTEXT_KEY": "nøgle til sammenhæng",
    "RUNDBORD_ORIGIN": "https://rundbord.example.dk",
    "RUNDBORD_KEY_STORE": "/var/lib/rundbord-keys",
}


def test_a_complete_environment_is_read_with_careful_defaults() -> None:
    environment = read_environment(COMPLETE)

    assert environment.mode is Mode.PRODUCTION
    assert (environment.idle_minutes, environment.absolute_hours, environment.source_text_days) == (15, 9, 14)
    assert environment.owner_login is None
    assert environment.app_login.port == "5433"
    assert (environment.index_memory_kib, environment.index_passes, environment.key_backups) == (19 * 1024, 2, None)


def test_an_empty_environment_names_every_missing_setting_at_once() -> None:
    with pytest.raises(EnvironmentIncomplete) as refusal:
        read_environment({})

    assert all(f"{name} " in str(refusal.value) for name in COMPLETE)


@pytest.mark.parametrize("name", COMPLETE)
def test_each_required_setting_is_missed_by_name(name: str) -> None:
    lacking = {key: value for key, value in COMPLETE.items() if key != name}

    with pytest.raises(EnvironmentIncomplete, match=rf"^{name} "):
        read_environment(lacking)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("RUNDBORD_MODE", "udvikling"),
        ("RUNDBORD_IDLE_MINUTES", "et kvarter"),
        ("RUNDBORD_ABSOLUTE_HOURS", "0"),
        ("RUNDBORD_SOURCE_TEXT_DAYS", "-14"),
        ("DATABASE_URL", "mysql://rundbord_app@db.example.dk/rundbord"),
        ("DATABASE_URL_AUTH", "postgresql://rundbord_auth@db.example.dk"),
        ("DATABASE_URL_OWNER", "ejeren"),
        ("RUNDBORD_PROXY_URL", "proxy.example.dk:3128"),
        ("RUNDBORD_PROXY_URL", "https://proxy.example.dk/"),
        ("RUNDBORD_PROXY_URL", "http://proxy.example.dk:99999"),
    ],
)
def test_a_setting_that_cannot_be_read_is_refused_by_name(name: str, value: str) -> None:
    with pytest.raises(EnvironmentIncomplete, match=name):
        read_environment(COMPLETE | {name: value})


def test_a_login_over_a_socket_keeps_the_capital_letters_of_its_folder() -> None:
    login = Login.from_url("postgresql://rundbord_app:p%40ss@%2FUsers%2FAnna%2Frundbord%2Fsocket/rundbord")

    assert login.host == "/Users/Anna/rundbord/socket"
    assert login.password == "p@ss"


def test_a_login_may_name_a_primary_and_its_standby_and_finds_the_one_that_takes_writes() -> None:
    login = Login.from_url("postgresql://rundbord_app:p%40ss@db1:5432,db2:5433/rundbord?sslmode=verify-full")

    assert (login.host, login.port, login.user, login.password) == ("db1,db2", "5432,5433", "rundbord_app", "p@ss")
    assert login.options["target_session_attrs"] == "read-write"
    assert login.options["sslmode"] == "verify-full"
    assert int(login.options["connect_timeout"]) <= 3


def test_a_login_of_one_host_keeps_to_it() -> None:
    login = Login.from_url("postgresql://rundbord_app:p@[::1]:5432/rundbord?sslmode=verify-full")

    assert (login.host, login.port, dict(login.options)) == ("::1", "5432", {"sslmode": "verify-full"})


@pytest.mark.parametrize(
    "url", ["postgresql://a:b@db1:x/rundbord", "postgresql://a:b@db1/rundbord?options=-csuperuser"]
)
def test_a_login_that_says_what_is_not_known_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match=r"port|unknown"):
        Login.from_url(url)


def test_sources_are_fetched_directly_unless_a_proxy_is_named() -> None:
    named = COMPLETE | {"RUNDBORD_PROXY_URL": "http://rundbord:p%40ss@proxy.example.dk:8080"}

    assert read_environment(COMPLETE).proxy is None
    assert read_environment(named).proxy == Proxy(host="proxy.example.dk", port=8080, user="rundbord", password="p@ss")
    assert "p@ss" not in repr(read_environment(named).proxy)
