"""Source text — døgnrapport: the original beside what was read from it, to be put right and released."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect

from rundbord.access.permissions import Permission
from rundbord.reading.persons import findings
from rundbord.situation import actions, queries
from rundbord.situation.models import ReadIncident
from rundbord.situation.queries.source_texts import ReadReport
from rundbord.situation.rules.highlights import Stretch, headings_outside, stretches
from rundbord.situation.rules.read_incidents import COLUMNS, FIELDS, flag_in_words
from rundbord.situation.rules.time_words import span_in_words
from rundbord.situation.vocabulary import Category
from rundbord.vocabulary import label_of
from rundbord.web import SignedInRequest, Subject, attempt, page, screen


@dataclass(frozen=True, kw_only=True)
class Reviewed:
    """One incident as the review shows it: the words it was read from, contradictions, and words to look at again."""

    incident: ReadIncident
    heading: Sequence[str]
    stretches: Sequence[Stretch]
    flags: Sequence[str]
    doubts: Sequence[str]
    corrected: Sequence[str]

    @property
    def category(self) -> str:
        """The category's label."""
        return label_of(Category, self.incident.report.category)

    @property
    def when(self) -> str:
        """When it happened, in words."""
        report = self.incident.report
        precisions = {"starts_precision": report.starts_precision, "ends_precision": report.ends_precision}
        return span_in_words(report.starts_at, report.ends_at, **precisions)


class ReleaseForm(forms.Form):
    """What to do with which incidents."""

    act = forms.ChoiceField(choices=[("all", ""), ("chosen", ""), ("withhold", ""), ("restore", "")])
    incident = forms.MultipleChoiceField(required=False)

    def __init__(self, *args: Any, incidents: Sequence[ReadIncident], **options: Any) -> None:
        """Only incidents of this report can be named."""
        super().__init__(*args, **options)
        field = self.fields["incident"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 — tells the type checker what the class says
        field.choices = [(str(each.pk), str(each.position)) for each in incidents]


@screen(Permission.READ_SOURCE_TEXT, reads=Subject.SOURCE_TEXT, writes=True)
def source_text(request: SignedInRequest, source_id: UUID) -> HttpResponse:
    """Show the review; release, hold back, or let wait again."""
    found = queries.read_report(source_id)
    form = ReleaseForm(request.POST or None, incidents=found.incidents)
    if form.is_valid() and attempt(form, lambda: _act(form, found, request)):
        return HttpResponseRedirect(request.path)
    original = actions.read_source_text(found.source, by=request.actor)
    return page(request, "situation/source_text.html", _context(form, found, original, request))


def _act(form: ReleaseForm, found: ReadReport, request: SignedInRequest) -> bool:
    act, named = form.cleaned_data["act"], {UUID(each) for each in form.cleaned_data["incident"]}
    if act in {"all", "chosen"}:
        actions.release_source_text(found.source, only=None if act == "all" else named, by=request.actor)
        return True
    for incident in found.incidents:
        if incident.pk in named:
            actions.withhold_read_incident(incident, is_withheld=act == "withhold", by=request.actor)
    return True


def _context(form: ReleaseForm, found: ReadReport, original: str, request: SignedInRequest) -> dict[str, Any]:
    return {
        "form": form,
        "source": found.source,
        "reviewed": [reviewed(each, original) for each in found.incidents],
        "waiting": len(found.waiting),
        "field_labels": FIELDS,
        "may_release": request.actor.may(Permission.RELEASE_SOURCE_TEXT),
    }


def reviewed(incident: ReadIncident, original: str) -> Reviewed:
    """Gather what the review shows of one incident."""
    report = incident.report
    extent = {"start": incident.span_start, "end": incident.span_end}
    places = {report.place_text, report.town, report.area.name if report.area else ""} - {""}
    return Reviewed(
        incident=incident,
        heading=headings_outside(original, incident.evidence.get("heading", []), **extent),
        stretches=stretches(original, incident.evidence, **extent),
        flags=[flag_in_words(kind, words) for kind, words in incident.flags],
        doubts=[f"»{each.words.strip()}« ({each.kind.label})" for each in findings(report.text, places=places)],
        corrected=[COLUMNS[name] for name in incident.corrected_fields],
    )
