"""Minutes — referat: as it writes itself, the seats' answers, and the fixed PDF."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.meetings import actions, queries
from rundbord.meetings.models import Meeting
from rundbord.meetings.queries.minutes import DrawnMinutes, drawn_minutes, fixed_minutes
from rundbord.meetings.rules.approving import DAYS_TO_ANSWER
from rundbord.meetings.vocabulary import MeetingState, Verdict
from rundbord.partnership.models import ForumSeat
from rundbord.partnership.queries import place_names
from rundbord.ui.forms import ChoiceButtons
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.guarded import GuardedForm


class AnswerForm(GuardedForm):
    """What an own seat says of the minutes."""

    guarded = ("remark",)

    seat = forms.ChoiceField(label="For pladsen")
    verdict = forms.ChoiceField(
        label="Svar", choices=Verdict.choices(), initial=Verdict.APPROVED.value, widget=ChoiceButtons
    )
    remark = forms.CharField(
        label="Bemærkning",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Hvad skal der stå anderledes? Bemærkningen kommer med i referatet.",
    )

    def __init__(self, *args: Any, seats: list[ForumSeat], **options: Any) -> None:
        """Offer the own seats that have not answered."""
        super().__init__(*args, **options)
        self.seats = {str(seat.pk): seat for seat in seats}
        field = self.fields["seat"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 — declared above
        field.choices = [(str(seat.pk), seat.unit_name) for seat in seats]
        if len(seats) == 1:
            field.initial, field.widget = str(seats[0].pk), forms.HiddenInput()


@screen(Permission.SEE_MEETINGS, writes=True)
def minutes(request: SignedInRequest, meeting_id: UUID) -> HttpResponse:
    """Show the minutes, and take a seat's answer."""
    meeting = queries.meeting_of(meeting_id)
    drawn = drawn_minutes(meeting, request.actor)
    own = _unanswered(drawn, request)
    form = AnswerForm(request.POST if request.method == "POST" else None, seats=own, places=place_names())
    if own and form.is_valid() and attempt(form, lambda: _answer(form, meeting, request)) is not None:
        return HttpResponseRedirect(request.path)
    actor = request.actor
    context = {
        "meeting": meeting,
        "drawn": drawn,
        "board": drawn.board,
        "form": form if own else None,
        "may_fix": drawn.board.leads and actor.may(Permission.RUN_MEETINGS) and _is_over(meeting),
        "days": DAYS_TO_ANSWER,
    }
    return page(request, "meetings/minutes.html", context)


def _unanswered(drawn: DrawnMinutes, request: SignedInRequest) -> list[ForumSeat]:
    """List the own seats that may answer, the own unit's first: of a meeting that is over, and not fixed."""
    if not _is_over(drawn.board.meeting) or not request.actor.may(Permission.TAKE_PART):
        return []
    answered = {answer.seat.pk for answer in drawn.answers}
    own = [row.seat for row in drawn.board.seats if row.seat.authority_id == request.actor.authority_id]
    waiting = [seat for seat in own if seat.pk not in answered]
    return sorted(waiting, key=lambda seat: seat.unit_id != request.actor.unit_id)


def _is_over(meeting: Meeting) -> bool:
    return meeting.state == MeetingState.ENDED and meeting.fixed_at is None


def _answer(form: AnswerForm, meeting: Meeting, request: SignedInRequest) -> object:
    given = form.cleaned_data
    return actions.answer_minutes(
        meeting,
        form.seats[given["seat"]],
        Verdict(given["verdict"]),
        remark=given["remark"],
        overridden=form.overridden,
        by=request.actor,
    )


@screen(Permission.RUN_MEETINGS, writes=True)
def fix_minutes(request: SignedInRequest, meeting_id: UUID) -> HttpResponse:
    """Ask whether the minutes shall stand as they are, and fix them."""
    meeting = queries.meeting_of(meeting_id)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if form.is_valid() and attempt(form, lambda: actions.fix_minutes(meeting, by=request.actor)) is not None:
        return HttpResponseRedirect(reverse("meetings:minutes", args=[meeting.pk]))
    drawn = drawn_minutes(meeting, request.actor)
    return page(request, "meetings/fix_minutes.html", {"form": form, "meeting": meeting, "drawn": drawn})


@screen(Permission.SEE_MEETINGS)
def minutes_pdf(request: SignedInRequest, meeting_id: UUID) -> HttpResponse:
    """Give the fixed minutes as they were fixed, byte by byte."""
    meeting = queries.meeting_of(meeting_id)
    form = forms.Form({})
    fixed = fixed_minutes(meeting)
    content = attempt(form, lambda: actions.fetch_minutes(meeting, fixed, by=request.actor))
    if content is None:
        return page(request, "meetings/refused.html", {"form": form, "meeting": meeting})
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="referat-{meeting.number}.pdf"'
    return response
