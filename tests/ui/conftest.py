"""Components under test: plain static names, and templates given as text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.http import HttpRequest
from django.template import engines
from django.test import RequestFactory
from pytest_django import Settings

Show = Callable[..., str]


@pytest.fixture(autouse=True)
def _plain_static_names(settings: Settings) -> None:
    """Need no collected files, whatever lies in the checkout."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": plain}


@pytest.fixture
def request_of_a_guest(rf: RequestFactory) -> HttpRequest:
    """A request of somebody who has not signed in."""
    return rf.get("/")


@pytest.fixture
def show(request_of_a_guest: HttpRequest) -> Show:
    """Render a template given as text, with one space where there were many."""

    def rendered(source: str, **context: object) -> str:
        html = engines["django"].from_string(source).render(context, request_of_a_guest)
        return " ".join(html.split())

    return rendered
