"""Files that users hand in: verified by content, stripped to what may be kept."""

from rundbord.files.photos import MOST_BYTES, NotAPhoto, PlainPhoto, plain_photo

__all__ = ["MOST_BYTES", "NotAPhoto", "PlainPhoto", "plain_photo"]
