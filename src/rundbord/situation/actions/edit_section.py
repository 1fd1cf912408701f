"""Writing in the draft: each saving is a version, and nobody's words are overwritten."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.access.session import current_login
from rundbord.audit import Event
from rundbord.partnership.vocabulary import Audience
from rundbord.situation.actions.start_picture import start_picture
from rundbord.situation.models import Picture, Section
from rundbord.situation.queries.drafts import written_section
from rundbord.situation.queries.picture_periods import next_picture
from rundbord.situation.vocabulary import SectionKind

PUBLISHED_MEANWHILE = (
    "Billedet blev udgivet, mens du skrev. Din tekst står her stadig og kan gemmes i det næste billede."
)
WRITTEN_MEANWHILE = "En anden har gemt i afsnittet, mens du skrev. Intet er overskrevet: se begge tekster herunder."


@dataclass(frozen=True, kw_only=True)
class SectionWords:
    """New words for a section: the version they were written from, and the number their picture was to have."""

    kind: SectionKind
    audience: Audience
    text: str
    number: int
    from_version: int


def edit_section(words: SectionWords, *, overridden: Collection[str] = (), by: Actor) -> Section:
    """Save the words as a new version, if what they were written from still stands."""
    by.must(Permission.EDIT_PICTURE)
    if next_picture().number != words.number:
        raise Refused(PUBLISHED_MEANWHILE)
    picture = start_picture(by=by)
    if written_section(picture.pk, words.kind, words.audience).version != words.from_version:
        raise Refused(WRITTEN_MEANWHILE)
    section = _add_version(picture, words, by=by)
    audit.record(
        Event.PICTURE_EDITED, about=section, by=by, details={"section": words.kind.value, "version": section.version}
    )
    if overridden:
        audit.record(Event.GUARD_OVERRIDDEN, about=section, by=by, details={"kinds": ",".join(overridden)})
    return section


def _add_version(picture: Picture, words: SectionWords, *, by: Actor) -> Section:
    try:
        with transaction.atomic(using=current_login()):
            return Section.objects.create(
                partnership_id=by.table,
                authority_id=by.authority_id,
                audience=words.audience,
                picture=picture,
                kind=words.kind,
                text=words.text,
                version=words.from_version + 1,
                user_id=by.user_id,
                user_label=f"{by.user_title}, {by.unit_name}",
                at=timezone.now(),
            )
    except IntegrityError as collision:
        raise Refused(WRITTEN_MEANWHILE) from collision
