"""What every act on a request does alike: hold it, and tell whether it still waits."""

from __future__ import annotations

from django.http import Http404

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.rights.models import RightsRequest


def held_open(request: RightsRequest, *, by: Actor) -> RightsRequest:
    """Give a request that waits for its answer, held until the act is over."""
    by.must(Permission.HANDLE_RIGHTS)
    standing = RightsRequest.objects.select_for_update().filter(pk=request.pk, authority_id=by.authority_id).first()
    if standing is None:
        raise Http404
    if standing.closed_at is not None:
        raise Refused("Anmodningen er allerede afsluttet.")
    return standing
