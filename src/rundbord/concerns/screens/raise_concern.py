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
from rundbord.concerns.screens.fields import posted
from rundbord.concerns.screens.raise_form import RaiseConcernForm
from rundbord.concerns.screens.sources import Source, source_of
from rundbord.keys.core.cpr import Cpr
from rundbord.partnership.models import Area
from rundbord.partnership.queries import place_names
from rundbord.reading.persons import suggested_wording
from rundbord.sharing.actions import read_received
from rundbord.sharing.queries import ReceivedContent, received_content, received_of
from rundbord.situation.models import Report
from rundbord.situation.queries.inbox import report_of
from rundbord.web import SignedInRequest, attempt, page, screen

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
    report, received = _report(request), _received(request)
    form = _form(request, report, received)
    is_valid = form.is_valid()
    double = _double(form, request)
    may_save = is_valid and LOOK not in request.POST and (double is None or ADD_TO in request.POST)
    if may_save and (person := attempt(form, lambda: _act(form, report, double, request, received=received))):
        return HttpResponseRedirect(reverse("concerns:show_file", args=[person.pk]))
    context = {
        "form": form,
        "report": report,
        "received": received,
        "hands_over": "report_text" in form.fields,
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


def _form(request: SignedInRequest, report: Report | None, received: ReceivedContent | None = None) -> RaiseConcernForm:
    is_own = report is not None and report.authority_id == request.actor.authority_id
    words = suggested_wording(report.text, places=place_names()) if report is not None and is_own else None
    return RaiseConcernForm(
        posted(request),
        by=request.actor,
        areas=list(Area.objects.filter(closed_at=None).order_by("sort_key", "id")),
        report_text=words,
        initial={**_initial(report), **_initial_of(received)},
    )


def _act(
    form: RaiseConcernForm,
    report: Report | None,
    double: YoungPerson | None,
    request: SignedInRequest,
    *,
    received: ReceivedContent | None,
) -> YoungPerson:
    worry = form.worry(_origin(form, report, received))
    if double is None:
        person = actions.raise_concern(form.who(), worry, by=request.actor)
    else:
        person = double
        actions.add_concern(person, worry, by=request.actor)
    if received is not None:
        actions.take_in_received(person, received, by=request.actor)
    return person


def _worry_in(person: YoungPerson, form: RaiseConcernForm, report: Report | None, request: SignedInRequest) -> object:
    return actions.add_concern(person, form.worry(_origin(form, report)), by=request.actor)


def _origin(form: RaiseConcernForm, report: Report | None, received: ReceivedContent | None = None) -> actions.Origin:
    text = form.cleaned_data.get("report_text", "")
    received_id = received.received_id if received else None
    return actions.Origin(report=report, report_text=text, overridden=form.overridden, received_id=received_id)


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


def _initial(report: Report | None) -> dict[str, object]:
    if report is None:
        return {"observed_on": timezone.localdate()}
    seen_at = report.starts_at or report.created_at
    return {"observed_on": timezone.localdate(seen_at), "area": str(report.area_id or ""), "seen": report.text}


def _report(request: SignedInRequest) -> Report | None:
    """Find the report that the concern comes from; one out of reach is as good as none."""
    asked = request.GET.get("indberetning", "")
    if not asked:
        return None
    try:
        return report_of(request.actor, UUID(asked))
    except ValueError:
        raise Http404 from None


def _received(request: SignedInRequest) -> ReceivedContent | None:
    """Find the copy that the concern rests on; reading it for this is logged as any reading."""
    asked = request.GET.get("modtaget", "")
    if not asked or not request.actor.may(Permission.READ_DISCLOSED):
        return None
    try:
        received_id = UUID(asked)
    except ValueError:
        raise Http404 from None
    content = received_content(received_id, request.actor)
    read_received(received_of(received_id), by=request.actor)
    return content


def _initial_of(received: ReceivedContent | None) -> dict[str, object]:
    """Say who it is about, so that nobody has to type it again; the facts come with the copy."""
    if received is None:
        return {}
    who = received.content
    return {"name": who.name, "cpr": who.cpr, "born_on": who.born_on, "role": received.role.value}
