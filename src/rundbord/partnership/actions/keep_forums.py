"""Opening a forum, correcting it, its standard agenda, and closing it; who leads a forum keeps it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import time

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.identity.models import Unit
from rundbord.identity.vocabulary import AuthorityKind
from rundbord.partnership.actions.seat_units import seat_row
from rundbord.partnership.models import Forum, StandardItem
from rundbord.partnership.queries.forums import leads
from rundbord.partnership.rules.forums import (
    Cadence,
    Reasons,
    Seating,
    objections_to_forum,
    objections_to_opening,
)
from rundbord.partnership.vocabulary import ForumKind, ItemKind, SeatRole

LEADERS_ONLY = "Kun de enheder, der leder mødet eller er sekretær, kan ændre forummet."


@dataclass(frozen=True, kw_only=True)
class ForumTerms:
    """What a forum is; `minutes` is how long a meeting lasts, `legal_basis` a key of `sharing.LegalBasis` or empty."""

    name: str
    cadence: Cadence
    purpose: str = ""
    starts_at: time | None = None
    minutes: int = 60
    place: str = ""
    has_private_place: bool = False
    legal_basis: str = ""
    has_individual_part: bool = False


@dataclass(frozen=True, kw_only=True)
class ItemTerms:
    """One item of a standard agenda."""

    title: str
    kind: ItemKind = ItemKind.TOPIC
    minutes: int = 5


def open_forum(  # noqa: PLR0913 — what a forum is, who is seated, what it speaks of
    kind: ForumKind,
    terms: ForumTerms,
    *,
    own_unit: Unit,
    units: Sequence[Unit],
    agenda: Sequence[ItemTerms] = (),
    overridden: Collection[str] = (),
    by: Actor,
) -> Forum:
    """Open a forum with the own unit as its secretary and the others as members."""
    by.must(Permission.RUN_MEETINGS)
    others = [unit for unit in units if unit.pk != own_unit.pk]
    proposed = [_seating(own_unit, SeatRole.SECRETARY), *(_seating(unit, SeatRole.MEMBER) for unit in others)]
    _refuse(objections_to_opening(kind, proposed) | _objections(kind, terms))
    if own_unit.authority_id != by.authority_id:
        raise Refused({"own_unit": ["Den, der opretter et forum, sidder selv med. Vælg en af jeres egne enheder."]})
    forum = Forum.objects.create(
        partnership_id=by.table,
        authority_id=by.authority_id,
        kind=kind.value,
        opened_at=timezone.now(),
        **_columns(terms),
    )
    # The first seat opens the forum to its own authority; only then may the others be given.
    seat_row(forum, own_unit, role=SeatRole.SECRETARY, joins=terms.has_individual_part)
    for unit in others:
        seat_row(forum, unit, role=SeatRole.MEMBER, joins=False)
    _write_agenda(forum, agenda)
    audit.record(Event.FORUM_OPENED, about=forum, by=by, details={"kind": kind.value, "seats": len(proposed)})
    audit.record_overriding(overridden, about=forum, by=by)
    return forum


def change_forum(forum: Forum, terms: ForumTerms, *, overridden: Collection[str] = (), by: Actor) -> None:
    """Correct what a forum is; meetings that were called already keep their time and place."""
    _must_lead(forum, by)
    _refuse(_objections(ForumKind(forum.kind), terms))
    Forum.objects.filter(pk=forum.pk).update(**_columns(terms))
    audit.record(Event.FORUM_CHANGED, about=forum, by=by)
    audit.record_overriding(overridden, about=forum, by=by)


def set_standard_agenda(
    forum: Forum, agenda: Sequence[ItemTerms], *, overridden: Collection[str] = (), by: Actor
) -> None:
    """Write anew what the forum's agendas begin with."""
    _must_lead(forum, by)
    if any(item.kind == ItemKind.INDIVIDUAL for item in agenda) and not forum.has_individual_part:
        raise Refused("Forummet har ingen individuel del. Fjern punktet, eller ret forummet først.")
    StandardItem.objects.filter(forum=forum).delete()
    _write_agenda(forum, agenda)
    audit.record(Event.STANDARD_AGENDA_SET, about=forum, by=by, details={"items": len(agenda)})
    audit.record_overriding(overridden, about=forum, by=by)


def close_forum(forum: Forum, *, by: Actor) -> None:
    """Say that a forum meets no more; its meetings and minutes stay with those who are seated."""
    _must_lead(forum, by)
    if forum.closed_at is not None:
        raise Refused("Forummet er allerede nedlagt.")
    Forum.objects.filter(pk=forum.pk).update(closed_at=timezone.now())
    audit.record(Event.FORUM_CLOSED, about=forum, by=by)


def _must_lead(forum: Forum, by: Actor) -> None:
    by.must(Permission.RUN_MEETINGS)
    if not leads(forum, by):
        raise Refused(LEADERS_ONLY)


def _objections(kind: ForumKind, terms: ForumTerms) -> Reasons:
    return objections_to_forum(kind, terms.cadence, has_individual_part=terms.has_individual_part)


def _refuse(reasons: Reasons) -> None:
    if reasons:
        raise Refused(reasons)


def _seating(unit: Unit, role: SeatRole) -> Seating:
    kind = AuthorityKind(unit.authority.kind)
    return Seating(unit_id=unit.pk, authority_id=unit.authority_id, authority_kind=kind, role=role)


def _columns(terms: ForumTerms) -> dict[str, object]:
    told = {name: value for name, value in asdict(terms).items() if name != "cadence"}
    cadence = terms.cadence
    return {**told, "rhythm": cadence.rhythm.value, "every": cadence.every, "weekdays": list(cadence.weekdays)}


def _write_agenda(forum: Forum, agenda: Sequence[ItemTerms]) -> None:
    StandardItem.objects.bulk_create(
        StandardItem(
            partnership_id=forum.partnership_id,
            forum=forum,
            position=position,
            kind=item.kind.value,
            title=item.title,
            minutes=item.minutes,
        )
        for position, item in enumerate(agenda, start=1)
    )
