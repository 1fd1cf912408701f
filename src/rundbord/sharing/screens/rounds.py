"""Rounds — kender I hinanden?: which rounds are open, which have closed; and opening one."""

from __future__ import annotations

from datetime import time
from typing import Any, ClassVar
from urllib.parse import urlencode

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.partnership.queries import place_names
from rundbord.partnership.rules.danish_days import at_clock
from rundbord.sharing import actions, queries
from rundbord.ui.forms import DayInput, MomentInput
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.beside import beside_young
from rundbord.web.strictly_guarded import StrictlyGuardedForm

_MEETINGS_BEGIN = time(8, 0)


class RoundForm(StrictlyGuardedForm):
    """For which meeting, why, and when it closes."""

    guarded: ClassVar[tuple[str, ...]] = ("reason",)

    meeting_on = forms.DateField(label="Hvilken dag er mødet?", widget=DayInput)
    closes_at = forms.DateTimeField(
        label="Hvornår lukker runden?",
        required=False,
        widget=MomentInput,
        help_text="Alle får svar på samme tid, når den lukker. Tomt betyder kl. 8 på mødedagen.",
    )
    reason = forms.CharField(
        label="Hvorfor har mødet brug for at vide det?",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Alle parter kan læse det. Ingen navne.",
    )

    def clean(self) -> dict[str, Any]:
        """Let the round close in the morning of the meeting where nothing else is chosen."""
        given = super().clean() or self.cleaned_data
        if given.get("meeting_on") and not given.get("closes_at") and "closes_at" not in self.errors:
            given["closes_at"] = at_clock(given["meeting_on"], _MEETINGS_BEGIN)
        return given


@screen(Permission.NOMINATE)
def rounds(request: SignedInRequest) -> HttpResponse:
    """List the table's rounds, newest first."""
    listed = queries.round_page(request.actor, after=request.GET.get("efter", ""), before=request.GET.get("foer", ""))
    context = {
        "listed": listed,
        "beside": beside_young(request.actor, "sharing:rounds"),
        "newer": f"?{urlencode({'foer': listed.before})}" if listed.before else "",
        "older": f"?{urlencode({'efter': listed.after})}" if listed.after else "",
    }
    return page(request, "sharing/rounds.html", context)


@screen(Permission.NOMINATE, writes=True)
def open_round(request: SignedInRequest) -> HttpResponse:
    """Open a round and show it."""
    form = RoundForm(request.POST if request.method == "POST" else None, places=place_names())
    if form.is_valid() and (opened := attempt(form, lambda: actions.open_round(**_given(form), by=request.actor))):
        return HttpResponseRedirect(reverse("sharing:show_round", args=[opened.pk]))
    return page(request, "sharing/open_round.html", {"form": form})


def _given(form: RoundForm) -> dict[str, Any]:
    return {name: form.cleaned_data[name] for name in ("reason", "meeting_on", "closes_at")}
