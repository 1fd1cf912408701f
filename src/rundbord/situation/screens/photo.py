"""Photo — foto: the file itself, for those who may read its report."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse

from rundbord.access.permissions import Permission
from rundbord.situation import actions
from rundbord.situation.queries.reports import readable_photo
from rundbord.web import SignedInRequest, Subject, screen

# Nothing in the answer can act, should a browser ever take it for a page.
SANDBOX = "default-src 'none'; sandbox; frame-ancestors 'none'"


@screen(Permission.READ_PICTURE, reads=Subject.FILE)
def photo(request: SignedInRequest, photo_id: UUID) -> HttpResponse:
    """Show the photo; one out of reach does not exist."""
    found = readable_photo(photo_id)
    response = HttpResponse(actions.see_photo(found, by=request.actor), content_type=found.media_type)
    response["Content-Disposition"] = 'inline; filename="billede.jpg"'
    response["Content-Security-Policy"] = SANDBOX
    response["X-Content-Type-Options"] = "nosniff"
    return response
