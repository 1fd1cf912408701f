"""Folding — foldning: which categories lie folded in the inbox, for all parties alike."""

from __future__ import annotations

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.situation import actions
from rundbord.situation.queries.folding import folded_now
from rundbord.situation.vocabulary import Category
from rundbord.ui.forms import ChoiceChips
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.seen import SeenForm


class FoldingForm(SeenForm):
    """Any categories, none included."""

    folded = forms.MultipleChoiceField(
        label="Fold disse kategorier sammen",
        required=False,
        choices=Category.choices(),
        widget=ChoiceChips,
        help_text="De ligger stadig i indbakken og tælles, men vises først, når man beder om dem.",
    )


@screen(Permission.TRIAGE, writes=True)
def folding(request: SignedInRequest) -> HttpResponse:
    """Show and change the rule."""
    form = FoldingForm(request.POST or None, current={"folded": sorted(folded_now())})
    if form.is_valid():
        folded = [Category(value) for value in form.cleaned_data["folded"]]
        attempt(form, lambda: actions.set_folding(folded, by=request.actor))
        return HttpResponseRedirect(reverse("situation:inbox"))
    return page(request, "situation/folding.html", {"form": form})
