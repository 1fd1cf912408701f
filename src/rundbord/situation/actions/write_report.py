"""Writing one account down as a report of the actor's unit: what every way of reporting has in common."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.audit import Event
from rundbord.identity.models import Unit
from rundbord.partnership.models import Area
from rundbord.situation.models import Report
from rundbord.situation.rules.persons import stopping_words
from rundbord.situation.rules.source_kinds import source_kind_of
from rundbord.situation.rules.telling import Account, Objection, objections
from rundbord.situation.vocabulary import Nature, PointPrecision


def objections_to(account: Account, *, now: datetime, places: Collection[str]) -> list[Objection]:
    """List what is wrong with an account, persons in it included."""
    named = [
        (field, sentence)
        for field, text in (("text", account.text), ("place_text", account.place_text))
        for sentence in stopping_words(text, places=places)
    ]
    return [*objections(account, now=now), *named]


def write_report(account: Account, *, unit: Unit, area: Area | None, nature: Nature, by: Actor) -> Report:
    """Add the row; the account has been judged."""
    now, when, point = timezone.now(), account.when, account.point
    return Report.objects.create(
        partnership_id=by.table,
        authority_id=by.authority_id,
        unit=unit,
        reporter_id=by.user_id,
        audience=account.audience.value,
        nature=nature.value,
        source_kind=source_kind_of(by.authority_kind, unit.kind).value,
        basis=account.basis,
        category=account.category,
        heading=account.heading,
        text=account.text.strip(),
        group_size=account.group_size,
        mood=account.mood,
        starts_at=when.starts_at,
        ends_at=when.ends_at,
        starts_precision=when.starts_precision or "",
        ends_precision=when.ends_precision or "",
        reported_at=now,
        area=area,
        place_text=account.place_text.strip(),
        lat=point.lat if point else None,
        lon=point.lon if point else None,
        point_precision=_precision(account, area),
        is_urgent=account.is_urgent,
        waits=nature != Nature.NOTHING,
        created_at=now,
        changed_at=now,
    )


def note_overridden(kinds: Collection[str], *, about: Report, by: Actor) -> None:
    """Log that words were kept in spite of a warning: which kinds, never the words."""
    if kinds:
        audit.record(Event.GUARD_OVERRIDDEN, about=about, by=by, details={"kinds": ", ".join(kinds)})


def _precision(account: Account, area: Area | None) -> str:
    if account.point:
        return PointPrecision.POINT.value
    if account.place_text.strip():
        return PointPrecision.STREET.value
    return PointPrecision.AREA.value if area else ""
