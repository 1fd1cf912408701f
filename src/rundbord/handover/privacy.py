"""What is kept of hand-over meetings: nothing but numbers, once a list is closed (law-and-practice B.2)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from rundbord.access.declarations import About, Declaration
from rundbord.sharing.vocabulary import InformationClass as Class

_HANDED_OUT = "Udleveres af den enhed, der bragte linjen, så længe listen står åben."
_GONE = "Til listen lukkes, senest mødedagens midnat. Nøglen destrueres, og rækkerne slettes."


def _of_citizens(model: str, purpose: str, *, kept: str) -> Declaration:
    return Declaration(
        model=f"handover.{model}",
        about=About.CITIZENS,
        purpose=purpose,
        kept=kept,
        handed_out=_HANDED_OUT,
        is_enforced=True,
    )


DECLARATIONS = (
    _of_citizens(
        "HandOverList",
        "Hvilke unge én enhed bringer med til ét overleveringsmøde.",
        kept="Indholdet til listen lukkes. Derefter står kun antal linjer, hvor mange der blev taget op, og hvornår.",
    ),
    _of_citizens("HandOverLine", "Hvem der er set, i hvilken rolle, og hvem det er til.", kept=_GONE),
    _of_citizens("LineQuestion", "Hvad den spurgte enhed kan læse: uden navn.", kept=_GONE),
    _of_citizens("LineAnswer", "Om linjen blev taget op.", kept=_GONE),
    _of_citizens(
        "GivenName",
        "At afsenderens egen kopi af et givet navn også får en ende.",
        kept="Til modtagerens kopi udløber; så destrueres nøglen, og rækken slettes.",
    ),
    Declaration(
        model="handover.HandOverReceipt",
        about=About.NOBODY,
        purpose="At kunne vise, at intet er tilbage.",
        kept="Fem år: kun antal, tidspunkt og navnene på døde nøgler.",
    ),
)

_STANDING = Class.PRIVATE

CLASSES: Mapping[str, Mapping[str, Class]] = MappingProxyType(
    {
        "HandOverList": dict.fromkeys(
            (
                *("id", "partnership", "meeting", "meeting_day", "authority", "unit", "data_key", "opened_at"),
                *("opened_by", "closed_at", "closed_label", "lines_brought", "lines_taken_up"),
            ),
            _STANDING,
        ),
        "HandOverLine": {
            **dict.fromkeys(("name", "cpr", "born_on"), Class.IDENTITY),
            "words": Class.OFFENCE,
            **dict.fromkeys(("id", "authority", "list", "addressed_unit", "role", "age_band", "seen_on"), _STANDING),
            **dict.fromkeys(("information_class", "grade", "added_at", "disclosure_id"), _STANDING),
        },
        "LineQuestion": {
            "words": Class.OFFENCE,
            **dict.fromkeys(("id", "authority", "unit", "line_id", "list_id", "meeting_id", "meeting_day"), _STANDING),
            **dict.fromkeys(("sender", "sender_label", "data_key_id", "role", "age_band", "seen_on"), _STANDING),
            "asked_at": _STANDING,
        },
        "LineAnswer": dict.fromkeys(
            ("id", "authority", "unit", "line_id", "sender", "verdict", "at", "by", "label"), _STANDING
        ),
        "GivenName": dict.fromkeys(("id", "authority", "unit", "disclosure_id", "data_key", "ends_on"), _STANDING),
    }
)
