"""Open conflict — ny konflikt: a neutral title, places, groups by letter, and a first judgement."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.conflicts import actions
from rundbord.conflicts.models import Conflict
from rundbord.conflicts.screens.facts_form import OpenConflictForm
from rundbord.conflicts.screens.form_parts import passed_on, posted
from rundbord.conflicts.vocabulary import ConflictKind, Tension
from rundbord.identity.drafts import restored_draft
from rundbord.partnership.queries import area_collection
from rundbord.partnership.vocabulary import Audience
from rundbord.web import SignedInRequest, attempt, page, screen


@screen(Permission.EDIT_CONFLICTS, writes=True)
def open_conflict(request: SignedInRequest) -> HttpResponse:
    """Open the file; where it springs from an incident, tell that as its first event."""
    draft = restored_draft(request)
    form = OpenConflictForm(posted(request), request=request, initial={**_initial(request), **draft.initial})
    if form.is_valid() and (conflict := attempt(form, lambda: _act(form, request))):
        return HttpResponseRedirect(_next(conflict, request))
    context = {"form": form, "draft": draft, "areas": area_collection()}
    return page(request, "conflicts/open_conflict.html", context)


def _act(form: OpenConflictForm, request: SignedInRequest) -> Conflict:
    given = form.cleaned_data
    opening = actions.Opening(
        title=given["title"],
        kind=ConflictKind(given["kind"]),
        started_on=given["started_on"],
        owner=form.chosen_owner,
        areas=form.chosen_areas,
        labels=form.labels,
        tension=Tension(given["tension"]),
        reason=given["reason"],
        audience=Audience(given["audience"]),
        communication=given["communication"],
    )
    return actions.open_conflict(opening, overridden=form.overridden, by=request.actor)


def _initial(request: SignedInRequest) -> dict[str, object]:
    unit = str(request.actor.unit_id or "")
    area = request.GET.get("omraade", "")
    return {"started_on": timezone.localdate(), "owner": unit, "areas": [area] if area else []}


def _next(conflict: Conflict, request: SignedInRequest) -> str:
    passed = passed_on(request)
    if not passed:
        return reverse("conflicts:show_conflict", args=[conflict.pk])
    return f"{reverse('conflicts:tell_event', args=[conflict.pk])}{passed}"
