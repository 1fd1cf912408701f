"""Files — mine unge and my unit's: open ones by deadline, overdue first; never a list of all."""

from __future__ import annotations

from django.http import HttpResponse

from rundbord.access.permissions import Permission
from rundbord.concerns import actions
from rundbord.concerns.queries.lists import Listed, Shown, listed, overdue
from rundbord.web import SignedInRequest, Subject, page, screen
from rundbord.web.beside import beside_young


@screen(Permission.SEE_CONCERNS, reads=Subject.YOUNG_PERSONS)
def files(request: SignedInRequest) -> HttpResponse:
    """Show one of the two lists."""
    actor = request.actor
    shown = Shown.UNIT if request.GET.get("vis") == Shown.UNIT else Shown.MINE
    found = listed(actor, shown, after=request.GET.get("efter", ""), before=request.GET.get("foer", ""))
    actions.read_list(shown.value, len(found.rows), by=actor)
    context = {
        "found": found,
        "shown": shown,
        "is_unit": shown is Shown.UNIT,
        "overdue": overdue(actor, shown).count(),
        "unit_name": actor.unit_name,
        "beside": beside_young(actor, "concerns:files", view=shown.value),
        "may_work": actor.may(Permission.WORK_CONCERNS),
        **_pages(found, shown),
    }
    return page(request, "concerns/files.html", context)


def _pages(found: Listed, shown: Shown) -> dict[str, str]:
    return {
        "newer": f"?vis={shown.value}&foer={found.before}" if found.before else "",
        "older": f"?vis={shown.value}&efter={found.after}" if found.after else "",
    }
