"""The unusual — det usædvanlige: what was counted, what is normal, how sure it is, and what somebody made of it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.identity.drafts import restored_draft
from rundbord.partnership.queries import place_names
from rundbord.situation import actions
from rundbord.situation.actions.judge_unusual import Find
from rundbord.situation.queries.unusual import newest_look, unusual_count_of, unusual_page
from rundbord.situation.vocabulary import UnusualVerdict
from rundbord.ui.forms import ChoiceButtons
from rundbord.vocabulary import label_of
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.guarded import GuardedForm


class JudgeUnusualForm(GuardedForm):
    """A verdict and why."""

    guarded = ("reason",)

    verdict = forms.ChoiceField(label="Betyder det noget?", choices=UnusualVerdict.choices(), widget=ChoiceButtons)
    reason = forms.CharField(
        label="Hvorfor?",
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="For eksempel: En optælling blev indlagt samlet. Ingen personer.",
    )


@screen(Permission.SEE_OVERVIEW)
def unusual(request: SignedInRequest) -> HttpResponse:
    """List what was found."""
    listed = unusual_page(after=request.GET.get("efter", ""), before=request.GET.get("foer", ""))
    context = {
        "rows": [(found, label_of(UnusualVerdict, found.verdict)) for found in listed.rows],
        "newer": f"?foer={listed.before}" if listed.before else "",
        "older": f"?efter={listed.after}" if listed.after else "",
        "may_judge": request.actor.may(Permission.JUDGE_UNUSUAL),
        "told": newest_look(),
        "now": timezone.now(),
    }
    return page(request, "situation/unusual.html", context)


@dataclass(frozen=True, kw_only=True)
class Judging:
    """Where a verdict is given: the list that it leads back to, and its help."""

    up: str
    up_label: str
    help: str


@screen(Permission.JUDGE_UNUSUAL, writes=True)
def judge_unusual(request: SignedInRequest, found_id: UUID) -> HttpResponse:
    """Take a verdict on one of them."""
    judging = Judging(up=reverse("situation:unusual"), up_label="Det usædvanlige", help="usaedvanligt")
    return judge_found(request, unusual_count_of(found_id), judging)


def judge_found(request: SignedInRequest, found: Find, judging: Judging, *, streets: str = "") -> HttpResponse:
    """Show what was found and the form; save, and go back to the list."""
    draft = restored_draft(request)
    form = JudgeUnusualForm(
        request.POST if request.method == "POST" else None, initial=draft.initial, places=place_names()
    )
    if form.is_valid():
        attempt(form, lambda: _act(form, found, request))
    if form.is_valid():
        return HttpResponseRedirect(judging.up)
    context = {"form": form, "found": found, "draft": draft, "judging": judging, "streets": streets}
    return page(request, "situation/judge_unusual.html", context)


def _act(form: JudgeUnusualForm, found: Find, request: SignedInRequest) -> None:
    given = form.cleaned_data
    actions.judge_unusual(
        found,
        UnusualVerdict(given["verdict"]),
        reason=given["reason"],
        overridden=form.overridden,
        by=request.actor,
    )
