"""Rules of the partnership: street names as people spell them, the Danish alphabet, points in outlines."""

from __future__ import annotations

import pytest

from rundbord.access.sorting import sort_key
from rundbord.partnership.rules import Point, contains, street_key, street_keys

SQUARE = {"type": "Polygon", "coordinates": [[[12.4, 55.7], [12.5, 55.7], [12.5, 55.8], [12.4, 55.8], [12.4, 55.7]]]}


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Gl. Køge Landevej 12", "gammel køge landevej"),
        ("Gammel Køge Landevej", "gammel køge landevej"),
        ("gl Køge Landevej", "gammel køge landevej"),
        ("Aaboulevarden 3 b, 2. th", "åboulevarden"),
        ("Frederiksborg Allé", "frederiksborg alle"),
        ("frederiksborg alle 12-14", "frederiksborg alle"),
        ("10. Juli Vej 4", "10 juli vej"),
        ("Christian 4. Gade 12", "christian 4 gade"),
        ("Søborg Hovedgade 45, 2860 Søborg", "søborg hovedgade"),
        ("Sdr. Ringvej i Glostrup", "søndre ringvej"),
        ("H.C. Andersens Boulevard", "hc andersens boulevard"),
        ("H. C. Andersens-Boulevard", "h c andersens boulevard"),
        ("ud for Skt. Jacobs Vej", "sankt jacobs vej"),
        ("  Herlev   Torv ", "herlev torv"),
        ("", ""),
    ],
)
def test_a_street_has_one_normal_form_however_it_is_spelt(written: str, key: str) -> None:
    assert street_key(written) == key


@pytest.mark.parametrize(
    ("written", "keys"),
    [
        ("krydset Gladsaxevej/Buddingevej", ["gladsaxevej", "buddingevej"]),
        ("hjørnet af Herlev Hovedgade og Herlev Ringvej", ["herlev hovedgade", "herlev ringvej"]),
        ("Nordre Fasanvej x Godthåbsvej", ["nordre fasanvej", "godthåbsvej"]),
        ("Mørkhøjvej 12 - 14", ["mørkhøjvej"]),
        ("mellem Torvet og Parken", ["torvet", "parken"]),
        ("Torvet ved Torvet", ["torvet"]),
    ],
)
def test_a_crossing_names_both_streets(written: str, keys: list[str]) -> None:
    assert street_keys(written) == keys


def test_ae_oe_and_aa_sort_last() -> None:
    names = ["Åby", "Aalborg", "Ærø", "Ødis", "Zebra", "Élan"]

    in_order = sorted(names, key=sort_key)

    assert in_order == ["Élan", "Zebra", "Ærø", "Ødis", "Åby", "Aalborg"]


@pytest.mark.parametrize(("lat", "lon", "inside"), [(55.75, 12.45, True), (55.75, 12.6, False), (55.7, 12.45, True)])
def test_a_point_lies_in_an_outline_or_on_its_edge(lat: float, lon: float, inside: bool) -> None:
    assert contains(SQUARE, Point(lat=lat, lon=lon)) is inside
