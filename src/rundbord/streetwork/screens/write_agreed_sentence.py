"""Write agreed sentence — fælles sætning: what both sides say of an area together."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from rundbord.access.permissions import Permission
from rundbord.identity.drafts import restored_draft
from rundbord.partnership.queries import place_names
from rundbord.streetwork import actions, queries
from rundbord.streetwork.actions.speaking import objections_to_speaking
from rundbord.streetwork.screens.asked import quarter_asked
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.guarded import GuardedForm
from rundbord.web.seen import SeenForm


class SentenceForm(SeenForm, GuardedForm):
    """One or two sentences; where another has changed them meanwhile, both are shown."""

    guarded: ClassVar[tuple[str, ...]] = ("text",)

    text = forms.CharField(
        label="Det er vi enige om",
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="En eller to korte sætninger om stedet. Ingen personer og ingen gruppers navne.",
    )


@screen(Permission.MAP_ACTIVITY, writes=True)
def write_agreed_sentence(request: SignedInRequest, area_id: UUID, quarter_key: str) -> HttpResponse:
    """Write it for both sides."""
    area, quarter = queries.area_to_map(area_id), quarter_asked(quarter_key)
    if objections_to_speaking(area, by=request.actor):
        raise Http404
    draft, row = restored_draft(request), queries.mapped_area(area, quarter)
    current = {"text": row.sentence.text if row.sentence else ""}
    given = request.POST if request.method == "POST" else None
    form = SentenceForm(given, current=current, initial=draft.initial, places=place_names())
    number = queries.newest_sentence_number(area, quarter)
    if form.is_valid():
        words = form.cleaned_data["text"]
        attempt(
            form,
            lambda: actions.write_agreed_sentence(
                area, quarter, words, after=number, overridden=form.overridden, by=request.actor
            ),
        )
    if form.is_valid():
        return redirect("streetwork:mapped_area", area.pk, quarter.key)
    context = {"form": form, "draft": draft, "row": row, "area": area, "quarter": quarter}
    return page(request, "streetwork/write_agreed_sentence.html", context)
