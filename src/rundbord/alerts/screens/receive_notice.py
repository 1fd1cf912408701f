"""Receive a safety notice — kvittér: one tap."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.alerts import actions, queries
from rundbord.web import SignedInRequest, screen
from rundbord.web.one_tap import one_tap


@screen(Permission.RECEIVE_SAFETY_NOTICE, writes=True)
def receive_notice(request: SignedInRequest, notice_id: UUID) -> HttpResponse:
    """Give the receipt, and go back to the notice."""
    notice = queries.notice_of(notice_id)
    back = reverse("alerts:show_notice", args=[notice.pk])
    return one_tap(request, lambda: actions.receive_notice(notice, by=request.actor), back=back)
