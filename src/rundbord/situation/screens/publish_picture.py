"""Publish picture — udgiv: the last look at who is missing and at words that may point at a person, then the number."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.partnership.queries.place_names import place_names
from rundbord.reading.persons import Finding
from rundbord.situation import actions
from rundbord.situation.models import Picture
from rundbord.situation.queries.drafts import Flagged, draft_picture, person_check
from rundbord.situation.rules.lines import Line
from rundbord.situation.vocabulary import EntryKind
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.fields import SentBackField


class PublishForm(forms.Form):
    """The number that was promised, and the warnings that were looked at."""

    number = SentBackField(min_value=1)
    confirmed = forms.CharField(
        required=False, label="Jeg har set ordene igennem. Ingen af dem peger på en person.", widget=forms.CheckboxInput
    )

    def __init__(self, *args: object, mark: str, **options: object) -> None:
        """`mark` stands for exactly the warnings on the page."""
        super().__init__(*args, **options)  # type: ignore[arg-type]
        self.fields["confirmed"].widget = forms.CheckboxInput(attrs={"value": mark}, check_test=lambda value: False)


@screen(Permission.PUBLISH_PICTURE, writes=True)
def publish_picture(request: SignedInRequest) -> HttpResponse:
    """Show what is about to be published, and publish it."""
    draft = draft_picture(request.actor)
    check = person_check(draft.lines, places=place_names())
    initial = {"number": draft.coming.number}
    form = PublishForm(request.POST if request.method == "POST" else None, initial=initial, mark=check.mark)
    if form.is_valid() and (picture := attempt(form, lambda: _act(form, request))):
        return HttpResponseRedirect(reverse("situation:show_picture", args=[picture.number]))
    context = {
        "draft": draft,
        "edition": draft.edition,
        "period": draft.coming.period,
        "check": check,
        "stopping": [_flag(each, each.examined.stopping) for each in check.stopping],
        "warning": [_flag(each, each.examined.warning) for each in check.warning],
        "form": form,
        "now": timezone.now(),
    }
    return page(request, "situation/publish_picture.html", context)


def _act(form: PublishForm, request: SignedInRequest) -> Picture:
    number, confirmed = form.cleaned_data["number"], request.POST.get("confirmed", "")
    return actions.publish_picture(number=number, confirmed=confirmed, by=request.actor)


def _flag(flagged: Flagged, findings: list[Finding]) -> dict[str, Any]:
    """Name the line in which the words stand, and the page on which they can be changed."""
    line = flagged.line
    heading = f"{line.kind.label}: {line.words('heading')}" if line.words("heading") else line.kind.label
    return {"heading": heading, "href": _where_to_change(line), "findings": findings}


def _where_to_change(line: Line) -> str:
    if line.incident_id:
        return reverse("situation:show_incident", args=[line.incident_id])
    if line.kind in {EntryKind.SUMMARY, EntryKind.PRIORITIES}:
        return reverse("situation:edit_section", args=[line.kind.value, line.audience])
    return reverse("tasks:tasks") if line.kind == EntryKind.TASK else ""
