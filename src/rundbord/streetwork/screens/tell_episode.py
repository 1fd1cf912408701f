"""Tell an episode, or a remark on the staff's own safety — episode, personalets sikkerhed."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.identity.drafts import restored_draft
from rundbord.partnership.queries import place_names
from rundbord.partnership.vocabulary import Audience
from rundbord.situation.vocabulary import Category
from rundbord.streetwork import actions
from rundbord.streetwork.models import Shift, ShiftReport
from rundbord.streetwork.queries.finding import own_shift_of
from rundbord.streetwork.queries.staff import areas_to_walk
from rundbord.streetwork.queries.trace import newest_area_id
from rundbord.streetwork.screens.observe_group import AUDIENCES
from rundbord.streetwork.screens.offering import offer_areas
from rundbord.ui.forms import ChoiceButtons
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.fields import AssumedChoiceField
from rundbord.web.guarded import GuardedForm

_CATEGORIES = (
    *(Category.UNREST, Category.VIOLENCE, Category.THREATS, Category.VANDALISM),
    *(Category.DRUGS, Category.THEFT, Category.FIRE, Category.OTHER),
)


class StaffSafetyForm(GuardedForm):
    """What the staff must be looked after for, and where."""

    guarded = ("words",)

    area = forms.ChoiceField(label="Område", error_messages={"required": "Vælg, hvor det var."})
    words = forms.CharField(
        label="Hvad skete der?",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Ingen navne eller kendetegn.",
        error_messages={"required": "Skriv kort, hvad der skete."},
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        """Offer the open areas."""
        super().__init__(*args, places=place_names(), **options)
        self.areas = offer_areas(self.fields["area"], areas_to_walk(), empty="Vælg område")


class EpisodeForm(StaffSafetyForm):
    """An episode that the team was near; whether the police were there is asked for."""

    with_police = forms.ChoiceField(
        label="Var politiet med?",
        choices=[("ja", "Ja"), ("nej", "Nej")],
        widget=ChoiceButtons,
        error_messages={"required": "Vælg ja eller nej."},
    )
    category = forms.ChoiceField(
        label="Det handler om",
        required=False,
        choices=[(each.value, each.label) for each in _CATEGORIES],
        widget=ChoiceButtons,
    )
    audience = AssumedChoiceField(label="Hvem kan læse det?", assumed=Audience.PARTIES.value, choices=AUDIENCES)
    is_urgent = forms.BooleanField(
        label="Det haster", required=False, help_text="Koordinatorerne får besked med det samme."
    )

    def episode(self) -> actions.Episode:
        """Give what was told."""
        given = self.cleaned_data
        return actions.Episode(
            area=self.areas[given["area"]],
            words=given["words"],
            with_police=given["with_police"] == "ja",
            category=given["category"],
            audience=Audience(given["audience"]),
            is_urgent=given["is_urgent"],
        )


@screen(Permission.WORK_SHIFT, writes=True)
def tell_episode(request: SignedInRequest, shift_id: UUID) -> HttpResponse:
    """Save it as a report, and go back to the shift."""
    shift = own_shift_of(shift_id, request.actor)
    draft = restored_draft(request)
    form = EpisodeForm(_posted(request), initial={**_here(shift), **draft.initial})
    if form.is_valid() and attempt(form, lambda: _tell(form, shift, request)) is not None:
        return HttpResponseRedirect(f"{reverse('streetwork:show_shift', args=[shift.pk])}#set")
    return page(request, "streetwork/tell_episode.html", {"form": form, "shift": shift, "draft": draft})


@screen(Permission.WORK_SHIFT, writes=True)
def tell_staff_safety(request: SignedInRequest, shift_id: UUID) -> HttpResponse:
    """Save it for the own authority alone, and go back to the shift."""
    shift = own_shift_of(shift_id, request.actor)
    draft = restored_draft(request)
    form = StaffSafetyForm(_posted(request), initial={**_here(shift), **draft.initial})
    if form.is_valid() and attempt(form, lambda: _warn(form, shift, request)) is not None:
        return HttpResponseRedirect(f"{reverse('streetwork:show_shift', args=[shift.pk])}#set")
    return page(request, "streetwork/tell_staff_safety.html", {"form": form, "shift": shift, "draft": draft})


def _tell(form: EpisodeForm, shift: Shift, request: SignedInRequest) -> ShiftReport:
    return actions.tell_episode(shift, form.episode(), overridden=form.overridden, by=request.actor)


def _warn(form: StaffSafetyForm, shift: Shift, request: SignedInRequest) -> ShiftReport:
    given = form.cleaned_data
    area = form.areas[given["area"]]
    return actions.tell_staff_safety(shift, given["words"], area, overridden=form.overridden, by=request.actor)


def _posted(request: SignedInRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _here(shift: Shift) -> dict[str, str]:
    return {"area": str(newest_area_id(shift) or "")}
