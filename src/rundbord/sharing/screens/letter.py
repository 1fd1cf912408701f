"""Letter — brev: what somebody outside is told, on paper; printing is logged, and handing over is noted."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.sharing import actions, queries
from rundbord.sharing.models import Disclosure
from rundbord.sharing.printing import letter_pdf, letter_words
from rundbord.sharing.queries import ToldView
from rundbord.sharing.vocabulary import DeliveryManner
from rundbord.ui.forms import ChoiceButtons, DayInput
from rundbord.web import SignedInRequest, Subject, attempt, page, screen


class DeliveryForm(forms.Form):
    """How it was handed over, and when."""

    manner = forms.ChoiceField(label="Hvad er sket?", choices=DeliveryManner.choices(), widget=ChoiceButtons)
    on = forms.DateField(label="Hvornår?", widget=DayInput)


@screen(Permission.DISCLOSE, reads=Subject.DISCLOSURE)
def letter(request: SignedInRequest, disclosure_id: UUID) -> HttpResponse:
    """Show the letter as a page that prints."""
    disclosure, view = _letter_of(disclosure_id)
    actions.print_letter(disclosure, by=request.actor)
    context = {"view": view, "disclosure": disclosure, "words": _words(view, request.actor)}
    return page(request, "sharing/letter.html", context)


@screen(Permission.DISCLOSE, reads=Subject.DISCLOSURE)
def letter_as_pdf(request: SignedInRequest, disclosure_id: UUID) -> HttpResponse:
    """Typeset the letter; nothing is stored, and the file's name says nothing."""
    disclosure, view = _letter_of(disclosure_id)
    actions.print_letter(disclosure, by=request.actor)
    response = HttpResponse(letter_pdf(_words(view, request.actor)), content_type="application/pdf")
    response["Content-Disposition"] = 'attachment; filename="brev.pdf"'
    return response


@screen(Permission.DISCLOSE, writes=True)
def note_delivery(request: SignedInRequest, disclosure_id: UUID) -> HttpResponse:
    """Note that the letter was handed over, or that its receipt came."""
    disclosure, view = _letter_of(disclosure_id)
    initial = {"on": timezone.localdate()}
    form = DeliveryForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid() and attempt(form, lambda: _note(disclosure, form, request)):
        return HttpResponseRedirect(reverse("sharing:show_told", args=[disclosure_id]))
    return page(request, "sharing/note_delivery.html", {"disclosure": disclosure, "row": view.row, "form": form})


def _letter_of(disclosure_id: UUID) -> tuple[Disclosure, ToldView]:
    disclosure = queries.disclosure_of(disclosure_id)
    view = queries.told_view(disclosure)
    if disclosure.recipient_unit_id is not None or view.content is None or view.row.is_recalled:
        raise Http404
    return disclosure, view


def _words(view: ToldView, actor: Actor) -> dict[str, object]:
    return letter_words(view, printed_by=actor, printed_at=timezone.now())


def _note(disclosure: Disclosure, form: DeliveryForm, request: SignedInRequest) -> bool:
    given = form.cleaned_data
    actions.note_delivery(disclosure, DeliveryManner(given["manner"]), given["on"], by=request.actor)
    return True
