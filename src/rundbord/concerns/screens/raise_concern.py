"""Raise concern — ny bekymring: a new file, or a new worry in a file that the unit has; nothing typed is lost."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.concerns import actions
from rundbord.concerns.models import YoungPerson
from rundbord.concerns.queries.finding import person_of
from rundbord.concerns.queries.opened import key_of, known
from rundbord.concerns.rules.bands import AgeToday, age_today
from rundbord.concerns.screens.raise_form import RaiseConcernForm
from rundbord.concerns.screens.sources import Source, source_of
from rundbord.keys.core.cpr import Cpr
from rundbord.partnership.models import Area
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.person_fields import posted

# The buttons of the form beside "save": look at what the age means, and add to the file that was found.
LOOK, ADD_TO = "se", "foej_til"


@screen(Permission.WORK_CONCERNS, writes=True)
def raise_concern(request: SignedInRequest) -> HttpResponse:
    """Save the concern and show its file; say so where the unit has a file on the same CPR number."""
    source = source_of(request)
    form = _form(request, source)
    is_valid = form.is_valid()
    double = _double(form, request)
    may_save = is_valid and LOOK not in request.POST and (double is None or ADD_TO in request.POST)
    if may_save and (person := attempt(form, lambda: _act(form, double, request))):
        return HttpResponseRedirect(reverse("concerns:show_file", args=[person.pk]))
    context = {
        "form": form,
        "source": source,
        "double": known(double, key_of(double)) if double else None,
        "age": _age(form),
        "looked": LOOK in request.POST,
        "has_unit": request.actor.unit_id is not None,
    }
    return page(request, "concerns/raise_concern.html", context)


@screen(Permission.WORK_CONCERNS, writes=True)
def add_concern(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    """Add a worry to a file: the same form without the part on who it is."""
    person = person_of(person_id)
    source = source_of(request)
    form = _form(request, source)
    for name in ("name", "cpr", "born_on", "address", "has_protected_address"):
        form.fields.pop(name)
    for name in [each for each in form.fields if each.startswith(("custody_", "use_cpr"))]:
        form.fields.pop(name)
    added = (
        attempt(form, lambda: actions.add_concern(person, form.worry(), by=request.actor)) if form.is_valid() else None
    )
    if added is not None:
        return HttpResponseRedirect(reverse("concerns:show_file", args=[person.pk]))
    opened = known(person, key_of(person))
    context = {"form": form, "source": source, "known": opened}
    return page(request, "concerns/add_concern.html", {**context, "age": opened.age})


def _form(request: SignedInRequest, source: Source) -> RaiseConcernForm:
    areas = list(Area.objects.filter(closed_at=None).order_by("sort_key", "id"))
    return RaiseConcernForm(posted(request), by=request.actor, areas=areas, source=source)


def _act(form: RaiseConcernForm, double: YoungPerson | None, request: SignedInRequest) -> YoungPerson:
    if double is None:
        return actions.raise_concern(form.who(), form.worry(), by=request.actor)
    actions.add_concern(double, form.worry(), by=request.actor)
    return double


def _double(form: RaiseConcernForm, request: SignedInRequest) -> YoungPerson | None:
    """Look, before anything is made, whether the unit has the person already."""
    cpr = _cpr(form)
    return actions.find_before_opening(cpr, by=request.actor) if cpr else None


def _cpr(form: RaiseConcernForm) -> Cpr | None:
    found = getattr(form, "cleaned_data", {}).get("cpr")
    return found if isinstance(found, Cpr) else None


def _age(form: RaiseConcernForm) -> AgeToday | None:
    given: dict[str, Any] = getattr(form, "cleaned_data", {})
    cpr = _cpr(form)
    return age_today(given.get("born_on") or (cpr.born_on if cpr else None), today=timezone.localdate())
