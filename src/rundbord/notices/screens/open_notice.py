"""Open notice — åbn besked: mark it as read and go where it leads."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.notices import actions, queries
from rundbord.notices.rules import is_own_address
from rundbord.web import SignedInRequest, screen


@screen(Permission.SEE_DAY)
def open_notice(request: SignedInRequest, notice_id: UUID) -> HttpResponse:
    """Note the reading, as a page that is read leaves its mark in the log, and redirect."""
    notice = queries.notice_of(request.actor, notice_id)
    actions.mark_read(notice, by=request.actor)
    return HttpResponseRedirect(notice.path if is_own_address(notice.path) else reverse("notices:notices"))
