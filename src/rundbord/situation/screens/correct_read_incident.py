"""Correct read incident — ret udtrukket hændelse: every field, beside the words it was read from."""

from __future__ import annotations

from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.identity.drafts import restored_draft
from rundbord.partnership.queries import place_names
from rundbord.situation import actions, queries
from rundbord.situation.models import ReadIncident, Report
from rundbord.situation.queries.reporting import open_areas
from rundbord.situation.rules.read_incidents import FIELDS
from rundbord.situation.screens.source_text import reviewed
from rundbord.situation.vocabulary import Category, TimePrecision
from rundbord.ui.forms import MomentInput
from rundbord.web import SignedInRequest, Subject, attempt, page, screen
from rundbord.web.guarded import GuardedForm
from rundbord.web.seen import SeenForm

_EMPTY = {"required": "Teksten må ikke være tom. Hold hændelsen tilbage, hvis den ikke skal med."}
_PRECISIONS = [("", "Ukendt"), *TimePrecision.choices()]


class CorrectReadIncidentForm(GuardedForm, SeenForm):
    """All that was read of an incident."""

    guarded: ClassVar[tuple[str, ...]] = ("heading", "text")

    heading = forms.CharField(label="Overskrift", max_length=200)
    text = forms.CharField(label="Maskeret tekst", error_messages=_EMPTY, widget=forms.Textarea(attrs={"rows": 8}))
    category = forms.ChoiceField(label="Kategori", choices=Category.choices())
    starts_at = forms.DateTimeField(label="Start", required=False, widget=MomentInput)
    starts_precision = forms.ChoiceField(label="Start er kendt som", required=False, choices=_PRECISIONS)
    ends_at = forms.DateTimeField(label="Slut", required=False, widget=MomentInput)
    ends_precision = forms.ChoiceField(label="Slut er kendt som", required=False, choices=_PRECISIONS)
    reported_at = forms.DateTimeField(label="Anmeldt", required=False, widget=MomentInput)
    place_text = forms.CharField(label="Gade eller sted", required=False, max_length=160)
    town = forms.CharField(label="By", required=False, max_length=80)
    area = forms.ChoiceField(label="Område", required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        """Offer the areas of the partnership."""
        super().__init__(*args, **options)
        self.areas = {str(area.pk): area for area in open_areas()}
        field = self.fields["area"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 — tells the type checker what the class says
        field.choices = [("", "Uden for partnerskabets områder"), *((pk, area.name) for pk, area in self.areas.items())]

    def clean(self) -> None:
        """A time that is known needs to say how well; one that lies ahead is a slip."""
        super().clean()
        for moment, precision in (("starts_at", "starts_precision"), ("ends_at", "ends_precision")):
            told = self.cleaned_data.get(moment)
            if told and told > timezone.now():
                self.add_error(moment, "Tidspunktet ligger i fremtiden.")
            if told and not self.cleaned_data.get(precision):
                self.cleaned_data[precision] = TimePrecision.MINUTE.value
            if not told:
                self.cleaned_data[precision] = ""

    def changes(self) -> dict[str, Any]:
        """Give the values by column."""
        told = {name: value for name, value in self.cleaned_data.items() if name != "seen"}
        return told | {"area": self.areas.get(told["area"])}


@screen(Permission.RELEASE_SOURCE_TEXT, reads=Subject.SOURCE_TEXT, writes=True)
def correct_read_incident(request: SignedInRequest, source_id: UUID, position: int) -> HttpResponse:
    """Show one incident with its words, and save what a person puts right."""
    incident = queries.read_incident(source_id, position)
    draft = restored_draft(request)
    form = CorrectReadIncidentForm(
        request.POST or None, current=_current(incident.report), places=place_names(), initial=dict(draft.initial)
    )
    if form.is_valid():
        saved = attempt(form, lambda: _save(form, request, source_id, position))
        if saved:
            address = reverse("situation:source_text", args=[source_id])
            return HttpResponseRedirect(f"{address}#haendelse-{position}")
    original = actions.read_source_text(incident.source_text, by=request.actor)
    context = {
        "form": form,
        "each": reviewed(incident, original),
        "source": incident.source_text,
        "field_labels": FIELDS,
        "draft_saved_at": draft.saved_at,
    }
    return page(request, "situation/correct_read_incident.html", context)


def _save(form: CorrectReadIncidentForm, request: SignedInRequest, source_id: UUID, position: int) -> ReadIncident:
    incident = queries.read_incident(source_id, position)
    return actions.correct_read_incident(incident, form.changes(), overridden=form.overridden, by=request.actor)


def _current(report: Report) -> dict[str, Any]:
    """Give the report's values by field, as they stand now."""
    columns = [name for name in CorrectReadIncidentForm.base_fields if name not in {"seen", "area"}]
    return {name: _local(getattr(report, name)) for name in columns} | {"area": str(report.area_id or "")}


def _local(value: Any) -> Any:
    return timezone.localtime(value).replace(second=0, microsecond=0) if hasattr(value, "astimezone") else value
