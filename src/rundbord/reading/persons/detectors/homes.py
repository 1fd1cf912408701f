"""Home towns: "manden fra Hadsten", "bosiddende i …", "en aarhusianer"."""

import re
from collections.abc import Iterator

from rundbord.reading.late import late
from rundbord.reading.persons import wording
from rundbord.reading.persons.finding import FindingKind
from rundbord.reading.persons.lexicon import lexicon
from rundbord.reading.persons.passage import Hit, Passage

_CAPITALISED = r"[A-ZÆØÅ][\wæøåÆØÅ'-]*"
_PLACE = (
    r"(?-i:(?:(?:det |den )?(?:nordlige|sydlige|østlige|vestlige|indre|nord|syd|øst"
    rf"|vest) )?{_CAPITALISED}(?:[ -]{_CAPITALISED}){{0,3}}(?:-området|-kanten)?)"
)
_PERSON = (
    r"(?:mænd|mand|manden|mændene|kvinder?|kvinden|kvinderne|drenge?|drengen|drengene|piger?|pigen"
    r"|pigerne|person|personen|personer|personerne|fyre?|fyren|fyrene"
    r"|\w*bilist\w{0,4}|\w*chauffør\w{0,5}|borger|borgeren|borgere|borgerne|cyklist\w{0,4}|ung|teenagere?"
    r"|teenageren|knægte?|knægten|brødre|brødrene|par|parret|beboer|mistænkte?|sigtede|anholdte"
    r"|\w+årige?s?|\w{3,}mand|\w{3,}manden|tyv|tyven|dame|damen|gut|gutter|gerningsmænd|statsborgere?"
    r"|statsborger|pågældende)"
)
_FROM = late(
    rf"\b(?P<who>{_PERSON})(?P<home> (?:(?:der|som) (?:er|kommer|kom) )?(?:fra|oprindeligt fra"
    rf"|oprindelig fra) {_PLACE})",
    re.UNICODE,
)
_BOTH = late(rf"(?P<home>,? ?\b[Bb]egge (?:fra|bosat i|bosiddende i) {_PLACE})")
_LIVING = late(
    r"(?P<home>,? ?\b(?:(?:der|som) (?:er |var )?)?(?:bosat|bosiddende|hjemmehørende"
    r"|med (?:folkeregister)?(?:bopæl|adresse)|bopæl) (?:i|på|ved) (?:området omkring |en (?:adresse"
    rf"|ejendom|lejlighed) (?:i|på|ved) )?{_PLACE}(?: kommune)?)"
)
_LIVES = late(
    rf"\b(?P<who>han|hun|vedkommende|familien|{_PERSON})(?P<home>,? (?:(?:der|som) )?(?:selv )?(?:bor|boede"
    rf"|er flyttet|flyttede|kommer) (?:til )?(?:i|på|ved|til|fra) (?:en lejlighed (?:i|på) )?{_PLACE})",
    re.IGNORECASE,
)
_COMES_FROM = late(
    rf"\b(?P<who>han|hun|vedkommende|familien|{_PERSON})(?P<home> (?:er|var) (?:selv |vist |oprindeligt |begge |alle )?"
    rf"fra {_PLACE})",
    re.IGNORECASE,
)
_IN_A_BLOCK = late(
    rf"\b(?:han|hun|vedkommende|familien|{_PERSON})(?: [a-zæøå]+)?(?P<home>,? (?:(?:der|som) )?(?:bor|boede) "
    rf"(?:i|på) (?:blok|opgang|lejlighed|nummer|nr\.?) ?\d{{1,3}})",
    re.IGNORECASE,
)
_DEMONYM = late(
    r"\b(?:(?P<det>en|den) )?(?P<who>(?:aarhusian|århusian|odensean|randrusian|horsensian|frederician"
    r"|svendborgens|vejlens|koldingens|aalborgens|ålborgens|esbjergens|herningens|viborgens"
    r"|silkeborgens|københavn|helsingoran|helsingoranser|næstvedens|holbækens|slagelsean|roskildens"
    r"|holstebro|skivens|hjørringens|bornholm|fynbo|jyde|sjællænd|vendelbo|lollik|samsing|vestegnsbo"
    r"|nørrebro|hillerødens|nyborgens|sønderjyde|nordjyde|midtjyde|vestjyde|østjyde|sydjyde)(?:er|eren"
    r"|ser|seren|en|n|k|ken)?)\b",
    re.IGNORECASE,
)
_TOWN_ADJECTIVE = late(
    r"\b(?P<home>(?:aarhusiansk|århusiansk|københavnsk|odenseansk|aalborgensisk|fynsk|jysk|sønderjysk"
    r"|nordjysk|bornholmsk|sjællandsk|vestjysk|østjysk|lollandsk)e? )(?=(?:mand|kvinde|person|bilist"
    r"|dreng|pige|mænd|kvinder|familie|fyr))"
)
_BORN = late(rf"(?P<home>,? ?\b(?:født og opvokset|opvokset|født) (?:i|på) {_PLACE})")

_PATTERNS = (
    (_FROM, ("fra ",)),
    (_BOTH, ("begge ",)),
    (_LIVING, ("bosat", "bosid", "hjemmehør", "boende", "bopæl", "adresse")),
    (_LIVES, (" bor ", "boede", "flytte", "kommer")),
    (_COMES_FROM, (" er ", " var ")),
    (_IN_A_BLOCK, (" bor ", "boede")),
    (_TOWN_ADJECTIVE, ("iansk", "havnsk", "ensisk", "fynsk", "jysk", "bornholmsk", "landsk", "sjællandsk")),
    (_BORN, ("født", "opvokset")),
)
_DEMONYM_HINTS = tuple(lexicon("demonym_hints"))


def detect(passage: Passage) -> Iterator[Hit]:
    """Where a person lives or comes from; a direction of travel or an employer is left."""
    for pattern, hints in _PATTERNS:
        for match in passage.matches(pattern, *hints):
            if not _names_an_organisation(match["home"]) and _is_place(match["home"]):
                yield Hit(FindingKind.HOME, match.start("home"), match.end("home"), "")
    for match in passage.matches(_DEMONYM, *_DEMONYM_HINTS):
        if match["who"].lower() not in {"københavn", "holstebro", "bornholm", "nørrebro", "københavns"}:
            yield Hit(FindingKind.HOME, match.start(), match.end(), _person(match))


def _is_place(home: str) -> bool:
    return "sk" in home or home[-1].isdigit() or any(word[0].isupper() for word in home.split())


def _names_an_organisation(home: str) -> bool:
    words = [word.strip(",").lower() for word in home.split()]
    institutions = lexicon("organisation_words") - _DIRECTIONS
    return (
        any(
            word in institutions or word.endswith(("skolen", "klubben", "banden", "politi"))
            for word in words[1:]
            if word not in {"i", "den", "det", "en", "et"}
        )
        and "bopæl" not in home
    )


_DIRECTIONS = lexicon("directions")


def _person(match: re.Match[str]) -> str:
    det = (match["det"] or "").lower()
    is_definite = det == "den" or match["who"].lower().endswith(("eren", "seren", "ken"))
    return wording.definite("person") if is_definite else "en person" if det else "person"
