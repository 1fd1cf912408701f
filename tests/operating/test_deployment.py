"""The files under deploy/ can only be tried where containers run; here every path, command and name is looked up.

What they say of the program must exist in it, and what they say of each other must agree.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any

import pytest
import yaml
from django.core.management import get_commands

from rundbord.config.environment import ROOT, Login, read_environment
from rundbord.operating.door import COMMANDS
from rundbord.operating.embedded.roles import LOGINS

DEPLOY = ROOT / "deploy"
DOCKERFILE = (DEPLOY / "Dockerfile").read_text("utf-8")
COMPOSE: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
OURS = [name for name, service in SERVICES.items() if service["image"] == "rundbord"]
_MANAGE = "manage"


def _lists(instruction: str) -> list[list[str]]:
    found = re.findall(rf"^{instruction}.*?(\[.*\])$", DOCKERFILE, flags=re.MULTILINE)
    return [json.loads(each) for each in found]


def _commands() -> Iterator[list[str]]:
    yield from (line.split() for line in re.findall(r"RUN (\./rundbord [^&\n]+)", DOCKERFILE))
    yield from _lists("CMD")
    yield from (SERVICES[name]["command"] for name in OURS)


@pytest.mark.parametrize("command", list(_commands()), ids=" ".join)
def test_every_command_exists(command: list[str]) -> None:
    program, name, *rest = command

    assert (ROOT / program).is_file()
    assert name in {known.name for known in COMMANDS}
    if name == _MANAGE:
        assert rest[0] in get_commands()


def test_the_health_check_asks_the_port_that_is_served_with_a_program_that_exists() -> None:
    ((python, flag, module, port),) = _lists("HEALTHCHECK")
    (served,) = _lists("CMD")
    exposed = re.search(r"^EXPOSE (\d+)$", DOCKERFILE, flags=re.MULTILINE)

    assert (python, flag) == (".venv/bin/python", "-m")
    assert find_spec(module)
    assert exposed
    assert {port, exposed.group(1), served[-1].rpartition(":")[2]} == {"8000"}
    assert SERVICES["web"]["command"][-1].endswith(":8000")
    assert SERVICES["web"]["ports"] == ["127.0.0.1:8000:8000"]


def test_only_a_service_that_answers_on_the_port_is_asked_for_its_health() -> None:
    asked = [name for name in OURS if not SERVICES[name].get("healthcheck", {}).get("disable")]

    assert asked == ["web"]


def test_every_path_exists() -> None:
    build = COMPOSE["x-rundbord"]["build"]
    mounted = [volume.partition(":")[0] for volume in SERVICES["database"]["volumes"] if volume.startswith(".")]

    assert (DEPLOY / build["context"]).resolve() == ROOT
    assert (ROOT / build["dockerfile"]).samefile(DEPLOY / "Dockerfile")
    assert mounted
    assert all((DEPLOY / path).is_file() for path in mounted)
    assert "docker build --file deploy/Dockerfile" in DOCKERFILE
    assert "--file deploy/compose.yaml" in (DEPLOY / "compose.yaml").read_text("utf-8")


def _filled(values: dict[str, str]) -> dict[str, str]:
    """Put in place of each variable what it has when it is not given, or else something, as compose would."""
    variable = re.compile(r"\$\{\w+(?::(?:-(?P<default>[^}]*)|\?[^}]*))?\}")

    def written(found: re.Match[str]) -> str:
        return "x" * 40 if found["default"] is None else found["default"]

    return {name: variable.sub(written, value) for name, value in values.items()}


@pytest.mark.parametrize("name", OURS)
def test_the_environment_of_every_service_can_be_read_and_is_described(name: str) -> None:
    environment = _filled(SERVICES[name]["environment"])
    described = set(re.findall(r"^#? ?(\w+)=", (ROOT / ".env.example").read_text("utf-8"), flags=re.MULTILINE))

    read = read_environment(environment)

    assert read.mode == "production"
    assert set(environment) <= described
    assert (read.owner_login is not None) is (name == "prepare")


def test_each_login_gets_the_password_that_its_address_names() -> None:
    script = (DEPLOY / "passwords.sh").read_text("utf-8")
    given = {f"rundbord_{name}" for name in re.search(r"for login in ([\w ]+);", script).group(1).split()}  # type: ignore[union-attr]
    urls = [
        (url, re.search(r"\$\{(\w+)", url).group(1))  # type: ignore[union-attr]
        for name in OURS
        for variable, url in SERVICES[name]["environment"].items()
        if variable.startswith("DATABASE_URL")
    ]

    assert given == set(LOGINS)
    for url, variable in urls:
        login = Login.from_url(_filled({"url": url})["url"])
        assert variable == f"RUNDBORD_PASSWORD_{login.user.removeprefix('rundbord_').upper()}"
        assert variable in SERVICES["database"]["environment"]
        assert login.host == "database"
        assert login.name == SERVICES["database"]["environment"]["POSTGRES_DB"]
