"""The front end stays small, and obeys a strict content security policy."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import rundbord.ui

UI = Path(rundbord.ui.__file__).parent
SOURCE = UI.parent
SCRIPTS = sorted((UI / "static" / "ui").glob("*.js"))
TEMPLATES = sorted(SOURCE.glob("*/templates/**/*.html"))


def test_our_own_scripts_are_few_lines() -> None:
    lines = [line.strip() for script in SCRIPTS for line in script.read_text("utf-8").splitlines()]

    assert len([line for line in lines if line and not line.startswith("//")]) < 435


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_no_script_evaluates_text_or_keeps_anything_in_the_browser(script: Path) -> None:
    forbidden = (
        r"\beval\(|new Function|innerHTML|outerHTML|insertAdjacentHTML|document\.write|localStorage|sessionStorage"
    )

    assert not re.findall(forbidden, script.read_text("utf-8"))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: "/".join(path.parts[-2:]))
def test_no_template_carries_inline_script_or_style(template: Path) -> None:
    html = template.read_text("utf-8")

    assert not re.findall(r"<style|\sstyle=|\son[a-z]+=", html)
    assert all("src=" in tag or "application/json" in tag for tag in re.findall(r"<script[^>]*>", html))
    assert all("nonce=" in tag for tag in re.findall(r"<script[^>]*src=[^>]*>", html))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: "/".join(path.parts[-2:]))
def test_a_link_to_help_leads_to_a_text(template: Path) -> None:
    names = re.findall(r'help_link "([^"]+)"', template.read_text("utf-8"))

    assert all((UI / "templates" / "ui" / "help" / f"{name}.html").is_file() for name in names)


def test_every_style_sheet_and_script_is_used() -> None:
    pages = "".join((UI / "templates" / "ui" / name).read_text("utf-8") for name in ("document.html", "wall.html"))

    for path in [*SCRIPTS, *(UI / "static" / "ui").glob("*.css")]:
        assert f"ui/{path.name}" in pages, path.name
