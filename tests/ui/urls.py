"""Addresses for the browser: the gallery, a live part with its signal, a place for drafts."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template import engines
from django.urls import path

from rundbord.ui.gallery import gallery

LIVE_PAGE = """{% extends "ui/base.html" %}{% block heading %}Live{% endblock %}{% block content %}
{% live topic="t" url="/signal/" target="del" version=version announce="Listen er opdateret" %}
<p>Version {{ version }} <a href="#her">Et link</a></p>{% endlive %}{% endblock %}"""
TWO_PACES = """{% extends "ui/base.html" %}{% block heading %}Live{% endblock %}{% block content %}
{% live topic="q" url="/signal/?emne=hurtig" target="hurtig" version=version seconds=1 %}Hurtig{% endlive %}
{% live topic="s" url="/signal/?emne=langsom" target="langsom" version=version seconds=4 %}Langsom{% endlive %}
{% endblock %}"""


class World:
    """What the little server knows; tests change it."""

    version = 1
    is_signed_out = False
    drafts: list[dict[str, str]] = []
    asked: list[str] = []


def live_page(request: HttpRequest) -> HttpResponse:
    """The page with a live part; htmx gets the inside alone."""
    if request.headers.get("HX-Request"):
        return HttpResponse(f'<p>Version {World.version} <a href="#her">Et link</a></p>')
    return HttpResponse(engines["django"].from_string(LIVE_PAGE).render({"version": World.version}, request))


def two_paces(request: HttpRequest) -> HttpResponse:
    """A page with a part that asks each second, and one that asks every fourth."""
    return HttpResponse(engines["django"].from_string(TWO_PACES).render({"version": World.version}, request))


def signal(request: HttpRequest) -> JsonResponse:
    """The version and nothing else."""
    World.asked.append(request.GET.get("emne", ""))
    return JsonResponse({"version": str(World.version)})


def keep_draft(request: HttpRequest) -> JsonResponse:
    """Keep what was sent, unless the session has ended."""
    if World.is_signed_out:
        return JsonResponse({}, status=401)
    World.drafts.append({name: str(value) for name, value in request.POST.items()})
    return JsonResponse({"saved_at": "09.05"})


def error_page(request: HttpRequest, name: str) -> HttpResponse:
    """One of the error pages."""
    return render(request, f"ui/errors/{name}.html")


urlpatterns = [
    path("ui/", gallery),
    path("ui/kladde/", keep_draft),
    path("live/", live_page),
    path("to-takter/", two_paces),
    path("signal/", signal),
    path("fejl/<name>/", error_page),
]
