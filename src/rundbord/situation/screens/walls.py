"""Walls — vægskærme: open a display, see which are open, close one."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.situation import actions
from rundbord.situation.actions.open_wall import LONGEST_HOURS
from rundbord.situation.queries.walls import own_wall, own_walls
from rundbord.ui.forms import ChoiceButtons
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.guarded import GuardedForm

_HOURS = [("1", "1 time"), ("4", "4 timer"), ("8", "8 timer"), (str(LONGEST_HOURS), f"{LONGEST_HOURS} timer")]


class WallForm(GuardedForm):
    """Where the display hangs, and for how long it shows."""

    guarded = ("label",)

    label = forms.CharField(label="Hvor hænger skærmen?", max_length=80, help_text="For eksempel: Mødelokale 2.")
    hours = forms.TypedChoiceField(
        label="Hvor længe skal den vise billedet?", choices=_HOURS, coerce=int, initial="4", widget=ChoiceButtons
    )


@screen(Permission.OPEN_WALL, writes=True)
def walls(request: SignedInRequest) -> HttpResponse:
    """List open displays, and open another; its address is shown this once."""
    form = WallForm(request.POST if request.method == "POST" else None)
    opened = None
    if form.is_valid():
        opened = attempt(form, lambda: actions.open_wall(**form.cleaned_data, by=request.actor))
    context = {
        "form": WallForm() if opened else form,
        "opened": opened,
        "address": request.build_absolute_uri(reverse("situation:enter_wall", args=[opened.token])) if opened else "",
        "walls": own_walls(request.actor),
        "now": timezone.now(),
    }
    return page(request, "situation/walls.html", context)


@screen(Permission.OPEN_WALL, writes=True)
def close_wall(request: SignedInRequest, session_id: UUID) -> HttpResponse:
    """Close a display of the own authority."""
    session = own_wall(request.actor, session_id)
    if request.method == "POST":
        actions.close_wall(session, by=request.actor)
    return HttpResponseRedirect(reverse("situation:walls"))
