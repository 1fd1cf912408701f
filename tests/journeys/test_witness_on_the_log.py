"""Issue 6, point 2: a data protection officer puts the authority's witness on the log, and sees how it stands."""

from __future__ import annotations

import os
from pathlib import Path

from playwright.sync_api import expect

from tests.audit.witnesses import witness_program
from tests.journeys.people import DPO
from tests.journeys.visitor import DESK, PHONE, Visits, faults, show_whole


def test_the_officer_puts_a_witness_on_the_log(visits: Visits, tmp_path: Path) -> None:
    page = visits.user(DPO)
    witness = witness_program().Witness(tmp_path / "vidne")
    witness.found("gladsaxe.example/vidne")

    page.goto("/log/")
    page.get_by_role("link", name="Vidner på loggen").click()
    expect(page.get_by_text("For få vidner")).to_be_visible()
    page.get_by_label("Vidnets offentlige nøgler").fill("\n".join(witness.public()))
    page.get_by_role("button", name="Sæt vidnet på loggen").click()

    expect(page.get_by_text("gladsaxe.example/vidne").first).to_be_visible()
    expect(page.get_by_text("Venter på det første")).to_be_visible()
    assert faults(page) == []
    _keep_picture(page)

    page.get_by_role("button", name="Fjern vidnet").click()
    expect(page.get_by_text("I har intet vidne endnu")).to_be_visible()
    assert faults(page) == []


def _keep_picture(page: object) -> None:
    """Keep what it looks like, where somebody wants to look."""
    folder = os.environ.get("RUNDBORD_PICTURES")
    if folder:
        for name, size in (("phone", PHONE), ("desk", DESK)):
            show_whole(page, size)  # type: ignore[arg-type]
            page.screenshot(path=f"{folder}/witness-{name}.png")  # type: ignore[attr-defined]
