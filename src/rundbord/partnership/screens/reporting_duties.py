"""Reporting duties — indberetningspligt: which units must send something, on which days and by when."""

from __future__ import annotations

from datetime import time
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.identity.models import Unit
from rundbord.partnership import actions, queries
from rundbord.partnership.weekdays import CHOICES
from rundbord.ui.forms import ChoiceChips, ClockInput, DayInput
from rundbord.web import SignedInRequest, attempt, page, screen


class ReportingDutyForm(forms.Form):
    """Which unit, on which weekdays, by when."""

    unit = forms.ChoiceField(label="Enhed")
    weekdays = forms.TypedMultipleChoiceField(label="Dage", coerce=int, choices=CHOICES, widget=ChoiceChips)
    expected_by = forms.TimeField(label="Senest kl.", widget=ClockInput)
    starts_on = forms.DateField(label="Første dag", widget=DayInput)


class EndReportingDutyForm(forms.Form):
    """The last day."""

    last_day = forms.DateField(label="Sidste dag", widget=DayInput)


@screen(Permission.GOVERN_PARTNERSHIP, writes=True)
def set_reporting_duty(request: SignedInRequest) -> HttpResponse:
    """Expect reports from a unit."""
    units = {str(unit.pk): unit for unit in queries.units_of_parties()}
    initial = {"weekdays": list(range(1, 6)), "expected_by": time(7, 30), "starts_on": timezone.localdate()}
    form = ReportingDutyForm(request.POST or None, initial=initial)
    form.fields["unit"].choices = _by_authority(units)  # type: ignore[attr-defined]
    if form.is_valid():
        terms = {name: value for name, value in form.cleaned_data.items() if name != "unit"}
        attempt(form, lambda: actions.set_reporting_duty(units[form.cleaned_data["unit"]], **terms, by=request.actor))
    if form.is_valid():
        return redirect("partnership:show_partnership")
    return page(request, "partnership/set_reporting_duty.html", {"form": form})


@screen(Permission.GOVERN_PARTNERSHIP, writes=True)
def end_reporting_duty(request: SignedInRequest, duty_id: UUID) -> HttpResponse:
    """Expect nothing more after a day."""
    duty = queries.reporting_duty(duty_id)
    form = EndReportingDutyForm(request.POST or None, initial={"last_day": timezone.localdate()})
    if form.is_valid():
        last_day = form.cleaned_data["last_day"]
        attempt(form, lambda: actions.end_reporting_duty(duty, last_day=last_day, by=request.actor))
    if form.is_valid():
        return redirect("partnership:show_partnership")
    return page(request, "partnership/end_reporting_duty.html", {"form": form, "duty": duty})


def _by_authority(units: dict[str, Unit]) -> list[tuple[str, object]]:
    groups: dict[str, list[tuple[str, str]]] = {}
    for key, unit in units.items():
        groups.setdefault(unit.authority.short_name, []).append((key, unit.name))
    return [("", "Vælg enhed"), *groups.items()]
