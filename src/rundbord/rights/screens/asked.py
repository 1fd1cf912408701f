"""Asked — spurgt af andre: may what we once told be handed out to the person?"""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord import audit
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.rights import actions
from rundbord.rights.models import RightsRequest, SenderQuestion
from rundbord.rights.queries.questions import question_view, questions_to
from rundbord.rights.queries.requests import request_of
from rundbord.rights.vocabulary import SenderAnswer, WithholdBasis
from rundbord.ui.forms import ChoiceButtons
from rundbord.web import SignedInRequest, Subject, attempt, page, screen
from rundbord.web.person_fields import posted


class SenderAnswerForm(forms.Form):
    """Whether it may be handed out, and if not by which rule."""

    answer = forms.ChoiceField(label="Må det udleveres?", choices=SenderAnswer.choices(), widget=ChoiceButtons)
    basis = forms.ChoiceField(
        label="Hvis ikke: efter hvilken regel?",
        required=False,
        choices=[("", "Må udleveres"), *WithholdBasis.choices()],
    )


class AskForm(forms.Form):
    """Nothing to fill in."""


@screen(Permission.HANDLE_RIGHTS)
def asked(request: SignedInRequest) -> HttpResponse:
    """List what other authorities ask; no word of it stands in the list."""
    return page(request, "rights/asked.html", {"rows": questions_to(request.actor)})


@screen(Permission.HANDLE_RIGHTS, reads=Subject.RIGHTS_REQUEST, writes=True)
def answer_question(request: SignedInRequest, question_id: UUID) -> HttpResponse:
    """Show what was told, and answer."""
    view = question_view(question_id, request.actor)
    audit.record(Event.SENDER_QUESTION_READ, about=view.question, by=request.actor)
    form = SenderAnswerForm(posted(request))
    if form.is_valid() and attempt(form, lambda: _answer(form, view.question, request)):
        return HttpResponseRedirect(reverse("rights:asked"))
    return page(request, "rights/answer_question.html", {"view": view, "form": form})


@screen(Permission.HANDLE_RIGHTS, writes=True)
def ask_senders(request: SignedInRequest, request_id: UUID) -> HttpResponse:
    """Ask all who once told something and have not been asked."""
    standing = request_of(request_id, request.actor)
    form = AskForm(posted(request))
    if form.is_valid() and attempt(form, lambda: _ask(standing, request)):
        return HttpResponseRedirect(reverse("rights:show_request", args=[standing.pk]))
    return page(request, "rights/ask_senders.html", {"asked": standing, "form": form})


def _answer(form: SenderAnswerForm, question: SenderQuestion, request: SignedInRequest) -> bool:
    given = form.cleaned_data
    basis = WithholdBasis(given["basis"]) if given["basis"] else None
    actions.answer_sender_question(question, SenderAnswer(given["answer"]), basis=basis, by=request.actor)
    return True


def _ask(standing: RightsRequest, request: SignedInRequest) -> bool:
    actions.ask_senders(standing, by=request.actor)
    return True
