"""Recall a safety notice — træk tilbage: with the reason that all who got it will read."""

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


class RecallNoticeForm(GuardedForm):
    """Why it no longer holds."""

    guarded = ("reason",)

    reason = forms.CharField(
        label="Hvorfor gælder den ikke mere?", max_length=300, widget=forms.Textarea(attrs={"rows": 3})
    )


@screen(Permission.SEND_SAFETY_NOTICE, writes=True)
def recall_notice(request: SignedInRequest, notice_id: UUID) -> HttpResponse:
    """Recall it, and show it as it stands."""
    notice = queries.notice_of(notice_id)
    draft = restored_draft(request)
    form = RecallNoticeForm(
        request.POST if request.method == "POST" else None, initial=draft.initial, places=place_names()
    )
    if form.is_valid():
        attempt(
            form,
            lambda: actions.recall_notice(
                notice, reason=form.cleaned_data["reason"], overridden=form.overridden, by=request.actor
            ),
        )
    if form.is_valid():
        return HttpResponseRedirect(reverse("alerts:show_notice", args=[notice.pk]))
    return page(request, "alerts/recall_notice.html", {"form": form, "notice": notice, "draft": draft})
