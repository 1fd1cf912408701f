"""Ask others — anmod om oplysninger: a name is told so that another unit can answer; judged like any other telling."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.concerns import actions
from rundbord.concerns.models import YoungPerson
from rundbord.concerns.queries.finding import person_of
from rundbord.concerns.queries.opened import key_of, known
from rundbord.concerns.queries.proposals import proposed
from rundbord.concerns.screens.disclose_facts import looked_over, sent
from rundbord.concerns.screens.disclose_form import AskForm
from rundbord.concerns.screens.telling_page import EDIT, SEND, must_work_in_a_unit, weighed
from rundbord.sharing import queries as sharing
from rundbord.sharing.vocabulary import RequestTopic
from rundbord.web import SignedInRequest, Subject, attempt, page, screen


@screen(Permission.DISCLOSE, reads=Subject.YOUNG_PERSON, writes=True)
def ask_others(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    """Show the form with what stands against it; the page to look over; or ask."""
    must_work_in_a_unit(request.actor)
    person = person_of(person_id)
    key = key_of(person)
    units = sharing.addressable_units(request.actor)
    form = AskForm(sent(request), initial={"units": request.GET.getlist("enhed")}, units=units)
    put = proposed(person, key, form.wish(is_request=True), request.actor) if form.is_valid() else None
    judged = weighed(put) if put else None
    is_clear = judged is not None and not judged.objections and EDIT not in request.POST
    if is_clear and SEND in request.POST and attempt(form, lambda: _ask(person, form, request)):
        return HttpResponseRedirect(reverse("concerns:show_file", args=[person_id]) + "#givet-videre")
    actions.read_file(person, by=request.actor)
    context = {
        "person": person,
        "known": known(person, key),
        "form": form,
        "weighed": judged,
        "was_sent": request.method == "POST" and EDIT not in request.POST,
        "back_url": reverse("concerns:show_file", args=[person_id]),
        "is_request": True,
    }
    if put is not None and is_clear and form.is_valid():
        topics = [RequestTopic(each).label for each in form.cleaned_data["topics"]]
        return page(
            request, "concerns/disclose_look_over.html", {**context, **looked_over(form, put), "topics": topics}
        )
    return page(request, "concerns/ask_others.html", context)


def _ask(person: YoungPerson, form: AskForm, request: SignedInRequest) -> bool:
    given = form.cleaned_data
    asked = actions.Asked(topics=tuple(given["topics"]), answer_by=given["answer_by"])
    actions.ask_others(person, form.wish(is_request=True), asked, with_cpr=given["with_cpr"], by=request.actor)
    return True
