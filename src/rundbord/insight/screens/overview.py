"""Overview — overblik: the doors to what is followed beside the day: conflicts, zones, the street, areas, numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpResponse
from django.urls import NoReverseMatch, reverse

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.streetwork.queries import out_tonight, own_shift_now
from rundbord.web import SignedInRequest, page, screen

P = Permission


@dataclass(frozen=True, kw_only=True)
class Door:
    """One place that the overview leads to, and what is found there."""

    label: str
    about: str
    screen: str
    permission: Permission
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class Room:
    """Doors that belong together."""

    heading: str
    icon: str
    doors: tuple[Door, ...]


ROOMS = (
    Room(
        heading="Det, vi følger",
        icon="visibility",
        doors=(
            Door(
                label="Konflikter",
                about="Grupper, motiver og steder i risiko. Gennemgås hver tredje dag.",
                screen="conflicts:conflicts",
                permission=P.SEE_CONFLICTS,
            ),
            Door(
                label="Pludselige hændelser",
                about="De første timer: hvem er ringet op, hvad vides, hvad er besluttet.",
                screen="alerts:alerts",
                permission=P.SEE_ALERTS,
            ),
            Door(
                label="Sikkerhedsbeskeder",
                about="Til hjemmepleje, driftskontorer og skoler, med kvittering.",
                screen="alerts:safety_notices",
                permission=P.RECEIVE_SAFETY_NOTICE,
            ),
        ),
    ),
    Room(
        heading="Steder og dage",
        icon="map",
        doors=(
            Door(
                label="Områder",
                about="Ét område over tid: status, hændelser, zoner og opgaver.",
                screen="partnership:areas",
                permission=P.SEE_PARTNERSHIP,
            ),
            Door(
                label="Zoner",
                about="Zoner i kraft, med grænser, begrundelse og nedtælling.",
                screen="zones:zones",
                permission=P.SEE_ZONES,
            ),
            Door(
                label="Kommende begivenheder",
                about="Kampe, retssager og mærkedage, og hvad de ventes at betyde.",
                screen="zones:coming_events",
                permission=P.SEE_ZONES,
            ),
        ),
    ),
    Room(
        heading="Gaden",
        icon="groups",
        doors=(
            Door(
                label="Vagter på gaden",
                about="Hold, ruter og hvem der er ude nu.",
                screen="streetwork:shifts",
                permission=P.SEE_SHIFTS,
            ),
            Door(
                label="Dækning på gaden",
                about="Hvilke områder vagterne kom i, hvor tit og hvornår på døgnet.",
                screen="streetwork:coverage",
                permission=P.SEE_SHIFTS,
            ),
            Door(
                label="Hvor er der bandeaktivitet?",
                about="Kortlægning efter område og kvartal, enig mellem politi og SSP.",
                screen="streetwork:mapping",
                permission=P.SEE_ACTIVITY,
            ),
            Door(
                label="Forløb og oplæring",
                about="Hold og kurser for unge, og hvem der er oplært i gadearbejde.",
                screen="programmes:programmes",
                permission=P.SEE_OVERVIEW,
            ),
        ),
    ),
    Room(
        heading="Tallene",
        icon="list-bulleted",
        doors=(
            Door(
                label="Det usædvanlige",
                about="Områder, hvor der er sket mere end normalt.",
                screen="situation:unusual",
                permission=P.SEE_OVERVIEW,
            ),
            Door(
                label="Gentagelser i tid og sted",
                about="Steder, hvor det samme sker igen, og hvor det er sket lige nu.",
                screen="situation:repeats",
                permission=P.SEE_OVERVIEW,
            ),
            Door(
                label="Blinde vinkler",
                about="Hvad politiet ser, og kommunen ikke gør, og omvendt.",
                screen="insight:blind_spots",
                permission=P.SEE_OVERVIEW,
            ),
            Door(
                label="Den første time",
                about="Pludselige hændelser: fra melding til set og til første beslutning.",
                screen="insight:first_hour",
                permission=P.SEE_OVERVIEW,
            ),
            Door(
                label="Ledelsestavle",
                about="Det, der vokser, det, der er for sent, og hvem der bærer hvad.",
                screen="insight:leadership",
                permission=P.SEE_OVERVIEW,
            ),
            Door(
                label="Rapporter",
                about="Halvår og år til råd og udvalg, med de samme tal som listerne.",
                screen="insight:reports",
                permission=P.SEE_OVERVIEW,
            ),
            Door(
                label="Enhedens tal",
                about="Din egen enhed: fra bekymring til kontakt, og hvad der ligger. Aldrig under fem.",
                screen="interventions:figures",
                permission=P.SEE_CONCERNS,
            ),
            Door(
                label="Kilder udefra",
                about="Politiets nyheder og Danmarks Statistik.",
                screen="feeds:feeds",
                permission=P.SEE_OVERVIEW,
            ),
        ),
    ),
)


@screen(Permission.SEE_OVERVIEW)
def overview(request: SignedInRequest) -> HttpResponse:
    """Show the doors that the actor may open, and who is out in the street tonight."""
    actor = request.actor
    sees_shifts = actor.may(Permission.SEE_SHIFTS)
    context = {
        "rooms": list(_open_rooms(actor)),
        "sees_shifts": sees_shifts,
        "tonight": out_tonight(actor) if sees_shifts else [],
        "own_shift": own_shift_now(actor),
    }
    return page(request, "insight/overview.html", context)


def _open_rooms(actor: Actor) -> Iterator[Room]:
    for room in ROOMS:
        doors = tuple(_open_doors(room, actor))
        if doors:
            yield Room(heading=room.heading, icon=room.icon, doors=doors)


def _open_doors(room: Room, actor: Actor) -> Iterator[Door]:
    for door in room.doors:
        if actor.may(door.permission) and (url := _url_of(door.screen)):
            yield Door(**{**vars(door), "url": url})


def _url_of(name: str) -> str:
    """Give the address, or nothing as long as that screen is not built."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
