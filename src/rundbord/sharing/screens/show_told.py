"""Show told — givet videre: one disclosure as it was told, and what became of the copy; every reading is logged."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse

from rundbord.access.permissions import Permission
from rundbord.sharing import actions, queries
from rundbord.sharing.rules.corrections import CorrectionKind, breach_to_be_judged_by
from rundbord.web import SignedInRequest, Subject, page, screen


@screen(Permission.SEE_CONCERNS, reads=Subject.DISCLOSURE)
def show_told(request: SignedInRequest, disclosure_id: UUID) -> HttpResponse:
    """Show one disclosure."""
    disclosure = queries.disclosure_of(disclosure_id)
    view = queries.told_view(disclosure)
    actions.read_told(disclosure, by=request.actor)
    recalls = [each.correction for each in view.row.righted if each.kind == CorrectionKind.RECALLED]
    context = {
        "view": view,
        "row": view.row,
        "disclosure": disclosure,
        "judge_before": breach_to_be_judged_by(CorrectionKind.RECALLED, recalls[0].made_at) if recalls else None,
        "may_disclose": request.actor.may(Permission.DISCLOSE),
        "file_url": f"/unge/{disclosure.about_id}/",
    }
    return page(request, "sharing/show_told.html", context)
