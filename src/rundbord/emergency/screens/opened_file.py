"""Opened file — sagen i nødadgang: read and nothing else, under a red banner, until the hour is over."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.access.purposes import Purpose
from rundbord.emergency import actions
from rundbord.emergency.queries.opened import file_now
from rundbord.emergency.queries.uses import open_use
from rundbord.web import SignedInRequest, Subject, page, screen

_MINUTE = timedelta(minutes=1)


@screen(Permission.BREAK_GLASS, reads=Subject.YOUNG_PERSON, purpose=Purpose.EMERGENCY)
def opened_file(request: SignedInRequest) -> HttpResponse:
    """Show the file and log it; the browser asks again when the hour is over, and then there is nothing."""
    access = open_use(request.actor)
    file = file_now() if access else None
    if access is None or file is None:
        return HttpResponseRedirect(reverse("emergency:overview"))
    actions.read_file(file.person, by=request.actor)
    left = access.ends_at - timezone.now()
    response = page(
        request, "emergency/opened_file.html", {"access": access, "file": file, "minutes": -(-left // _MINUTE)}
    )
    response["Refresh"] = str(int(left.total_seconds()) + 1)
    return response


@screen(Permission.BREAK_GLASS, writes=True)
def end_use(request: SignedInRequest) -> HttpResponse:
    """End the own use now."""
    access = open_use(request.actor)
    if request.method == "POST" and access is not None:
        actions.end_use(access, by=request.actor)
    return HttpResponseRedirect(reverse("emergency:overview"))
