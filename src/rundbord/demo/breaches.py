"""A breach at Gladsaxe that was discovered this morning and is not judged yet."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from rundbord.access.session import acting_for
from rundbord.breaches.actions import NewBreach, open_breach
from rundbord.breaches.vocabulary import BreachOrigin
from rundbord.demo.actors import actor_named
from rundbord.demo.founding import Founded
from rundbord.sharing.vocabulary import InformationClass


def have_a_breach(founded: Founded) -> None:
    """Open it."""
    desk, now = actor_named("registratur@gladsaxe", founded), timezone.now()
    new = NewBreach(
        origin=BreachOrigin.BY_HAND,
        happened_at=now - timedelta(hours=26),
        discovered_at=now - timedelta(hours=20),
        what="En udskrift med oplysninger om to unge lå fremme i et mødelokale, som andre brugte bagefter.",
        classes=(InformationClass.PRIVATE,),
        people=2,
    )
    with acting_for(desk):
        open_breach(new, by=desk)
