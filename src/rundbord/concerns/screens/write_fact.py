"""Write, correct, withdraw and confirm a fact, and name who reads it — oplysninger i en sag."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.concerns import actions
from rundbord.concerns.models import Fact
from rundbord.concerns.queries.facts import lines_of
from rundbord.concerns.queries.finding import fact_of, person_of
from rundbord.concerns.queries.opened import key_of
from rundbord.concerns.screens.fact_fields import offer_readers, readers_field
from rundbord.concerns.screens.fact_form import FactForm
from rundbord.concerns.screens.saving import Words, save_in_file
from rundbord.web import SignedInRequest, Subject, screen
from rundbord.web.one_tap import one_tap
from rundbord.web.person_fields import posted, reason_field

_NEEDED = "Skriv kun det, næste skridt kræver."
_GROUND = "Skriv, hvad I selv har set eller hørt, uden det, der er kaldt tilbage eller rettet."


class WithdrawForm(forms.Form):
    """Why a fact no longer stands."""

    reason = reason_field("Hvorfor trækkes den tilbage?", error_messages={"required": "Skriv hvorfor."})


class ReadersForm(forms.Form):
    """Who beside the writer reads a fact."""

    readers = readers_field()

    def __init__(self, *args: Any, by: Actor, **options: Any) -> None:
        """Offer the colleagues of the own unit."""
        super().__init__(*args, **options)
        offer_readers(self.fields["readers"], by)


@screen(Permission.WORK_CONCERNS, reads=Subject.YOUNG_PERSON, writes=True)
def write_fact(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    """Add a fact."""
    person = person_of(person_id)
    initial = {"kind": request.GET.get("slags", ""), "observed_on": timezone.localdate()}
    form = FactForm(posted(request), by=request.actor, initial=initial)
    words = Words(heading="Ny oplysning", lead=_GROUND if "grundlag" in request.GET else _NEEDED, banner=form.banner)
    return save_in_file(
        request, person, form, lambda: actions.write_fact(person, form.fact(), by=request.actor), words=words
    )


@screen(Permission.WORK_CONCERNS, reads=Subject.YOUNG_PERSON, writes=True)
def correct_fact(request: SignedInRequest, person_id: UUID, fact_id: UUID) -> HttpResponse:
    """Put a fact right; the older wording stays, struck through."""
    older = fact_of(person_id, fact_id)
    form = FactForm(posted(request), by=request.actor, initial=_initial(older))
    lead = "Din rettelse gælder fra nu. Den gamle bliver stående med streg over."
    words = Words(heading="Ret oplysning", lead=lead, banner=form.banner)
    return save_in_file(
        request, older.person, form, lambda: actions.correct_fact(older, form.fact(), by=request.actor), words=words
    )


@screen(Permission.WORK_CONCERNS, reads=Subject.YOUNG_PERSON, writes=True)
def withdraw_fact(request: SignedInRequest, person_id: UUID, fact_id: UUID) -> HttpResponse:
    """Take a fact back."""
    fact = fact_of(person_id, fact_id)
    form = WithdrawForm(posted(request))
    words = Words(heading="Træk oplysning tilbage", submit="Træk tilbage", shown=_words_of(fact))
    return save_in_file(
        request,
        fact.person,
        form,
        lambda: actions.withdraw_fact(fact, reason=form.cleaned_data["reason"], by=request.actor),
        words=words,
    )


@screen(Permission.WORK_CONCERNS, reads=Subject.YOUNG_PERSON, writes=True)
def name_readers(request: SignedInRequest, person_id: UUID, fact_id: UUID) -> HttpResponse:
    """Let colleagues read a fact of the most private classes."""
    fact = fact_of(person_id, fact_id)
    initial = {"readers": [str(each) for each in fact.readers]}
    form = ReadersForm(posted(request), by=request.actor, initial=initial)
    words = Words(heading="Læsere af en oplysning", submit="Gem læsere", shown=_words_of(fact))
    return save_in_file(
        request,
        fact.person,
        form,
        lambda: actions.name_readers(fact, readers=[*map(UUID, form.cleaned_data["readers"])], by=request.actor),
        words=words,
    )


@screen(Permission.WORK_CONCERNS, writes=True)
def confirm_fact(request: SignedInRequest, person_id: UUID, fact_id: UUID) -> HttpResponse:
    """Let the police's word on gangs stand for another ninety days."""
    fact = fact_of(person_id, fact_id)
    back = reverse("concerns:show_file", args=[fact.person_id])
    return one_tap(request, lambda: actions.confirm_fact(fact, by=request.actor), back=back)


def _initial(fact: Fact) -> dict[str, Any]:
    [line] = lines_of([fact], key_of(fact.person))
    return {
        "kind": fact.kind,
        "words": line.words,
        "information_class": fact.information_class,
        "grade": fact.grade,
        "source": line.source,
        "observed_on": fact.observed_on,
        "names_others": fact.names_others,
        "holds_address": fact.holds_address,
        "readers": [str(each) for each in fact.readers],
    }


def _words_of(fact: Fact) -> str:
    [line] = lines_of([fact], key_of(fact.person))
    return line.words
