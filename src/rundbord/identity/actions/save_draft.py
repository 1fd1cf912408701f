"""Keeping what a user typed until it is sent: always for the user who typed it, whoever is signed in by now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core import signing
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.session import AUTH, speaking_as
from rundbord.identity.models import Draft
from rundbord.identity.rules import PAGES_LAST
from rundbord.web.sent_again import SECRET_FIELDS

OWNER_FIELD = "draft_owner"
# Photos travel with their form and would crowd out its words.
_PHOTO_FIELD = "kept_photo"
# Nor is anything kept that proves who somebody is.
_NEVER_KEPT = SECRET_FIELDS | {"draft_key", OWNER_FIELD, _PHOTO_FIELD}
_MOST_CHARACTERS = 200_000
_LONGEST_ADDRESS = 300

Fields = Mapping[str, Sequence[str]]
_signer = signing.TimestampSigner(salt="draft-owner")


@dataclass(frozen=True, kw_only=True)
class DraftOwner:
    """Whose page a form was shown on: the user, and the authority they acted for."""

    user_id: UUID
    authority_id: UUID

    @property
    def mark(self) -> str:
        """Name the owner in a form, signed, so that no page can be passed off as another's."""
        return _signer.sign(f"{self.user_id}/{self.authority_id}")


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A form's mark as read: whose page it was shown on, however long ago, and whether it may still leave words."""

    owner: DraftOwner
    is_fresh: bool


def read_mark(text: str) -> Mark | None:
    """Read a form's mark; None where it has none, or a forged one."""
    try:
        user_id, authority_id = _signer.unsign(text).split("/")
    except signing.BadSignature:
        return None
    owner = DraftOwner(user_id=UUID(user_id), authority_id=UUID(authority_id))
    return Mark(owner=owner, is_fresh=_is_fresh(text))


def draft_owner(actor: Actor) -> DraftOwner:
    """Name the actor as the owner of the forms they are shown."""
    return DraftOwner(user_id=actor.user_id, authority_id=actor.authority_id)


def save_draft(address: str, fields: Fields, *, by: Actor) -> None:
    """Keep a form's fields for the user; the newest words win, since they are the user's own."""
    if kept := _kept(fields):
        values = {"fields": kept, "saved_at": timezone.now()}
        Draft.objects.update_or_create(**_key(address, draft_owner(by)), defaults=values)


def holds_words(fields: Fields) -> bool:
    """Tell whether a form that was sent holds anything that somebody may have typed."""
    return any(value.strip() for name, values in fields.items() if name not in _NEVER_KEPT for value in values)


def save_draft_of_absent(owner: DraftOwner, address: str, fields: Fields) -> bool:
    """Keep what was sent when its writer's session had ended, for that user to find after signing in; tell whether."""
    kept = _kept(fields)
    if kept:
        with speaking_as(AUTH), transaction.atomic(using=AUTH), suppress(IntegrityError):
            # This login can replace a draft and not read one. Of two at once one is kept.
            _drafts_at(address, owner).delete()
            Draft.objects.create(**_key(address, owner), fields=kept, saved_at=timezone.now())
    return bool(kept)


def discard_draft(address: str, *, by: Actor) -> None:
    """Drop the draft of a form that was sent."""
    _drafts_at(address, draft_owner(by)).delete()


def _is_fresh(text: str) -> bool:
    try:
        _signer.unsign(text, max_age=PAGES_LAST)
    except signing.SignatureExpired:
        return False
    return True


def _kept(fields: Fields) -> dict[str, list[str]]:
    """Give what is worth keeping; nothing when it is more than a form can hold."""
    kept = {name: list(values) for name, values in fields.items() if name not in _NEVER_KEPT}
    size = sum(len(value) for values in kept.values() for value in values)
    return kept if size <= _MOST_CHARACTERS else {}


def _key(address: str, owner: DraftOwner) -> dict[str, Any]:
    return {"user_id": owner.user_id, "authority_id": owner.authority_id, "address": address[:_LONGEST_ADDRESS]}


def _drafts_at(address: str, owner: DraftOwner) -> QuerySet[Draft]:
    return Draft.objects.filter(**_key(address, owner))
