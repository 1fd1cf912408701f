"""Reading limits — grænser for læsning: how many persons may be read about, and who was stopped."""

from __future__ import annotations

from django import forms
from django.http import HttpResponse, HttpResponseRedirect

from rundbord.access.permissions import Permission
from rundbord.identity.drafts import restored_draft
from rundbord.logcontrol import actions
from rundbord.logcontrol.queries.budget import changes_of_limits, lift_of, limits_of, stops
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.guarded import GuardedForm


class LimitForm(GuardedForm):
    """The two numbers, and why."""

    guarded = ("reason",)

    per_hour = forms.IntegerField(label="Personer på en time", min_value=1)
    per_day = forms.IntegerField(label="Personer på et døgn", min_value=1)
    reason = forms.CharField(label="Hvorfor?", max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))


@screen(Permission.CONTROL_LOG, writes=True)
def reading_limits(request: SignedInRequest) -> HttpResponse:
    """Show the limits and who was stopped, and take new limits from the data-protection officer."""
    per_hour, per_day = limits_of(request.actor)
    draft = restored_draft(request)
    asked = request.POST if request.method == "POST" else None
    form = LimitForm(asked, initial={"per_hour": per_hour, "per_day": per_day, **draft.initial})
    if form.is_valid() and attempt(form, lambda: _set(form, request)) is not None:
        return HttpResponseRedirect(request.path)
    context = {
        "per_hour": per_hour,
        "per_day": per_day,
        "changes": changes_of_limits(request.actor),
        "stops": [(stop, lift_of(stop)) for stop in stops(request.actor)],
        "may_set": request.actor.may(Permission.READ_OWN_LOG),
        "form": form,
        "draft": draft,
    }
    return page(request, "logcontrol/reading_limits.html", context)


def _set(form: LimitForm, request: SignedInRequest) -> object:
    given = form.cleaned_data
    return actions.set_limit(
        per_hour=given["per_hour"],
        per_day=given["per_day"],
        reason=given["reason"],
        overridden=form.overridden,
        by=request.actor,
    )
