"""Which passwords will do: length counts, odd signs do not, and what everybody tries is refused (NIST 800-63B)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

PASSWORD_LEAST_LENGTH = 12
PASSWORD_MOST_LENGTH = 200
# Words that no password here may lean on; the names of user and authority come to them (ASVS 6.1.2).
CONTEXT_WORDS = (
    *("adgangskode", "kodeord", "password", "velkommen", "rundbord", "politi", "kommune", "kriminalitet", "forebyg"),
    *("situationsbillede", "ssp", "foraar", "forår", "sommer", "efteraar", "efterår", "vinter", "danmark"),
)
# What must be left of the letters when those words are taken out.
_LEAST_LEFT = 6
_SHORTEST_NAME = 3
_FEWEST_DIFFERENT = 5
_RUNS = "0123456789" * 21
_TOO_EASY = "Adgangskoden er for let at gætte. Brug for eksempel fire tilfældige ord."


def objections_to_password(
    password: str, *, sign_in_name: str, names: Iterable[str] = (), common: Collection[str] = frozenset()
) -> list[str]:
    """Give every reason why a password will not do, in Danish; `common` are those that everybody tries."""
    checks = {
        f"Adgangskoden skal være på mindst {PASSWORD_LEAST_LENGTH} tegn.": len(password) < PASSWORD_LEAST_LENGTH,
        "Adgangskoden er for lang.": len(password) > PASSWORD_MOST_LENGTH,
        "Adgangskoden må ikke indeholde dit brugernavn.": sign_in_name.lower() in password.lower(),
        _TOO_EASY: len(set(password)) < _FEWEST_DIFFERENT
        or _is_common(password.casefold(), common)
        or _leans_on_context(password.casefold(), names),
    }
    return [objection for objection, applies in checks.items() if applies]


def _is_common(text: str, common: Collection[str]) -> bool:
    """Tell whether it is one of them, also repeated or with digits and signs around it or in it."""
    letters = _once(_letters_of(text))
    is_mostly_letters = 3 * len(letters) >= len(_once(text))
    return text in common or text in _RUNS or text in _RUNS[::-1] or (letters in common and is_mostly_letters)


def _leans_on_context(text: str, names: Iterable[str]) -> bool:
    left = letters = _letters_of(text)
    told = {part for name in names for part in re.findall(r"[^\W\d_]+", name.casefold())}
    for word in sorted(
        {*CONTEXT_WORDS, *(part for part in told if len(part) >= _SHORTEST_NAME)}, key=len, reverse=True
    ):
        left = left.replace(word, "")
    return left != letters and len(left) < _LEAST_LEFT


def _letters_of(text: str) -> str:
    return re.sub(r"[\d\W_]+", "", text)


def _once(text: str) -> str:
    """Give what a text repeats; a text that repeats nothing as it is."""
    for size in range(1, len(text) // 2 + 1):
        if len(text) % size == 0 and text == text[:size] * (len(text) // size):
            return text[:size]
    return text
