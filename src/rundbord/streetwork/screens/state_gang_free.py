"""State gang-free — erklær en kommune uden bandeaktivitet: what it rests on, and one button for the own side."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.streetwork import actions, queries
from rundbord.streetwork.actions.state_gang_free import objections_to_stating
from rundbord.streetwork.rules.quarters import Quarter
from rundbord.streetwork.screens.asked import quarter_asked
from rundbord.web import SignedInRequest, attempt, page, screen


class DeclareForm(forms.Form):
    """A declaration is not made by a slip of the finger."""

    is_meant = forms.BooleanField(label="Vi har set områderne igennem, og det gælder hele kommunen.")


@screen(Permission.MAP_ACTIVITY, writes=True)
def state_gang_free(request: SignedInRequest, municipality_id: UUID, quarter_key: str) -> HttpResponse:
    """Show what the declaration rests on, and make it."""
    quarter = quarter_asked(quarter_key)
    told, declaring = _asked(municipality_id, quarter)
    form = DeclareForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and attempt(form, lambda: actions.state_gang_free(declaring, by=request.actor)) is not None:
        return redirect(f"{reverse('streetwork:mapping')}?kvartal={quarter.key}#kommuner")
    objections = objections_to_stating(declaring, by=request.actor)
    rows = [row for row in told.areas if row.area.authority_id == municipality_id]
    context = {"form": form, "declaring": declaring, "quarter": quarter, "rows": rows, "objections": objections}
    return page(request, "streetwork/state_gang_free.html", context)


def _asked(municipality_id: UUID, quarter: Quarter) -> tuple[queries.QuarterMapping, queries.Declaring]:
    told = queries.mapping_of(quarter)
    found = next((each for each in told.municipalities if each.municipality.pk == municipality_id), None)
    if found is None:
        raise Http404
    return told, found
