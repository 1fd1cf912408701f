"""Requests at Gladsaxe's desk: to be decided on, late, sent elsewhere, granted; and the police's, which asks Gladsaxe."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from rundbord.access.actor import Actor, system_of
from rundbord.access.session import acting_for
from rundbord.demo.actors import actor_named
from rundbord.demo.founding import Founded
from rundbord.demo.young_people.telling import who_of
from rundbord.keys.core.cpr import Cpr, read_cpr
from rundbord.rights.actions import NewRequest, ask_senders, gather, order_remedies, register, route, settle
from rundbord.rights.models import RightsRequest
from rundbord.rights.vocabulary import Asker, IdentityCheck, Outcome, RequestChannel, RightKind, RoutedTo

_DESK, _POLICE = "registratur@gladsaxe", "registratur@vestegnen"
# Nobody's: days that no number has (replacement range).
_NUMBERS = ("610108-4321", "620109-4322", "630110-4323")
# Whoever asks for access has a file: what is found is to be decided on.
_KNOWN, _TOLD_TO_POLICE = 0, 1
_WRONG = "Jeg var ikke ved boldbanen den aften."
_ASKED = (
    (RightKind.ACCESS, "Ung Testesen", 3, ""),
    (RightKind.RECTIFY, "Testine Testesen", 40, "Det passer ikke, at jeg var med ved stationen den aften."),
    (RightKind.WHO_READ, "Test Testesen", 12, ""),
)


def answer_citizens(founded: Founded) -> None:
    """Register, gather, and send one on."""
    desk = actor_named(_DESK, founded)
    asked = [_asked(place, founded) for place in range(len(_ASKED))]
    system = system_of(desk.authority_id, partnership_id=founded.partnership.pk)
    with acting_for(system):
        for request in asked:
            gather(request.pk, by=system)
    with acting_for(desk):
        route(asked[-1], RoutedTo.POLICE, by=desk)
    _ask_the_sender(founded)
    _grant_a_rectification(founded)


def _grant_a_rectification(founded: Founded) -> None:
    """A rectification that was granted waits to be carried out in the file."""
    desk, who = actor_named(_DESK, founded), who_of(_TOLD_TO_POLICE)
    asked = {"kind": RightKind.RECTIFY, "name": who.name, "cpr": who.cpr or _number(1), "words": _WRONG}
    request = _registered(desk, days_ago=9, **asked)
    with acting_for(desk):
        settle(request, Outcome.GRANTED, words="Oplysningen om boldbanen rettes, for det var en anden aften.", by=desk)
    system = system_of(desk.authority_id, partnership_id=founded.partnership.pk)
    with acting_for(system):
        order_remedies(request.pk, by=system)


def _ask_the_sender(founded: Founded) -> None:
    """Somebody asks the police, whose copy came from Gladsaxe: the police's desk waits for Gladsaxe's answer."""
    police = actor_named(_POLICE, founded)
    request = _asked(0, founded, desk=police, known=_TOLD_TO_POLICE)
    system = system_of(police.authority_id, partnership_id=founded.partnership.pk)
    with acting_for(system):
        gather(request.pk, by=system)
    with acting_for(police):
        ask_senders(request, by=police)


def _asked(place: int, founded: Founded, *, desk: Actor | None = None, known: int = _KNOWN) -> RightsRequest:
    kind, name, days_ago, words = _ASKED[place]
    cpr = _number(place)
    if kind is RightKind.ACCESS:
        who = who_of(known)
        name, cpr = who.name, who.cpr or cpr
    desk = desk or actor_named(_DESK, founded)
    return _registered(desk, days_ago=days_ago, kind=kind, name=name, cpr=cpr, words=words)


def _number(place: int) -> Cpr:
    return read_cpr(_NUMBERS[place], today=timezone.localdate())


def _registered(desk: Actor, *, days_ago: int, **said: Any) -> RightsRequest:
    new = NewRequest(
        asker=Asker.SELF,
        channel=RequestChannel.DIGITAL_POST,
        identity_check=IdentityCheck.DIGITAL_POST,
        received_on=timezone.localdate() - timedelta(days=days_ago),
        **said,
    )
    with acting_for(desk):
        return register(new, by=desk)
