"""What is kept of young people, how long, and which class of information each column holds (table A.13)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from rundbord.access.declarations import About, Declaration
from rundbord.sharing.vocabulary import InformationClass as Class

_WITH_FILE = "Sammen med den unges sag; så destrueres sagens nøgle, og ordene kan ikke læses mere."
_HANDED_OUT = (
    "Udleveres til den unge og forældremyndighedsindehaveren af egen myndighed, dog ikke det, der er undtaget."
)


def _of_citizens(model: str, purpose: str, kept: str = _WITH_FILE) -> Declaration:
    return Declaration(
        model=f"concerns.{model}", about=About.CITIZENS, purpose=purpose, kept=kept, handed_out=_HANDED_OUT
    )


DECLARATIONS = (
    _of_citizens(
        "YoungPerson",
        "At følge en bekymring for en ung til kontakt er sikret.",
        "Til sidste dag, som er sat fra begyndelsen: 30 dage uden indsats, 12 måneder efter afslutning, og aldrig forbi"
        " 18-årsdagen uden ny vurdering.",
    ),
    _of_citizens("NamePart", "At finde en sag ved navn inden for egen enhed."),
    _of_citizens("CustodyHolder", "Hvem der skal orienteres og inviteres."),
    _of_citizens("Assignment", "Hvilke kolleger der må se sagen, og hvorfor."),
    _of_citizens("Concern", "Hvad bekymringen er, hvilken rolle den unge har, og hvad der er næste skridt."),
    _of_citizens("RoleChange", "Hvorfor en rolle er ændret."),
    _of_citizens("Safeguard", "Hvad der skal vides, før nogen tager kontakt."),
    _of_citizens("ConcernClosure", "Hvordan det endte, og hvornår det slettes."),
    _of_citizens(
        "Fact", "Hvad der er set, hvad der vurderes, og hvad der beskytter.", "Til sin egen frist eller sagens."
    ),
    _of_citizens(
        "Attachment",
        "Billeder og dokumenter, som næste skridt kræver; aldrig videregivet.",
        "Til sin egen frist eller sagens.",
    ),
    _of_citizens("FamilyNotice", "Om den unge og familien er orienteret, eller hvorfor det er udskudt."),
    Declaration(
        model="concerns.LookUp",
        about=About.STAFF,
        purpose="Hvem der har søgt efter en ung, hvorfor, og hvor mange der blev fundet; aldrig hvad der blev søgt på.",
        kept="To år; så sletter natten dem.",
        handed_out="Udleveres til medarbejderen af egen myndighed.",
    ),
    _of_citizens("AdultReview", "Hvorfor sagen beholdes efter 18-årsdagen."),
    _of_citizens("ArchiveCheck", "At sagen er set igennem for arkivet, før den slettes, og af hvem."),
    _of_citizens("PutBeforeName", "At finde tilbage til sagen, når andre har svaret på en drøftelse uden navn."),
    _of_citizens(
        "Consent",
        "Hvad der er sagt ja til.",
        "Fem år efter, at samtykket er udløbet eller trukket tilbage; så sletter natten beviset.",
    ),
)

# What says when, by whom and in which state: private, since the very existence of a file is.
_STANDING = Class.PRIVATE

CLASSES: Mapping[str, Mapping[str, Class]] = MappingProxyType(
    {
        "YoungPerson": {
            **dict.fromkeys(("name", "cpr", "cpr_index", "born_on", "birth_year", "address"), Class.IDENTITY),
            "has_protected_address": Class.PROTECTED,
            **dict.fromkeys(("id", "authority", "unit", "lead_id", "lead_label", "is_narrow"), _STANDING),
            **dict.fromkeys(("data_key", "opened_at", "delete_on", "moved_on"), _STANDING),
        },
        "NamePart": {"index": Class.IDENTITY, **dict.fromkeys(("id", "authority", "person"), _STANDING)},
        "CustodyHolder": {
            **dict.fromkeys(("name", "contact"), Class.IDENTITY),
            "has_protected_address": Class.PROTECTED,
            **dict.fromkeys(("id", "authority", "person", "written_at", "removed_at"), _STANDING),
        },
        "Assignment": dict.fromkeys(
            (
                *("id", "authority", "person", "user_id", "unit", "label", "reason", "given_at", "given_by"),
                *("given_label", "ended_at"),
            ),
            _STANDING,
        ),
        "Concern": {
            "role": Class.OFFENCE,
            **dict.fromkeys(("id", "authority", "partnership", "person", "grounds", "level", "area"), _STANDING),
            **dict.fromkeys(("observed_on", "report_id", "source_id", "opened_at", "opened_by"), _STANDING),
            **dict.fromkeys(("opened_label", "next_on", "next_step", "contacted_at", "offered_at"), _STANDING),
            **dict.fromkeys(("secured_at", "closed_at"), _STANDING),
        },
        "RoleChange": {
            **dict.fromkeys(("role", "reason"), Class.OFFENCE),
            **dict.fromkeys(("id", "authority", "person", "concern", "changed_at", "changed_by"), _STANDING),
            "changed_label": _STANDING,
        },
        "Safeguard": {
            **dict.fromkeys(("kind", "state", "note"), Class.SPECIAL),
            **dict.fromkeys(("id", "authority", "person", "valid_until", "stated_at", "stated_by"), _STANDING),
            "stated_label": _STANDING,
        },
        "ConcernClosure": dict.fromkeys(
            (
                *("id", "authority", "person", "concern", "outcome", "note", "answer", "is_journaled", "delete_on"),
                *("closed_at", "closed_by", "closed_label"),
            ),
            _STANDING,
        ),
        # A fact bears its own class; its words are as private as the most private of them.
        "Fact": {
            **dict.fromkeys(("body", "source"), Class.PROTECTED),
            **dict.fromkeys(("id", "authority", "person", "kind", "information_class", "grade"), _STANDING),
            **dict.fromkeys(("observed_on", "keep_until", "confirmed_on", "received_under", "received_id"), _STANDING),
            **dict.fromkeys(("disclosure_id", "taken_line", "taken_key_id", "is_about_case"), _STANDING),
            **dict.fromkeys(("holds_address", "names_others", "readers", "approved_at", "approved_label"), _STANDING),
            "withdrawn_why": Class.PROTECTED,
            **dict.fromkeys(("replaces", "withdrawn_at", "written_at", "written_by", "written_label"), _STANDING),
        },
        "Attachment": {
            **dict.fromkeys(("title", "source", "content"), Class.PROTECTED),
            **dict.fromkeys(("id", "authority", "person", "form", "information_class", "grade"), _STANDING),
            **dict.fromkeys(("observed_on", "keep_until", "readers", "written_at", "written_by"), _STANDING),
            "written_label": _STANDING,
        },
        "ArchiveCheck": dict.fromkeys(
            ("id", "authority", "person", "outcome", "written_at", "written_by", "written_label"), _STANDING
        ),
        "PutBeforeName": dict.fromkeys(
            ("id", "authority", "person", "question_id", "put_at", "put_by", "put_label"), _STANDING
        ),
        "FamilyNotice": dict.fromkeys(
            (
                *("id", "authority", "person", "state", "manner", "given_on", "ground", "reason", "recheck_on"),
                *("approved_at", "approved_by", "approved_label", "written_at", "written_by", "written_label"),
            ),
            _STANDING,
        ),
        "LookUp": dict.fromkeys(
            ("id", "authority", "unit", "user_id", "user_label", "kind", "reason", "hits", "person_id", "at"), _STANDING
        ),
        "AdultReview": dict.fromkeys(
            ("id", "authority", "person", "reason", "ends_on", "written_at", "written_by", "written_label"), _STANDING
        ),
        "Consent": dict.fromkeys(
            (
                *("id", "authority", "person", "given_by", "recipients", "classes", "purposes", "given_on"),
                *("valid_until", "outsiders"),
                *("is_written", "is_informed", "is_free", "withdrawn_on", "written_at", "written_by", "written_label"),
            ),
            _STANDING,
        ),
    }
)
