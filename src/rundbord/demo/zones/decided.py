"""Zones that the police have decided, and how many bans were in force."""

from __future__ import annotations

from rundbord.demo.zones.shapes import Decided, Link, Wrong
from rundbord.zones.vocabulary import ZoneKind

ZONES = (
    Decided(
        kind=ZoneKind.SEARCH,
        name="Visitationszone ved Hedeparken og Grantoften",
        borders="Hedeparken\nPlatanbuen\nGrantoften\nStierne mellem Platanbuen og Grantoften",
        areas=("Hedeparken og Grantoften",),
        begun_ago=26,
        chain=(
            Link(
                until=-12,
                reasons="To grupper er mødtes ved Platanbuen, og der er set knive. Zonen skal forebygge nye sammenstød.",
            ),
            Link(
                until=2,
                reasons="Spændingen er ikke faldet, og der er fortsat risiko for sammenstød om aftenen.",
                happened="To episoder om aftenen. Der er fundet knive i en busk ved legepladsen. Roligt de sidste fire dage.",
                wrong=Wrong(
                    until=9,
                    why="Slutdagen blev tastet en uge for sent. Opdaget, da beslutningen blev læst igennem dagen efter.",
                    hours=26,
                ),
            ),
        ),
        ring=((12.3664, 55.7345), (12.3815, 55.7352), (12.3822, 55.7418), (12.3690, 55.7424)),
    ),
    Decided(
        kind=ZoneKind.NIGHTLIFE,
        name="Nattelivszone i Ballerup Centrum",
        borders="Centrumgaden\nBanegårdspladsen\nLinde Allé",
        areas=("Ballerup Centrum",),
        begun_ago=200,
        chain=(
            Link(
                until=520,
                reasons="Mange beværtninger tæt på hinanden og vold i nattelivet i weekenden.",
                link="https://politi.example/nattelivszoner/ballerup-centrum",
            ),
        ),
        ring=((12.3560, 55.7285), (12.3650, 55.7282), (12.3655, 55.7325), (12.3562, 55.7328)),
    ),
    Decided(
        kind=ZoneKind.PENALTY,
        name="Skærpet strafzone ved Værebro Park",
        borders="Værebrovej\nVærebro Park\nEllemosevej",
        areas=("Værebro Park",),
        begun_ago=120,
        chain=(
            Link(
                until=-60,
                reasons="Ekstraordinært mange brande og trusler, som gør beboerne utrygge.",
                link="https://politi.example/strafzoner/vaerebro-park",
            ),
            Link(
                until=-30,
                reasons="Færre hændelser, men fortsat åbenlyse trusler mod dem, der færdes på stierne.",
                happened="Fire brande i første periode mod elleve i måneden før.",
                link="https://politi.example/strafzoner/vaerebro-park-2",
            ),
        ),
    ),
)

BANS = (("Søborg Hovedgade", (6, 7, 5)), ("Herlev Station", (2, 3, 0)))
