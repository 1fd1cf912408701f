"""Open file — åbn med nødadgang: what will happen, then a number or a whole name, and why; after a fresh proof."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.emergency import actions
from rundbord.emergency.queries.uses import right_of
from rundbord.emergency.rules.limits import LASTS, WORKING_DAYS_TO_REVIEW, objections_to_using
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.person_fields import CprField, name_field


class OpenForm(forms.Form):
    """Whom, why, and that one knows what will happen."""

    cpr = CprField()
    name = name_field("Hele navnet", required=False, help_text="Kun hvis du ikke har CPR-nummeret.")
    reason = forms.CharField(
        label="Hvad er der sket, og hvorfor kan det ikke vente?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Sagens ansvarlige, enhedens leder og databeskyttelsesrådgiveren læser det. Skriv ingen navne.",
        error_messages={"required": "Skriv, hvorfor det ikke kan vente."},
    )
    knows = forms.BooleanField(
        label="Jeg har læst, hvad der sker, og det haster",
        error_messages={"required": "Sæt kryds, når du har læst, hvad der sker."},
    )

    def clean(self) -> dict[str, Any]:
        """Want one of the two."""
        given = super().clean() or {}
        if "cpr" not in self.errors and not given.get("cpr") and not given.get("name", "").strip():
            self.add_error("cpr", "Skriv et CPR-nummer eller hele navnet.")
        return given


@screen(Permission.BREAK_GLASS, writes=True, needs_fresh_proof=True)
def open_file(request: SignedInRequest) -> HttpResponse:
    """Take the form; what was found is open at once, and what was not says nothing of why."""
    form = OpenForm(request.POST if request.method == "POST" else None)
    outcome = attempt(form, lambda: _open(form, request)) if form.is_valid() else None
    if outcome is not None and outcome.access is not None:
        return HttpResponseRedirect(reverse("emergency:opened_file"))
    context = {
        "form": form,
        "objections": objections_to_using(right_of(request.actor)),
        "was_sought": outcome is not None and outcome.in_reach is None,
        "in_reach": outcome.in_reach if outcome else None,
        "minutes": int(LASTS.total_seconds() // 60),
        "days": WORKING_DAYS_TO_REVIEW,
    }
    return page(request, "emergency/open_file.html", context)


def _open(form: OpenForm, request: SignedInRequest) -> actions.Sought:
    given = form.cleaned_data
    return actions.open_file(cpr=given["cpr"], name=given["name"], reason=given["reason"], by=request.actor)
