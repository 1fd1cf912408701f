"""The one door: what it offers, and that behind each name there is something."""

from importlib.util import find_spec

import pytest

from rundbord.operating.door import COMMANDS, Command, main


def test_a_bare_call_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    answer = main([])

    shown = capsys.readouterr().out
    assert answer == 0
    assert all(f"./rundbord {command.name}" in shown and command.says in shown for command in COMMANDS)


def test_an_unknown_command_is_named_and_the_known_ones_shown(capsys: pytest.CaptureFixture[str]) -> None:
    answer = main(["demmo"])

    shown = capsys.readouterr()
    assert answer == 2
    assert "demmo" in shown.err
    assert "./rundbord demo" in shown.out


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_leads_somewhere(command: Command) -> None:
    assert find_spec(command.module)
