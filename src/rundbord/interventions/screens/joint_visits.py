"""Joint visits — fælles besøg: the own unit's list, one of them, asking, answering, tying."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.identity.models import Unit
from rundbord.interventions import actions, queries
from rundbord.interventions.models import Intervention, JointAnswer, JointVisit
from rundbord.interventions.rules.joint import WEIGHED
from rundbord.interventions.vocabulary import JointWord
from rundbord.partnership.models import Area
from rundbord.partnership.queries.areas import areas
from rundbord.ui.forms import ChoiceButtons
from rundbord.web import SignedInRequest, Subject, attempt, page, screen
from rundbord.web.one_tap import one_tap


class AnswerForm(forms.Form):
    """Go or no-go, with what was weighed; words about anybody have no place here."""

    word = forms.ChoiceField(
        label="Jeres svar",
        choices=JointWord.choices(),
        widget=ChoiceButtons,
        error_messages={"required": "Svar ja eller nej."},
    )
    weighed = forms.MultipleChoiceField(
        label="Vi har taget stilling til",
        required=False,
        choices=list(WEIGHED.items()),
        widget=forms.CheckboxSelectMultiple,
    )


class AskForm(forms.Form):
    """Which unit is asked, and where about."""

    unit = forms.ChoiceField(label="Hvilken enhed spørger I?", error_messages={"required": "Vælg en enhed."})
    area = forms.ChoiceField(
        label="Område", required=False, help_text="Kun området, aldrig en adresse. Udelad det, hvis det kan røbe hvem."
    )
    weighed = forms.MultipleChoiceField(
        label="Jeres eget ja: I har taget stilling til",
        choices=list(WEIGHED.items()),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Tag stilling til det hele, før I spørger."},
    )

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        """Offer the other side's units and the open areas."""
        super().__init__(*args, **options)
        self.units: dict[str, Unit] = {str(unit.pk): unit for unit in queries.units_to_go_with(actor)}
        self.areas: dict[str, Area] = {str(area.pk): area for area in areas()}
        named = [(key, f"{unit.name}, {unit.authority.short_name}") for key, unit in self.units.items()]
        _choices(self.fields["unit"], [("", "Vælg enhed"), *named])
        _choices(self.fields["area"], [("", "Intet område"), *((key, area.name) for key, area in self.areas.items())])


@screen(Permission.SEE_CONCERNS)
def joint_visits(request: SignedInRequest) -> HttpResponse:
    """List the own unit's, the newest first."""
    listed = queries.joint_visit_page(
        request.actor, after=request.GET.get("efter", ""), before=request.GET.get("foer", "")
    )
    context = {
        "listed": listed,
        "newer": f"?foer={listed.before}" if listed.before else "",
        "older": f"?efter={listed.after}" if listed.after else "",
    }
    return page(request, "interventions/joint_visits.html", context)


@screen(Permission.SEE_CONCERNS, reads=Subject.INTERVENTION, writes=True)
def show_joint_visit(request: SignedInRequest, visit_id: UUID) -> HttpResponse:
    """Show one, take the own unit's answer, and name what the own authority has tied to it."""
    visit, actor = queries.joint_visit_of(visit_id), request.actor
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and attempt(form, lambda: _answer(form, visit, actor)) is not None:
        return HttpResponseRedirect(reverse("interventions:show_joint_visit", args=[visit.pk]))
    tied = queries.own_interventions_of(visit)
    may_work = actor.may(Permission.WORK_CONCERNS) and visit.ended_at is None
    to_tie = queries.interventions_to_tie(actor) if may_work and not tied else []
    if tied or to_tie:
        actions.read_interventions(count=len(tied) + len(to_tie), by=actor)
    names = queries.names_of({each.person_id: each.person for each in (*tied, *to_tie)}.values())
    row = queries.visit_row(visit, actor)
    context = {
        "row": row,
        "sides": [row.asking, row.asked],
        "visit": visit,
        "form": form,
        "tied": [(each, names[each.person_id]) for each in tied],
        "to_tie": [(each, names[each.person_id]) for each in to_tie],
        "may_work": may_work,
        "may_disclose": actor.may(Permission.DISCLOSE) and actor.unit_id is not None and visit.ended_at is None,
    }
    return page(request, "interventions/show_joint_visit.html", context)


@screen(Permission.WORK_CONCERNS, reads=Subject.INTERVENTION, writes=True)
def ask_for_joint_visit(request: SignedInRequest, intervention_id: UUID) -> HttpResponse:
    """Ask another authority's unit to go along."""
    intervention = queries.intervention_of(intervention_id)
    actions.read_intervention(intervention, by=request.actor)
    form = AskForm(request.POST if request.method == "POST" else None, actor=request.actor)
    if form.is_valid():
        visit = attempt(form, lambda: _ask(form, intervention, request.actor))
        if visit is not None:
            return HttpResponseRedirect(reverse("interventions:show_joint_visit", args=[visit.pk]))
    context = {
        "form": form,
        "intervention": intervention,
        "kind": queries.kind_of(intervention),
        "name": queries.name_of(intervention.person),
    }
    return page(request, "interventions/ask_for_joint_visit.html", context)


@screen(Permission.WORK_CONCERNS, writes=True)
def join_joint_visit(request: SignedInRequest, visit_id: UUID, intervention_id: UUID) -> HttpResponse:
    """Tie a visit to an own intervention."""
    visit, intervention = queries.joint_visit_of(visit_id), queries.intervention_of(intervention_id)
    back = reverse("interventions:show_joint_visit", args=[visit.pk])
    return one_tap(request, lambda: actions.join_joint_visit(visit, intervention, by=request.actor), back=back)


def _answer(form: AnswerForm, visit: JointVisit, actor: Actor) -> JointAnswer:
    given = form.cleaned_data
    return actions.answer_joint_visit(visit, word=given["word"], weighed=given["weighed"], by=actor)


def _ask(form: AskForm, intervention: Intervention, actor: Actor) -> JointVisit:
    given = form.cleaned_data
    unit, area = form.units[given["unit"]], form.areas.get(given["area"])
    return actions.ask_for_joint_visit(intervention, unit=unit, area=area, weighed=given["weighed"], by=actor)


def _choices(field: forms.Field, choices: list[tuple[str, str]]) -> None:
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 — a field of choices by declaration
    field.choices = choices
