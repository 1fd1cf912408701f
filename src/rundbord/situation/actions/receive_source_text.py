"""Receive source text — indlæg døgnrapport: a public press report becomes masked incidents that wait for release."""

from __future__ import annotations

import hashlib
from datetime import date

from django.utils import timezone

from rundbord import reading
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.access.roles import Role
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.vocabulary import NoticeKind
from rundbord.situation.actions.keep_source_text import keep_source_text
from rundbord.situation.models import SourceText
from rundbord.situation.rules.internal_reports import signs_of_internal

INTERNAL = (
    "Rapporten ser ud til at være intern. {signs} Indlæg kun de døgnrapporter, som politiet selv offentliggør;"
    " interne oplysninger om personer hører ikke hjemme her."
)


def receive_source_text(
    source: str | bytes, *, name: str, published_on: date, district: str = "", by: Actor
) -> SourceText:
    """Keep the original for its own authority, and write each incident as a report that only it can read."""
    by.must(Permission.ENTER_SOURCE_TEXT)
    if published_on > timezone.localdate():
        raise Refused({"published_on": ["Udgivelsesdagen ligger i fremtiden."]})
    report = read_public_report(source, published_on=published_on, district=district)
    digest = hashlib.sha256(report.text.encode()).digest()
    _refuse_known(digest, by=by)
    stored = keep_source_text(report, name=name, published_on=published_on, district=district, digest=digest, by=by)
    if not by.may(Permission.RELEASE_SOURCE_TEXT):
        officers = [Recipient(authority_id=by.authority_id, role=Role.OFFICER.value)]
        notify(NoticeKind.RELEASE_WAITING, f"/doegnrapporter/{stored.pk}/", officers, by=by)
    return stored


def read_public_report(source: str | bytes, *, published_on: date, district: str) -> reading.Report:
    """Read a report; Refused where it cannot be read, tells of nothing, or was not meant for the public."""
    try:
        report = reading.read_report(source, published=published_on, district=district or None)
    except reading.Unreadable as error:
        raise Refused({"text": [error.reason]}) from error
    if not report.incidents:
        raise Refused({"text": ["Der blev ikke fundet nogen hændelser i teksten. Er hele rapporten kommet med?"]})
    if signs := signs_of_internal(report.text):
        raise Refused({"text": [INTERNAL.format(signs=" ".join(signs))]})
    return report


def _refuse_known(digest: bytes, *, by: Actor) -> None:
    known = SourceText.objects.filter(partnership_id=by.table, digest=digest).first()
    if known:
        received = timezone.localtime(known.received_at).strftime("%d.%m.%Y kl. %H.%M")
        raise Refused({"text": [f"Den samme rapport er allerede indlagt den {received} som »{known.name}«."]})
