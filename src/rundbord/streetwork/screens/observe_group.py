"""Observe a group — gruppeobservation: taps for what is seen, words only where they are needed."""

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
from rundbord.situation.vocabulary import Mood
from rundbord.streetwork import actions
from rundbord.streetwork.models import Shift, ShiftReport
from rundbord.streetwork.queries.finding import own_shift_of
from rundbord.streetwork.queries.staff import areas_to_walk
from rundbord.streetwork.queries.trace import newest_area_id
from rundbord.streetwork.screens.offering import offer_areas
from rundbord.streetwork.vocabulary import Activity, AgeBand, SizeBand
from rundbord.ui.forms import ChoiceButtons
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.fields import AssumedChoiceField
from rundbord.web.guarded import GuardedForm

AUDIENCES = [(each.value, each.label) for each in Audience if each is not Audience.PARTNERS]


class ObserveGroupForm(GuardedForm):
    """Size and doing are asked for; age, mood and words may be left out."""

    guarded = ("words",)

    area = forms.ChoiceField(label="Område", error_messages={"required": "Vælg, hvor I er."})
    size = forms.ChoiceField(
        label="Hvor mange?",
        choices=SizeBand.choices(),
        widget=ChoiceButtons,
        error_messages={"required": "Vælg, cirka hvor mange de er."},
    )
    activity = forms.ChoiceField(
        label="Hvad laver de?",
        choices=Activity.choices(),
        widget=ChoiceButtons,
        error_messages={"required": "Vælg det, der passer bedst."},
    )
    age = forms.ChoiceField(label="Alder", required=False, choices=AgeBand.choices(), widget=ChoiceButtons)
    mood = forms.ChoiceField(label="Stemning", required=False, choices=Mood.choices(), widget=ChoiceButtons)
    words = forms.CharField(
        label="Mere, der er vigtigt",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Ingen navne eller kendetegn.",
    )
    audience = AssumedChoiceField(label="Hvem kan læse det?", assumed=Audience.PARTIES.value, choices=AUDIENCES)
    is_urgent = forms.BooleanField(
        label="Det haster", required=False, help_text="Koordinatorerne får besked med det samme."
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        """Offer the open areas."""
        super().__init__(*args, places=place_names(), **options)
        self.areas = offer_areas(self.fields["area"], areas_to_walk(), empty="Vælg område")

    def seen(self) -> actions.Seen:
        """Give what was tapped and written."""
        given = self.cleaned_data
        return actions.Seen(
            area=self.areas[given["area"]],
            size=SizeBand(given["size"]),
            activity=Activity(given["activity"]),
            age=AgeBand(given["age"]) if given["age"] else None,
            mood=Mood(given["mood"]) if given["mood"] else None,
            words=given["words"],
            audience=Audience(given["audience"]),
            is_urgent=given["is_urgent"],
        )


@screen(Permission.WORK_SHIFT, writes=True)
def observe_group(request: SignedInRequest, shift_id: UUID) -> HttpResponse:
    """Save it as a report, and go back to the shift."""
    shift = own_shift_of(shift_id, request.actor)
    draft = restored_draft(request)
    form = ObserveGroupForm(
        request.POST if request.method == "POST" else None,
        initial={"area": str(newest_area_id(shift) or ""), **draft.initial},
    )
    if form.is_valid() and attempt(form, lambda: _act(form, shift, request)) is not None:
        return HttpResponseRedirect(f"{reverse('streetwork:show_shift', args=[shift.pk])}#set")
    return page(request, "streetwork/observe_group.html", {"form": form, "shift": shift, "draft": draft})


def _act(form: ObserveGroupForm, shift: Shift, request: SignedInRequest) -> ShiftReport:
    return actions.observe_group(shift, form.seen(), overridden=form.overridden, by=request.actor)
