"""Moved files — flyttede sager: restricted copies of files on young people who have moved away, and their last day."""

from __future__ import annotations

from django.http import HttpResponse

from rundbord.access.permissions import Permission
from rundbord.concerns import actions
from rundbord.concerns.queries.moved import moved_files as copies_of
from rundbord.web import SignedInRequest, Subject, page, screen


@screen(Permission.SEE_CONCERNS, reads=Subject.YOUNG_PERSONS)
def moved_files(request: SignedInRequest) -> HttpResponse:
    """Show what the reader may still read."""
    asked = request.GET
    found = copies_of(request.actor, after=asked.get("efter", ""), before=asked.get("foer", ""))
    actions.read_list("moved", len(found.rows), by=request.actor)
    pages = {
        "newer": f"?foer={found.before}" if found.before else "",
        "older": f"?efter={found.after}" if found.after else "",
    }
    return page(request, "concerns/moved_files.html", {"found": found, **pages})
