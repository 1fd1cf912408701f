"""Which rows of an authority are not in its export, and why, in Danish for the archive's description."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_EXIT = (
    "Exit-forløb læses af de navngivne koordinatorer alene: ingen maskine og ingen leder åbner dem."
    " Koordinatorerne fører dem selv med sig."
)
_DOOR = "Hemmeligheder til at logge ind med. De gælder kun her og kan ikke bruges andre steder."
_OWN = "Medarbejderens egne, som ingen andre læser."
_EXPORT = "Udtrækket selv."
_EXITS = (
    *("ExitCase", "ExitConsent", "ExitContact", "ExitCopy", "ExitDelivery", "ExitDisclosure", "ExitLetter"),
    *("ExitMove", "ExitNote", "ExitRecall", "ExitReply", "ExitStep"),
)

LEFT_OUT: Mapping[str, str] = MappingProxyType(
    {
        **{f"interventions.{name}": _EXIT for name in _EXITS},
        "identity.OneTimeLink": _DOOR,
        "identity.IdentityProvider": _DOOR,
        "situation.WallSession": _DOOR,
        "identity.Draft": _OWN,
        "notices.NoticeSeen": _OWN,
        "situation.ReportAnswer": "Svar til en indberetter læses af de to alene; indberetningen er med.",
        "keys.DataKey": "Nøglerne åbner intet uden for Rundbord; det, de forsegler, er med i klar tekst.",
        "concerns.NamePart": "Et indeks at søge i, uden indhold; navnene er med.",
        "sharing.NominationMark": "Numre til at finde fælles kendskab, uden indhold.",
        "sharing.CommonKnowledge": "At en anden myndighed også kender en ung, er fælles for to.",
        "departure.Export": _EXPORT,
        "departure.ExportPiece": _EXPORT,
    }
)

# Columns that hold no content: blind indexes.
LEFT_OUT_COLUMNS: Mapping[str, frozenset[str]] = MappingProxyType({"concerns.YoungPerson": frozenset({"cpr_index"})})
