"""What is kept of what was passed on, how long, and which class of information each column holds (table A.13)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from rundbord.access.declarations import About, Declaration
from rundbord.sharing.vocabulary import InformationClass as Class

_SENT = "Ordene sammen med den unges sag hos afsenderen; derefter står kun, at noget blev givet videre."
_GOT = "Ordene til sidste dag eller til de er kaldt tilbage; derefter står kun, at noget blev modtaget."
_SENT_OUT = "Udleveres af afsenderen, dog ikke det, der er undtaget."
_GOT_OUT = "Udleveres af modtageren, når afsenderen er spurgt (retshåndhævelseslovens § 6)."


def _of_citizens(model: str, purpose: str, *, kept: str, handed_out: str) -> Declaration:
    return Declaration(
        model=f"sharing.{model}", about=About.CITIZENS, purpose=purpose, kept=kept, handed_out=handed_out
    )


def _person_free(model: str, purpose: str, kept: str) -> Declaration:
    return Declaration(model=f"sharing.{model}", about=About.NOBODY, purpose=purpose, kept=kept)


DECLARATIONS = (
    _of_citizens(
        "Disclosure",
        "At kunne vise, hvad der blev givet videre, til hvem og hvorfor.",
        kept=_SENT,
        handed_out=_SENT_OUT,
    ),
    _of_citizens(
        "OutsideDelivery",
        "Hvordan et brev nåede modtageren, og at det blev modtaget.",
        kept=_SENT,
        handed_out=_SENT_OUT,
    ),
    _of_citizens("ReceivedDisclosure", "At modtageren kan bruge det, der blev givet.", kept=_GOT, handed_out=_GOT_OUT),
    _of_citizens("Receipt", "At modtageren har læst vilkårene.", kept=_GOT, handed_out=_GOT_OUT),
    _of_citizens("ErasedCopy", "At en kopi er slettet, hvornår og hvorfor.", kept=_GOT, handed_out=_GOT_OUT),
    _of_citizens(
        "TakenCopy",
        "At det, der blev taget ind i en sag, også forsvinder, når det kaldes tilbage.",
        kept=_GOT,
        handed_out=_GOT_OUT,
    ),
    _of_citizens("RequestAnswer", "Hvad der blev svaret på en anmodning.", kept=_GOT, handed_out=_GOT_OUT),
    _of_citizens("ReaderRequest", "At lederen kan navngive, hvem der må læse.", kept=_GOT, handed_out=_GOT_OUT),
    _of_citizens("NamedReader", "Hvem der måtte læse en kopi.", kept=_GOT, handed_out=_GOT_OUT),
    _of_citizens("DisclosureCorrection", "Hvad der blev rettet eller kaldt tilbage.", kept=_SENT, handed_out=_SENT_OUT),
    _of_citizens("CorrectionCopy", "At modtageren får rettelsen.", kept=_GOT, handed_out=_GOT_OUT),
    _of_citizens("Confirmation", "At modtageren har rettet eller slettet.", kept=_GOT, handed_out=_GOT_OUT),
    _person_free(
        "ThresholdQuestion",
        "At vurdere, om noget skal tages op, før nogen får et navn at vide.",
        "Fem år, til at se, hvor meget der ikke tages op.",
    ),
    _of_citizens(
        "Nomination",
        "At spørge, om en anden myndighed også følger en ung, uden at andre får navnet.",
        kept="Til runden lukker; kun det, begge har indmeldt, står derefter sammen med den unges sag.",
        handed_out=_SENT_OUT,
    ),
    _of_citizens(
        "NominationMark",
        "At to indmeldinger af samme person kan findes; kan ikke læses af nogen.",
        kept="Til runden lukker; så slettes det, og rundens nøgle destrueres.",
        handed_out="Kan ikke udleveres: det kan ikke læses.",
    ),
    _of_citizens(
        "CommonKnowledge",
        "At vide, at en anden enhed også følger den unge, og hvem der skal ringes til.",
        kept="Sammen med den unges sag.",
        handed_out=_SENT_OUT,
    ),
    _person_free("WhoElseRound", "Hvilke runder der er holdt, hvorfor og hvornår.", "Fem år."),
    _person_free("WhoElseCommitment", "At kunne vise, at ingen har ændret sine indmeldinger.", "Sammen med runden."),
    _person_free("WhoElseSize", "Hvor mange myndigheden selv har indmeldt.", "Sammen med runden."),
    _person_free("ThresholdAnswer", "Hvad de spurgte enheder svarer.", "Sammen med drøftelsen."),
)

# When, by whom, by which basis: private, since it tells that something was passed on about somebody.
_STANDING = Class.PRIVATE
_REQUEST = ("asks", "answer_by", "in_answer_to")
# What is told is as private as the most private class that may cross (table A.13).
_WORDS = Class.EXIT

CLASSES: Mapping[str, Mapping[str, Class]] = MappingProxyType(
    {
        "Disclosure": {
            **dict.fromkeys(("content", "necessity"), _WORDS),
            "outside_name": Class.IDENTITY,
            **dict.fromkeys(("id", "partnership", "authority", "unit", "readers", "about_id", "data_key"), _STANDING),
            **dict.fromkeys(("recipient", "recipient_unit", "recipient_readers", "recipient_capacity"), _STANDING),
            **dict.fromkeys(("basis", "purpose", "role", "classes", "conditions", "expires_on", "due_on"), _STANDING),
            **dict.fromkeys(("told_at", "written_by", "written_label", "rests_on", "kept_by"), _STANDING),
            **dict.fromkeys(_REQUEST, _STANDING),
        },
        "ErasedCopy": dict.fromkeys(
            ("id", "disclosure_id", "authority", "sender", "cause", "at", "by", "label"), _STANDING
        ),
        "TakenCopy": dict.fromkeys(
            ("id", "authority", "disclosure_id", "data_key", "taken_at", "taken_by", "taken_label"), _STANDING
        ),
        "RequestAnswer": dict.fromkeys(
            ("id", "disclosure_id", "authority", "sender", "answer", "referred_to", "at", "by", "label"), _STANDING
        ),
        "ReaderRequest": dict.fromkeys(
            (
                *("id", "partnership", "authority", "unit", "disclosure_id", "sender", "sender_unit", "sender_label"),
                *("functions", "basis", "expires_on", "told_at"),
            ),
            _STANDING,
        ),
        "NamedReader": dict.fromkeys(
            ("id", "authority", "disclosure_id", "user_id", "label", "named_at", "named_by", "named_label"), _STANDING
        ),
        "OutsideDelivery": dict.fromkeys(
            ("id", "authority", "disclosure", "manner", "on", "noted_at", "noted_by", "noted_label"), _STANDING
        ),
        "ReceivedDisclosure": {
            **dict.fromkeys(("content", "necessity"), _WORDS),
            **dict.fromkeys(("id", "partnership", "authority", "unit", "readers", "disclosure_id"), _STANDING),
            **dict.fromkeys(("sender", "sender_unit", "sender_label", "data_key_id", "basis", "purpose"), _STANDING),
            **dict.fromkeys(("role", "classes", "conditions", "expires_on", "told_at", "kept_by"), _STANDING),
            **dict.fromkeys(_REQUEST, _STANDING),
        },
        "Receipt": dict.fromkeys(("id", "disclosure_id", "authority", "sender", "at", "by", "label"), _STANDING),
        "DisclosureCorrection": {
            **dict.fromkeys(("reason", "new_wording"), _WORDS),
            **dict.fromkeys(("id", "authority", "disclosure", "kind", "line", "confirm_by"), _STANDING),
            **dict.fromkeys(("made_at", "made_by", "made_label"), _STANDING),
        },
        "CorrectionCopy": {
            **dict.fromkeys(("reason", "new_wording"), _WORDS),
            **dict.fromkeys(("id", "authority", "sender", "disclosure_id", "correction_id", "data_key_id"), _STANDING),
            **dict.fromkeys(("kind", "line", "confirm_by", "made_at"), _STANDING),
        },
        "Confirmation": dict.fromkeys(
            (
                *("id", "disclosure_id", "correction_id", "authority", "sender", "was_used", "was_passed_on"),
                *("at", "by", "label"),
            ),
            _STANDING,
        ),
        "Nomination": {
            "reason": Class.PRIVATE,
            "role": Class.OFFENCE,
            **dict.fromkeys(("id", "partnership", "authority", "unit", "round", "about_id", "data_key"), _STANDING),
            **dict.fromkeys(("kind", "basis", "purpose", "job", "nominated_at", "nominated_by"), _STANDING),
            "nominated_label": _STANDING,
        },
        "NominationMark": {
            **dict.fromkeys(("mark", "leaf"), Class.IDENTITY),
            **dict.fromkeys(("id", "authority", "nomination_id", "round_id"), _STANDING),
        },
        "CommonKnowledge": dict.fromkeys(
            (
                *("id", "partnership", "authority", "unit", "round", "nomination", "about_id", "kind", "basis"),
                *("other_authority", "other_unit", "other_role", "found_at"),
            ),
            _STANDING,
        ),
    }
)
