"""Receive source text — indlæg døgnrapport: a public press report becomes masked incidents that wait for release."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date, timedelta

from django.conf import settings
from django.utils import timezone

from rundbord import audit, reading
from rundbord.access.actor import Actor
from rundbord.access.collisions import refusing_collisions
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.access.roles import Role
from rundbord.audit import Event
from rundbord.identity.models import Unit
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.vocabulary import NoticeKind
from rundbord.partnership.queries import AreaLookup, area_lookup
from rundbord.partnership.vocabulary import Audience
from rundbord.situation.models import ReadIncident, Report, SourceText
from rundbord.situation.queries.reporting import unit_of
from rundbord.situation.rules.internal_reports import signs_of_internal
from rundbord.situation.rules.read_incidents import Columns, columns_of, evidence_of
from rundbord.situation.vocabulary import Nature, SourceKind

INTERNAL = (
    "Rapporten ser ud til at være intern. {signs} Indlæg kun de døgnrapporter, som politiet selv offentliggør;"
    " interne oplysninger om personer hører ikke hjemme her."
)

_RECEIVED_MEANWHILE = {"source_text_once": {"text": "Den samme rapport er netop indlagt af en anden."}}


def receive_source_text(
    source: str | bytes, *, name: str, published_on: date, district: str = "", by: Actor
) -> SourceText:
    """Keep the original for its own authority, and write each incident as a report that only it can read."""
    by.must(Permission.ENTER_SOURCE_TEXT)
    if published_on > timezone.localdate():
        raise Refused({"published_on": ["Udgivelsesdagen ligger i fremtiden."]})
    report = _read(source, published_on, district)
    _refuse_unless_public(report.text)
    stored = _store(report, name=name, published_on=published_on, district=district, by=by)
    _write_incidents(stored, report.incidents, by=by)
    audit.record(Event.SOURCE_TEXT_RECEIVED, about=stored, by=by, details={"incidents": len(report.incidents)})
    if not by.may(Permission.RELEASE_SOURCE_TEXT):
        officers = [Recipient(authority_id=by.authority_id, role=Role.OFFICER.value)]
        notify(NoticeKind.RELEASE_WAITING, f"/doegnrapporter/{stored.pk}/", officers, by=by)
    return stored


def _read(source: str | bytes, published_on: date, district: str) -> reading.Report:
    try:
        report = reading.read_report(source, published=published_on, district=district or None)
    except reading.Unreadable as error:
        raise Refused({"text": [error.reason]}) from error
    if not report.incidents:
        raise Refused({"text": ["Der blev ikke fundet nogen hændelser i teksten. Er hele rapporten kommet med?"]})
    return report


def _refuse_unless_public(text: str) -> None:
    signs = signs_of_internal(text)
    if signs:
        raise Refused({"text": [INTERNAL.format(signs=" ".join(signs))]})


def _store(report: reading.Report, *, name: str, published_on: date, district: str, by: Actor) -> SourceText:
    digest = hashlib.sha256(report.text.encode()).digest()
    _refuse_known(digest, by=by)
    now = timezone.now()
    with refusing_collisions(_RECEIVED_MEANWHILE):
        return SourceText.objects.create(
            partnership_id=by.table,
            authority_id=by.authority_id,
            name=name[:160],
            text=report.text,
            digest=digest,
            district=district[:80],
            layout=report.layout[:60],
            published_on=published_on,
            received_at=now,
            received_by=by.user_id,
            delete_at=now + timedelta(days=settings.SOURCE_TEXT_DAYS),
        )


def _refuse_known(digest: bytes, *, by: Actor) -> None:
    known = SourceText.objects.filter(partnership_id=by.table, digest=digest).first()
    if known:
        received = timezone.localtime(known.received_at).strftime("%d.%m.%Y kl. %H.%M")
        raise Refused({"text": [f"Den samme rapport er allerede indlagt den {received} som »{known.name}«."]})


def _write_incidents(stored: SourceText, incidents: Sequence[reading.ReadIncident], *, by: Actor) -> None:
    unit, lookup = unit_of(by), area_lookup()
    for position, incident in enumerate(incidents, start=1):
        report = _write_report(columns_of(incident), unit, lookup, by=by)
        ReadIncident.objects.create(
            authority_id=by.authority_id,
            source_text=stored,
            report=report,
            position=position,
            span_start=incident.span.start,
            span_end=incident.span.end,
            evidence=evidence_of(incident),
            flags=[[flag.kind.value, flag.span.of(stored.text)] for flag in incident.flags],
        )


def _write_report(columns: Columns, unit: Unit, lookup: AreaLookup, *, by: Actor) -> Report:
    now = timezone.now()
    return Report.objects.create(
        **columns,
        area=lookup.find(street=str(columns["place_text"])) or lookup.find(street=str(columns["town"])),
        partnership_id=by.table,
        authority_id=by.authority_id,
        unit=unit,
        reporter_id=by.user_id,
        audience=Audience.AUTHORITY.value,
        nature=Nature.INCIDENT.value,
        source_kind=SourceKind.PRESS_REPORT.value,
        created_at=now,
        changed_at=now,
    )
