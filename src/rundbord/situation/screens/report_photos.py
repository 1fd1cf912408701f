"""Photos in a form: stripped as they arrive, and carried along when something else must be put right first."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from itertools import chain
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from rundbord.files import MOST_BYTES, NotAPhoto, PlainPhoto, plain_photo
from rundbord.web.fields import FilesField, FilesInput

MOST_PHOTOS = 3
KEPT_PHOTO = "kept_photo"


class PhotosForm(forms.Form):
    """A form with photos."""

    photos = FilesField(
        label="Billeder",
        required=False,
        help_text="Ingen mennesker på billedet. Højst 3 billeder à 15 MB. Sted og tid i billedfilen slettes.",
        widget=FilesInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        """No photo is kept yet."""
        super().__init__(*args, **options)
        self.kept_photos: list[PlainPhoto] = []

    def clean_photos(self) -> list[PlainPhoto]:
        """Strip each photo; the good ones stay in the form even when something else must be put right."""
        wrong: list[str] = []
        for content in chain(self._photos_sent_again(), map(_content, self.cleaned_data["photos"])):
            if len(self.kept_photos) > MOST_PHOTOS or len(wrong) > MOST_PHOTOS:
                break
            try:
                self.kept_photos.append(plain_photo(content))
            except NotAPhoto as error:
                wrong.append(error.reason)
        if len(self.kept_photos) > MOST_PHOTOS:
            self.kept_photos = self.kept_photos[:MOST_PHOTOS]
            wrong.append(f"Der kan højst være {MOST_PHOTOS} billeder. De første {MOST_PHOTOS} er med.")
        if wrong:
            raise forms.ValidationError(wrong)
        return self.kept_photos

    def carried_photos(self) -> list[str]:
        """Give the photos already taken in, for hidden fields of a form that comes back."""
        return [base64.b64encode(photo.content).decode() for photo in self.kept_photos]

    def _photos_sent_again(self) -> Iterator[bytes]:
        sent = self.data.getlist(KEPT_PHOTO) if hasattr(self.data, "getlist") else []
        yield from (content for each in sent if (content := _decoded(each)))


def _content(file: UploadedFile) -> bytes:
    """Read no more than can be kept; the rest of a huge file is never in memory."""
    return bytes(file.read(MOST_BYTES + 1))


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except ValueError:  # also for letters that no such text has
        return b""
