"""Nationality words about things, such as a Polish lorry: for a shared text they become "udenlandsk"."""

from collections.abc import Iterator

from rundbord.reading.persons.finding import FindingKind
from rundbord.reading.persons.lexicon import lexicon
from rundbord.reading.persons.passage import Hit, Passage

_STEMS = tuple(
    sorted(
        lexicon("nationalities")
        - {
            "indvandrer",
            "vestlig",
            "ortodoks",
            "nordisk",
            "skandinavisk",
            "europæisk",
            "kristen",
            "hindu",
            "sikh",
            "dari",
            "baltisk",
        }
    )
)
_ALWAYS = (
    "rumænsk",
    "polsk",
    "svensk",
    "norsk",
    "litauisk",
    "bulgarsk",
    "tyrkisk",
    "somalisk",
    "syrisk",
    "irakisk",
    "afghansk",
    "iransk",
    "tysk",
    "marokkansk",
)


def detect(passage: Passage) -> Iterator[Hit]:
    """Each word that begins with a nationality, unless it is part of a proper name."""
    for word in passage.words:
        if "sk" in word.low and word.low.startswith(_STEMS) and (not word.is_capitalised or word.opens):
            yield Hit(FindingKind.ORIGIN, word.start, word.end, _foreign(word.low))


def _foreign(low: str) -> str:
    stem = max((stem for stem in _STEMS if low.startswith(stem)), key=len)
    tail = low.removeprefix(stem).lstrip("-")
    return (
        f"udenlandsk{tail}"
        if len(tail) < 2 or tail.endswith(("registreret", "registrerede", "ejet", "ejede"))
        else "udenlandsk"
    )
