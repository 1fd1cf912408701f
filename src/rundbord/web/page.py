"""Rendering: the whole template, or the named part that htmx asks for."""

from __future__ import annotations

from collections.abc import Mapping

from django.http import HttpResponse
from django.shortcuts import render

from rundbord.web.request import PublicRequest


def page(
    request: PublicRequest, template: str, context: Mapping[str, object] | None = None, *, status: int = 200
) -> HttpResponse:
    """Render a screen in full."""
    return render(request, template, dict(context or {}), status=status)


def part(
    request: PublicRequest, template: str, name: str, context: Mapping[str, object] | None = None, *, status: int = 200
) -> HttpResponse:
    """Render the named partial when htmx asks for a part, else the whole screen."""
    wanted = f"{template}#{name}" if request.htmx and not request.htmx.boosted else template
    return page(request, wanted, context, status=status)
