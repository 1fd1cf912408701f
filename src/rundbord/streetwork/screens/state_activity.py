"""State activity — sig jeres vurdering: the level beside its written scale, signs, sources, and the reason in words."""

from __future__ import annotations

from typing import Any, ClassVar, cast
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from rundbord.access.permissions import Permission
from rundbord.identity.drafts import restored_draft
from rundbord.identity.vocabulary import AuthorityKind
from rundbord.partnership.models import Area
from rundbord.partnership.queries import place_names
from rundbord.partnership.rules import side_of
from rundbord.partnership.vocabulary import Side
from rundbord.streetwork import actions, queries
from rundbord.streetwork.actions.speaking import objections_to_speaking
from rundbord.streetwork.models import ActivityView
from rundbord.streetwork.rules.quarters import Quarter
from rundbord.streetwork.rules.rubric import FOOTINGS, LEVELS
from rundbord.streetwork.screens.asked import quarter_asked
from rundbord.streetwork.vocabulary import ActivityLevel, Footing, KnownFrom, Sign
from rundbord.ui.forms import ChoiceButtons, ChoiceChips
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.fields import SentBackField
from rundbord.web.guarded import GuardedForm


class ViewForm(GuardedForm):
    """One side's view; `after` is the number of its newest one that the writer saw."""

    guarded: ClassVar[tuple[str, ...]] = ("reason",)

    level = forms.ChoiceField(
        label="Hvor meget bandeaktivitet ser I?", choices=ActivityLevel.choices(), widget=ChoiceButtons
    )
    signs = forms.MultipleChoiceField(
        label="Hvilke tegn?",
        required=False,
        choices=Sign.choices(),
        widget=ChoiceChips,
        help_text="Alle, der passer. Ingen ved »Ingen tegn«.",
    )
    sources = forms.MultipleChoiceField(label="Hvor ved I det fra?", choices=KnownFrom.choices(), widget=ChoiceChips)
    footing = forms.ChoiceField(label="Hvor sikkert er det?", choices=Footing.choices(), widget=ChoiceButtons)
    reason = forms.CharField(
        label="Begrundelse",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Hvad har I set, hvor og hvornår på døgnet? Skriv om stedet, ikke om personer eller gruppers navne.",
    )
    after = SentBackField()

    @property
    def terms(self) -> actions.ViewTerms:
        """Give what was stated."""
        given = self.cleaned_data
        return actions.ViewTerms(
            level=ActivityLevel(given["level"]),
            signs=tuple(Sign(each) for each in given["signs"]),
            sources=tuple(KnownFrom(each) for each in given["sources"]),
            footing=Footing(given["footing"]),
            reason=given["reason"],
        )


@screen(Permission.MAP_ACTIVITY, writes=True)
def state_activity(request: SignedInRequest, area_id: UUID, quarter_key: str) -> HttpResponse:
    """State the own side's view; words that a colleague was quicker than are kept."""
    area, quarter = queries.area_to_map(area_id), quarter_asked(quarter_key)
    if objections_to_speaking(area, by=request.actor):
        raise Http404
    side, draft = _side(request), restored_draft(request)
    row = queries.mapped_area(area, quarter)
    initial = {**_initial(row, side), **draft.initial}
    form = ViewForm(request.POST if request.method == "POST" else None, initial=initial, places=place_names())
    if form.is_valid() and attempt(form, lambda: _state(form, area, quarter, request)) is not None:
        return redirect("streetwork:mapped_area", area.pk, quarter.key)
    _count_as_seen(form, row.number_of(side))
    other = row.ssp if side is Side.POLICE else row.police
    context = {"form": form, "draft": draft, "row": row, "area": area, "quarter": quarter, "other": other}
    return page(request, "streetwork/state_activity.html", {**context, "levels": LEVELS, "footings": FOOTINGS})


def _side(request: SignedInRequest) -> Side:
    side = side_of(AuthorityKind(request.actor.authority_kind))
    if side is None:
        raise Http404
    return side


def _initial(row: queries.MappedArea, side: Side) -> dict[str, Any]:
    """Begin with what the side said last in this quarter, without its reason: a change wants a new one."""
    said = row.said.get(side)
    before = {name: getattr(said, name) for name in ("level", "signs", "sources", "footing")} if said else {}
    return {**before, "after": row.number_of(side)}


def _state(form: ViewForm, area: Area, quarter: Quarter, request: SignedInRequest) -> ActivityView:
    after = form.cleaned_data["after"]
    return actions.state_activity(area, quarter, form.terms, after=after, overridden=form.overridden, by=request.actor)


def _count_as_seen(form: forms.Form, number: int) -> None:
    """Let the newest view count as seen: it stands beside the form now."""
    if form.is_bound:
        data = cast(Any, form.data).copy()
        data["after"] = number
        form.data = data
