"""Telling the other exit coordinators — giv videre i exit: judged by the rules of disclosure, sealed once for each."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.interventions.actions.exit_case_work import key_of, label_of, open_to_words, sealed
from rundbord.interventions.models import ExitCase, ExitCopy, ExitDisclosure
from rundbord.interventions.queries.exit_fellows import Fellow
from rundbord.interventions.queries.exit_sheet import exit_sheet
from rundbord.interventions.queries.exit_telling import (
    ExitProposed,
    ExitWish,
    Telling,
    exit_proposed,
    put_to_rules,
)
from rundbord.interventions.rules.exit_telling import objections_by_field
from rundbord.keys.actions import make_key_for
from rundbord.keys.core.sealing import OpenKey
from rundbord.keys.places import place_of
from rundbord.sharing.rules.content import Content, as_text
from rundbord.sharing.rules.handling import Handling, handling_of
from rundbord.sharing.vocabulary import LegalBasis

_NO_ROLE = "Vælg, hvad personen er i det, du fortæller (retshåndhævelseslovens § 8)."


@dataclass(frozen=True, kw_only=True)
class Instead:
    """That a telling puts earlier ones right: what was wrong, and which disclosure each reader had before."""

    reason: str
    replaced: dict[UUID, UUID]


@dataclass(frozen=True, kw_only=True)
class _Act:
    """One act of telling: all its rows bear the same moment."""

    case: ExitCase
    put: ExitProposed
    key: OpenKey
    words: str
    handling: Handling
    instead: Instead | None
    at: datetime = field(default_factory=timezone.now)


def tell_coordinators(case: ExitCase, wish: ExitWish, *, by: Actor) -> list[ExitDisclosure]:
    """Tell every reader, or nobody: raise Refused with all objections at once."""
    standing = open_to_words(case, by=by)
    put = exit_proposed(standing, key_of(standing), wish, by)
    if objections := objections_by_field(put.proposal) | ({} if wish.role else {"role": [_NO_ROLE]}):
        raise Refused(objections)
    return tell_proposed(standing, put, by=by)


def tell_lines(case: ExitCase, telling: Telling, instead: Instead, *, by: Actor) -> list[ExitDisclosure]:
    """Tell lines as they read now, in the place of what the readers had before."""
    put = put_to_rules(exit_sheet(case, by), telling, by)
    return tell_proposed(case, put, instead=instead, by=by)


def tell_proposed(
    case: ExitCase, put: ExitProposed, *, instead: Instead | None = None, by: Actor
) -> list[ExitDisclosure]:
    """Write one row to each reader of a proposal that nothing stands against."""
    by.must(Permission.COORDINATE_EXIT)
    if objections := objections_by_field(put.proposal):
        raise Refused(objections)
    sheet = exit_sheet(case, by)
    content = Content(name=sheet.name, cpr="", born_on=sheet.born_on, lines=put.telling.lines)
    act = _Act(
        case=case,
        put=put,
        key=key_of(case),
        words=as_text(content),
        handling=handling_of(put.proposal, LegalBasis.CONSENT_EXIT),
        instead=instead,
    )
    return [_tell(fellow, act, by=by) for fellow in put.fellows]


def _tell(fellow: Fellow, act: _Act, *, by: Actor) -> ExitDisclosure:
    row = _own_row(fellow, act, by=by)
    row.content = act.key.seal(act.words, at=place_of(row, "content"))
    row.necessity = act.key.seal(act.put.telling.necessity, at=place_of(row, "necessity"))
    if act.instead is not None:
        row.reason = sealed(row, "reason", act.instead.reason, act.key)
    row.save(force_insert=True)
    _hand_over(row, act, by=by)
    audit.record(Event.EXIT_TOLD, about=row, by=by, details={"lines": len(act.put.telling.lines)})
    return row


def _own_row(fellow: Fellow, act: _Act, *, by: Actor) -> ExitDisclosure:
    consent, ends_on = act.put.consent, act.handling.ends_on
    assert consent is not None and ends_on is not None  # noqa: S101, PT018 — nothing stands against it
    return ExitDisclosure(
        partnership_id=by.table,
        authority_id=act.case.authority_id,
        case=act.case,
        consent=consent,
        recipient_id=fellow.unit.authority_id,
        reader_id=fellow.user_id,
        reader_label=fellow.name,
        role=act.put.telling.role.value,
        replaces_id=act.instead.replaced.get(fellow.user_id) if act.instead else None,
        conditions=[each.value for each in act.handling.conditions],
        expires_on=ends_on,
        told_at=act.at,
        told_by=by.user_id,
        told_label=label_of(by),
    )


def _hand_over(row: ExitDisclosure, act: _Act, *, by: Actor) -> None:
    """Seal the reader's copy by a key of its own, which the sender makes and cannot open again; nobody is notified."""
    key = make_key_for(owner=row.recipient_id, under=Permission.COORDINATE_EXIT, by=by)
    copy = ExitCopy(
        partnership_id=row.partnership_id,
        authority_id=row.recipient_id,
        reader_id=row.reader_id,
        disclosure_id=row.pk,
        sender_id=row.authority_id,
        sender_label=", ".join(filter(None, (by.user_name, by.unit_name, by.authority_name))),
        data_key_id=key.key_id,
        role=row.role,
        replaces_id=row.replaces_id,
        conditions=row.conditions,
        expires_on=row.expires_on,
        told_at=row.told_at,
    )
    copy.content = key.seal(act.words, at=place_of(copy, "content"))
    copy.necessity = key.seal(act.put.telling.necessity, at=place_of(copy, "necessity"))
    if act.instead is not None:
        copy.reason = sealed(copy, "reason", act.instead.reason, key)
    copy.save(force_insert=True)
