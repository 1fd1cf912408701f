"""Writing in an exit case: a note, a step of the plan, a contact."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.identity.vocabulary import AuthorityKind
from rundbord.interventions.actions import exits
from rundbord.interventions.exit_vocabulary import Attendance, ExitNoteKind, LifeArea
from rundbord.interventions.models import ExitCase
from rundbord.interventions.queries.exits import exit_case_of
from rundbord.interventions.rules.exit_writing import kinds_for
from rundbord.interventions.screens.exit_writer import Words, Writing, written
from rundbord.ui.forms import ChoiceButtons, DayInput
from rundbord.web import SignedInRequest, screen

_NOTE = Words(title="Nyt notat", lead="Det nyeste notat af hver art gælder. Skriv ingen adresse.", button="Gem notatet")
_STEP = Words(title="Nyt skridt i planen", lead="Ét skridt ad gangen: hvad, hvem og hvornår.", button="Gem skridtet")
_CONTACT = Words(
    title="Notér kontakt", lead="Om I mødtes, og en linje. Hvad der blev sagt, bliver mellem jer.", button="Gem"
)


class NoteForm(forms.Form):
    """One kind of note."""

    kind = forms.ChoiceField(label="Hvad er det?", widget=ChoiceButtons, error_messages={"required": "Vælg en art."})
    body = forms.CharField(
        label="Notat",
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Om et forbud: kun hvilket område eller hvem, intet om dommen.",
    )
    until = forms.DateField(
        label="Forbuddets sidste dag", required=False, widget=DayInput, help_text="Kun for et forbud."
    )

    def __init__(self, *args: Any, is_police: bool, **options: Any) -> None:
        """Offer what this authority may write."""
        super().__init__(*args, **options)
        field: Any = self.fields["kind"]
        field.choices = [(kind.value, kind.label) for kind in kinds_for(is_police=is_police)]


class StepForm(forms.Form):
    """One step in one life area."""

    area = forms.ChoiceField(
        label="Livsområde",
        choices=LifeArea.choices(),
        widget=ChoiceButtons,
        error_messages={"required": "Vælg et område."},
    )
    words = forms.CharField(
        label="Hvad skal ske, og hvem gør det?", max_length=600, widget=forms.Textarea(attrs={"rows": 3})
    )
    due_on = forms.DateField(label="Senest", widget=DayInput)


class ContactForm(forms.Form):
    """Whether an agreed contact came about."""

    attendance = forms.ChoiceField(
        label="Mødtes I?", choices=Attendance.choices(), widget=ChoiceButtons, error_messages={"required": "Vælg ét."}
    )
    on = forms.DateField(label="Dag", widget=DayInput)
    line = forms.CharField(label="Emne", required=False, max_length=120)


@screen(Permission.COORDINATE_EXIT, writes=True)
def write_note(request: SignedInRequest, exit_id: UUID) -> HttpResponse:
    """Add a note."""
    case = exit_case_of(exit_id)
    is_police = request.actor.authority_kind == AuthorityKind.POLICE
    asked = {"kind": request.GET.get("art", "")}
    form = NoteForm(request.POST if request.method == "POST" else None, is_police=is_police, initial=asked)
    return written(request, Writing(case=case, form=form, words=_NOTE, act=lambda: _note(form, case, request)))


@screen(Permission.COORDINATE_EXIT, writes=True)
def plan_exit_step(request: SignedInRequest, exit_id: UUID) -> HttpResponse:
    """Add a step to the plan."""
    case = exit_case_of(exit_id)
    form = StepForm(request.POST if request.method == "POST" else None)
    return written(request, Writing(case=case, form=form, words=_STEP, act=lambda: _step(form, case, request)))


@screen(Permission.COORDINATE_EXIT, writes=True)
def note_contact(request: SignedInRequest, exit_id: UUID) -> HttpResponse:
    """Note a contact."""
    case = exit_case_of(exit_id)
    form = ContactForm(request.POST if request.method == "POST" else None, initial={"on": timezone.localdate()})
    return written(request, Writing(case=case, form=form, words=_CONTACT, act=lambda: _contact(form, case, request)))


def _note(form: NoteForm, case: ExitCase, request: SignedInRequest) -> object:
    told = form.cleaned_data
    kind = ExitNoteKind(told["kind"])
    until = told["until"] if kind is ExitNoteKind.BAN else None
    return exits.write_note(case, kind, body=told["body"], until=until, by=request.actor)


def _step(form: StepForm, case: ExitCase, request: SignedInRequest) -> object:
    told = form.cleaned_data
    return exits.plan_exit_step(
        case, LifeArea(told["area"]), words=told["words"], due_on=told["due_on"], by=request.actor
    )


def _contact(form: ContactForm, case: ExitCase, request: SignedInRequest) -> object:
    told = form.cleaned_data
    return exits.note_contact(case, Attendance(told["attendance"]), on=told["on"], line=told["line"], by=request.actor)
