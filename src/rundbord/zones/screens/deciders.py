"""Who registers zones: the police alone, whatever a role of another authority may carry."""

from __future__ import annotations

from django.http import Http404

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.identity.vocabulary import AuthorityKind


def decides_zones(actor: Actor) -> bool:
    """Tell whether the actor may register zones."""
    return actor.may(Permission.DECIDE_ZONES) and actor.authority_kind == AuthorityKind.POLICE


def must_decide_zones(actor: Actor) -> None:
    """Raise Http404 for everybody else: for them the screen is not there."""
    if not decides_zones(actor):
        raise Http404
