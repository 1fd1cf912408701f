"""Show a sudden event — forløbet: who knows, what is known, what is decided; and the form that writes in its log."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.alerts import actions, queries
from rundbord.alerts.models import LogLine, SuddenEvent
from rundbord.alerts.vocabulary import Answer, LineKind
from rundbord.identity.drafts import restored_draft
from rundbord.partnership.queries import place_names
from rundbord.ui.forms import ChoiceButtons, MomentInput
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.guarded import GuardedForm


class LineForm(GuardedForm):
    """One line of the log."""

    guarded = ("text",)

    kind = forms.ChoiceField(
        label="Hvad er det?", choices=LineKind.choices(), widget=ChoiceButtons, initial=LineKind.KNOWN
    )
    text = forms.CharField(
        label="Linjen", max_length=500, widget=forms.Textarea(attrs={"rows": 2}), help_text="Kort og uden personer."
    )
    at = forms.DateTimeField(
        label="Hvornår?", required=False, widget=MomentInput, help_text="Lad feltet stå tomt, hvis det er nu."
    )


@screen(Permission.SEE_ALERTS, writes=True)
def show_event(request: SignedInRequest, event_id: UUID) -> HttpResponse:
    """Show the event, and take a new line."""
    event = queries.event_of(event_id)
    draft = restored_draft(request)
    form = LineForm(request.POST if request.method == "POST" else None, initial=draft.initial, places=place_names())
    if form.is_valid() and attempt(form, lambda: _act(form, event, request)) is not None:
        return HttpResponseRedirect(request.path)
    told = queries.event_file(event_id)
    own = told.own_call(request.actor.unit_id)
    context = {
        "file": told,
        "event": told.event,
        "form": form,
        "draft": draft,
        "now": timezone.now(),
        "answers": [Answer.REACHED, Answer.NO_ANSWER],
        "must_see": own is not None and own.seen_at is None,
        "may_lead": request.actor.may(Permission.RAISE_ALERT),
        "may_decide": request.actor.may(Permission.DECIDE) and told.event.closed_at is None,
        "may_warn": request.actor.may(Permission.SEND_SAFETY_NOTICE) and told.event.closed_at is None,
        "may_write": told.event.closed_at is None,
    }
    return page(request, "alerts/show_event.html", context)


def _act(form: LineForm, event: SuddenEvent, request: SignedInRequest) -> LogLine:
    given = form.cleaned_data
    return actions.write_line(
        event,
        LineKind(given["kind"]),
        given["text"],
        at=given["at"],
        overridden=form.overridden,
        by=request.actor,
    )
