"""Builders of single rows, written as the owner; every value that a test does not name is a plain default."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, timedelta
from typing import Any, TypeVar
from uuid import uuid4

from django.db.models import Model
from django.utils import timezone

from rundbord.access.roles import Role
from rundbord.identity.models import Authority, Duty, IntroductionPass, Unit, User
from rundbord.identity.rules.introduction import VERSION
from rundbord.identity.vocabulary import AuthorityKind, Regime, UnitKind
from rundbord.notices.models import Notice
from rundbord.notices.vocabulary import NoticeKind
from rundbord.partnership.models import Area, AreaStreet, Partnership, Party, ReportingDuty
from rundbord.partnership.rules import street_key
from rundbord.partnership.vocabulary import AreaKind, Audience
from rundbord.situation.models import Incident, Report
from rundbord.situation.vocabulary import Category, Nature, SourceKind, TimePrecision
from rundbord.zones.models import Zone, ZoneDecision
from rundbord.zones.vocabulary import Step, ZoneKind
from tests.database import as_owner

LONG_AGO = date(2020, 1, 1)
Row = TypeVar("Row", bound=Model)
_waiting: ContextVar[list[Model] | None] = ContextVar("waiting", default=None)


@contextmanager
def laid_down_together() -> Iterator[None]:
    """Let builders wait, and write what they made in one statement for each table, in the order of first need."""
    assert _waiting.get() is None
    made: list[Model] = []
    token = _waiting.set(made)
    try:
        yield
    finally:
        _waiting.reset(token)
    models: list[type[Model]] = list(dict.fromkeys([type(row) for row in made]))
    with as_owner():
        for model in models:
            model._base_manager.bulk_create([row for row in made if type(row) is model])


def _laid_down(row: Row) -> Row:
    """Write a row now, or with the others that wait."""
    waiting = _waiting.get()
    if waiting is not None:
        waiting.append(row)
        return row
    with as_owner():
        row.save(force_insert=True)
    return row


def authority(name: str, kind: AuthorityKind, *, code: str) -> Authority:
    return _laid_down(Authority(name=name, short_name=name, code=code, kind=kind))


def unit(of: Authority, name: str, kind: UnitKind = UnitKind.SSP, **columns: Any) -> Unit:
    regime = Regime.LAW_ENFORCEMENT if of.kind == AuthorityKind.POLICE else Regime.GDPR
    return _laid_down(Unit(authority=of, name=name, kind=kind, **{"regime": regime, **columns}))


def user(in_unit: Unit, role: Role, *, name: str = "", sign_in_name: str = "") -> User:
    """Make a user with one duty who has passed the introduction to the rules."""
    made = _laid_down(
        User(
            authority_id=in_unit.authority_id,
            sign_in_name=sign_in_name or f"{role}-{uuid4().hex[:8]}".replace("_", "-"),
            name=name or f"{role.label} i {in_unit.name}",
        )
    )
    duty(made, in_unit, role)
    introduced(made)
    return made


def introduced(of: User, **columns: Any) -> IntroductionPass:
    now = timezone.now()
    return _laid_down(
        IntroductionPass(
            **{
                "authority_id": of.authority_id,
                "user": of,
                "version": VERSION,
                "passed_at": now,
                "holds_until": timezone.localdate() + timedelta(days=365),
                **columns,
            }
        )
    )


def duty(of: User, in_unit: Unit, role: Role, **columns: Any) -> Duty:
    return _laid_down(
        Duty(
            **{
                "authority_id": in_unit.authority_id,
                "unit": in_unit,
                "user": of,
                "user_label": of.name,
                "role": role,
                "starts_on": LONG_AGO,
                **columns,
            }
        )
    )


def partnership(name: str, parties: list[Authority]) -> Partnership:
    made = _laid_down(Partnership(name=name, short_name=name[:40]))
    for party in parties:
        _laid_down(Party(partnership=made, authority=party, kind=party.kind, joined_on=LONG_AGO))
    return made


def area(of: Partnership, name: str, authority: Authority, *, west: float = 12.4, south: float = 55.72) -> Area:
    """Draw a square of about a kilometre."""
    east, north = west + 0.015, south + 0.009
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return _laid_down(
        Area(
            partnership=of,
            authority=authority,
            name=name,
            sort_key=name.lower(),
            kind=AreaKind.DISTRICT,
            outline={"type": "Polygon", "coordinates": [ring]},
            centre_lat=(south + north) / 2,
            centre_lon=(west + east) / 2,
        )
    )


def street(of: Area, name: str) -> AreaStreet:
    with as_owner():
        return AreaStreet.objects.create(partnership_id=of.partnership_id, area=of, name=name, key=street_key(name))


def reporting_duty(of: Partnership, unit: Unit, **columns: Any) -> ReportingDuty:
    with as_owner():
        return ReportingDuty.objects.create(
            partnership=of, unit=unit, authority_id=unit.authority_id, starts_on=LONG_AGO, **columns
        )


def report(of: Partnership, unit: Unit, **columns: Any) -> Report:
    now = columns.get("created_at") or timezone.now()
    with as_owner():
        return Report.objects.create(
            **{
                "partnership": of,
                "authority_id": unit.authority_id,
                "unit": unit,
                "reporter_id": uuid4(),
                "audience": Audience.PARTIES,
                "nature": Nature.OBSERVATION,
                "source_kind": SourceKind.STREET,
                "text": "Gruppe af unge ved stationen, høj musik.",
                "starts_at": now - timedelta(hours=2),
                "starts_precision": TimePrecision.MINUTE,
                "created_at": now,
                "changed_at": now,
                "waits": columns.get("nature") != Nature.NOTHING,
                **columns,
            }
        )


def incident(of: Partnership, authority: Authority, **columns: Any) -> Incident:
    now: datetime = columns.get("created_at") or timezone.now()
    with as_owner():
        return Incident.objects.create(
            **{
                "partnership": of,
                "authority": authority,
                "audience": Audience.PARTIES,
                "nature": Nature.INCIDENT,
                "category": Category.UNREST,
                "heading": "Uro ved stationen",
                "starts_at": now - timedelta(hours=2),
                "occurred_at": now - timedelta(hours=2),
                "starts_precision": TimePrecision.MINUTE,
                "created_at": now,
                "changed_at": now,
                **columns,
            }
        )


def notice(of: Partnership, sender: Authority, recipient: Authority, **columns: Any) -> Notice:
    with as_owner():
        return Notice.objects.create(
            **{
                "partnership_id": of.pk,
                "authority": sender,
                "recipient": recipient,
                "kind": NoticeKind.PICTURE_PUBLISHED,
                "path": "/",
                "at": timezone.now(),
                **columns,
            }
        )


def zone(of: Partnership, unit: Unit, **columns: Any) -> Zone:
    """Write a zone with its first decision, in force since yesterday and for a week."""
    now: datetime = columns.pop("now", None) or timezone.now()
    starts_at = columns.pop("starts_at", now - timedelta(days=1))
    ends_at = columns.pop("ends_at", now + timedelta(days=7))
    link = columns.pop("link", "")
    own: dict[str, Any] = {"partnership": of, "authority_id": unit.authority_id}
    with as_owner():
        made = Zone.objects.create(
            **{
                **own,
                "unit": unit,
                "audience": Audience.PARTIES,
                "kind": ZoneKind.SEARCH,
                "name": "Visitationszone ved stationen",
                "borders": "Stationsvej",
                "starts_at": starts_at,
                "registered_at": starts_at,
                "registered_by": uuid4(),
                **columns,
            }
        )
        ZoneDecision.objects.create(
            **own,
            audience=made.audience,
            zone=made,
            number=1,
            step=Step.ESTABLISHED,
            starts_at=starts_at,
            ends_at=ends_at,
            reasons="Flere episoder med knive ved stationen.",
            decided_by="Politidirektøren",
            decided_on=timezone.localdate(starts_at),
            link=link,
            registered_at=starts_at,
        )
        return made
