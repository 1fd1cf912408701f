"""The list of measurements, and which one a call means."""

import pytest

from rundbord.operating import bench


def test_the_list_names_each_measurement_with_its_duty(capsys: pytest.CaptureFixture[str]) -> None:
    answer = bench.main([bench.LIST])

    shown = capsys.readouterr().out
    assert answer == 0
    assert all(f"./rundbord bench {script.stem}" in shown for script in bench.BENCH.glob("[!_]*.py"))


def test_a_measurement_that_is_none_is_answered_with_the_list(capsys: pytest.CaptureFixture[str]) -> None:
    answer = bench.main(["horoscope"])

    assert answer == 2
    assert "./rundbord bench pages" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        ([], ("pages", [])),
        (["--rounds", "9"], ("pages", ["--rounds", "9"])),
        (["near_repeat", "--half"], ("near_repeat", ["--half"])),
    ],
)
def test_a_call_without_a_name_means_the_pages(arguments: list[str], meant: tuple[str, list[str]]) -> None:
    assert bench._named(arguments) == meant
