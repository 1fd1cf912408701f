"""The Danish alphabet as a stored key, since the embedded PostgreSQL has no Danish collation (architecture §9)."""

from __future__ import annotations

import unicodedata

# Capitals and accented letters with their plain small form; lower() in PostgreSQL may know ASCII alone.
PLAIN_FORMS = {"Æ": "æ", "Ø": "ø", "Å": "å"} | dict(
    zip("ÄäÖöÜüÉéÈèÊêËëÁáÀàÓóÍíÇç", "ææøøyyeeeeeeeeaaaaooiicc", strict=True)
)
_TO_PLAIN = {ord(letter): plain for letter, plain in PLAIN_FORMS.items()}
# Behind z and in their order under any collation: plain letters alone, no signs that a collation may pass over.
LAST_LETTERS = {"aa": "zzc", "å": "zzc", "ø": "zzb", "æ": "zza"}


def sort_key(text: str) -> str:
    """Give a key under which æ, ø and å come last and aa counts as å; `danish_sort_key` says the same in SQL."""
    key = text.translate(_TO_PLAIN).lower()
    for letter, stand_in in LAST_LETTERS.items():
        key = key.replace(letter, stand_in)
    return key


def without_accents(text: str) -> str:
    """Write in small letters without accents; æ, ø and å are letters, not accents."""
    small = unicodedata.normalize("NFC", text).translate(_TO_PLAIN).lower().replace("å", "\ue000")
    bare = "".join(sign for sign in unicodedata.normalize("NFD", small) if not unicodedata.combining(sign))
    return bare.replace("\ue000", "å")
