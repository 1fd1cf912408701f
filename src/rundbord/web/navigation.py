"""The main navigation: the places that the actor may open; the header shows the first seven, a phone the first five."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.urls import NoReverseMatch, get_urlconf, reverse

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission


@dataclass(frozen=True, kw_only=True)
class Place:
    """A place that the navigation leads to, and the permission that opens it."""

    label: str
    screen: str
    icon: str
    permission: Permission
    also_under: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One entry as shown."""

    label: str
    url: str
    icon: str
    is_current: bool
    badge: str = ""


PLACES = (
    Place(label="I dag", screen="today:today", icon="home", permission=Permission.SEE_DAY),
    Place(label="Indberet", screen="situation:report", icon="plus", permission=Permission.REPORT),
    Place(label="Indbakke", screen="situation:inbox", icon="hourglass", permission=Permission.TRIAGE),
    Place(label="Situationsbillede", screen="situation:pictures", icon="map", permission=Permission.READ_PICTURE),
    Place(
        label="Overblik",
        screen="insight:overview",
        icon="visibility",
        permission=Permission.SEE_OVERVIEW,
        also_under=(
            "/konflikter/",
            "/zoner/",
            "/begivenheder/",
            "/pludseligt/",
            "/sikkerhedsbeskeder/",
            "/gadearbejde/",
            "/forloeb/",
            "/kilder/",
        ),
    ),
    Place(label="Exit", screen="exits:exit_cases", icon="how-to-reg", permission=Permission.COORDINATE_EXIT),
    Place(
        label="Unge",
        screen="concerns:files",
        icon="persons",
        permission=Permission.SEE_CONCERNS,
        also_under=(
            "/indsatser/",
            "/faelles-besoeg/",
            "/tilbud/",
            "/modtaget/",
            "/videregivet/",
            "/droeftelser/",
            "/kendskab/",
        ),
    ),
    Place(label="Hændelser", screen="situation:incidents", icon="search", permission=Permission.SEE_INCIDENTS),
    Place(label="Møder", screen="meetings:meetings", icon="forum", permission=Permission.SEE_MEETINGS),
    Place(label="Opgaver", screen="tasks:tasks", icon="list-check", permission=Permission.SEE_TASKS),
    Place(
        label="Partnerskab",
        screen="partnership:show_partnership",
        icon="groups",
        permission=Permission.SEE_PARTNERSHIP,
        also_under=("/omraader/",),
    ),
    Place(
        label="Brugere",
        screen="identity:users",
        icon="person",
        permission=Permission.ADMINISTER_USERS,
        also_under=("/enheder/",),
    ),
    Place(label="Brud", screen="breaches:breaches", icon="time", permission=Permission.HANDLE_BREACHES),
    Place(label="Rettigheder", screen="rights:requests", icon="how-to-reg", permission=Permission.FOLLOW_RIGHTS),
    Place(label="Logkontrol", screen="logcontrol:controls", icon="list-check", permission=Permission.CONTROL_LOG),
    Place(label="Sletning", screen="deletion:day", icon="calendar-month", permission=Permission.CONTROL_DELETION),
    Place(
        label="Log",
        screen="privacy:log",
        icon="list-bulleted",
        permission=Permission.READ_OWN_LOG,
        also_under=("/dokumentation/",),
    ),
)


def navigation_for(actor: Actor, path: str) -> list[Entry]:
    """List the entries the actor may open; the one whose address the path lies under is current."""
    entries = [(place, _url_of(place)) for place in PLACES if actor.may(place.permission)]
    return [
        Entry(label=place.label, url=url, icon=place.icon, is_current=_is_under(path, url, *place.also_under))
        for place, url in entries
        if url
    ]


def _url_of(place: Place) -> str:
    return _url_within(place.screen, get_urlconf() or settings.ROOT_URLCONF)


@cache
def _url_within(screen: str, urlconf: str) -> str:
    """Addresses stand as long as the application runs, and every request asks for all of them."""
    try:
        return reverse(screen, urlconf)
    except NoReverseMatch:
        return ""


def _is_under(path: str, *roots: str) -> bool:
    return any(path == root if root == "/" else path.startswith(root) for root in roots)
