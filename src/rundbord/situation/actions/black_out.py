"""Blacking out a person who slipped through: in every stored copy within reach, with everybody told who must know."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from uuid import UUID

from django.db.models import Model, Q
from django.urls import reverse
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.access.roles import Role
from rundbord.audit import Event
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.vocabulary import NoticeKind
from rundbord.situation.actions.open_breach_note import open_breach_note
from rundbord.situation.models import BlackOut, Entry, Picture
from rundbord.situation.queries.parties import parties_today
from rundbord.situation.queries.picture_readers import units_that_read
from rundbord.situation.queries.pictures import frozen_line_of
from rundbord.situation.queries.stored_copies import Copies, copies_of, reporters_behind
from rundbord.situation.rules.freezing import digests_of, seal_of

NO_WORDS = "Peg på de ord, der skal sløres."
GONE = "Ordene står ikke længere nogen steder. En anden kan netop have sløret dem."


def black_out(picture: Picture, *, phrases: Collection[str], reason: str, by: Actor) -> BlackOut:
    """Strike the phrases, seal anew, note it, and tell readers, owners and the own data-protection officer."""
    by.must(Permission.BLACK_OUT)
    if not phrases:
        raise Refused({"picked": [NO_WORDS]})
    copies = copies_of(phrases, actor=by)
    if not copies.count:
        raise Refused({"picked": [GONE]})
    _strike(copies)
    pictures = list(Picture.objects.filter(Q(pk=picture.pk) | Q(pk__in=[entry.picture_id for entry in copies.entries])))
    black_outs = {each.pk: _note(each, copies, reason, by=by) for each in pictures}
    open_breach_note(black_outs[picture.pk], pictures=pictures, by=by)
    _tell_readers(pictures, by=by)
    _tell_owners(picture, copies, by=by)
    return black_outs[picture.pk]


def _strike(copies: Copies) -> None:
    for row in [*copies.entries, *copies.revisions]:
        row.save(update_fields=["content"])
    for row, changes in copies.rows:
        _rewrite(row, changes)


def _rewrite(row: Model, changes: dict[str, str]) -> None:
    # By the columns alone: no version rises, since nothing is to be told of the words in the next picture.
    type(row)._base_manager.filter(pk=row.pk).update(**changes)


def _note(picture: Picture, copies: Copies, reason: str, *, by: Actor) -> BlackOut:
    old_seal = bytes(picture.seal or b"").hex()
    if picture.published_at:
        _seal_anew(picture)
    struck = [entry for entry in copies.entries if entry.picture_id == picture.pk]
    note = BlackOut.objects.create(
        partnership_id=by.table,
        authority_id=by.authority_id,
        picture=picture,
        reason=reason,
        entries_changed=len(struck),
        user_label=f"{by.user_title}, {by.unit_name}",
        at=timezone.now(),
    )
    details = {"number": picture.number, "entries": len(struck), "copies": copies.count, "old_seal": old_seal}
    audit.record(Event.PERSON_BLACKED_OUT, about=note, by=by, details=details)
    return note


def _seal_anew(picture: Picture) -> None:
    """Renew the digests of the audiences that the actor sees; those of others stand untouched, as their lines do."""
    entries = Entry.objects.filter(picture=picture)
    picture.digests = {**picture.digests, **digests_of(map(frozen_line_of, entries))}
    picture.seal = seal_of(picture.digests)
    picture.save(update_fields=["digests", "seal"])


def _tell_readers(pictures: Iterable[Picture], *, by: Actor) -> None:
    parties = _parties()
    for picture in pictures:
        path = (
            reverse("situation:show_picture", args=[picture.number]) if picture.number else reverse("situation:draft")
        )
        readers = [each for each in units_that_read(picture) if each.authority_id in parties]
        notify(NoticeKind.PERSON_BLACKED_OUT, path, readers, by=by)


def _tell_owners(picture: Picture, copies: Copies, *, by: Actor) -> None:
    """Let every other authority whose rows may hold the words look through its own."""
    owners = copies.others | reporters_behind(picture, actor=by) | {picture.authority_id}
    told = (owners & _parties()) | {by.authority_id}
    roles = (Role.COORDINATOR, Role.DPO)
    recipients = [Recipient(authority_id=owner, role=role) for owner in sorted(told) for role in roles]
    notify(NoticeKind.BREACH_NOTED, reverse("situation:breach_notes"), recipients, by=by)


def _parties() -> frozenset[UUID]:
    return frozenset(parties_today().values_list("authority_id", flat=True))
