"""Answer — svar på logkontrol: the reader says what an own reading was for."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.concerns.models import YoungPerson
from rundbord.identity.drafts import restored_draft
from rundbord.logcontrol import actions
from rundbord.logcontrol.models import ControlItem
from rundbord.logcontrol.queries.controls import answers_to, own_item, unanswered
from rundbord.logcontrol.queries.reads import FILE
from rundbord.logcontrol.vocabulary import Reason
from rundbord.ui.forms import ChoiceButtons
from rundbord.vocabulary import label_of
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.guarded import GuardedForm


class AnswerForm(GuardedForm):
    """What the reading was for."""

    guarded = ("text",)

    reason = forms.ChoiceField(label="Hvad var det til?", choices=Reason.choices(), widget=ChoiceButtons)
    text = forms.CharField(
        label="Kort forklaring",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Nævn aldrig, hvem sagen handler om. Det står i sagen.",
    )


@screen(Permission.SEE_DAY, writes=True)
def answer(request: SignedInRequest, item_id: UUID) -> HttpResponse:
    """Show the own reading, and take an answer."""
    item = own_item(item_id, request.actor)
    draft = restored_draft(request)
    form = AnswerForm(request.POST if request.method == "POST" else None, initial=draft.initial)
    if form.is_valid() and attempt(form, lambda: _answer(form, item, request)) is not None:
        return HttpResponseRedirect(reverse("logcontrol:own_readings") if unanswered(request.actor) else request.path)
    context = {
        "item": item,
        "event": label_of(Event, item.event),
        "file_url": _file_of(item),
        "answers": [(label_of(Reason, said.reason), said) for said in answers_to(item)],
        "form": form,
        "draft": draft,
    }
    return page(request, "logcontrol/answer.html", context)


def _file_of(item: ControlItem) -> str:
    """Lead to the file as long as the reader reaches it."""
    if item.subject_kind != FILE or not YoungPerson.objects.filter(pk=item.subject).exists():
        return ""
    return reverse("concerns:show_file", args=[item.subject])


def _answer(form: AnswerForm, item: ControlItem, request: SignedInRequest) -> object:
    given = form.cleaned_data
    return actions.answer(
        item, Reason(given["reason"]), text=given["text"], overridden=form.overridden, by=request.actor
    )
