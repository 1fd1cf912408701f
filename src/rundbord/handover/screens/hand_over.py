"""Hand over — overlevering: the own list of a meeting, and what others ask of the own unit, without names."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.handover import actions
from rundbord.handover.models import HandOverList
from rundbord.handover.queries.opened import lines_of, questions_to
from rundbord.handover.queries.places import (
    lines_left,
    list_of,
    meeting_with_lists,
    own_list,
    question_of,
    receipts_of,
    unit_in_room,
)
from rundbord.handover.vocabulary import LineVerdict
from rundbord.web import SignedInRequest, Subject, page, screen
from rundbord.web.one_tap import one_tap


@screen(Permission.ANSWER_THRESHOLD, reads=Subject.YOUNG_PERSONS)
def hand_over(request: SignedInRequest, meeting_id: UUID) -> HttpResponse:
    """Show both, or what is left when they are gone."""
    actor = request.actor
    meeting = meeting_with_lists(meeting_id, actor)
    brought = own_list(meeting, actor) if actor.may(Permission.DISCLOSE) else None
    lines = lines_of(brought) if brought else []
    if brought and lines:
        actions.read_list(brought, by=actor)
    context = {
        "meeting": meeting,
        "brought": brought,
        "lines": lines,
        "lines_left": lines_left(brought) if brought else 0,
        "questions": questions_to(unit_in_room(actor), meeting_id=meeting.pk),
        "receipts": receipts_of(meeting, actor),
        "may_bring": actor.may(Permission.DISCLOSE),
        "was_refused": "afvist" in request.GET,
    }
    return page(request, "handover/hand_over.html", context)


@screen(Permission.DISCLOSE, writes=True)
def begin_list(request: SignedInRequest, meeting_id: UUID) -> HttpResponse:
    """Begin the unit's list."""
    meeting = meeting_with_lists(meeting_id, request.actor)
    return one_tap(request, lambda: actions.open_list(meeting, by=request.actor), back=_at(meeting_id))


@screen(Permission.ANSWER_THRESHOLD, writes=True)
def answer_line(request: SignedInRequest, question_id: UUID) -> HttpResponse:
    """Take a line up, or not."""
    question = question_of(question_id)
    verdict = LineVerdict.TAKEN_UP if request.POST.get("svar") == LineVerdict.TAKEN_UP else LineVerdict.LEFT
    return one_tap(
        request,
        lambda: actions.answer_line(question, verdict, by=request.actor),
        back=_at(question.meeting_id),
    )


@screen(Permission.DISCLOSE, writes=True)
def close_list(request: SignedInRequest, list_id: UUID) -> HttpResponse:
    """Ask, and close."""
    standing = list_of(list_id)
    if request.method == "POST" or standing.closed_at is not None:
        actions.close_list(standing, by=request.actor)
        return HttpResponseRedirect(_at(standing.meeting_id))
    return page(request, "handover/close_list.html", {**_counts(standing), "list": standing})


def _counts(of: HandOverList) -> dict[str, object]:
    lines = lines_of(of)
    waiting = [line for line in lines if line.is_taken_up and line.row.disclosure_id is None]
    return {"lines": len(lines), "unanswered": sum(not line.verdict for line in lines), "waiting": waiting}


def _at(meeting_id: UUID) -> str:
    return reverse("handover:hand_over", args=[meeting_id])
