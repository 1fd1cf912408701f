"""The gallery of components: there for those who build, and not in production."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from django.test import Client
from pytest_django import Settings

from rundbord.operating.environments import without_database


@pytest.mark.parametrize(("mode", "is_shown"), [("demo", True), ("test", True), ("production", False)])
def test_only_production_has_no_gallery(mode: str, *, is_shown: bool) -> None:
    asked = "from django.conf import settings; print(settings.SHOWS_COMPONENTS)"
    environment = {**os.environ, **without_database(), "RUNDBORD_MODE": mode}

    told = subprocess.run([sys.executable, "-c", asked], env=environment, check=True, capture_output=True, text=True)

    assert told.stdout.strip() == str(is_shown)


def test_where_it_is_not_shown_it_is_missing_like_any_other_page(client: Client, settings: Settings) -> None:
    shown = client.get("/ui/").status_code
    settings.SHOWS_COMPONENTS = False

    hidden, missing = client.get("/ui/"), client.get("/findes-ikke/")

    assert shown == 200
    assert hidden.status_code == 404
    assert [template.name for template in hidden.templates] == [template.name for template in missing.templates]
