"""What is kept of exit cases: all of it is of class P6, read by two named coordinators alone (table A.13)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from rundbord.access.declarations import About, Declaration
from rundbord.sharing.vocabulary import InformationClass as Class

_KEPT = (
    "En henvendelse uden samtykke slettes efter 30 dage. Ellers 12 måneder efter forløbets slutning; når samtykket"
    " trækkes tilbage 30 dage efter, eller samme dag, hvis personen ønsker det. Nøglen destrueres, og rækkerne slettes"
    " om natten. Den underskrevne erklæring ligger i myndighedens eget system."
)
_KEPT_COPY = (
    "Ordene, til samtykkets sidste dag, eller til de kaldes tilbage, eller forløbet slutter. Nøglen destrueres, når"
    " læseren bekræfter, eller om natten; rækkerne slettes efter den sidste dag."
)
_HANDED_OUT = "Udleveres til personen selv af egen myndighed, dog ikke politiets trusselsvurdering."


def _of_exit(model: str, purpose: str, *, kept: str = _KEPT) -> Declaration:
    return Declaration(
        model=f"interventions.{model}",
        about=About.CITIZENS,
        purpose=purpose,
        kept=kept,
        handed_out=_HANDED_OUT,
        is_enforced=True,
    )


EXIT_DECLARATIONS = (
    _of_exit("ExitCase", "At hjælpe en voksen, der selv vil ud af bandemiljøet, efter skriftligt samtykke."),
    _of_exit("ExitMove", "Hvor langt forløbet er, og hvorfor det skiftede."),
    _of_exit("ExitConsent", "Hvad der er sagt ja til, hvem der må dele, og til hvornår."),
    _of_exit("ExitStep", "Hvad der skal ske i hvert livsområde, og hvornår."),
    _of_exit("ExitContact", "Om den aftalte kontakt kom i stand."),
    _of_exit("ExitNote", "Egnethed, aftale, kriseplan, forbud; hos politiet også trusselsvurderingen."),
    _of_exit("ExitDisclosure", "Hvad en anden koordinator, som samtykket nævner, fik at vide, og hvorfor."),
    _of_exit("ExitLetter", "Hvad nogen uden for Rundbord, som samtykket nævner, fik at vide i et brev, og hvorfor."),
    _of_exit("ExitDelivery", "Hvordan et brev blev afleveret, og at det er modtaget."),
    _of_exit("ExitCopy", "At den navngivne koordinator kan bruge det, der blev givet.", kept=_KEPT_COPY),
    _of_exit("ExitRecall", "At noget ikke må bruges mere, og hvorfor.", kept=_KEPT_COPY),
    _of_exit("ExitReply", "At det er læst, og at ingen kopi er tilbage.", kept=_KEPT_COPY),
)


def _exit(*names: str) -> dict[str, Class]:
    return dict.fromkeys(("id", "authority", *names), Class.EXIT)


EXIT_CLASSES: Mapping[str, Mapping[str, Class]] = MappingProxyType(
    {
        "ExitCase": _exit(
            *("partnership", "responsible_id", "responsible_label", "deputy_id", "deputy_label", "data_key", "called"),
            *("contact", "enquiry", "name", "born_on", "cpr", "state", "state_since", "consent_until", "ends_by"),
            *("next_on", "opened_at", "ended_at", "delete_on"),
        ),
        "ExitMove": _exit("case", "state", "reason", "moved_at", "moved_by", "moved_label"),
        "ExitConsent": _exit(
            *(
                "case",
                "coordinators",
                "recipients",
                "outsiders",
                "outsider_ids",
                "given_on",
                "valid_until",
                "withdrawn_at",
                "noted_at",
                "noted_by",
            ),
            "noted_label",
        ),
        "ExitStep": _exit(
            *("case", "area", "words", "due_on", "planned_at", "planned_by", "planned_label", "done_at", "done_label")
        ),
        "ExitContact": _exit("case", "attendance", "on", "line", "noted_at", "noted_by", "noted_label"),
        "ExitNote": _exit("case", "kind", "body", "until", "written_at", "written_by", "written_label"),
        "ExitDisclosure": _exit(
            *("partnership", "case", "consent", "recipient", "reader_id", "reader_label", "role", "content"),
            *("necessity", "reason", "replaces_id", "conditions", "expires_on", "told_at", "told_by", "told_label"),
        ),
        "ExitLetter": _exit(
            *("partnership", "case", "consent", "outsider_id", "to_whom", "basis", "role", "content", "necessity"),
            *("conditions", "expires_on", "told_at", "told_by", "told_label", "taken_back_at", "cause"),
        ),
        "ExitDelivery": _exit("case", "letter", "manner", "on", "noted_at", "noted_by", "noted_label"),
        "ExitCopy": _exit(
            *("partnership", "reader_id", "disclosure_id", "sender", "sender_label", "data_key_id", "role", "content"),
            *("necessity", "reason", "replaces_id", "conditions", "expires_on", "told_at"),
        ),
        "ExitRecall": _exit(
            *("reader_id", "disclosure_id", "sender", "cause", "confirm_by", "expires_on", "made_at", "made_by")
        ),
        "ExitReply": _exit("reader_id", "disclosure_id", "sender", "kind", "expires_on", "at", "by"),
    }
)
