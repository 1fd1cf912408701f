"""Interventions of one file, and starting one — den unges indsatser, og en ny."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.access.session import current_login
from rundbord.concerns.models import YoungPerson
from rundbord.concerns.queries.finding import person_of
from rundbord.interventions import actions, queries
from rundbord.interventions.models import Intervention
from rundbord.interventions.rules.kinds import KINDS, Kind
from rundbord.interventions.rules.sides import side_of
from rundbord.interventions.vocabulary import InterventionKind
from rundbord.web import SignedInRequest, Subject, page, screen


@dataclass(frozen=True, kw_only=True)
class Choice:
    """A kind that could be begun; `runs` while one of it does."""

    kind: Kind
    runs: bool


@screen(Permission.SEE_CONCERNS, reads=Subject.INTERVENTION)
def of_file(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    """List the interventions of one file."""
    person = person_of(person_id)
    rows = queries.interventions_of(person)
    actions.read_interventions(count=len(rows), person=person, by=request.actor)
    context = {
        "person": person,
        "name": queries.name_of(person),
        "rows": rows,
        "may_work": request.actor.may(Permission.WORK_CONCERNS),
    }
    return page(request, "interventions/of_file.html", context)


@screen(Permission.WORK_CONCERNS, reads=Subject.INTERVENTION, writes=True)
def start_intervention(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    """Offer the kinds that the actor's side may begin, and begin one."""
    person = person_of(person_id)
    reasons: list[str] = []
    if request.method == "POST":
        begun = _begin(person, request.POST.get("kind", ""), request.actor)
        if isinstance(begun, Intervention):
            return HttpResponseRedirect(reverse("interventions:show_intervention", args=[begun.pk]))
        reasons = begun
    actions.read_interventions(count=0, person=person, by=request.actor)
    running, side = queries.open_kinds_of(person), side_of(request.actor.authority_kind)
    context = {
        "person": person,
        "name": queries.name_of(person),
        "choices": [Choice(kind=each, runs=each.key in running) for each in KINDS.values() if side in each.leads],
        "reasons": reasons,
    }
    return page(request, "interventions/start_intervention.html", context)


def _begin(person: YoungPerson, kind: str, by: Actor) -> Intervention | list[str]:
    if kind not in set(InterventionKind):
        return ["Vælg en indsats."]
    try:
        with transaction.atomic(using=current_login()):
            return actions.start_intervention(person, kind=KINDS[InterventionKind(kind)], by=by)
    except Refused as refusal:
        return [sentence for some in refusal.reasons.values() for sentence in some]
