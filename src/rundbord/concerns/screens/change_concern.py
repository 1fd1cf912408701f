"""Change role or level of a concern, with a reason, or what comes next — ændr rolle, ændr niveau, næste skridt."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse

from rundbord.access.permissions import Permission
from rundbord.concerns import actions
from rundbord.concerns.queries.finding import concern_of
from rundbord.concerns.rules.levels import level_choices
from rundbord.concerns.screens.saving import Words, save_in_file
from rundbord.concerns.vocabulary import CaseLevel, NextStep
from rundbord.sharing.vocabulary import PersonRole
from rundbord.ui.forms import ChoiceButtons
from rundbord.vocabulary import label_of
from rundbord.web import SignedInRequest, Subject, screen
from rundbord.web.person_fields import day_field, posted, reason_field


class RoleForm(forms.Form):
    """The new role, and why."""

    role = forms.ChoiceField(
        label="Ny rolle",
        choices=PersonRole.choices(),
        widget=ChoiceButtons,
        error_messages={"required": "Vælg personens rolle."},
    )
    reason = reason_field("Hvad er nyt?", error_messages={"required": "Skriv, hvorfor rollen ændres."})


class LevelForm(forms.Form):
    """The new level, and why."""

    level = forms.ChoiceField(
        label="Nyt niveau",
        choices=level_choices(),
        widget=forms.RadioSelect,
        help_text="Niveauet gælder sagen, aldrig personen.",
        error_messages={"required": "Vælg sagens niveau."},
    )
    reason = reason_field("Hvad er nyt?", error_messages={"required": "Skriv, hvorfor niveauet ændres."})


class NextStepForm(forms.Form):
    """What happens now, and by when."""

    step = forms.ChoiceField(
        label="Hvad skal der ske nu?",
        choices=NextStep.choices(),
        widget=forms.RadioSelect,
        error_messages={"required": "Vælg, hvad der skal ske nu."},
    )
    on = day_field("Senest", error_messages={"required": "Vælg en dag."})


@screen(Permission.WORK_CONCERNS, reads=Subject.YOUNG_PERSON, writes=True)
def set_next_step(request: SignedInRequest, person_id: UUID, concern_id: UUID) -> HttpResponse:
    """Decide what comes next."""
    concern = concern_of(person_id, concern_id)
    form = NextStepForm(posted(request))
    words = Words(heading="Næste skridt", lead=f"Nu står der »{concern.next_step}«.")
    return save_in_file(
        request,
        concern.person,
        form,
        lambda: actions.set_next_step(concern, form.cleaned_data["step"], on=form.cleaned_data["on"], by=request.actor),
        words=words,
    )


@screen(Permission.WORK_CONCERNS, reads=Subject.YOUNG_PERSON, writes=True)
def change_role(request: SignedInRequest, person_id: UUID, concern_id: UUID) -> HttpResponse:
    """Give the person another role."""
    concern = concern_of(person_id, concern_id)
    form = RoleForm(posted(request))
    words = Words(heading="Ændr rolle", lead=f"Rollen er nu »{label_of(PersonRole, concern.role)}«.")
    return save_in_file(
        request,
        concern.person,
        form,
        lambda: actions.change_role(
            concern, PersonRole(form.cleaned_data["role"]), reason=form.cleaned_data["reason"], by=request.actor
        ),
        words=words,
    )


@screen(Permission.WORK_CONCERNS, reads=Subject.YOUNG_PERSON, writes=True)
def change_level(request: SignedInRequest, person_id: UUID, concern_id: UUID) -> HttpResponse:
    """Put the case on another level."""
    concern = concern_of(person_id, concern_id)
    form = LevelForm(posted(request))
    words = Words(heading="Ændr niveau", lead=f"Sagen står nu på niveau {label_of(CaseLevel, concern.level)}.")
    return save_in_file(
        request,
        concern.person,
        form,
        lambda: actions.change_level(
            concern, CaseLevel(form.cleaned_data["level"]), reason=form.cleaned_data["reason"], by=request.actor
        ),
        words=words,
    )
