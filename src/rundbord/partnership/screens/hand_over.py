"""Hand-over — overdragelse: what moves when the chair moves, and where the secretariat is."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.partnership import actions, queries
from rundbord.partnership.vocabulary import HandOverKind
from rundbord.vocabulary import label_of
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.one_tap import one_tap


class SecretariatForm(forms.Form):
    """Which unit of the chairing party."""

    secretariat = forms.ChoiceField(label="Sekretariat")


@screen(Permission.SEE_PARTNERSHIP)
def show_hand_over(request: SignedInRequest, term_id: UUID) -> HttpResponse:
    """Show what moves with a chair term, and what has moved."""
    term = queries.chair_term(term_id)
    order = list(HandOverKind)
    steps = [] if request.actor.is_place else queries.steps_of(term)
    listed = sorted(steps, key=lambda step: order.index(HandOverKind(step.kind)))
    context = {
        "term": term,
        "steps": [(step, label_of(HandOverKind, step.kind)) for step in listed],
        "left": sum(1 for step in listed if step.done_on is None),
        "governs": request.actor.may(Permission.GOVERN_PARTNERSHIP),
    }
    return page(request, "partnership/show_hand_over.html", context)


@screen(Permission.GOVERN_PARTNERSHIP, writes=True)
def set_secretariat(request: SignedInRequest, term_id: UUID) -> HttpResponse:
    """Choose the secretariat's unit."""
    term = queries.chair_term(term_id)
    units = {
        str(unit.pk): unit
        for unit in queries.units_that_may_be_secretariat()
        if unit.authority_id == term.party.authority_id
    }
    form = SecretariatForm(request.POST or None, initial={"secretariat": str(term.secretariat_id or "")})
    choices = [("", "Vælg enhed"), *((key, unit.name) for key, unit in units.items())]
    form.fields["secretariat"].choices = choices  # type: ignore[attr-defined]
    if form.is_valid():
        unit = units[form.cleaned_data["secretariat"]]
        attempt(form, lambda: actions.set_secretariat(term, unit, by=request.actor))
    if form.is_valid():
        return redirect("partnership:show_hand_over", term.pk)
    return page(request, "partnership/set_secretariat.html", {"form": form, "term": term})


@screen(Permission.GOVERN_PARTNERSHIP, writes=True)
def tick_hand_over(request: SignedInRequest, step_id: UUID) -> HttpResponse:
    """Tick a step, or take the tick away."""
    step = queries.hand_over_step(step_id)
    done = request.POST.get("done") != "0"
    back = reverse("partnership:show_hand_over", args=[step.chair_id])
    return one_tap(request, lambda: actions.tick_hand_over(step, done=done, by=request.actor), back=back)
