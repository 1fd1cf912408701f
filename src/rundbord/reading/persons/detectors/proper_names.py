"""Which part of a run of capitalised words is a person's name."""

from collections.abc import Iterator

from rundbord.reading.late import late
from rundbord.reading.persons import wording
from rundbord.reading.persons.belonging import (
    COMPOUND_PLACE,
    belongs_elsewhere,
    ends_a_place_name,
    is_common,
    is_elsewhere,
    is_known_phrase,
)
from rundbord.reading.persons.lexicon import lexicon
from rundbord.reading.persons.passage import Passage
from rundbord.reading.persons.runs import Run
from rundbord.reading.persons.spelling import is_given, is_listed, is_surname

_SURNAMES = lexicon("surnames")
_PLACES = lexicon("places")
_NOT_PERSONS = lexicon("not_persons")
_PLACE_ENDINGS = lexicon("place_endings")
_ORGANISATIONS = lexicon("organisation_words")
_NO_SURNAME_ENDINGS = _PLACE_ENDINGS | _ORGANISATIONS
_OPENING_WORDS = lexicon("opening_words")
_PARTICLES = lexicon("name_particles")
_PREPOSITIONS = lexicon("prepositions")
_PLACE_PREPOSITIONS = _PREPOSITIONS - {"og", "samt", "af", "for", "til", "fra", "mod", "hos", "om", "mellem"}
_STATING = lexicon("stating")
_HUMAN = lexicon("human")
_NOT_A_PERSON_BEFORE = lexicon("before_no_person")
_FOREIGN_ENDING = late(r"(?:[aiouyz]|an|ar|ir|ur|am|im|ad|id|al|il|ul|ah|ih|eh|aq|iq|uq|aj|us|as|is|os|sh|esh|it)\Z")
_OPENERS = lexicon("sentence_openers")
_DISTRICT_LETTERS = frozenset("CNSVØJKMF")
"""Danish towns write their postal districts so: Aarhus C, Odense M, Viby J."""


def names_in(run: Run, passage: Passage) -> Iterator[tuple[int, int]]:
    """First and last index of each person's name in the run."""
    index = 0
    if is_known_phrase(run.words, passage):
        return
    while index < len(run.words):
        last = _name_from(run, index, passage)
        if last is None:
            index += 1
            continue
        if not belongs_elsewhere(run, index, last, passage):
            yield index, last
        index = last + 1


def _name_from(run: Run, index: int, passage: Passage) -> int | None:
    """Index of the last word of a name that begins here, or None."""
    word = run.words[index]
    if is_elsewhere(word, passage) or (word.low in _PLACE_ENDINGS and not is_listed(word.low)):
        return None
    if _is_letter_of_a_district(run, index):
        return None
    last = _last_of_name(run, index, passage)
    if is_given(word) and not _is_doubtful(run, index, last):
        return last
    if word.is_initial and last > index and not run.words[last].is_initial:
        return last
    if _looks_like_full_name(run, index, last) or _is_lone_surname(run, index) or _acts_like_a_person(run, index, last):
        return last
    return None


def _is_letter_of_a_district(run: Run, index: int) -> bool:
    """The letter in "Aarhus C. Manden løb" closes a sentence and opens no name; "Peter N. Prøve" begins earlier."""
    word = run.words[index]
    return word.is_initial and word.text[0] in _DISTRICT_LETTERS and index > 0 and not is_given(run.words[index - 1])


def _last_of_name(run: Run, index: int, passage: Passage) -> int:
    last = index
    for position in range(index + 1, len(run.words)):
        word = run.words[position]
        if ends_a_place_name(word, run.words[position - 1]):
            break
        if (
            is_elsewhere(word, passage)
            and not {word.low, word.low.removesuffix("s")} & _SURNAMES
            and not word.is_initial
            and word.low not in _PARTICLES
        ):
            break
        last = position
    return last


def _is_doubtful(run: Run, index: int, last: int) -> bool:
    """A name that is a word as well needs a surname or a verb when it opens a sentence."""
    word = run.words[index]
    low = word.low
    if low in _NOT_PERSONS and last == index:
        return True
    if run.before is not None and index == 0 and run.before.low in _PLACE_PREPOSITIONS and not is_listed(low):
        return True
    if low in {"april", "august", "juni", "maj", "marts"} and last == index:
        return True
    if not word.opens or low not in _OPENING_WORDS:
        return low in _PLACES and last == index and (run.before is None or run.before.low in _PREPOSITIONS)
    return last == index and not (run.after is not None and run.after.low in _STATING)


def _looks_like_full_name(run: Run, index: int, last: int) -> bool:
    """Two or three unknown words: a surname's look, or no preposition of place before them."""
    words = run.words[index : last + 1]
    if (
        len(words) < 2
        or len(words) > 4
        or any(COMPOUND_PLACE.fullmatch(word.low) and not is_surname(word) for word in words)
    ):
        return False
    if any(word.low in _NO_SURNAME_ENDINGS for word in words if not is_surname(word)):
        return False
    ends_in_surname = is_surname(words[-1])
    if words[0].low.endswith(("ens", "ets", "nes")) and not is_given(words[0]):
        return False
    if run.words[index].opens and index == 0:
        return ends_in_surname and not wording.is_person(words[0].low)
    before = run.words[index - 1] if index else run.before
    if before is not None and before.low in _PLACE_PREPOSITIONS:
        return False
    return ends_in_surname or (
        before is not None and index == 0 and before.low not in _PREPOSITIONS and before.low not in _NOT_A_PERSON_BEFORE
    )


def _is_lone_surname(run: Run, index: int) -> bool:
    """ "Hansen" or "familien Yilmaz" within a sentence."""
    word = run.words[index]
    if not is_surname(word) or index != 0 or run.before is None or COMPOUND_PLACE.fullmatch(word.low):
        return False
    if run.before.low in {
        "familien",
        "hr",
        "hr.",
        "fru",
        "frk",
        "brødrene",
        "søstrene",
        "herr",
        "ægteparret",
        "sagføreren",
    }:
        return True
    return (
        word.low.endswith("sen") and is_surname(word) and not word.opens and run.before.low not in _PLACE_PREPOSITIONS
    )


def _acts_like_a_person(run: Run, index: int, last: int) -> bool:
    """An unknown capitalised word that speaks, strikes or lives somewhere, or follows "drengen"."""
    word = run.words[index]
    if word.opens and index == 0:
        return _opens_like_a_name(run, last)
    if index != 0 or last != index or is_common(word.text) or COMPOUND_PLACE.fullmatch(word.low) or word.is_initial:
        return False
    if len(word.text) < 3 or any(letter.isdigit() for letter in word.text):
        return False
    before = run.before.low if run.before else ""
    if before in {
        "drengen",
        "pigen",
        "manden",
        "kvinden",
        "fyren",
        "knægten",
        "eleven",
        "kammeraten",
        "vennen",
        "veninden",
        "lillebroren",
        "storebroren",
        "kæresten",
        "sønnen",
        "datteren",
        "broren",
        "søsteren",
    }:
        return True
    return run.after is not None and run.after.low in _HUMAN and before not in _PREPOSITIONS


def _opens_like_a_name(run: Run, last: int) -> bool:
    """An unknown word at the opening with a foreign name's ending, before a verb of human doing."""
    word = run.words[0]
    if last > 1 or run.after is None or last + 1 < len(run.words) or is_common(word.text) or word.low in _OPENERS:
        return False
    verbs = _STATING if last == 1 else _HUMAN
    return (
        run.after.low in verbs
        and len(word.text) > 3
        and len(run.words[last].text) > 2
        and bool(_FOREIGN_ENDING.search(word.low))
        and not COMPOUND_PLACE.fullmatch(word.low)
    )
