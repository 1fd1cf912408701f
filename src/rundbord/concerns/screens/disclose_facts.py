"""Disclose facts — giv videre: choose, be told everything that stands against it, look it over, and then do it.

Nothing is kept meanwhile: what was typed travels with the page, since it is about a person.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.concerns import actions
from rundbord.concerns.models import YoungPerson
from rundbord.concerns.queries.finding import person_of
from rundbord.concerns.queries.opened import key_of, known
from rundbord.concerns.queries.passing_on import offered_facts
from rundbord.concerns.queries.proposals import Proposed, proposed
from rundbord.concerns.screens.disclose_form import DiscloseForm
from rundbord.concerns.screens.telling_page import EDIT, SEND, USE, ahead, must_work_in_a_unit, weighed
from rundbord.sharing import queries as sharing
from rundbord.sharing.vocabulary import LegalBasis
from rundbord.web import SignedInRequest, Subject, attempt, page, screen

_LONGEST_MARK = 8


@screen(Permission.DISCLOSE, reads=Subject.YOUNG_PERSON, writes=True)
def disclose_facts(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    """Show the form with what stands against it; the page to look over; or do it."""
    must_work_in_a_unit(request.actor)
    person = person_of(person_id)
    key = key_of(person)
    offered = offered_facts(person, key, sender=sharing.sender_of(request.actor).capacity)
    form = DiscloseForm(
        sent(request),
        initial={
            "units": request.GET.getlist("enhed"),
            "in_answer_to": request.GET.get("svar", ""),
            "necessity": _reference(request.GET.get("maerke", "")),
        },
        offered=offered,
        units=sharing.addressable_units(request.actor),
        requests=sharing.open_requests(request.actor),
    )
    put = proposed(person, key, form.wish(), request.actor, offered=offered) if form.is_valid() else None
    judged = weighed(put) if put else None
    is_clear = judged is not None and not judged.objections and EDIT not in request.POST
    if is_clear and SEND in request.POST and attempt(form, lambda: _tell(person, form, request)):
        return _done(form, person_id)
    actions.read_file(person, by=request.actor)
    context = {
        "person": person,
        "known": known(person, key),
        "form": form,
        "offered": offered,
        "chosen": set(form["facts"].value() or ()),
        "weighed": judged,
        "was_sent": request.method == "POST" and EDIT not in request.POST,
        "back_url": reverse("concerns:show_file", args=[person_id]),
    }
    if put is not None and is_clear and form.is_valid():
        return page(request, "concerns/disclose_look_over.html", {**context, **looked_over(form, put)})
    return page(request, "concerns/disclose_facts.html", context)


def sent(request: SignedInRequest) -> Any:
    """Give what was sent, with the basis that was chosen by its own button; nothing where the form is only opened."""
    if request.method != "POST":
        return None
    data = request.POST.copy()
    chosen = data.get(USE, "")
    if chosen in set(LegalBasis):
        data["basis"] = chosen
    return data


def looked_over(form: Any, put: Proposed) -> dict[str, object]:
    """Give what the page to look over shows."""
    return {
        "put": put,
        "ahead": ahead(put, functions=form.cleaned_data["functions"]),
        "typed": form.typed(),
    }


def _reference(mark: str) -> str:
    """Begin the reason with the mark of a joint visit, by which the recipient knows what it belongs to."""
    return f"Fælles besøg {mark}. " if mark.isalnum() and len(mark) <= _LONGEST_MARK else ""


def _tell(person: YoungPerson, form: DiscloseForm, request: SignedInRequest) -> bool:
    given = form.cleaned_data
    answers = given.get("in_answer_to")
    actions.disclose_facts(
        person,
        form.wish(),
        with_cpr=given["with_cpr"],
        in_answer_to=UUID(answers) if answers else None,
        by=request.actor,
    )
    return True


def _done(form: DiscloseForm, person_id: UUID) -> HttpResponse:
    """Go back to the file; or to the request, which is answered there."""
    answers = form.cleaned_data.get("in_answer_to")
    if answers:
        return HttpResponseRedirect(reverse("sharing:answer_request", args=[sharing.copy_of_request(UUID(answers)).pk]))
    return HttpResponseRedirect(reverse("concerns:show_file", args=[person_id]) + "#givet-videre")
