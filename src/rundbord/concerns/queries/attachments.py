"""What is attached to a file: the list opens what each shows, never the files themselves."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet
from django.db.models.functions import Length
from django.http import Http404

from rundbord.access.actor import Actor
from rundbord.concerns.models import Attachment, YoungPerson
from rundbord.concerns.queries.opened import text_of
from rundbord.concerns.queries.working import may_work_on
from rundbord.concerns.rules.attaching import MOST_FILES
from rundbord.concerns.rules.facts import is_by_name
from rundbord.concerns.rules.grades import grade_shown
from rundbord.concerns.vocabulary import AttachmentForm
from rundbord.keys.core.sealing import OpenKey
from rundbord.sharing.rules.gang_facts import BANNER
from rundbord.sharing.vocabulary import InformationClass
from rundbord.vocabulary import label_of


@dataclass(frozen=True, kw_only=True)
class AttachmentLine:
    """One attachment as shown; `kilobytes` as it lies sealed."""

    row: Attachment
    title: str
    source: str
    form: str
    class_label: str
    grade: str
    kilobytes: int
    may_remove: bool

    @property
    def is_photo(self) -> bool:
        """Tell whether it can be looked at here."""
        return self.row.form == AttachmentForm.PHOTO

    @property
    def is_by_name(self) -> bool:
        """Tell whether named readers alone read it."""
        return is_by_name(self.row.information_class)

    @property
    def banner(self) -> str:
        """Give what stands above one on gangs (§ 115 stk. 5)."""
        return BANNER if self.row.information_class == InformationClass.GANG else ""


def attachments_of(person: YoungPerson, key: OpenKey, actor: Actor) -> list[AttachmentLine]:
    """List what the reader may read, the newest first; a file has few."""
    rows = _without_content().filter(person=person).annotate(sealed_bytes=Length("content"))
    shown = rows.order_by("-written_at", "-id")[:MOST_FILES]
    return [_line(row, key, may_remove=_may_remove(row, person, actor)) for row in shown]


def attachment_of(person_id: UUID, attachment_id: UUID) -> Attachment:
    """Find one with its content; out of reach is as good as missing."""
    return _found(Attachment.objects.all(), person_id, attachment_id)


def described_attachment(person_id: UUID, attachment_id: UUID) -> Attachment:
    """Find one without its content."""
    return _found(_without_content(), person_id, attachment_id)


def _without_content() -> QuerySet[Attachment]:
    return Attachment.objects.defer("content")


def _found(rows: QuerySet[Attachment], person_id: UUID, attachment_id: UUID) -> Attachment:
    row = rows.select_related("person__unit").filter(pk=attachment_id, person_id=person_id).first()
    if row is None:
        raise Http404
    return row


def _may_remove(row: Attachment, person: YoungPerson, actor: Actor) -> bool:
    return may_work_on(person, actor) and actor.user_id in {row.written_by, person.lead_id}


def _line(row: Attachment, key: OpenKey, *, may_remove: bool) -> AttachmentLine:
    return AttachmentLine(
        row=row,
        title=text_of(row, "title", key),
        source=text_of(row, "source", key),
        form=label_of(AttachmentForm, row.form),
        class_label=label_of(InformationClass, row.information_class),
        grade=grade_shown(row.grade),
        kilobytes=max(1, getattr(row, "sealed_bytes", 0) // 1024),
        may_remove=may_remove,
    )
