"""Propose — stil et forslag: a decision that cannot wait for the next meeting, with a quorum and a clock."""

from __future__ import annotations

from datetime import time, timedelta
from typing import Any

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.identity.drafts import restored_draft
from rundbord.partnership.queries import areas, place_names, units_at_table
from rundbord.partnership.queries import forums as forums_of
from rundbord.partnership.rules.danish_days import at_clock
from rundbord.tasks import actions
from rundbord.tasks.models import Proposal
from rundbord.tasks.screens.decide_form import DecideForm
from rundbord.tasks.vocabulary import Counting
from rundbord.ui.forms import ChoiceButtons, MomentInput
from rundbord.web import SignedInRequest, attempt, page, screen

_NOON = time(12, 0)


class ProposeForm(DecideForm):
    """A decision, and how it is answered."""

    folded = ("alternatives", "basis", "review_on")

    closes_at = forms.DateTimeField(label="Svar senest", widget=MomentInput)
    quorum = forms.IntegerField(
        label="Så mange skal mindst svare", min_value=1, max_value=99, help_text="Svarer færre, bortfalder forslaget."
    )
    counts = forms.ChoiceField(label="Tallet gælder", choices=Counting.choices(), widget=ChoiceButtons)

    def __init__(self, *args: Any, **options: Any) -> None:
        """A proposal is put to a forum; it has no meeting, no picture and no link."""
        super().__init__(*args, **options)
        for name in ("basis_path", "meeting_id", "item_id", "picture_id", "picture_number"):
            del self.fields[name]
        forum = self.fields["forum"]
        forum.label, forum.required = "Hvilket forum spørges?", True
        forum.help_text = "Hver enhed med en plads svarer én gang. Kun forummets myndigheder kan læse forslaget."
        forum.choices = list(forum.choices)[1:]  # type: ignore[attr-defined]

    def clock(self) -> actions.Clock:
        """Give how it is answered."""
        given = self.cleaned_data
        return actions.Clock(counts=Counting(given["counts"]), quorum=given["quorum"], closes_at=given["closes_at"])


@screen(Permission.DECIDE, writes=True)
def propose(request: SignedInRequest) -> HttpResponse:
    """Show the form, and put the proposal."""
    draft = restored_draft(request)
    form = ProposeForm(
        request.POST if request.method == "POST" else None,
        initial={**_assumed(request), **draft.initial},
        units=units_at_table(request.actor, with_partners=False),
        areas=list(areas()),
        forums=forums_of(request.actor),
        places=place_names(),
    )
    if form.is_valid() and (proposal := attempt(form, lambda: _act(form, request))):
        return HttpResponseRedirect(reverse("tasks:show_proposal", args=[proposal.pk]))
    return page(request, "tasks/propose.html", {"form": form, "draft": draft})


def _act(form: ProposeForm, request: SignedInRequest) -> Proposal:
    forum = form.forums[form.cleaned_data["forum"]]
    return actions.propose(form.decision(), forum, form.clock(), overridden=form.overridden, by=request.actor)


def _assumed(request: SignedInRequest) -> dict[str, Any]:
    """Two days to answer, and a week to act."""
    today = timezone.localdate()
    return {
        "forum": request.GET.get("forum", ""),
        "closes_at": at_clock(today + timedelta(days=2), _NOON),
        "due_on": today + timedelta(days=7),
        "counts": Counting.AUTHORITIES,
        "quorum": 2,
    }
