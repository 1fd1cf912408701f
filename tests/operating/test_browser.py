"""Finding a browser for the tests: never a silent skip."""

from pathlib import Path

import pytest

from rundbord.operating import browser
from rundbord.operating.browser import NoChromium, find_chromium, launch_environment


def test_the_browser_that_was_named_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    named = tmp_path / "chromium"
    named.touch()
    monkeypatch.setenv("RUNDBORD_CHROMIUM", str(named))

    assert find_chromium() == named


def test_a_named_browser_that_is_not_there_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RUNDBORD_CHROMIUM", "/findes/ikke/chromium")

    with pytest.raises(NoChromium, match="som ikke findes"):
        find_chromium()


def test_no_browser_anywhere_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RUNDBORD_CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(browser, "PACKED", tmp_path / "not-installed")
    monkeypatch.setattr(browser, "state", lambda: tmp_path)

    with pytest.raises(NoChromium, match="springes aldrig over"):
        find_chromium()


def test_the_machines_own_browser_needs_no_libraries_of_ours() -> None:
    assert launch_environment(Path("/usr/bin/chromium")) == {}
