"""Seats — pladser: the standard agenda, giving a unit a seat, and ending it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.identity.models import Unit
from rundbord.meetings.queries.decisions import open_of_seat
from rundbord.meetings.screens.agenda_form import AgendaForm
from rundbord.partnership import actions
from rundbord.partnership.models import Forum
from rundbord.partnership.offering import offer_units
from rundbord.partnership.queries import forum_of, place_names, seat_in, standard_items, units_at_table
from rundbord.partnership.vocabulary import SeatRole
from rundbord.ui.forms import ChoiceButtons, DayInput
from rundbord.web import SignedInRequest, attempt, page, screen


class SeatForm(forms.Form):
    """Which unit, in which role."""

    unit = forms.ChoiceField(label="Enhed")
    role = forms.ChoiceField(
        label="Rolle", choices=SeatRole.choices(), initial=SeatRole.MEMBER.value, widget=ChoiceButtons
    )
    may_join_individual_part = forms.BooleanField(
        label="Må deltage i den individuelle del", required=False, help_text="Andre forlader rummet, før en sag åbnes."
    )

    def __init__(self, *args: Any, units: list[Unit], speaks_of_cases: bool, **options: Any) -> None:
        """Offer the units at the table."""
        super().__init__(*args, **options)
        self.units = offer_units(self.fields["unit"], units)
        if not speaks_of_cases:
            del self.fields["may_join_individual_part"]


class EndSeatForm(forms.Form):
    """The last day of a seat."""

    ends_on = forms.DateField(label="Sidste dag", widget=DayInput)


@screen(Permission.RUN_MEETINGS, writes=True)
def give_seat(request: SignedInRequest, forum_id: UUID) -> HttpResponse:
    """Give a unit a seat from today."""
    forum = forum_of(forum_id)
    form = SeatForm(
        request.POST if request.method == "POST" else None,
        units=units_at_table(request.actor),
        speaks_of_cases=forum.has_individual_part,
    )
    if form.is_valid() and attempt(form, lambda: _give(form, forum, request)) is not None:
        return HttpResponseRedirect(_page_of(forum))
    return page(request, "meetings/give_seat.html", {"form": form, "forum": forum})


def _give(form: SeatForm, forum: Forum, request: SignedInRequest) -> object:
    given = form.cleaned_data
    return actions.give_seat(
        forum,
        form.units[given["unit"]],
        role=SeatRole(given["role"]),
        may_join_individual_part=given.get("may_join_individual_part", False),
        by=request.actor,
    )


@screen(Permission.RUN_MEETINGS, writes=True)
def end_seat(request: SignedInRequest, forum_id: UUID, seat_id: UUID) -> HttpResponse:
    """Let a seat end on a day."""
    forum = forum_of(forum_id)
    seat = seat_in(forum, seat_id)
    form = EndSeatForm(request.POST if request.method == "POST" else None, initial={"ends_on": timezone.localdate()})
    if form.is_valid():
        attempt(form, lambda: actions.end_seat(seat, ends_on=form.cleaned_data["ends_on"], by=request.actor))
        if form.is_valid():
            return HttpResponseRedirect(reverse("meetings:meetings"))
    left = open_of_seat(seat, request.actor)
    return page(request, "meetings/end_seat.html", {"form": form, "forum": forum, "seat": seat, "left": left})


@screen(Permission.RUN_MEETINGS, writes=True)
def standard_agenda(request: SignedInRequest, forum_id: UUID) -> HttpResponse:
    """Write what the forum's agendas begin with."""
    forum = forum_of(forum_id)
    form = AgendaForm(
        request.POST if request.method == "POST" else None,
        items=standard_items(forum),
        speaks_of_cases=forum.has_individual_part,
        places=place_names(),
    )
    if form.is_valid():
        attempt(form, lambda: _write(form, forum, request))
        if form.is_valid():
            return HttpResponseRedirect(_page_of(forum))
    return page(request, "meetings/standard_agenda.html", {"form": form, "forum": forum})


def _write(form: AgendaForm, forum: Forum, request: SignedInRequest) -> None:
    actions.set_standard_agenda(forum, form.agenda(), overridden=form.overridden, by=request.actor)


def _page_of(forum: Forum) -> str:
    return reverse("meetings:show_forum", args=[forum.pk])
