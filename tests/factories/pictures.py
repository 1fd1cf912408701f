"""A morning with its facts, ready to be published: invented reports, incidents and a silent unit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.utils import timezone

from rundbord.access.session import acting_for
from rundbord.partnership.models import AreaAssessment
from rundbord.partnership.vocabulary import AreaStatus, Audience, Side
from rundbord.situation import actions
from rundbord.situation.models import Incident, Picture, Report, Triage
from rundbord.situation.vocabulary import Category, Nature, SourceKind, Verdict
from tests.database import as_owner
from tests.factories import rows
from tests.factories.situations import ActorOf, Vestegnen


@dataclass(frozen=True, kw_only=True)
class Morning:
    """What waits to be published: three things that happened, one unit that is silent."""

    burglary: Incident
    noise: Incident
    narrow: Incident
    told: Report
    narrow_report: Report


@pytest.fixture
def morning(vestegnen: Vestegnen) -> Morning:
    """A burglary for all, noise that partners may read, and a line for Gladsaxe and the police alone."""
    table = vestegnen.partnership
    for unit in (vestegnen.gladsaxe_street, vestegnen.herlev_ssp):
        rows.reporting_duty(table, unit)
    told = rows.report(
        table, vestegnen.local_police, nature=Nature.INCIDENT, source_kind=SourceKind.POLICE, text="Opbrudt kælderdør."
    )
    heard = rows.report(table, vestegnen.gladsaxe_street, audience=Audience.PARTNERS, text="Høj musik til sent.")
    narrow_report = rows.report(
        table, vestegnen.gladsaxe_street, audience=Audience.POLICE, text="Knallerter kører om natten."
    )
    burglary = _kept(vestegnen, told, heading="Indbrud i kælder", category=Category.BURGLARY, is_confirmed=True)
    noise = _kept(vestegnen, heard, heading="Høj musik ved stationen")
    narrow = _kept(vestegnen, narrow_report, heading="Knallertkørsel om natten")
    _assess(vestegnen)
    return Morning(burglary=burglary, noise=noise, narrow=narrow, told=told, narrow_report=narrow_report)


@pytest.fixture
def published(vestegnen: Vestegnen, morning: Morning, actor_of: ActorOf) -> Picture:
    """The morning's picture, published by the coordinator in Gladsaxe."""
    coordinator = actor_of(vestegnen.coordinator)
    with acting_for(coordinator):
        return actions.publish_picture(number=1, by=coordinator)


def _kept(vestegnen: Vestegnen, report: Report, **columns: object) -> Incident:
    incident = rows.incident(
        vestegnen.partnership,
        report.unit.authority,
        **{
            "audience": report.audience,
            "nature": report.nature,
            "category": report.category or Category.UNREST,
            "area": vestegnen.station,
            "lat": vestegnen.station.centre_lat,
            "lon": vestegnen.station.centre_lon,
            "unit_id": report.unit_id,
            "first_report": report,
            **columns,
        },
    )
    with as_owner():
        Triage.objects.create(
            partnership=vestegnen.partnership,
            authority_id=report.authority_id,
            unit_id=report.unit_id,
            audience=report.audience,
            report=report,
            incident=incident,
            verdict=Verdict.KEPT,
            user_id=vestegnen.coordinator.pk,
            at=timezone.now(),
        )
    return incident


def _assess(vestegnen: Vestegnen) -> None:
    with as_owner():
        for side, authority in ((Side.POLICE, vestegnen.police), (Side.SSP, vestegnen.gladsaxe)):
            AreaAssessment.objects.create(
                partnership=vestegnen.partnership,
                authority=authority,
                area=vestegnen.station,
                side=side,
                status=AreaStatus.WATCHED,
                reason="Samlingssted om aftenen.",
                assessed_at=timezone.now() - timedelta(days=3),
            )
