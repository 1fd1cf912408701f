"""Count bans — antal opholdsforbud: how many were in force in an area in a month."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.identity.drafts import restored_draft
from rundbord.partnership.models import Area
from rundbord.partnership.queries import areas
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.zones import actions
from rundbord.zones.rules.small_numbers import FEWEST_TOLD, MOST_COUNTED, months_until
from rundbord.zones.rules.words import month_in_words
from rundbord.zones.screens.deciders import must_decide_zones

MONTHS_OFFERED = 12


class CountForm(forms.Form):
    """Area, month and a number."""

    area = forms.ModelChoiceField(Area.objects.none(), label="Område", empty_label="Vælg område")
    month = forms.TypedChoiceField(label="Måned", coerce=date.fromisoformat)
    number = forms.IntegerField(label="Opholdsforbud i kraft", min_value=0, max_value=MOST_COUNTED)

    def __init__(self, *args: Any, **options: Any) -> None:
        """Offer the open areas, and the months of a year."""
        super().__init__(*args, **options)
        month = self.fields["month"]
        assert isinstance(month, forms.TypedChoiceField)  # noqa: S101 — declared above
        months = months_until(timezone.localdate(), count=MONTHS_OFFERED)
        month.choices = [(each.isoformat(), month_in_words(each)) for each in months]
        self.fields["area"].queryset = areas()  # type: ignore[attr-defined]


@screen(Permission.DECIDE_ZONES, writes=True)
def count_bans(request: SignedInRequest) -> HttpResponse:
    """Note the number."""
    must_decide_zones(request.actor)
    draft = restored_draft(request)
    form = CountForm(request.POST if request.method == "POST" else None, initial=draft.initial)
    if form.is_valid():
        attempt(form, lambda: _act(form, request))
    if form.is_valid():
        return redirect("zones:zones")
    return page(request, "zones/count_bans.html", {"form": form, "draft": draft, "most_hidden": FEWEST_TOLD - 1})


def _act(form: CountForm, request: SignedInRequest) -> None:
    given = form.cleaned_data
    actions.count_bans(given["area"], given["month"], given["number"], by=request.actor)
