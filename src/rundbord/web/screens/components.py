"""Components — komponenter: the gallery, for those who build screens; in production it does not exist."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpResponse

from rundbord.ui.gallery import gallery
from rundbord.web.request import PublicRequest
from rundbord.web.screen import public


@public()
def components(request: PublicRequest) -> HttpResponse:
    """Show every component in every state."""
    if not settings.SHOWS_COMPONENTS:
        raise Http404
    return gallery(request)
