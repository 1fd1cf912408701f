"""Which rows of an authority are not in its export, and why, in Danish for the archive's description."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_EXIT = (
    "Exit-forløb læses af de navngivne koordinatorer alene: ingen maskine og ingen leder åbner dem."
    " Koordinatorerne fører dem selv med sig."
)
_DOOR = "Adgangskoder og andet til at logge ind med: det gælder kun her."
_OWN = "Medarbejdernes egne kladder, og hvilke beskeder de har set: det læser ingen andre."
_EXPORT = "Tidligere udtræk: et arkiv ligger ikke i et arkiv."
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
        "situation.ReportAnswer": "Svar til en indberetter: dem læser kun de to. Indberetningen er med.",
        "keys.DataKey": "Nøgler: de åbner intet uden for Rundbord. Det, de forsegler, er med i klar tekst.",
        "concerns.NamePart": "Indeks til at søge efter navne: det har intet indhold. Navnene er med.",
        "sharing.NominationMark": "Mærker til at finde fælles kendskab: de har intet indhold.",
        "sharing.CommonKnowledge": "Fælles kendskab: at en anden myndighed også kender en ung, hører begge til.",
        "departure.Export": _EXPORT,
        "departure.ExportPiece": _EXPORT,
    }
)

# Columns that hold no content: blind indexes.
LEFT_OUT_COLUMNS: Mapping[str, frozenset[str]] = MappingProxyType({"concerns.YoungPerson": frozenset({"cpr_index"})})
