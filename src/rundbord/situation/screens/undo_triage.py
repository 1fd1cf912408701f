"""Undo triage — fortryd: the report waits again."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.situation import actions
from rundbord.situation.models import Triage
from rundbord.situation.queries.verdicts import triage_of
from rundbord.situation.screens.inbox_return import verdict_or_none
from rundbord.web import SignedInRequest, screen


@screen(Permission.TRIAGE, writes=True)
def undo_triage(request: SignedInRequest, triage_id: UUID) -> HttpResponse:
    """Lift the verdict; undone already is as good."""
    triage = triage_of(triage_id)
    if request.method == "POST":

        def undo() -> Triage:
            actions.undo_triage(triage, by=request.actor)
            return triage

        verdict_or_none(undo)
    return HttpResponseRedirect(f"{reverse('situation:inbox')}?fortrudt=1&fokus={triage.report_id}")
