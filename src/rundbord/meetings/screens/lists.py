"""Meetings — møder: what is to come, the forums, and one forum with its seats and meetings."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.meetings import queries
from rundbord.meetings.models import Meeting
from rundbord.meetings.vocabulary import MeetingState
from rundbord.partnership.cadence_words import cadence_in_words
from rundbord.partnership.models import Forum, ForumSeat
from rundbord.partnership.queries import forum_of, forums, seats_of, standard_items
from rundbord.partnership.rules.forums import LEADING, Cadence
from rundbord.partnership.vocabulary import ForumKind, ItemKind, Rhythm, SeatRole
from rundbord.sharing.rules.bases import BASES
from rundbord.sharing.vocabulary import LegalBasis
from rundbord.vocabulary import label_of
from rundbord.web import SignedInRequest, page, screen


@screen(Permission.SEE_MEETINGS)
def meetings(request: SignedInRequest) -> HttpResponse:
    """Show the coming meetings and the forums in which the own authority is seated."""
    actor = request.actor
    held = queries.held_meetings(
        actor, forum=None, after=request.GET.get("efter", ""), before=request.GET.get("foer", "")
    )
    context = {
        "coming": [_row(meeting) for meeting in queries.coming_meetings(actor)],
        "forums": [_forum_row(forum) for forum in forums(actor)],
        "held": [_row(meeting) for meeting in held.rows],
        "newer": f"?foer={held.before}" if held.before else "",
        "older": f"?efter={held.after}" if held.after else "",
        "may_run": actor.may(Permission.RUN_MEETINGS),
        "now": timezone.now(),
    }
    return page(request, "meetings/meetings.html", context)


@screen(Permission.SEE_MEETINGS)
def show_forum(request: SignedInRequest, forum_id: UUID) -> HttpResponse:
    """Show what a forum is, who is seated, what its agendas begin with, and its meetings."""
    actor, forum = request.actor, forum_of(forum_id)
    seats = seats_of(forum)
    held = queries.held_meetings(
        actor, forum=forum, after=request.GET.get("efter", ""), before=request.GET.get("foer", "")
    )
    context = {
        "forum": forum,
        **_forum_row(forum),
        "basis": BASES[LegalBasis(forum.legal_basis)] if forum.legal_basis in set(LegalBasis) else None,
        "basis_label": label_of(LegalBasis, forum.legal_basis),
        "seats": [{"seat": seat, "role": label_of(SeatRole, seat.role)} for seat in seats],
        "items": [{"item": item, "kind": label_of(ItemKind, item.kind)} for item in standard_items(forum)],
        "coming": [_row(meeting) for meeting in queries.coming_meetings(actor, forum=forum)],
        "held": [_row(meeting) for meeting in held.rows],
        "newer": f"?foer={held.before}" if held.before else "",
        "older": f"?efter={held.after}" if held.after else "",
        "may_run": _may_run(seats, actor) and forum.closed_at is None,
    }
    return page(request, "meetings/show_forum.html", context)


def _may_run(seats: list[ForumSeat], actor: Actor) -> bool:
    leads = any(seat.authority_id == actor.authority_id and seat.role in LEADING for seat in seats)
    return leads and actor.may(Permission.RUN_MEETINGS)


def _forum_row(forum: Forum) -> dict[str, object]:
    cadence = Cadence(rhythm=Rhythm(forum.rhythm), every=forum.every, weekdays=tuple(forum.weekdays))
    return {"forum": forum, "kind": label_of(ForumKind, forum.kind), "cadence": cadence_in_words(cadence)}


_MARKS = {MeetingState.RUNNING: "success", MeetingState.CALLED: "info", MeetingState.CANCELLED: "missing"}


def _row(meeting: Meeting) -> dict[str, object]:
    state = MeetingState(meeting.state)
    is_fixed = meeting.fixed_at is not None
    label = "Referat fastlåst" if is_fixed else state.label
    return {"meeting": meeting, "state": label, "mark": _MARKS.get(state, "closed")}
