"""Minutes: each seat answers once, and those who lead fix the bytes; nothing is added afterwards."""

from __future__ import annotations

from collections.abc import Collection
from hashlib import sha256

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.collisions import refusing_collisions
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.meetings.actions.leading import held, must_lead
from rundbord.meetings.models import Approval, Meeting, Minutes
from rundbord.meetings.printing.minutes_pdf import minutes_pdf
from rundbord.meetings.queries.minutes import drawn_minutes
from rundbord.meetings.rules.approving import objections_to_approving, objections_to_fixing
from rundbord.meetings.vocabulary import MeetingState, Verdict
from rundbord.partnership.models import ForumSeat

ANSWERED = {"approval_once_a_seat": {"verdict": "Pladsen har allerede svaret."}}


def answer_minutes(
    meeting: Meeting,
    seat: ForumSeat,
    verdict: Verdict,
    *,
    remark: str = "",
    overridden: Collection[str] = (),
    by: Actor,
) -> Approval:
    """Answer for a seat of the own authority; a remark stands in the minutes as words."""
    by.must(Permission.TAKE_PART)
    state, is_fixed = MeetingState(meeting.state), meeting.fixed_at is not None
    if objections := objections_to_approving(state, is_fixed=is_fixed, verdict=verdict, remark=remark):
        raise Refused(objections)
    if seat.authority_id != by.authority_id:
        raise Refused("I kan kun svare for jeres egne pladser.")
    if Approval.objects.filter(meeting=meeting, seat=seat).exists():
        raise Refused({"verdict": ["Pladsen har allerede svaret."]})
    with refusing_collisions(ANSWERED):
        approval = Approval.objects.create(
            partnership_id=by.table,
            forum_id=meeting.forum_id,
            meeting=meeting,
            authority_id=by.authority_id,
            seat=seat,
            verdict=verdict.value,
            remark=remark.strip() if verdict == Verdict.OBJECTED else "",
            at=timezone.now(),
        )
    audit.record(Event.MINUTES_APPROVED, about=meeting, by=by, details={"verdict": verdict.value})
    audit.record_overriding(overridden, about=meeting, by=by)
    return approval


def fix_minutes(meeting: Meeting, *, by: Actor) -> Minutes:
    """Keep the minutes as bytes with their digest; from now on the database takes nothing more for the meeting."""
    must_lead(meeting.forum, by)
    standing = held(meeting)
    drawn = drawn_minutes(meeting, by)
    objections = objections_to_fixing(
        state=MeetingState(standing.state),
        ended_at=standing.ended_at,
        is_fixed=standing.fixed_at is not None,
        filled=[row.seat.pk for row in drawn.board.filled],
        answered=[answer.seat.pk for answer in drawn.answers],
        now=timezone.now(),
    )
    if objections:
        raise Refused(objections)
    now = timezone.now()
    content = minutes_pdf(drawn, fixed_at=now)
    minutes = Minutes.objects.create(
        partnership_id=by.table,
        forum_id=meeting.forum_id,
        meeting=meeting,
        authority_id=by.authority_id,
        content=content,
        digest=sha256(content).digest(),
        fixed_at=now,
    )
    Meeting.objects.filter(pk=meeting.pk).update(fixed_at=now, changed_at=now)
    audit.record(Event.MINUTES_FIXED, about=meeting, by=by, details={"bytes": len(content)})
    return minutes


def fetch_minutes(meeting: Meeting, minutes: Minutes, *, by: Actor) -> bytes:
    """Give the bytes as they were fixed; changed ones are given to nobody."""
    by.must(Permission.SEE_MEETINGS)
    content = bytes(minutes.content)
    if sha256(content).digest() != bytes(minutes.digest):
        raise Refused("Referatet passer ikke til sit segl: det er ændret uden om Rundbord.")
    audit.record(Event.MINUTES_FETCHED, about=meeting, by=by)
    return content
