"""Show incident — hændelse: facts, each source's own words, what was done, and the pictures it stood in."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.partnership.models import Area
from rundbord.partnership.queries import area_collection
from rundbord.partnership.vocabulary import Audience
from rundbord.situation.models import Incident
from rundbord.situation.queries.incident_sources import Source, history_of, pictures_with, sources_of
from rundbord.situation.queries.incidents import incident_of
from rundbord.situation.screens.inbox_cards import details_of, source_of, when_of, where_of
from rundbord.situation.screens.incidents import line_of, points_of
from rundbord.vocabulary import label_of
from rundbord.web import SignedInRequest, page, screen


@screen(Permission.SEE_INCIDENTS)
def show_incident(request: SignedInRequest, incident_id: UUID) -> HttpResponse:
    """Show one incident as far as the reader may know it."""
    incident = incident_of(request.actor, incident_id)
    line = line_of(incident)
    context = {
        "incident": incident,
        "line": line,
        "readers": label_of(Audience, incident.audience),
        "sources": [_source(source) for source in sources_of(incident)],
        "steps": history_of(incident),
        "pictures": pictures_with(incident),
        "may_change": request.actor.may(Permission.TRIAGE) and incident.withdrawn_at is None,
        "raise_url": _url_with(incident, "alerts:raise_event") if request.actor.may(Permission.RAISE_ALERT) else "",
        "conflict_url": _url_with(incident, "conflicts:choose_conflict")
        if request.actor.may(Permission.EDIT_CONFLICTS)
        else "",
        "concern_url": _raise_concern(incident) if request.actor.may(Permission.WORK_CONCERNS) else "",
        "refused": request.GET.get("afvist", "") == "1",
        **_map(incident, line),
    }
    return page(request, "situation/show_incident.html", context)


def _url_with(incident: Incident, screen_name: str) -> str:
    """Lead to another thread's form, filled with what all parties may read of this incident."""
    if incident.audience not in {Audience.PARTIES, Audience.PARTNERS} or incident.withdrawn_at or incident.closed_at:
        return ""
    known = {
        "haendelse": str(incident.pk),
        "overskrift": incident.heading,
        "omraade": str(incident.area_id or ""),
        "sted": incident.place_text,
        "skete": timezone.localtime(incident.occurred_at).strftime("%Y-%m-%dT%H:%M"),
    }
    return f"{reverse(screen_name)}?{urlencode({name: value for name, value in known.items() if value})}"


def _raise_concern(incident: Incident) -> str:
    """Lead to the form of a new concern with area and day filled in; nothing is kept here of who came this way."""
    return f"{reverse('concerns:raise_concern')}?{urlencode({'haendelse': str(incident.pk)})}"


def _source(source: Source) -> dict[str, Any]:
    report = source.report
    return {
        "report": report,
        "name": source_of(report, source.unit_name),
        "when": when_of(report),
        "where": where_of(report),
        "details": details_of(report),
        "readers": label_of(Audience, report.audience),
        "photo_ids": source.photo_ids,
    }


def _map(incident: Incident, line: dict[str, Any]) -> dict[str, Any]:
    areas = Area.objects.filter(pk=incident.area_id) if incident.area_id else []
    return {
        "points": points_of([line]),
        "areas": area_collection(areas),
        "has_map": incident.lat is not None or incident.area_id is not None,
    }
