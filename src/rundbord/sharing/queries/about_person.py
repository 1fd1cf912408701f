"""What was told and received about somebody, for an answer to them: the machine reads it, at night's reach."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid4

from rundbord.access.actor import Actor
from rundbord.identity.models import Authority
from rundbord.keys.core.sealing import OpenKey
from rundbord.keys.models import DataKey
from rundbord.keys.places import place_of
from rundbord.keys.queries import open_keys
from rundbord.sharing.models import CommonKnowledge, Disclosure, DisclosureCorrection, ReceivedDisclosure
from rundbord.sharing.queries.copies_now import CopyNow, copies_now
from rundbord.sharing.rules.content import Content, from_text
from rundbord.sharing.vocabulary import DisclosurePurpose, LegalBasis
from rundbord.vocabulary import label_of

# Who no longer sits at the table has no name here.
OTHER = "En anden myndighed"


@dataclass(frozen=True, kw_only=True)
class ToldAbout:
    """One disclosure or copy, opened; `root_id` is the file that was told of, or the copy itself."""

    id: UUID
    disclosure_id: UUID
    root_id: UUID
    other_id: UUID | None
    other: str
    basis: str
    purpose: str
    at: datetime
    content: Content
    taken_back_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class KnownTo:
    """That another authority follows the same person."""

    id: UUID
    file_id: UUID
    other_id: UUID
    other: str
    at: datetime


def told_about(files: Collection[UUID]) -> list[ToldAbout]:
    """Give what the own authority told of these files; of those whose key is gone nothing is left to give."""
    rows = list(Disclosure.objects.filter(about_id__in=files or [uuid4()]).order_by("told_at", "id"))
    names = _names()
    keys = open_keys([row.data_key_id for row in rows] or [uuid4()])
    return [_told(row, keys[row.data_key_id], names) for row in rows if row.data_key_id in keys]


def _told(row: Disclosure, key: OpenKey, names: Mapping[UUID, str]) -> ToldAbout:
    outside = key.open(bytes(row.outside_name), at=place_of(row, "outside_name")) if row.outside_name else ""
    return ToldAbout(
        id=row.pk,
        disclosure_id=row.pk,
        root_id=row.about_id,
        other_id=row.recipient_id,
        other=names.get(row.recipient_id, OTHER) if row.recipient_id else outside,
        basis=label_of(LegalBasis, row.basis),
        purpose=label_of(DisclosurePurpose, row.purpose),
        at=row.told_at,
        content=from_text(key.open(bytes(row.content), at=place_of(row, "content"))),
    )


def received_about(is_it: Callable[[Content], bool], actor: Actor) -> list[ToldAbout]:
    """Open every copy that the own authority still has, and give those that are about the person.

    No index finds them: each copy is opened whoever is asked about, so that the work tells nothing. What its sender
    has put right is given in the new words, and what it took back without any, as those who work with it read it.
    """
    rows = list(ReceivedDisclosure.objects.filter(authority_id=actor.authority_id).order_by("told_at", "id"))
    found = [told for told in _opened(rows, _names()) if is_it(told.content)]
    righted = copies_now({row.disclosure_id for row in rows})
    return [_as_put_right(told, righted.get(told.disclosure_id, CopyNow())) for told in found]


def _as_put_right(told: ToldAbout, now: CopyNow) -> ToldAbout:
    if now.taken_back:
        return replace(told, content=replace(told.content, lines=()), taken_back_at=now.taken_back.made_at)
    newest = {each.line: each.new_wording for each in reversed(now.corrections) if each.new_wording}
    lines = [replace(line, text=newest.get(number, line.text)) for number, line in enumerate(told.content.lines)]
    return replace(told, content=replace(told.content, lines=tuple(lines)))


def _opened(rows: list[ReceivedDisclosure], names: Mapping[UUID, str]) -> Iterator[ToldAbout]:
    keys = open_keys([row.data_key_id for row in rows] or [uuid4()])
    for row in rows:
        if row.data_key_id in keys:
            text = keys[row.data_key_id].open(bytes(row.content), at=place_of(row, "content"))
            yield ToldAbout(
                id=row.pk,
                disclosure_id=row.disclosure_id,
                root_id=row.pk,
                other_id=row.sender_id,
                other=names.get(row.sender_id, OTHER),
                basis=label_of(LegalBasis, row.basis),
                purpose=label_of(DisclosurePurpose, row.purpose),
                at=row.told_at,
                content=from_text(text),
            )


def told_and_righted(file_id: UUID, *, since: datetime) -> tuple[int, int]:
    """Count how often something of a file was told before a moment, and how often it was put right after it."""
    told = Disclosure.objects.filter(about_id=file_id, told_at__lt=since).count()
    return told, DisclosureCorrection.objects.filter(disclosure__about_id=file_id, made_at__gte=since).count()


def copies_ended(received_ids: Collection[UUID | None]) -> set[UUID]:
    """Tell which received copies nobody can open any more."""
    rows = dict(ReceivedDisclosure.objects.filter(pk__in=received_ids).values_list("data_key_id", "id"))
    destroyed = DataKey.objects.filter(pk__in=rows, destroyed_at__isnull=False).values_list("pk", flat=True)
    return {rows[key] for key in destroyed}


def senders_of(disclosure_ids: Collection[UUID]) -> dict[UUID, UUID]:
    """Tell who sent which copy, by the sender's keys."""
    found = ReceivedDisclosure.objects.filter(disclosure_id__in=disclosure_ids or [uuid4()])
    return dict(found.values_list("disclosure_id", "sender_id"))


def known_to(files: Collection[UUID]) -> list[KnownTo]:
    """Give which other authorities follow the same person, by these files."""
    found, names = CommonKnowledge.objects.filter(about_id__in=files or [uuid4()]), _names()
    return [
        KnownTo(
            id=row.pk,
            file_id=row.about_id,
            other_id=row.other_authority_id,
            other=names.get(row.other_authority_id, OTHER),
            at=row.found_at,
        )
        for row in found
    ]


def _names() -> dict[UUID, str]:
    """Name the authorities that are seen; a copy is found whether or not its sender still sits at the table."""
    return dict(Authority.objects.values_list("id", "name"))
