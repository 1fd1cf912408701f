"""Putting right what the police registered wrongly: a row that supersedes the wrong one visibly, with the reason."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.partnership.rules.outlines import objection_to_outline
from rundbord.zones.actions.registering import (
    Place,
    Ruling,
    areas_touched,
    held_chain,
    hold,
    must_be_police,
    record,
    refuse,
    touch_areas,
)
from rundbord.zones.models import Zone, ZoneDecision, ZonePlace
from rundbord.zones.queries.zone_row import ZoneRow
from rundbord.zones.queries.zones import zone_row
from rundbord.zones.rules.borders import objections_to_borders
from rundbord.zones.rules.chains import objection_to_length
from rundbord.zones.rules.corrections import (
    neighbours_of,
    objections_to_corrected_term,
    objections_to_reason,
)
from rundbord.zones.rules.law import objections_to_link
from rundbord.zones.vocabulary import Step, ZoneKind

_MOVED = "En anden har imens rettet stedet. Læs rettelsen, før du gemmer din."


def correct_decision(  # noqa: PLR0913 — a decision, what was answered before it, and why it is put right
    zone: Zone,
    number: int,
    ruling: Ruling,
    *,
    why: str,
    happened: str = "",
    after: int,
    overridden: Collection[str] = (),
    by: Actor,
) -> ZoneDecision:
    """Let one link of the chain stand as it should have been registered; a prolongation after it begins anew."""
    must_be_police(by)
    chain = held_chain(zone, after=after)
    position = _position(chain, number)
    kind = zone_row(zone.pk).kind_of_zone
    wrong = chain[position]
    given = {**vars(ruling), "happened": happened}
    beside = neighbours_of([(Step(link.step), link.starts_at, link.ends_at) for link in chain], position)
    is_changed = any(getattr(wrong, column) != value for column, value in given.items())
    refuse(
        objections_to_reason(why, is_changed=is_changed),
        {"link": _objections_to_link(kind, Step(wrong.step), ruling.link)},
        objections_to_corrected_term(beside, ruling.term, now=timezone.now(), most_days=settings.ZONE_DAYS[kind]),
    )
    right = _supersede(wrong, given, why=why, by=by)
    _follow_on(chain[position + 1 :], ruling.ends_at, why=why, by=by)
    record(Event.ZONE_DECISION_CORRECTED, zone, overridden, by, number=str(number), version=str(right.version))
    return right


def correct_place(
    zone: Zone, place: Place, *, why: str, seen: int, overridden: Collection[str] = (), by: Actor
) -> ZonePlace:
    """Let the zone lie where it should have been registered; `seen` is the version that the writer saw."""
    must_be_police(by)
    hold(zone)
    row = zone_row(zone.pk)
    if row.place_version != seen:
        raise Refused(_MOVED)
    outline = {"outline": [objection]} if place.outline and (objection := objection_to_outline(place.outline)) else {}
    borders = objections_to_borders(has_text=bool(place.borders.strip()), has_outline=bool(place.outline))
    refuse(
        objections_to_reason(why, is_changed=_is_elsewhere(row, place)),
        {"borders": borders, "kind": _objections_to_kind(row, place.kind)},
        outline,
    )
    right = ZonePlace.objects.create(
        **_common(zone, by),
        zone=zone,
        version=seen + 1,
        **place.columns(),
        **_signed(why, by),
    )
    touch_areas(zone, place, version=right.version, by=by)
    record(Event.ZONE_PLACE_CORRECTED, zone, overridden, by, version=str(right.version))
    return right


def _position(chain: list[ZoneDecision], number: int) -> int:
    return next(position for position, link in enumerate(chain) if link.number == number)


def _supersede(wrong: ZoneDecision, changed: dict[str, Any], *, why: str, by: Actor) -> ZoneDecision:
    kept = ("number", "step", "starts_at", "ends_at", "reasons", "happened", "decided_by", "decided_on", "link")
    columns = {**{name: getattr(wrong, name) for name in kept}, **changed}
    return ZoneDecision.objects.create(
        **_common(wrong.zone, by), zone=wrong.zone, version=wrong.version + 1, **columns, **_signed(why, by)
    )


def _follow_on(later: list[ZoneDecision], begins_at: datetime, *, why: str, by: Actor) -> None:
    """Let a prolongation begin where the link before it now ends."""
    if later and later[0].step == Step.PROLONGED and later[0].starts_at != begins_at:
        _supersede(later[0], {"starts_at": begins_at}, why=why, by=by)


def _objections_to_link(kind: ZoneKind, step: Step, link: str) -> list[str]:
    """An end ahead of time need not be published."""
    return objections_to_link(kind, link) if link or step is not Step.ENDED else []


def _objections_to_kind(row: ZoneRow, kind: ZoneKind) -> list[str]:
    """Another section of the act may want what the decisions lack: put these right first."""
    if kind == row.kind_of_zone:
        return []
    decided = [link for link in row.chain if link.step != Step.ENDED]
    if any(objections_to_link(kind, link.link) for link in decided):
        return ["For den type skal hver beslutning være offentliggjort. Ret først linket i hver beslutning."]
    most_days = settings.ZONE_DAYS[kind]
    if any(objection_to_length(link.starts_at, link.ends_at, most_days=most_days) for link in decided):
        return [f"For den type må en periode højst være {most_days} dage. Ret først perioderne."]
    return []


def _is_elsewhere(row: ZoneRow, place: Place) -> bool:
    stood = {name: getattr(row.place, name) for name in ("kind", "name", "borders", "outline")}
    return place.columns() != stood or areas_touched(place) != set(row.area_ids)


def _common(zone: Zone, by: Actor) -> dict[str, Any]:
    return {"partnership_id": zone.partnership_id, "authority_id": by.authority_id, "audience": zone.audience}


def _signed(why: str, by: Actor) -> dict[str, Any]:
    signature = f"{by.user_title}, {by.authority_name}"
    return {"corrected_why": why.strip(), "corrected_by": signature, "registered_at": timezone.now()}
