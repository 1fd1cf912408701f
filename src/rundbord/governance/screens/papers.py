"""Papers — dokumentation: what an authority shows its supervisors, on screen and on paper."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.governance.papers.parts import Paper
from rundbord.governance.papers.shelf import SHELF
from rundbord.governance.printing.paper_pdf import paper_pdf
from rundbord.governance.queries.standing import standing_of_authority
from rundbord.web import SignedInRequest, page, screen


@screen(Permission.READ_OWN_LOG)
def papers(request: SignedInRequest) -> HttpResponse:
    """List the papers."""
    return page(request, "governance/papers.html", {"shelf": list(SHELF.items())})


@screen(Permission.READ_OWN_LOG)
def show_paper(request: SignedInRequest, word: str) -> HttpResponse:
    """Show one paper of the own authority, as the system is now."""
    return page(request, "governance/show_paper.html", {"paper": _written(request, word), "word": word})


@screen(Permission.READ_OWN_LOG)
def paper_file(request: SignedInRequest, word: str) -> HttpResponse:
    """Give the paper as a PDF."""
    standing = standing_of_authority(request.actor)
    content = paper_pdf(_written(request, word), authority=standing.authority, at=timezone.now())
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{word}.pdf"'
    return response


def _written(request: SignedInRequest, word: str) -> Paper:
    kind = SHELF.get(word)
    if kind is None:
        raise Http404
    return kind.write(standing_of_authority(request.actor))
