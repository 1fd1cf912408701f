"""Show stop — standset læsning: who was stopped, and letting them go on today."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.identity.drafts import restored_draft
from rundbord.logcontrol import actions
from rundbord.logcontrol.queries.budget import lift_of, limits_of, stop_of
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.guarded import GuardedForm


class LiftForm(GuardedForm):
    """Why the work of today needs more."""

    guarded = ("reason",)

    reason = forms.CharField(
        label="Hvorfor er det nødvendigt i dag?",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Nævn ingen, som sagerne handler om.",
    )


@screen(Permission.CONTROL_LOG, writes=True)
def show_stop(request: SignedInRequest, stop_id: UUID) -> HttpResponse:
    """Show one stop, and take a leader's reason for lifting it."""
    stop = stop_of(stop_id, request.actor)
    draft = restored_draft(request)
    form = LiftForm(request.POST if request.method == "POST" else None, initial=draft.initial)
    if form.is_valid() and attempt(form, lambda: _lift(form, stop_id, request)) is not None:
        return HttpResponseRedirect(request.path)
    per_hour, per_day = limits_of(request.actor)
    context = {
        "stop": stop,
        "lift": lift_of(stop),
        "limit": per_day if stop.window == "day" else per_hour,
        "is_of_day": stop.window == "day",
        "is_over": stop.day != timezone.localdate(),
        "is_own": stop.user_id == request.actor.user_id,
        "may_lift": request.actor.may(Permission.SIGN_LOG_CONTROL),
        "form": form,
        "draft": draft,
    }
    return page(request, "logcontrol/show_stop.html", context)


def _lift(form: LiftForm, stop_id: UUID, request: SignedInRequest) -> object:
    stop = stop_of(stop_id, request.actor)
    return actions.lift_stop(stop, reason=form.cleaned_data["reason"], overridden=form.overridden, by=request.actor)
