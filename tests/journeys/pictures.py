"""Pictures of pages, for whoever wants to look at them."""

from __future__ import annotations

import os

from playwright.sync_api import Page

from tests.journeys.visitor import DESK


def keep_picture(page: Page, name: str) -> None:
    """Keep a picture of the page where somebody asks for pictures."""
    folder = os.environ.get("RUNDBORD_PICTURES")
    if folder:
        for width in (390, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            page.screenshot(path=f"{folder}/{name}-{width}.png", full_page=True)
        page.set_viewport_size(DESK)
