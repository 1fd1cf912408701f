"""Places that lie beside one another: tabs over lists of the same thing, each for whoever may open it."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission


@dataclass(frozen=True, kw_only=True)
class Beside:
    """A list that lies beside others; `view` is which of a screen's lists."""

    label: str
    screen: str
    permission: Permission
    view: str = ""


@dataclass(frozen=True, kw_only=True)
class Tab:
    """One tab as shown."""

    label: str
    url: str
    is_current: bool


YOUNG = (
    Beside(label="Mine unge", screen="concerns:files", view="mine", permission=Permission.SEE_CONCERNS),
    Beside(label="Min enhed", screen="concerns:files", view="enhed", permission=Permission.SEE_CONCERNS),
    Beside(label="Modtaget", screen="sharing:received_list", permission=Permission.READ_DISCLOSED),
    Beside(label="Givet videre", screen="sharing:told_list", permission=Permission.SEE_CONCERNS),
    Beside(label="Uden navn", screen="sharing:questions", permission=Permission.ANSWER_THRESHOLD),
    Beside(label="Kender I hinanden?", screen="sharing:rounds", permission=Permission.NOMINATE),
)


def beside_young(actor: Actor, screen: str, *, view: str = "") -> list[Tab]:
    """List the tabs over lists about young people that the actor may open; none where there is but one."""
    open_to_actor = [each for each in YOUNG if actor.may(each.permission)]
    tabs = [
        Tab(label=each.label, url=_url(each), is_current=(each.screen, each.view) == (screen, view))
        for each in open_to_actor
    ]
    return tabs if len(tabs) > 1 else []


def _url(place: Beside) -> str:
    return reverse(place.screen) + (f"?vis={place.view}" if place.view else "")
