"""Measures — tiltag: one numbered promise of the plan, and what was held under it."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.partnership import actions, queries
from rundbord.partnership.models import FocusPoint, Measure
from rundbord.partnership.offering import offer_units
from rundbord.partnership.vocabulary import MeasureStatus
from rundbord.ui.forms import ChoiceButtons, DayInput
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.guarded import GuardedForm
from rundbord.web.one_tap import one_tap

_MOST = 100_000


class MeasureForm(GuardedForm):
    """What, who and how much."""

    guarded = ("title", "text", "counted")
    title = forms.CharField(label="Tiltag", max_length=160)
    owner = forms.ChoiceField(label="Ansvarlig enhed")
    target = forms.IntegerField(
        label="Hvor mange aktiviteter", required=False, min_value=1, max_value=_MOST, help_text="I hele året."
    )
    counted = forms.CharField(
        label="Hvad tælles", required=False, max_length=60, help_text="For eksempel møder eller besøg."
    )
    focus_point = forms.ChoiceField(label="Indsatspunkt", required=False)
    text = forms.CharField(label="Uddybning", required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 4}))


class ActivityForm(GuardedForm):
    """When, how many and what."""

    guarded = ("text",)
    held_on = forms.DateField(label="Holdt", widget=DayInput)
    count = forms.IntegerField(label="Antal", min_value=1, max_value=1000, initial=1)
    text = forms.CharField(label="Hvad", required=False, max_length=200)


class StatusForm(forms.Form):
    """How far it is."""

    status = forms.ChoiceField(label="Status", choices=MeasureStatus.choices, widget=ChoiceButtons)


@screen(Permission.SEE_OVERVIEW)
def show_measure(request: SignedInRequest, measure_id: UUID) -> HttpResponse:
    """Show one measure with what was held."""
    row = queries.measure(measure_id)
    actor = request.actor
    governs = actor.may(Permission.GOVERN_PARTNERSHIP)
    owns = row.measure.owner.authority_id == actor.authority_id
    context = {
        "row": row,
        "activities": queries.activities_of(row.measure),
        "own_id": actor.authority_id,
        "governs": governs,
        "may_count": actor.may(Permission.FINISH_TASK) and (owns or governs),
    }
    return page(request, "partnership/show_measure.html", context)


@screen(Permission.GOVERN_PARTNERSHIP, writes=True)
def add_measure(request: SignedInRequest, plan_id: UUID) -> HttpResponse:
    """Add a measure."""
    plan = queries.plan(plan_id)
    form = MeasureForm(request.POST or None, places=queries.place_names())
    terms = _offer(form)
    if form.is_valid() and (
        measure := attempt(
            form,
            lambda: actions.add_measure(plan, terms.of(form), overridden=form.overridden, by=request.actor),
        )
    ):
        return redirect("partnership:show_measure", measure.pk)
    return page(request, "partnership/add_measure.html", {"form": form, "plan": plan})


@screen(Permission.GOVERN_PARTNERSHIP, writes=True)
def change_measure(request: SignedInRequest, measure_id: UUID) -> HttpResponse:
    """Change a measure."""
    measure = queries.measure(measure_id).measure
    form = MeasureForm(request.POST or None, initial=_initial(measure), places=queries.place_names())
    terms = _offer(form)
    if form.is_valid():
        attempt(
            form,
            lambda: actions.change_measure(measure, terms.of(form), overridden=form.overridden, by=request.actor),
        )
    if form.is_valid():
        return redirect("partnership:show_measure", measure.pk)
    return page(request, "partnership/change_measure.html", {"form": form, "measure": measure})


@screen(Permission.FINISH_TASK, writes=True)
def set_measure_status(request: SignedInRequest, measure_id: UUID) -> HttpResponse:
    """Say how far it is."""
    measure = queries.measure(measure_id).measure
    form = StatusForm(request.POST or None, initial={"status": measure.status})
    if form.is_valid():
        status = MeasureStatus(form.cleaned_data["status"])
        attempt(form, lambda: actions.set_measure_status(measure, status, by=request.actor))
    if form.is_valid():
        return redirect("partnership:show_measure", measure.pk)
    return page(request, "partnership/set_measure_status.html", {"form": form, "measure": measure})


@screen(Permission.FINISH_TASK, writes=True)
def count_activity(request: SignedInRequest, measure_id: UUID) -> HttpResponse:
    """Note what was held."""
    measure = queries.measure(measure_id).measure
    form = ActivityForm(request.POST or None, initial={"held_on": timezone.localdate()}, places=queries.place_names())
    if form.is_valid():
        attempt(
            form,
            lambda: actions.count_activity(measure, **form.cleaned_data, overridden=form.overridden, by=request.actor),
        )
    if form.is_valid():
        return redirect("partnership:show_measure", measure.pk)
    return page(request, "partnership/count_activity.html", {"form": form, "measure": measure})


@screen(Permission.FINISH_TASK, writes=True)
def strike_activity(request: SignedInRequest, activity_id: UUID) -> HttpResponse:
    """Take an activity back."""
    activity = queries.activity(activity_id)
    back = reverse("partnership:show_measure", args=[activity.measure_id])
    return one_tap(request, lambda: actions.strike_activity(activity, by=request.actor), back=back)


class _Offered:
    """What the form offers: units and focus points by their keys."""

    def __init__(self, form: MeasureForm) -> None:
        self.units = offer_units(form.fields["owner"], queries.units_of_parties())
        self.points: dict[str, FocusPoint] = {str(point.pk): point for point in queries.focus_points()}
        choices = [("", "Intet bestemt"), *((key, point.title) for key, point in self.points.items())]
        form.fields["focus_point"].choices = choices  # type: ignore[attr-defined]

    def of(self, form: MeasureForm) -> actions.MeasureTerms:
        """Give what was chosen."""
        fields = form.cleaned_data
        return actions.MeasureTerms(
            title=fields["title"],
            text=fields["text"],
            owner=self.units[fields["owner"]],
            focus_point=self.points.get(fields["focus_point"]),
            target=fields["target"],
            counted=fields["counted"],
        )


def _offer(form: MeasureForm) -> _Offered:
    return _Offered(form)


def _initial(measure: Measure) -> dict[str, object]:
    plain = {name: getattr(measure, name) for name in ("title", "text", "target", "counted")}
    return {**plain, "owner": str(measure.owner_id), "focus_point": str(measure.focus_point_id or "")}
