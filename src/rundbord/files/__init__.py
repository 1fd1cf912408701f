"""Files that users hand in: verified by content, stripped to what may be kept."""

from rundbord.files.kept_files import FileForm, KeptFile, kept_file
from rundbord.files.photos import MOST_BYTES, NotAPhoto, PlainPhoto, plain_photo
from rundbord.files.refusal import NotKept

__all__ = [
    "MOST_BYTES",
    "FileForm",
    "KeptFile",
    "NotAPhoto",
    "NotKept",
    "PlainPhoto",
    "kept_file",
    "plain_photo",
]
