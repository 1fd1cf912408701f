"""Board — Tavlen: a meeting before, while and after it is held; several write at once and see each other's words."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.identity.drafts import restored_draft
from rundbord.meetings import actions, queries
from rundbord.meetings.models import Meeting, MeetingEntry
from rundbord.meetings.queries import Board
from rundbord.meetings.queries.decisions import decided_at
from rundbord.meetings.queries.told import told_under
from rundbord.meetings.screens.board_forms import EntryForm
from rundbord.meetings.vocabulary import MeetingState, Presence
from rundbord.partnership.queries import place_names
from rundbord.web import SignedInRequest, attempt, page, part, screen


@screen(Permission.SEE_MEETINGS, writes=True)
def show_meeting(request: SignedInRequest, meeting_id: UUID) -> HttpResponse:
    """Show the meeting, and take the words of the own unit; what others write comes by itself."""
    meeting = queries.meeting_of(meeting_id)
    if request.htmx and request.method == "GET":
        return part(request, "meetings/board.html", "board", _live(meeting, request)[1])
    board, context = _live(meeting, request)
    draft = restored_draft(request)
    form = EntryForm(
        request.POST if request.method == "POST" else None,
        board=board,
        chosen=request.GET.get("punkt", ""),
        initial=draft.initial,
        places=place_names(),
    )
    if form.is_valid() and (entry := attempt(form, lambda: _write(form, request))):
        shown = "" if board.now and board.now.item.pk == entry.item_id else f"?punkt={entry.item_id}"
        return HttpResponseRedirect(f"{request.path}{shown}#skriv")
    context |= {"form": form, "draft": draft, "may_write": _may_write(board, request)}
    return page(request, "meetings/board.html", context)


def _write(form: EntryForm, request: SignedInRequest) -> MeetingEntry:
    return actions.write_entry(
        form.cleaned_data["item"], form.cleaned_data["text"], overridden=form.overridden, by=request.actor
    )


def _may_write(board: Board, request: SignedInRequest) -> bool:
    is_open = board.meeting.state != MeetingState.CANCELLED and board.meeting.fixed_at is None
    return is_open and request.actor.may(Permission.TAKE_PART)


def _live(meeting: Meeting, request: SignedInRequest) -> tuple[Board, dict[str, object]]:
    """Give what refreshes itself: the agenda with its words, clocks, decisions and attendance."""
    actor = request.actor
    board = queries.board_of(meeting, actor, shown=request.GET.get("punkt", ""))
    shown = board.shown
    return board, {
        "board": board,
        "meeting": meeting,
        "told": told_under(shown.kind, meeting, actor) if shown else [],
        "decided": decided_at(meeting, actor),
        "presences": Presence.choices(),
        "may_see_cases": board.stays_for_cases and actor.may(Permission.ANSWER_THRESHOLD),
        "leads": board.leads and actor.may(Permission.RUN_MEETINGS),
        "may_take_part": actor.may(Permission.TAKE_PART),
        "may_decide": actor.may(Permission.DECIDE) and meeting.fixed_at is None,
        "signal_url": reverse("meetings:signal", args=[meeting.pk]),
        "version": queries.version_of(meeting.pk, actor),
        "now": timezone.now(),
    }


@screen(Permission.SEE_MEETINGS, keeps_awake=False)
def signal(request: SignedInRequest, meeting_id: UUID) -> HttpResponse:
    """Answer with the version of the meeting as this reader sees it."""
    return JsonResponse({"version": queries.version_of(meeting_id, request.actor)})


@screen(Permission.SEE_MEETINGS)
def wall(request: SignedInRequest, meeting_id: UUID) -> HttpResponse:
    """Show the meeting on the room's display: what is spoken of, its clock, its lines; no names and no way on."""
    meeting = queries.meeting_of(meeting_id)
    return part(request, "meetings/wall.html", "wall", _live(meeting, request)[1])
