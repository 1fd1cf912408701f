"""Close a sudden event — afslut: what went well, what did not, what is done otherwise next time."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.alerts import actions, queries
from rundbord.identity.drafts import restored_draft
from rundbord.partnership.queries import place_names
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.guarded import GuardedForm
from rundbord.web.one_tap import one_tap


class CloseEventForm(GuardedForm):
    """The closing review."""

    guarded = ("review",)

    review = forms.CharField(
        label="Hvad lærte vi?",
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Hvad gik godt, hvad gik for langsomt, og hvad gør vi anderledes næste gang? Ingen personer.",
    )


@screen(Permission.RAISE_ALERT, writes=True)
def close_event(request: SignedInRequest, event_id: UUID) -> HttpResponse:
    """End it with its review, and show how long things took beside the form."""
    told = queries.event_file(event_id)
    draft = restored_draft(request)
    form = CloseEventForm(
        request.POST if request.method == "POST" else None,
        initial={"review": told.event.review, **draft.initial},
        places=place_names(),
    )
    if form.is_valid():
        attempt(
            form,
            lambda: actions.close_event(
                told.event, review=form.cleaned_data["review"], overridden=form.overridden, by=request.actor
            ),
        )
    if form.is_valid():
        return HttpResponseRedirect(reverse("alerts:show_event", args=[told.event.pk]))
    return page(request, "alerts/close_event.html", {"form": form, "file": told, "event": told.event, "draft": draft})


@screen(Permission.RAISE_ALERT, writes=True)
def reopen_event(request: SignedInRequest, event_id: UUID) -> HttpResponse:
    """Take it up again."""
    event = queries.event_of(event_id)
    back = reverse("alerts:show_event", args=[event.pk])
    return one_tap(request, lambda: actions.reopen_event(event, by=request.actor), back=back)
