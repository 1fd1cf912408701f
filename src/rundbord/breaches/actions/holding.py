"""Holding a breach that is open."""

from __future__ import annotations

from django.http import Http404

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.breaches.models import Breach


def held_open(breach: Breach, *, by: Actor) -> Breach:
    """Give an open breach of the own authority, held until the act is over."""
    by.must(Permission.HANDLE_BREACHES)
    own = Breach.objects.filter(pk=breach.pk, authority_id=by.authority_id)
    standing = own.filter(closed_at=None).select_for_update().first()
    if standing is not None:
        return standing
    if own.exists():
        raise Refused("Bruddet er afsluttet.")
    raise Http404
