"""Answer a call — opkald: one tap beside the unit on the list."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.alerts import actions, queries
from rundbord.alerts.vocabulary import Answer
from rundbord.web import SignedInRequest, screen
from rundbord.web.one_tap import one_tap


@screen(Permission.RAISE_ALERT, writes=True)
def answer_call(request: SignedInRequest, call_id: UUID) -> HttpResponse:
    """Note what came of the call, and go back to the event."""
    call = queries.call_of(call_id)
    back = reverse("alerts:show_event", args=[call.event_id])
    answer = request.POST.get("svar", "")
    if request.method == "POST" and answer not in {each.value for each in queries.ANSWERED}:
        raise Http404
    return one_tap(
        request, lambda: actions.answer_call(call, Answer(answer), by=request.actor), back=f"{back}#ringeliste"
    )
