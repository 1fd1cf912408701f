"""Report incidents — indberet hændelser: a table for the keyboard, up to ten person-free incidents at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.identity.drafts import restored_draft
from rundbord.partnership.queries import place_names
from rundbord.partnership.vocabulary import Audience
from rundbord.situation import actions
from rundbord.situation.models import Report
from rundbord.situation.queries.reporting import street_names
from rundbord.situation.rules.quick_times import HOW_TO_WRITE
from rundbord.situation.screens.incident_row_form import IncidentRowForm
from rundbord.situation.screens.report_offer import audiences_of
from rundbord.situation.vocabulary import Category
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.fields import AssumedChoiceField

ROWS = 10
_FIELD_OF_OBJECTION = {"clock": "when", "until": "when", "area": "place_text", "audience": "text"}


# What only a team reads reaches no coordinator; incidents are entered for the picture.
_AUDIENCES = [each for each in Audience if each is not Audience.UNIT]


class ReadersForm(forms.Form):
    """Who may read the incidents, asked once for all of them."""

    audience = AssumedChoiceField(
        label="Hvem kan læse dem?",
        assumed=Audience.PARTIES.value,
        choices=[(each.value, each.label) for each in _AUDIENCES],
    )


@screen(Permission.REPORT_INCIDENTS, writes=True)
def report_incidents(request: SignedInRequest) -> HttpResponse:
    """Show ten lines; save all that are filled in, or none while one of them is wrong."""
    typed = request.POST if request.method == "POST" else None
    draft = restored_draft(request)
    readers = ReadersForm(typed, initial=dict(draft.initial))
    rows = list(_rows(typed, draft.initial))
    filled = [row for row in rows if typed is not None and row.has_changed()]
    if typed is not None and _are_valid(readers, filled):
        saved = _save(readers, filled, request)
        if saved:
            found = "&".join(f"gemt={report.pk}" for report in saved)
            return HttpResponseRedirect(f"{reverse('situation:own_reports')}?{found}")
    context = _context(readers, rows, filled) | {
        "audiences": [each for each in audiences_of(request.actor) if each.audience in _AUDIENCES],
        "draft_saved_at": draft.saved_at,
    }
    return page(request, "situation/report_incidents.html", context)


def _rows(typed: Any, draft: Any) -> Iterator[IncidentRowForm]:
    places = place_names()
    for number in range(ROWS):
        prefix = str(number)
        kept = {name: draft.get(f"{prefix}-{name}", "") for name in IncidentRowForm.base_fields}
        options = {"empty_permitted": True, "use_required_attribute": False, "initial": {} if typed else kept}
        yield IncidentRowForm(typed, prefix=prefix, places=places, **options)


def _are_valid(readers: ReadersForm, filled: list[IncidentRowForm]) -> bool:
    """Check every line, so that all errors are told at once."""
    are_valid = [form.is_valid() for form in (readers, *filled)]
    return all(are_valid)


def _save(readers: ReadersForm, filled: list[IncidentRowForm], request: SignedInRequest) -> list[Report] | None:
    """Save the lines; an objection is put beside the line that it is about."""
    audience = Audience(readers.cleaned_data["audience"])
    overridden = list(dict.fromkeys(kind for row in filled for kind in row.overridden))

    def act() -> list[Report]:
        try:
            accounts = [row.account(audience) for row in filled]
            return actions.report_incidents(accounts, overridden=overridden, by=request.actor)
        except Refused as refusal:
            _show(refusal, filled)
            raise Refused({"": refusal.reasons.get("", [])}) from refusal

    return attempt(readers, act)


def _show(refusal: Refused, filled: list[IncidentRowForm]) -> None:
    for key, sentences in refusal.reasons.items():
        number, _, field = key.partition("-")
        for sentence in sentences if field else []:
            filled[int(number)].add_error(_FIELD_OF_OBJECTION.get(field, field), sentence)


def _context(readers: ReadersForm, rows: list[IncidentRowForm], filled: list[IncidentRowForm]) -> dict[str, Any]:
    return {
        "readers": readers,
        "rows": rows,
        "wrong": [row for row in filled if row.errors],
        "nothing_typed": readers.is_bound and not filled,
        "categories": [category.label for category in Category],
        "streets": street_names(),
        "how_to_write": HOW_TO_WRITE,
    }
