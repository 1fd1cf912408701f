"""What waits unread, for the frame of every page; asked only where a template shows it."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from rundbord.notices.queries import Unread, unread_now


def unread_notices(request: HttpRequest) -> dict[str, object]:
    """Offer `unread` to templates: nothing when nobody is signed in."""
    actor = getattr(request, "actor", None)
    if actor is None:
        return {"unread": Unread()}
    return {"unread": SimpleLazyObject(lambda: unread_now(actor))}
