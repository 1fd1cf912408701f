"""The list of measurements."""

import pytest

from rundbord.operating import bench


def test_a_bare_call_lists_each_measurement_with_its_duty(capsys: pytest.CaptureFixture[str]) -> None:
    bench.main([])

    shown = capsys.readouterr().out
    assert all(f"./rundbord bench {script.stem}" in shown for script in bench.BENCH.glob("[!_]*.py"))
