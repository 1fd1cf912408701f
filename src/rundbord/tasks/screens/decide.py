"""Decide — træf en beslutning: what is to be done, which unit does it, and by when."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.identity.drafts import restored_draft
from rundbord.partnership.queries import areas, forums, place_names, units_at_table
from rundbord.tasks import actions
from rundbord.tasks.models import Task
from rundbord.tasks.screens.decide_form import DecideForm
from rundbord.web import SignedInRequest, attempt, page, screen


@screen(Permission.DECIDE, writes=True)
def decide(request: SignedInRequest) -> HttpResponse:
    """Take the decision and give the task."""
    form = _form(request)
    if form.is_valid() and (task := attempt(form, lambda: _act(form, request))):
        return HttpResponseRedirect(reverse("tasks:show_task", args=[task.pk]))
    draft = restored_draft(request)
    return page(request, "tasks/decide.html", {"form": form, "draft": draft})


def _act(form: DecideForm, request: SignedInRequest) -> Task:
    return actions.decide(form.decision(), overridden=form.overridden, by=request.actor)


def _form(request: SignedInRequest) -> DecideForm:
    initial = {"due_on": timezone.localdate(), **restored_draft(request).initial, **_from_link(request)}
    return DecideForm(
        request.POST if request.method == "POST" else None,
        initial=initial,
        units=units_at_table(request.actor),
        areas=list(areas()),
        forums=forums(request.actor),
        places=place_names(),
    )


def _from_link(request: SignedInRequest) -> dict[str, str]:
    """Take over what the link knows: the picture and the area that was looked at, or the meeting and its item."""
    names = {"billede": "picture_id", "nr": "picture_number", "omraade": "area"}
    names |= {"forum": "forum", "moede": "meeting_id", "punkt": "item_id"}
    return {field: request.GET[name] for name, field in names.items() if name in request.GET}
