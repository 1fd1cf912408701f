"""Acts on an exit case that are one tap, and who its deputy is."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.interventions.actions import exits
from rundbord.interventions.queries.exits import coordinators_of, exit_case_of, exit_step_of
from rundbord.interventions.screens.exit_writer import Words, Writing, written
from rundbord.web import SignedInRequest, screen
from rundbord.web.one_tap import one_tap

_DEPUTY = Words(
    title="Stedfortræder",
    lead="Du og én stedfortræder er de eneste, der kan åbne forløbet. Vælger du en anden, mister den forrige adgangen.",
    button="Gem",
)


class DeputyForm(forms.Form):
    """One of the own authority's exit coordinators, or nobody."""

    deputy = forms.ChoiceField(label="Hvem er stedfortræder?", required=False)

    def __init__(self, *args: Any, choices: list[tuple[str, str]], **options: Any) -> None:
        """Offer them."""
        super().__init__(*args, **options)
        field: Any = self.fields["deputy"]
        field.choices = [("", "Ingen"), *choices]


@screen(Permission.COORDINATE_EXIT, writes=True)
def name_deputy(request: SignedInRequest, exit_id: UUID) -> HttpResponse:
    """Name the deputy."""
    case, actor = exit_case_of(exit_id), request.actor
    form = DeputyForm(
        request.POST if request.method == "POST" else None,
        choices=[(str(each.user_id), each.label) for each in coordinators_of(actor)],
        initial={"deputy": str(case.deputy_id or "")},
    )
    return written(
        request,
        Writing(case=case, form=form, words=_DEPUTY, act=lambda: exits.name_deputy(case, _chosen(form), by=actor)),
    )


@screen(Permission.COORDINATE_EXIT, writes=True)
def take_over(request: SignedInRequest, exit_id: UUID) -> HttpResponse:
    """Become responsible."""
    case = exit_case_of(exit_id)
    return one_tap(request, lambda: exits.take_over(case, by=request.actor), back=_back(exit_id))


@screen(Permission.COORDINATE_EXIT, writes=True)
def withdraw_consent(request: SignedInRequest, exit_id: UUID) -> HttpResponse:
    """End passing on and begin deleting; `straks` destroys the words in the same act."""
    case, at_once = exit_case_of(exit_id), request.POST.get("hvornaar") == "straks"
    return one_tap(
        request, lambda: exits.withdraw_consent(case, at_once=at_once, by=request.actor), back=_back(exit_id)
    )


@screen(Permission.COORDINATE_EXIT, writes=True)
def finish_exit_step(request: SignedInRequest, exit_step_id: UUID) -> HttpResponse:
    """Note that a step of the plan is done."""
    step = exit_step_of(exit_step_id)
    back = f"{_back(step.case_id)}#plan"
    return one_tap(request, lambda: exits.finish_exit_step(step, by=request.actor), back=back)


def _back(exit_id: UUID) -> str:
    return reverse("exits:show_exit", args=[exit_id])


def _chosen(form: DeputyForm) -> UUID | None:
    chosen = form.cleaned_data["deputy"]
    return UUID(chosen) if chosen else None
