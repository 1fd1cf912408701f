"""Answer — svar: what the person gets, as a page, a letter and an extract; and the end of the clock."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from rundbord import audit
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.rights import actions
from rundbord.rights.models import RightsRequest
from rundbord.rights.printing import EXTRACT, answer_as_json, letter_of, letter_pdf, parcel
from rundbord.rights.queries.answers import answer_of
from rundbord.rights.queries.attached import attached_to
from rundbord.rights.queries.requests import opened, request_of
from rundbord.rights.vocabulary import Outcome
from rundbord.ui.forms import ChoiceButtons
from rundbord.web import SignedInRequest, Subject, attempt, page, screen
from rundbord.web.person_fields import posted, text_field

_OUTCOMES = (Outcome.GRANTED, Outcome.PARTLY, Outcome.REFUSED)


class AnswerForm(forms.Form):
    """Nothing to fill in: the letter above is what is sent."""


class SettleForm(forms.Form):
    """What is decided, in words that the person reads."""

    outcome = forms.ChoiceField(
        label="Afgørelse", choices=[(each.value, each.label) for each in _OUTCOMES], widget=ChoiceButtons
    )
    words = text_field(
        "Hvad er gjort, eller hvorfor ikke?",
        rows=6,
        help_text="Personen læser det. Imødekommes anmodningen, får den enhed, der har sagen, besked om at gennemføre"
        " det, og her står, hvornår det er sket.",
    )


@screen(Permission.HANDLE_RIGHTS, reads=Subject.RIGHTS_REQUEST, writes=True)
def answer(request: SignedInRequest, request_id: UUID) -> HttpResponse:
    """Show the letter as it stands, and answer with it."""
    asked = request_of(request_id, request.actor)
    view = opened(asked)
    audit.record(Event.REQUEST_READ, about=asked, by=request.actor)
    form = AnswerForm(posted(request))
    if form.is_valid() and attempt(form, lambda: _answer(asked, request)):
        return HttpResponseRedirect(reverse("rights:show_request", args=[asked.pk]))
    letter = letter_of(view, on=timezone.localdate(), by=request.actor)
    return page(request, "rights/answer.html", {"asked": asked, "letter": letter, "form": form})


@screen(Permission.HANDLE_RIGHTS, writes=True)
def settle(request: SignedInRequest, request_id: UUID) -> HttpResponse:
    """Decide on what is not an extract."""
    asked = request_of(request_id, request.actor)
    form = SettleForm(posted(request))
    if form.is_valid() and attempt(form, lambda: _settle(form, asked, request)):
        return HttpResponseRedirect(reverse("rights:show_request", args=[asked.pk]))
    return page(request, "rights/settle.html", {"asked": asked, "form": form, "view": opened(asked)})


@screen(Permission.HANDLE_RIGHTS, reads=Subject.RIGHTS_REQUEST)
def letter_as_pdf(request: SignedInRequest, request_id: UUID) -> HttpResponse:
    """Typeset the letter that the request is at; nothing is stored, and the file's name says nothing."""
    asked = request_of(request_id, request.actor)
    actions.print_letter(asked, by=request.actor)
    typeset = letter_pdf(letter_of(opened(asked), on=timezone.localdate(), by=request.actor))
    response = HttpResponse(typeset, content_type="application/pdf")
    response["Content-Disposition"] = 'attachment; filename="brev.pdf"'
    return response


@screen(Permission.HANDLE_RIGHTS, reads=Subject.RIGHTS_REQUEST)
def extract(request: SignedInRequest, request_id: UUID) -> HttpResponse:
    """Give the answer for a machine; with the files that go along, where there are any."""
    asked = request_of(request_id, request.actor)
    view = opened(asked)
    files = list(attached_to(view))
    actions.export(asked, files=len(files), by=request.actor)
    text = answer_as_json(answer_of(view, request.actor))
    if not files:
        return _taken_along(text.encode(), "application/json; charset=utf-8", EXTRACT)
    return _taken_along(parcel(text, files), "application/zip", "udtraek.zip")


def _taken_along(content: bytes, media_type: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _answer(asked: RightsRequest, request: SignedInRequest) -> bool:
    actions.answer(asked, by=request.actor)
    return True


def _settle(form: SettleForm, asked: RightsRequest, request: SignedInRequest) -> bool:
    given = form.cleaned_data
    actions.settle(asked, Outcome(given["outcome"]), words=given["words"], by=request.actor)
    return True
