"""Decide — træf en beslutning: what is to be done, which unit does it, and by when."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.identity.drafts import restored_draft
from rundbord.identity.models import Unit
from rundbord.partnership.models import Area, Forum
from rundbord.partnership.offering import offer_areas, offer_units
from rundbord.partnership.queries import areas, forums, place_names, units_at_table
from rundbord.tasks import actions
from rundbord.tasks.models import Task
from rundbord.tasks.screens.basis_field import BasisField
from rundbord.ui.forms import DayInput
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.guarded import GuardedForm


class DecideForm(GuardedForm):
    """What, who and when first, the rest folded out; what is hidden comes from the link of a picture or a meeting."""

    guarded = ("what", "why", "alternatives", "basis")
    folded = ("forum", "alternatives", "basis", "basis_path", "review_on")

    what = forms.CharField(
        label="Hvad skal der gøres?", max_length=200, help_text="Én handling, som en enhed kan melde færdig."
    )
    owner = forms.ChoiceField(label="Hvilken enhed gør det?")
    due_on = forms.DateField(label="Senest", widget=DayInput)
    area = forms.ChoiceField(label="Område", required=False)
    why = forms.CharField(
        label="Hvorfor?",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Hvad i billedet er grunden? Ingen personer.",
    )
    alternatives = forms.CharField(
        label="Hvad blev ellers overvejet?",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Andre muligheder, og hvorfor de blev valgt fra.",
    )
    basis = forms.CharField(
        label="Hvad bygger beslutningen på?",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Hvilket billede og hvilke tal, for eksempel »12 hændelser på fire uger mod 5 før«.",
    )
    basis_path = BasisField(
        label="Link til grundlaget", required=False, help_text="Adressen på en side i Rundbord uden personer."
    )
    review_on = forms.DateField(
        label="Ses igennem igen",
        required=False,
        widget=DayInput,
        help_text="Den dag ser I på, om beslutningen stadig holder. I får besked.",
    )
    forum = forms.ChoiceField(
        label="Besluttet i",
        required=False,
        help_text="Så er beslutningen kun for de myndigheder, der har en plads i forummet.",
    )
    meeting_id = forms.UUIDField(required=False, widget=forms.HiddenInput)
    item_id = forms.UUIDField(required=False, widget=forms.HiddenInput)
    picture_id = forms.UUIDField(required=False, widget=forms.HiddenInput)
    picture_number = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, units: list[Unit], areas: list[Area], forums: Iterable[Forum], **options: Any
    ) -> None:
        """Offer the parties' units, grouped by authority, the open areas, and the forums that one sits in."""
        super().__init__(*args, **options)
        self.units = offer_units(self.fields["owner"], units)
        self.areas = offer_areas(self.fields["area"], areas)
        self.forums = {str(forum.pk): forum for forum in forums}
        named = [(key, forum.name) for key, forum in self.forums.items()]
        self.fields["forum"].choices = [("", "Intet bestemt forum"), *named]  # type: ignore[attr-defined]

    @property
    def is_unfolded(self) -> bool:
        """Tell whether anything is written, or wrong, among the fields that are folded away."""
        return any(self[name].value() or self[name].errors for name in self.folded)


@screen(Permission.DECIDE, writes=True)
def decide(request: SignedInRequest) -> HttpResponse:
    """Take the decision and give the task."""
    form = _form(request)
    if form.is_valid() and (task := attempt(form, lambda: _act(form, request))):
        return HttpResponseRedirect(reverse("tasks:show_task", args=[task.pk]))
    draft = restored_draft(request)
    return page(request, "tasks/decide.html", {"form": form, "draft": draft})


def _act(form: DecideForm, request: SignedInRequest) -> Task:
    given = form.cleaned_data
    decision = actions.Decision(
        what=given["what"],
        why=given["why"],
        owner=form.units[given["owner"]],
        due_on=given["due_on"],
        alternatives=given["alternatives"],
        basis=given["basis"],
        basis_path=given["basis_path"],
        review_on=given["review_on"],
        area=form.areas.get(given["area"]),
        forum=form.forums.get(given["forum"]),
        meeting_id=given["meeting_id"],
        item_id=given["item_id"],
        picture_id=given["picture_id"],
        picture_number=given["picture_number"],
    )
    return actions.decide(decision, overridden=form.overridden, by=request.actor)


def _form(request: SignedInRequest) -> DecideForm:
    initial = {"due_on": timezone.localdate(), **restored_draft(request).initial, **_from_link(request)}
    return DecideForm(
        request.POST if request.method == "POST" else None,
        initial=initial,
        units=units_at_table(request.actor),
        areas=list(areas()),
        forums=forums(request.actor),
        places=place_names(),
    )


def _from_link(request: SignedInRequest) -> dict[str, str]:
    """Take over what the link knows: the picture and the area that was looked at, or the meeting and its item."""
    names = {"billede": "picture_id", "nr": "picture_number", "omraade": "area"}
    names |= {"forum": "forum", "moede": "meeting_id", "punkt": "item_id"}
    return {field: request.GET[name] for name, field in names.items() if name in request.GET}
