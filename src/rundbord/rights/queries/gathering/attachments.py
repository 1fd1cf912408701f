"""What is attached to a file: photos, PDFs and texts, gathered with what they hold."""

from __future__ import annotations

from collections.abc import Iterator

from rundbord.concerns.models import Attachment
from rundbord.concerns.vocabulary import AttachmentForm
from rundbord.keys.core.sealing import OpenKey
from rundbord.keys.places import place_of
from rundbord.rights.queries.gathering.files import SOURCE
from rundbord.rights.queries.gathering.found import Attached, Item, Line, Sought, day_of, in_words
from rundbord.rights.queries.gathering.tables import ids_or_nobody, with_notifier
from rundbord.rights.vocabulary import ItemGroup
from rundbord.sharing.vocabulary import InformationClass, SourceGrade


def of_attachments(sought: Sought) -> Iterator[Item]:
    """Give each with its content; who told it stands apart."""
    rows = Attachment.objects.filter(person_id__in=ids_or_nobody(list(sought.files)))
    for row in rows.order_by("written_at", "id"):
        key = sought.key_of(row.person_id)
        if key is not None:
            named = key.open(bytes(row.source), at=place_of(row, "source")) if row.source else ""
            yield from with_notifier(_item(row, key), ((SOURCE, named),) if named else ())


def _item(row: Attachment, key: OpenKey) -> Item:
    is_gang = row.information_class == InformationClass.GANG.value
    return Item(
        group=ItemGroup.GANG if is_gang else ItemGroup.OWN,
        model=Attachment._meta.label,
        lines=tuple(line for line in _lines(row, key) if line[1]),
        source_id=row.pk,
        root_id=row.person_id,
        on=day_of(row.written_at),
        needs_eyes=True,
        attached=Attached(form=row.form, content=key.open_file(bytes(row.content), at=place_of(row, "content"))),
    )


def _lines(row: Attachment, key: OpenKey) -> Iterator[Line]:
    yield "Viser", key.open(bytes(row.title), at=place_of(row, "title"))
    yield "Form", in_words(row.form, AttachmentForm)
    yield "Fra den", in_words(row.observed_on)
    yield "Grundlag", in_words(row.grade, SourceGrade)
