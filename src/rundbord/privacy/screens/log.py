"""Log — log: what the own authority's users did and read, newest first."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import urlencode

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.dateparse import parse_datetime

from rundbord import audit
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.privacy.queries import LogPage, log_page
from rundbord.web import SignedInRequest, Subject, page, screen


class LogFilter(forms.Form):
    """Which events to show."""

    haendelse = forms.ChoiceField(
        label="Vis",
        required=False,
        choices=[("", "Alle hændelser"), *sorted(Event.choices(), key=lambda pair: pair[1])],
    )
    foer = forms.CharField(required=False, widget=forms.HiddenInput)


@screen(Permission.READ_OWN_LOG, reads=Subject.LOG)
def log(request: SignedInRequest) -> HttpResponse:
    """Show one page; reading it is logged like any reading."""
    form = LogFilter(request.GET)
    event = form.cleaned_data["haendelse"] if form.is_valid() else ""
    before = _moment(request.GET.get("foer", ""))
    shown = log_page(before=before, event=event or None)
    audit.record(Event.LOG_READ, by=request.actor, details={"lines": len(shown.lines), "event": event or None})
    return page(request, "privacy/log.html", {"form": form, "page": shown, **_ways(shown, event, is_first=not before)})


def _ways(shown: LogPage, event: str, *, is_first: bool) -> dict[str, str]:
    here = reverse("privacy:log")
    kept = {"haendelse": event} if event else {}
    newest = f"{here}?{urlencode(kept)}" if kept else here
    older = urlencode({**kept, "foer": shown.older_than.isoformat()}) if shown.older_than else ""
    return {
        "newest_url": "" if is_first else newest,
        "older_url": f"{here}?{older}" if older else "",
        "summary": f"{len(shown.lines)} linjer, nyeste først",
    }


def _moment(text: str) -> datetime | None:
    try:
        moment = parse_datetime(text)
    except ValueError:
        return None
    return moment if moment is not None and moment.tzinfo is not None else None
