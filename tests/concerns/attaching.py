"""Files to attach, obviously invented, and one that is attached."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from rundbord.access.actor import Actor
from rundbord.access.session import acting_for
from rundbord.concerns import actions
from rundbord.concerns.models import Attachment, YoungPerson
from rundbord.concerns.rules.facts import NewFact
from rundbord.concerns.vocabulary import FactKind
from rundbord.files import FileForm, KeptFile
from rundbord.sharing.vocabulary import InformationClass, SourceGrade

SHOWS = "Skærmbillede af en trussel."
WORDS = "Kom til stationen i aften, ellers kommer vi hjem til dig."


def photo_from_a_phone() -> bytes:
    """Draw a picture that says where and by what it was taken."""
    exif = Image.Exif()
    exif[0x010F] = "Telefonfabrikken"
    exif.get_ifd(0x8825)[1] = "N"
    stream = BytesIO()
    Image.new("RGB", (60, 40), "red").save(stream, "JPEG", exif=exif, comment=b"Hjemmeadresse")
    return stream.getvalue()


def described(**fields: Any) -> NewFact:
    """Say what an attachment shows, as its form does."""
    return NewFact(
        **{
            "kind": FactKind.SEEN,
            "words": SHOWS,
            "information_class": InformationClass.PRIVATE,
            "grade": SourceGrade.DOCUMENTED,
            "observed_on": timezone.localdate() - timedelta(days=1),
            **fields,
        }
    )


def attachment_to(person: YoungPerson, by: Actor, **fields: Any) -> Attachment:
    """Attach a short text."""
    kept = KeptFile(form=FileForm.TEXT, content=WORDS.encode())
    with acting_for(by):
        return actions.attach_file(person, described(**fields), kept, by=by)


def uploaded(content: bytes, name: str = "ung-eksempel.jpg") -> SimpleUploadedFile:
    """Choose a file whose name must go nowhere."""
    return SimpleUploadedFile(name, content, content_type="application/octet-stream")


def typed_about(content: bytes | None = None, **changes: Any) -> dict[str, Any]:
    """Fill the form in."""
    file = {} if content is None else {"file": uploaded(content)}
    return {
        **file,
        "title": SHOWS,
        "information_class": "p2",
        "grade": "documented",
        "observed_on": timezone.localdate().isoformat(),
        **changes,
    }
