"""What is uploaded stays in memory: Django's own way would put a large file in a temporary folder, in plain."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler

# A form says what is too large for it; no more than this is ever held of one file, or of all in a request.
MOST_OF_ONE = 16 * 1024 * 1024 + 1
MOST_OF_ALL = 4 * MOST_OF_ONE


class HeldInMemory(FileUploadHandler):
    """Holds each file as far as it could be kept; the rest of a huge one is read past."""

    def __init__(self, request: Any = None) -> None:
        """Nothing is held yet."""
        super().__init__(request)
        self._file = BytesIO()
        self._held = 0

    def new_file(self, *told: Any, **named: Any) -> None:
        """Begin with a file."""
        super().new_file(*told, **named)
        self._file = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Hold what there is room for."""
        room = min(MOST_OF_ONE - self._file.tell(), MOST_OF_ALL - self._held)
        self._held += self._file.write(raw_data[: max(room, 0)])

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        """Give what was held."""
        size = self._file.tell()
        self._file.seek(0)
        return InMemoryUploadedFile(
            file=self._file,
            field_name=self.field_name,
            name=self.file_name,
            content_type=self.content_type,
            size=size,
            charset=self.charset,
            content_type_extra=self.content_type_extra,
        )
