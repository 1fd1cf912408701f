"""Move away — flytter til en anden kommune: choose, be told what stands against it, look it over, and then do it."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.concerns import actions
from rundbord.concerns.models import Concern, YoungPerson
from rundbord.concerns.queries.closed import steps_open_on
from rundbord.concerns.queries.finding import person_of
from rundbord.concerns.queries.opened import key_of, known
from rundbord.concerns.queries.passing_on import OfferedFact, offered_facts
from rundbord.concerns.queries.proposals import proposed
from rundbord.concerns.queries.working import may_move_away
from rundbord.concerns.screens.disclose_facts import looked_over, sent
from rundbord.concerns.screens.move_form import MoveForm, new_municipalities
from rundbord.concerns.screens.telling_page import EDIT, SEND, weighed
from rundbord.sharing import queries as sharing
from rundbord.sharing.vocabulary import DisclosurePurpose
from rundbord.web import SignedInRequest, Subject, attempt, page, screen


@screen(Permission.DISCLOSE, reads=Subject.YOUNG_PERSON, writes=True)
def move_away(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    """Show the form with what stands against it; the page to look over; or do it."""
    person = person_of(person_id)
    if not may_move_away(person, request.actor):
        raise Http404
    key = key_of(person)
    offered = offered_facts(person, key, sender=sharing.sender_of(request.actor).capacity)
    form = _form(request, person, offered)
    put = proposed(person, key, form.wish(), request.actor, offered=offered) if form.is_valid() else None
    judged = weighed(put) if put else None
    is_clear = judged is not None and not judged.objections and EDIT not in request.POST
    if is_clear and SEND in request.POST and attempt(form, lambda: _move(person, form, request)):
        return HttpResponseRedirect(reverse("concerns:show_file", args=[person_id]) + "#givet-videre")
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
        "is_move": True,
    }
    if put is not None and is_clear and form.is_valid():
        return page(request, "concerns/disclose_look_over.html", {**context, **looked_over(form, put)})
    return page(request, "concerns/move_away.html", context)


def _form(request: SignedInRequest, person: YoungPerson, offered: list[OfferedFact]) -> MoveForm:
    concerns = list(Concern.objects.filter(person=person, closed_at=None))
    units = sharing.addressable_units(request.actor)
    return MoveForm(
        sent(request),
        initial={"purpose": DisclosurePurpose.HANDOVER.value},
        units=new_municipalities(units, own=request.actor.authority_id),
        offered=offered,
        is_reported=any(each.report_id is not None for each in concerns),
        running=sum(map(steps_open_on, concerns)),
    )


def _move(person: YoungPerson, form: MoveForm, request: SignedInRequest) -> bool:
    actions.move_away(person, form.wish(), form.words(), with_cpr=form.cleaned_data["with_cpr"], by=request.actor)
    return True
