"""What is a street's, a school's, a shop's, a king's or a group's name rather than a person's."""

import re

from rundbord.reading.late import late
from rundbord.reading.persons import wording
from rundbord.reading.persons.lexicon import lexicon
from rundbord.reading.persons.passage import Passage, Word
from rundbord.reading.persons.runs import Run
from rundbord.reading.persons.spelling import GIVEN, is_given, is_listed, is_surname

_SURNAMES = lexicon("surnames")
_PLACES = lexicon("places")
_NOT_PERSONS = lexicon("not_persons")
_PLACE_ENDINGS = lexicon("place_endings")
_ORGANISATIONS = lexicon("organisation_words")
_ELSEWHERE = _PLACES | _NOT_PERSONS
_OTHERS = _PLACES | _PLACE_ENDINGS | _ORGANISATIONS
_OPENING_WORDS = lexicon("opening_words")
_COMMON = lexicon("common_openers")
_ROYAL_OR_HOLY = frozenset(word.rstrip(".") for word in lexicon("royal_or_holy"))
_LOWER_ENDINGS = lexicon("lower_endings")
COMPOUND_PLACE = late(
    r"\w+(?:vej|vejen|gade|gaden|allé|alle|stræde|vænge|vænget|parken|park|torv|torvet|plads|pladsen"
    r"|skole|skolen|skoles|kirke|kirken|gård|gården|gårdsskolen|husene|huset|centret|center|hallen"
    r"|klubben|banden|bakken|toften|haven|kvarteret|stien|planen|bro|lund|strand|havn|borg|rup|lev"
    r"|løse|inge|sted|bjerg|høj|ø|by|politi|kommune|foreningen|fonden|hospital|hjemmet|centeret"
    r"|stationen|station|banen|festival|løbet|dagene|sagen|gruppen|selskab|selskabet|forening|kontoret"
    r"|styrelsen|forvaltningen|forvaltning|afdelingen|afdeling|rådet|bolig|huse|gårde|butikken)s?"
)
_STREET_OR_SCHOOL = late(
    r"\w+(?:vej|vejen|gade|gaden|allé|alle|stræde|torv|torvet|plads|pladsen|skole|skolen|kirke|kirken|centret|hallen)s?"
)
_REST_OF_A_STREET = late(
    r"\.? ?(?:[A-ZÆØÅ][\w.'-]* ){0,2}(?:Vej|Gade|Allé|Alle|Plads|Boulevard|Torv|Stræde|Skole|Park|Vænge)\b"
)


def is_known_phrase(words: tuple[Word, ...], passage: Passage) -> bool:
    phrase = words[0].low if len(words) == 1 else " ".join([word.low for word in words])
    forms = {phrase, phrase.removesuffix("s")}
    return not (forms.isdisjoint(_ELSEWHERE) and forms.isdisjoint(passage.known_places))


def is_elsewhere(word: Word, passage: Passage) -> bool:
    """Whether the word by itself is a place, an organisation or an abbreviation."""
    forms = {word.low, word.low.removesuffix("s")}
    if forms & passage.known_places or (forms & _ELSEWHERE and not (forms & GIVEN)):
        return True
    is_abbreviation = len(word.text) > 1 and word.text.isupper() and not word.is_initial and not is_given(word)
    return is_abbreviation or bool(forms & _ORGANISATIONS and not forms & GIVEN)


def ends_a_place_name(word: Word, previous: Word) -> bool:
    """ "Gade" always; "Lund" and "Skov" are surnames, unless a genitive stands before them."""
    if word.low not in _PLACE_ENDINGS:
        return False
    return word.low not in _SURNAMES or word.low == "gade" or (previous.low.endswith("s") and previous.low not in GIVEN)


def belongs_elsewhere(run: Run, first: int, last: int, passage: Passage) -> bool:
    """Whether the name is part of a street, a school, a shop, a king's or saint's name."""
    before = run.words[first - 1].low if first else (run.before.low if run.before else "")
    following = run.words[last + 1] if last + 1 < len(run.words) else run.after
    if before.rstrip(".") in _ROYAL_OR_HOLY:
        return True
    if following is not None and _names_a_place(following, is_capitalised=last + 1 < len(run.words)):
        return True
    words = run.words[first : last + 1]
    if _REST_OF_A_STREET.match(passage.text, words[-1].end) or _is_compound_of_known(words):
        return True
    return is_known_phrase(words, passage) or bool(_ends_as_place(words))


def _is_compound_of_known(words: tuple[Word, ...]) -> bool:
    """ "Arne Jacobsen-stolene" and "Line-up" are things."""
    phrase = " ".join(word.low for word in words)
    head, hyphen, _ = phrase.rpartition("-")
    return bool(hyphen) and (head in _NOT_PERSONS or head in _OPENING_WORDS)


def _names_a_place(word: Word, *, is_capitalised: bool) -> bool:
    low = word.low.removesuffix("s")
    if is_capitalised:
        return (
            word.low in _PLACE_ENDINGS
            or low in _PLACE_ENDINGS
            or word.low in {"banden", "gruppen", "fonden", "klubben"}
        )
    return word.low in _LOWER_ENDINGS


def _ends_as_place(words: tuple[Word, ...]) -> bool:
    shape = _STREET_OR_SCHOOL if is_listed(words[0].low) else COMPOUND_PLACE
    return len(words) > 1 and bool(shape.fullmatch(words[-1].low)) and not is_surname(words[-1])


def is_common(word: str) -> bool:
    """Whether a capitalised word is a place, an organisation or an ordinary word of its own."""
    low = word.lower()
    return low in _COMMON or low in _PLACES or low in _NOT_PERSONS or low in _ORGANISATIONS or wording.is_person(low)


def is_place_or_organisation(phrase: str, passage: Passage) -> bool:
    """Whether the phrase, or its last word, is known as something else than a person."""
    low = phrase.lower()
    words = low.split()
    if any(known & {low, low.removesuffix("s")} for known in (_PLACES, _NOT_PERSONS, passage.known_places)):
        return True
    return (bool(COMPOUND_PLACE.fullmatch(words[-1])) and words[-1] not in _SURNAMES and words[0] not in GIVEN) or any(
        word in _OTHERS and word not in GIVEN | _SURNAMES for word in words
    )


def belongs_to_a_place(passage: Passage, end: int) -> bool:
    """Whether the next word makes a street or an institution of what ends here."""
    after = re.match(r"\s?([\wæøåÆØÅ]+)", passage.text[end : end + 24])
    return bool(after) and after[1].lower() in _LOWER_ENDINGS  # type: ignore[index]
