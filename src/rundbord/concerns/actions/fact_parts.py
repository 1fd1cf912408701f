"""What acts on facts share: one that still stands, its seal, readers of the own unit, and what the log may say."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.http import Http404

from rundbord.access.actor import Actor
from rundbord.access.refusal import Refused
from rundbord.concerns.actions.writing import path_of
from rundbord.concerns.models import Fact, YoungPerson
from rundbord.concerns.queries.colleagues import colleagues_of
from rundbord.keys.core.sealing import OpenKey
from rundbord.keys.core.two_keys import seal_under_both
from rundbord.keys.places import place_of
from rundbord.keys.queries import open_key, open_keys
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.vocabulary import NoticeKind

_GONE = "Oplysningen er kaldt tilbage, eller fristen for at have den er nået. Den kan ikke rettes mere."
_OVERTAKEN = "Oplysningen er rettet eller trukket tilbage imens. Læs den nyeste, før du retter igen."


def refuse_strangers(readers: Collection[UUID], *, by: Actor) -> None:
    """Refuse readers from outside the own unit."""
    known = {each.user_id for each in colleagues_of(by)}
    if set(readers) - known:
        raise Refused({"readers": ["Vælg læsere blandt kollegerne i din egen enhed."]})


def standing_fact(fact: Fact) -> Fact:
    """Give a fact that still stands, held until the end of the request."""
    row = Fact.objects.select_for_update().filter(pk=fact.pk).first()
    if row is None:
        raise Http404
    if row.withdrawn_at is not None or Fact.objects.filter(replaces=row).exists():
        raise Refused(_OVERTAKEN)
    if row.taken_key_id and not open_keys([row.taken_key_id]):
        raise Refused(_GONE)
    return row


def sealed_words(row: Fact, column: str, words: str, key: OpenKey) -> bytes:
    """Seal words of a fact by the file's key; of what was taken from a copy, under the key of the taking too."""
    at = place_of(row, column)
    if row.taken_key_id is None:
        return key.seal(words.strip(), at=at)
    return seal_under_both(words.strip(), outer=key, inner=open_key(row.taken_key_id), at=at)


def tell_readers(person: YoungPerson, readers: Collection[UUID], *, by: Actor) -> None:
    """Tell colleagues that they are named, without a word of content."""
    others = [Recipient(authority_id=by.authority_id, user_id=each) for each in readers if each != by.user_id]
    if others:
        notify(NoticeKind.NAMED_READER, path_of(person), others, by=by)


def told_of(row: Fact) -> dict[str, str]:
    """Give what the log may say of a fact."""
    return {"person": str(row.person_id), "kind": row.kind, "class": row.information_class}
