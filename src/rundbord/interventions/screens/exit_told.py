"""Show what was told in exit: to whoever told it, and to the one who was told; each reading is logged."""

from __future__ import annotations

from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.interventions.actions import exits
from rundbord.interventions.queries.exits import copy_page, exit_copy_of, exit_copy_row, exit_told_of, exit_told_view
from rundbord.web import SignedInRequest, Subject, page, screen
from rundbord.web.one_tap import one_tap


@screen(Permission.COORDINATE_EXIT, reads=Subject.EXIT_TOLD)
def show_exit_told(request: SignedInRequest, exit_told_id: UUID) -> HttpResponse:
    """Show what one coordinator was told, and what came of it."""
    told = exit_told_of(exit_told_id)
    exits.read_exit_told(told, by=request.actor)
    view = exit_told_view(told)
    context = {"view": view, "row": view.row, "told": told, "was_refused": "afvist" in request.GET}
    return page(request, "interventions/exit/show_told.html", context)


@screen(Permission.COORDINATE_EXIT, reads=Subject.EXIT_TOLD)
def exit_received(request: SignedInRequest) -> HttpResponse:
    """List what the user was told."""
    shown, rows = copy_page(request.actor, after=request.GET.get("efter", ""), before=request.GET.get("foer", ""))
    exits.read_exit_copies(count=len(rows), by=request.actor)
    context = {
        "rows": rows,
        "newer": f"?{urlencode({'foer': shown.before})}" if shown.before else "",
        "older": f"?{urlencode({'efter': shown.after})}" if shown.after else "",
    }
    return page(request, "interventions/exit/received.html", context)


@screen(Permission.COORDINATE_EXIT, reads=Subject.EXIT_TOLD)
def show_exit_copy(request: SignedInRequest, exit_copy_id: UUID) -> HttpResponse:
    """Show one copy; what was taken back shows that it was, and no words."""
    copy = exit_copy_of(exit_copy_id)
    exits.read_exit_copy(copy, by=request.actor)
    context = {"row": exit_copy_row(copy), "copy": copy, "was_refused": "afvist" in request.GET}
    return page(request, "interventions/exit/show_copy.html", context)


@screen(Permission.COORDINATE_EXIT, writes=True)
def acknowledge_exit_copy(request: SignedInRequest, exit_copy_id: UUID) -> HttpResponse:
    """Tell the sender that it is read."""
    copy = exit_copy_of(exit_copy_id)
    return one_tap(request, lambda: exits.acknowledge_exit_copy(copy, by=request.actor), back=_back(exit_copy_id))


@screen(Permission.COORDINATE_EXIT, writes=True)
def confirm_gone(request: SignedInRequest, exit_copy_id: UUID) -> HttpResponse:
    """Tell the sender that no copy is left."""
    copy = exit_copy_of(exit_copy_id)
    return one_tap(request, lambda: exits.confirm_gone(copy, by=request.actor), back=_back(exit_copy_id))


def _back(exit_copy_id: UUID) -> str:
    return reverse("exits:show_exit_copy", args=[exit_copy_id])
