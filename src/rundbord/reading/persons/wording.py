"""Danish word forms for neutral wording: articles, definite forms, plurals."""

from rundbord.reading.persons.lexicon import lexicon

_PAIRS = tuple(tuple(entry.split("/")) for entry in sorted(lexicon("person_nouns")))
_SINGULARS = frozenset(pair[0] for pair in _PAIRS)
_PLURALS = frozenset(pair[1] for pair in _PAIRS)
_COMPOUND_ENDINGS = tuple(noun for noun in _SINGULARS | _PLURALS if len(noun) >= 4 and noun not in {"barn", "børn"})
_SHORT_COMPOUND_ENDINGS = ("ist", "ister", "tyv")
_NEUTER_DEFINITE = {
    "vidne": "vidnet", "offer": "ofret", "barn": "barnet", "medlem": "medlemmet", "bud": "buddet",
    "postbud": "postbuddet",
}  # fmt: skip
_DOUBLING = {
    "ven": "vennen",
    "kammerat": "kammeraten",
    "søn": "sønnen",
    "gut": "gutten",
    "fan": "fanen",
    "tøs": "tøsen",
}
_PARTICIPLES = frozenset({"ung", "ansat", "bekendt", "indsat", "mistænkt", "sigtet", "anholdt", "kriminel"})
_OF_A_CHILD = {
    "dreng": "person", "pige": "person", "teenager": "person", "barn": "person", "knægt": "person", "tøs": "person",
    "gut": "person", "drenge": "personer", "piger": "personer", "teenagere": "personer", "børn": "personer",
    "knægte": "personer", "tøser": "personer", "gutter": "personer", "datter": "pårørende", "søn": "pårørende",
}  # fmt: skip


def is_person(word: str) -> bool:
    """Whether the word means a person or persons; a genitive counts."""
    return base(word) is not None


def base(word: str) -> str | None:
    """The person noun without its genitive, or None for another word."""
    low = word.lower()
    return next((form for form in (low, low.removesuffix("s")) if _is_listed(form)), None)


def _is_listed(form: str) -> bool:
    if form in _SINGULARS or form in _PLURALS:
        return True
    return len(form) > 5 and (form.endswith(_COMPOUND_ENDINGS) or form.endswith(_SHORT_COMPOUND_ENDINGS))


def is_plural(noun: str) -> bool:
    """Whether a person noun stands in the plural."""
    return noun in _PLURALS or (noun not in _SINGULARS and noun.endswith(tuple(p for p in _PLURALS if len(p) >= 4)))


def adult(noun: str) -> str:
    """The noun without its saying that somebody is under 18."""
    return _OF_A_CHILD.get(noun, noun)


def definite(noun: str) -> str:
    """bilist → bilisten, vidne → vidnet."""
    if noun in _NEUTER_DEFINITE or noun in _DOUBLING:
        return (_NEUTER_DEFINITE | _DOUBLING)[noun]
    if noun in _PARTICIPLES or noun == "pårørende":
        return f"den {noun}" if noun.endswith("e") else f"den {noun}e"
    return noun + ("n" if noun.endswith("e") else "en")


def definite_plural(noun: str) -> str:
    """mænd → mændene, kvinder → kvinderne."""
    if noun.endswith("e"):
        return f"{noun}ne"
    return noun + ("ne" if noun.endswith("r") else "ene")


def article(noun: str) -> str:
    """En or et."""
    return "et" if noun in _NEUTER_DEFINITE else "en"


def genitive(word: str) -> str:
    """manden → mandens."""
    return word if word.endswith("s") else f"{word}s"


def capitalised(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]
