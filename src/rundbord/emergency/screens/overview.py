"""Overview — nødadgang: what it is, whether one may, and the uses that one may see."""

from __future__ import annotations

from django.http import Http404, HttpResponse

from rundbord.access.permissions import Permission
from rundbord.access.roles import Role
from rundbord.emergency.queries.uses import open_use, right_of, rule_of, uses
from rundbord.emergency.rules.limits import LASTS, WORKING_DAYS_TO_REVIEW, objections_to_using
from rundbord.vocabulary import label_of
from rundbord.web import SignedInRequest, page, screen


@screen(Permission.SEE_DAY)
def overview(request: SignedInRequest) -> HttpResponse:
    """Show it to whoever may use it, judge it, or is asked about; to partners' own login it does not exist."""
    actor = request.actor
    rows = [] if actor.is_place else uses(actor)
    may_ask, decides = actor.may(Permission.BREAK_GLASS), actor.may(Permission.SIGN_LOG_CONTROL)
    if not (rows or may_ask or actor.may(Permission.CONTROL_LOG)):
        raise Http404
    rule = rule_of(actor)
    context = {
        "rows": rows,
        "may_ask": may_ask,
        "objections": objections_to_using(right_of(actor)) if may_ask else [],
        "running": open_use(actor) if may_ask else None,
        "roles": [label_of(Role, role) for role in rule.roles] if rule else [],
        "may_decide": decides,
        "minutes": int(LASTS.total_seconds() // 60),
        "days": WORKING_DAYS_TO_REVIEW,
    }
    return page(request, "emergency/overview.html", context)
