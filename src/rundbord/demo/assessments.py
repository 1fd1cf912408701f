"""What police and SSP of the demonstration have said of some areas earlier in the year, before what they say now."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from rundbord.demo.founding import Founded, assess
from rundbord.partnership.vocabulary import AreaStatus, Side

_P, _S = Side.POLICE, Side.SSP
_CALM, _WATCHED, _TENSE, _CONFLICT = AreaStatus.CALM, AreaStatus.WATCHED, AreaStatus.TENSE, AreaStatus.CONFLICT

# Each by area: which side, how many days ago, what it said and why.
EARLIER: tuple[tuple[str, tuple[tuple[Side, int, AreaStatus, str], ...]], ...] = (
    (
        "Værebro Park",
        (
            (_P, 330, _CALM, "Få anmeldelser efter nytår."),
            (_S, 320, _CALM, "Roligt i klubben og på stierne."),
            (_P, 190, _TENSE, "Handel ved Ellemosevej og to brande på en uge."),
            (_S, 170, _WATCHED, "Flere unge samles ved centeret om aftenen."),
            (_P, 95, _CONFLICT, "Trusler mod beboere, og skærpet strafzone er oprettet."),
            (_S, 90, _TENSE, "Beboere går udenom stierne efter mørkets frembrud."),
        ),
    ),
    (
        "Hedeparken og Grantoften",
        (
            (_P, 300, _CALM, "Ingen sammenstød siden efteråret."),
            (_S, 290, _CALM, "Gadeteamet møder de samme unge som altid, uden uro."),
            (_P, 140, _WATCHED, "To grupper ses jævnligt ved Platanbuen."),
            (_S, 120, _WATCHED, "Klubben hører om uvenskab mellem to grupper."),
        ),
    ),
    (
        "Høje Gladsaxe",
        (
            (_P, 250, _WATCHED, "Samlinger ved torvet i weekenden."),
            (_S, 240, _WATCHED, "Yngre børn følger med de store ved torvet."),
        ),
    ),
    (
        "Herlev Station",
        (
            (_P, 280, _CALM, "Få episoder på perronen."),
            (_S, 270, _CALM, "Gadeteamet ser ingen faste samlinger."),
        ),
    ),
)


def say_what_was_said_before(founded: Founded) -> None:
    """Write these."""
    now = timezone.now()
    for name, said in EARLIER:
        for side, days, status, reason in said:
            at = now - timedelta(days=days)
            assess(founded, founded.areas[name], side, status=status, reason=reason, at=at)
