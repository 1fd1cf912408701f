"""Plan a shift — planlæg en vagt: who, when, where; or go out at once."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.identity.drafts import restored_draft
from rundbord.partnership.queries import place_names
from rundbord.partnership.rules.danish_days import at_clock
from rundbord.streetwork import actions
from rundbord.streetwork.models import Shift
from rundbord.streetwork.queries.staff import areas_to_walk, staff_of
from rundbord.streetwork.rules.planning import INTERVALS, USUAL_INTERVAL
from rundbord.streetwork.screens.offering import chosen, offer_areas, offer_staff
from rundbord.ui.forms import ChoiceChips, MomentInput
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.fields import AssumedChoiceField
from rundbord.web.guarded import GuardedForm

_EVENING, _USUAL_LENGTH = time(18, 0), timedelta(hours=4)


class PlanShiftForm(GuardedForm):
    """Team, hours and route; the rest has a default."""

    guarded = ("occasion",)

    starts_at = forms.DateTimeField(label="Fra", widget=MomentInput)
    ends_at = forms.DateTimeField(label="Til", widget=MomentInput)
    team = forms.MultipleChoiceField(
        label="Hvem er på holdet?",
        widget=ChoiceChips,
        error_messages={"required": "Vælg, hvem der er på holdet."},
        help_text="Kun medarbejdere fra jeres egen myndighed. Andre myndigheder ser ikke, hvem det er.",
    )
    areas = forms.MultipleChoiceField(
        label="Hvilke områder?",
        widget=ChoiceChips,
        error_messages={"required": "Vælg mindst ét område på ruten."},
        help_text="Områder, ikke adresser. Rækkefølgen bestemmer I undervejs.",
    )
    occasion = forms.CharField(
        label="Anledning eller vejr",
        required=False,
        max_length=160,
        help_text="Kort, for eksempel: fest på torvet, regn.",
    )
    interval = AssumedChoiceField(
        label="Hvor tit melder alle sig?",
        assumed=str(USUAL_INTERVAL),
        choices=[(str(minutes), f"Hvert {minutes}. minut") for minutes in INTERVALS],
    )

    def __init__(self, *args: Any, request: SignedInRequest, **options: Any) -> None:
        """Offer the own staff and the open areas."""
        super().__init__(*args, places=place_names(), **options)
        self.staff = offer_staff(self.fields["team"], staff_of(request.actor))
        self.route = offer_areas(self.fields["areas"], areas_to_walk())

    def plan(self) -> actions.Plan:
        """Give what was chosen."""
        given = self.cleaned_data
        return actions.Plan(
            starts_at=given["starts_at"],
            ends_at=given["ends_at"],
            team=chosen(self.staff, given["team"]),
            areas=chosen(self.route, given["areas"]),
            occasion=given["occasion"],
            interval_minutes=int(given["interval"]),
        )


@screen(Permission.WORK_SHIFT, writes=True)
def plan_shift(request: SignedInRequest) -> HttpResponse:
    """Save the plan, or save it and start."""
    draft = restored_draft(request)
    form = PlanShiftForm(
        request.POST if request.method == "POST" else None,
        request=request,
        initial={**_usual(request, timezone.localtime()), **draft.initial},
    )
    if form.is_valid() and (shift := attempt(form, lambda: _act(form, request))):
        return HttpResponseRedirect(reverse("streetwork:show_shift", args=[shift.pk]))
    return page(request, "streetwork/plan_shift.html", {"form": form, "draft": draft})


def _act(form: PlanShiftForm, request: SignedInRequest) -> Shift:
    shift = actions.plan_shift(form.plan(), overridden=form.overridden, by=request.actor)
    if "start" in request.POST:
        actions.start_shift(shift, by=request.actor)
    return shift


def _usual(request: SignedInRequest, now: datetime) -> dict[str, object]:
    """Fill in this evening, or from now on when it has begun; and the actor."""
    begins = max(at_clock(now.date(), _EVENING), now.replace(second=0, microsecond=0))
    return {"starts_at": begins, "ends_at": begins + _USUAL_LENGTH, "team": [str(request.actor.user_id)]}
