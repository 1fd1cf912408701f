"""Letters about an exit case — brev: written, printed, handed over, asked back; each is logged."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.interventions.actions import exits
from rundbord.interventions.exit_vocabulary import ExitRecallCause
from rundbord.interventions.models import ExitLetter
from rundbord.interventions.queries.exit_parts import Part
from rundbord.interventions.queries.exits import (
    LetterView,
    LetterWish,
    exit_case_of,
    exit_letter_of,
    exit_letter_view,
    exit_sheet,
    outsiders_named,
    parts_of,
)
from rundbord.interventions.rules.exit_letters import Outsider
from rundbord.interventions.screens.exit_telling_forms import RecallForm, TellForm
from rundbord.interventions.screens.exit_writer import Words, Writing, written
from rundbord.sharing.printing import letter_pdf
from rundbord.sharing.vocabulary import DeliveryManner, DisclosurePurpose, PersonRole, SourceGrade
from rundbord.ui.forms import ChoiceButtons, DayInput
from rundbord.ui.tags.danish import day
from rundbord.web import SignedInRequest, Subject, attempt, page, screen

_WRITE = Words(
    title="Giv videre i et brev",
    lead="Til en, samtykket nævner, og som ikke læser her i Rundbord. Brevet skrives ud og afleveres af dig.",
    button="Skriv brevet",
)
_NOBODY = Words(
    title=_WRITE.title,
    lead="Samtykket nævner ingen, der må få brev. Forny det, og vælg, hvem det er.",
    button=_WRITE.button,
)
_ASK_BACK = Words(
    title="Kald brevet tilbage",
    lead="Bed modtageren levere brevet tilbage eller destruere det, og notér det, når det er sket.",
    button="Kald tilbage",
)


class LetterForm(TellForm):
    """What is told to one recipient, and why; judged by the rules of disclosure, all at once."""

    def __init__(self, *args: Any, outsiders: list[Outsider], parts: list[Part], **options: Any) -> None:
        """Offer whom the consent names for letters, and what stands in the case."""
        super().__init__(*args, readers=[], parts=parts, **options)
        self.fields["readers"] = forms.ChoiceField(
            label="Til hvem?",
            required=False,
            choices=[(str(each.key), each.label) for each in outsiders],
            widget=forms.RadioSelect,
        )

    def letter(self) -> LetterWish:
        """Give what was chosen and typed."""
        told = self.cleaned_data
        return LetterWish(
            to=UUID(told["readers"]) if told["readers"] else None,
            parts=frozenset(told["parts"]),
            words=told["words"],
            grade=SourceGrade(told["grade"]),
            role=PersonRole(told["role"]) if told["role"] else None,
            necessity=told["necessity"],
        )


class DeliveryForm(forms.Form):
    """How it was handed over, and when."""

    manner = forms.ChoiceField(label="Hvad er sket?", choices=DeliveryManner.choices(), widget=ChoiceButtons)
    on = forms.DateField(label="Hvornår?", widget=DayInput)


@screen(Permission.COORDINATE_EXIT, reads=Subject.EXIT_CASE, writes=True)
def write_letter(request: SignedInRequest, exit_id: UUID) -> HttpResponse:
    """Write one, or be told everything that stands against it."""
    case, actor = exit_case_of(exit_id), request.actor
    outsiders = outsiders_named(case)
    form = LetterForm(
        request.POST if request.method == "POST" else None,
        outsiders=outsiders,
        parts=parts_of(exit_sheet(case, actor)),
    )
    exits.read_exit_case(case, by=actor)
    words = _WRITE if outsiders else _NOBODY
    act = exits.write_letter
    return written(request, Writing(case=case, form=form, words=words, act=lambda: act(case, form.letter(), by=actor)))


@screen(Permission.COORDINATE_EXIT, reads=Subject.EXIT_TOLD)
def show_exit_letter(request: SignedInRequest, exit_letter_id: UUID) -> HttpResponse:
    """Show what it says, how it was handed over, and what can be done."""
    letter, view = _opened(exit_letter_id)
    exits.read_letter(letter, by=request.actor)
    context = {"view": view, "row": view.row, "letter": letter, "case": letter.case}
    return page(request, "interventions/exit/show_letter.html", context)


@screen(Permission.COORDINATE_EXIT, reads=Subject.EXIT_TOLD)
def exit_letter_as_pdf(request: SignedInRequest, exit_letter_id: UUID) -> HttpResponse:
    """Typeset it; nothing is stored, and the file's name says nothing."""
    letter, view = _opened(exit_letter_id)
    if view.content is None or letter.taken_back_at is not None:
        raise Http404
    exits.print_letter(letter, by=request.actor)
    response = HttpResponse(letter_pdf(_words(letter, view, request.actor)), content_type="application/pdf")
    response["Content-Disposition"] = 'attachment; filename="brev.pdf"'
    return response


@screen(Permission.COORDINATE_EXIT, writes=True)
def note_exit_delivery(request: SignedInRequest, exit_letter_id: UUID) -> HttpResponse:
    """Note that it was handed over, that receipt came, or that it came back."""
    letter = exit_letter_of(exit_letter_id)
    initial = {"on": timezone.localdate()}
    form = DeliveryForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid() and attempt(form, lambda: _note(letter, form, request.actor)):
        return HttpResponseRedirect(reverse("exits:show_exit_letter", args=[exit_letter_id]))
    words = Words(title="Aflevering", lead="Hvordan brevet nåede frem, eller at det er kommet tilbage.", button="Gem")
    return page(request, "interventions/exit/write.html", {"form": form, "case": letter.case, "words": words})


@screen(Permission.COORDINATE_EXIT, writes=True)
def ask_letter_back(request: SignedInRequest, exit_letter_id: UUID) -> HttpResponse:
    """Take it back."""
    letter, actor = exit_letter_of(exit_letter_id), request.actor
    form = RecallForm(request.POST if request.method == "POST" else None)
    act = exits.ask_back
    return written(
        request,
        Writing(
            case=letter.case,
            form=form,
            words=_ASK_BACK,
            act=lambda: act(letter, ExitRecallCause(form.cleaned_data["cause"]), by=actor),
        ),
    )


def _opened(letter_id: UUID) -> tuple[ExitLetter, LetterView]:
    letter = exit_letter_of(letter_id)
    return letter, exit_letter_view(letter)


def _note(letter: ExitLetter, form: DeliveryForm, by: Actor) -> bool:
    given = form.cleaned_data
    exits.note_delivery(letter, DeliveryManner(given["manner"]), given["on"], by=by)
    return True


def _words(letter: ExitLetter, view: LetterView, by: Actor) -> dict[str, object]:
    """Gather what the letter says; it holds no address and no CPR number, whoever it goes to."""
    assert view.content is not None  # noqa: S101 — a letter without words is not found
    printer = ", ".join(filter(None, (by.user_name, by.authority_name)))
    return {
        "authority": by.authority_name,
        "unit": by.unit_name,
        "to": view.row.to_whom,
        "about": view.content.name,
        "on": day(timezone.localtime(letter.told_at)),
        "lines": [
            {"kind": line.kind, "when": day(line.observed_on) if line.observed_on else "", "text": line.text}
            for line in view.content.lines
        ],
        "basis": view.basis,
        "purpose": DisclosurePurpose.EXIT.label,
        "conditions": view.conditions,
        "ends": day(letter.expires_on),
        "secrecy": [],
        "mark": f"{printer} · {timezone.localtime():%d.%m.%Y kl. %H.%M}",
    }
