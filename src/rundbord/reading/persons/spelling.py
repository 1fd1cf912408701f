"""Which words are given names or surnames, in whichever spelling."""

from functools import cache

from rundbord.reading.late import late
from rundbord.reading.persons.lexicon import lexicon
from rundbord.reading.persons.passage import Word

GIVEN = lexicon("given_names")
_SURNAMES = lexicon("surnames")
_PLACES = lexicon("places")
_ALSO_WORDS = lexicon("also_words")
_SURNAME_SHAPE = late(
    r"\w{2,}(?:sen|gaard|gård|ović|ovic|evic|ević|ić|ski|ska|wicz|czyk|oğlu|oglu|zadeh|zada|pour|zai"
    r"|nejad|idou|yan|shvili|enko|chuk|lingam|rajah|nathan|escu|aitis|auskas|quist|qvist|strøm|mann"
    r"|berg|bæk|holm|lund|toft|dóttir|son|sson|ullah|uddin)"
)
_DOUBLED = late(r"(.)\1+")
_PLAIN_LETTERS = str.maketrans(
    "áàâãäćčçéèêëğíìîïıłñńóòôõöşšśúùûüýžźżyjwcq", "aaaaaccceeeegiiiiilnnooooosssuuuuizzziivkk"
)


def is_given(word: Word) -> bool:
    low = word.low.rstrip("'’")
    return is_listed(low.removesuffix("'s").removesuffix("’s")) or (
        not word.opens and _spelled_alike(low) in _spellings()
    )


def is_listed(low: str) -> bool:
    return any(form in GIVEN for form in (low, low.removesuffix("s"), low.split("-", maxsplit=1)[0]))


@cache
def _spellings() -> frozenset[str]:
    return frozenset(_spelled_alike(name) for name in GIVEN if len(name) > 4)


def _spelled_alike(low: str) -> str:
    """One spelling for many: Malthe and Malte, Aysha and Aisha, Mohammed and Muhammad."""
    return (
        _DOUBLED.sub(
            r"\1",
            low.translate(_PLAIN_LETTERS)
            .replace("th", "t")
            .replace("ph", "f")
            .replace("ck", "k")
            .replace("sh", "s")
            .replace("dj", "j"),
        )
        if len(low) > 4
        else low
    )


def is_surname(word: Word) -> bool:
    low = word.low
    if low in _SURNAMES or low.removesuffix("s") in _SURNAMES:
        return True
    return (
        low not in _PLACES and bool(_SURNAME_SHAPE.fullmatch(low)) and (not low.endswith("sen") or _is_patronymic(low))
    )


def _is_patronymic(low: str) -> bool:
    """Jensen and Rasmussen, but not Beredskabsstyrelsen or Bussen."""
    return any(low.removesuffix(ending) in GIVEN for ending in ("en", "sen", "ssen")) or not low.endswith(
        ("elsen", "ssen")
    )


def is_name_in_small_letters(word: Word) -> bool:
    """A given name that is no common word, typed without its capital."""
    if word.text[0].isupper() or len(word.text) < 4:
        return False
    low = word.low
    base = low if low in GIVEN else low.removesuffix("s")
    return base in GIVEN and len(base) > 3 and base not in _ALSO_WORDS and low not in _ALSO_WORDS
