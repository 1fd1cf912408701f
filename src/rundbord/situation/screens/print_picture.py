"""Print picture — PDF: the reader's own edition on paper, made when it is asked for and stored nowhere."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.partnership.queries import area_collection, land_of_parties
from rundbord.situation import actions
from rundbord.situation.printing import picture_pdf
from rundbord.situation.queries.pictures import published_picture
from rundbord.web import SignedInRequest, Subject, screen


@screen(Permission.READ_PICTURE, reads=Subject.PICTURE)
def print_picture(request: SignedInRequest, number: int) -> HttpResponse:
    """Typeset the picture and log that it left the screen."""
    published = published_picture(number, actor=request.actor)
    actions.print_picture(published.picture, by=request.actor)
    printed_by = ", ".join(filter(None, [request.actor.unit_name, request.actor.authority_name]))
    pdf = picture_pdf(
        published,
        areas=area_collection(),
        land=land_of_parties(),
        printed_by=printed_by,
        printed_at=timezone.now(),
    )
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="situationsbillede-{number}.pdf"'
    return response
