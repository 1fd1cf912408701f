"""The police districts of Denmark, whose press reports each have a form of their own."""

from __future__ import annotations

DISTRICTS = (
    "Bornholms Politi",
    "Fyns Politi",
    "Københavns Politi",
    "Københavns Vestegns Politi",
    "Midt- og Vestjyllands Politi",
    "Midt- og Vestsjællands Politi",
    "Nordjyllands Politi",
    "Nordsjællands Politi",
    "Syd- og Sønderjyllands Politi",
    "Sydsjællands og Lolland-Falsters Politi",
    "Sydøstjyllands Politi",
    "Østjyllands Politi",
)


def district_of(authority_name: str) -> str:
    """Find the district that an authority is; empty where its name is none."""
    return next((district for district in DISTRICTS if district.casefold() == authority_name.casefold()), "")
