"""Leadership board — ledelsestavle: what leaders ask about each week; every number opens the list that it counts."""

from __future__ import annotations

from django.http import Http404, HttpResponse

from rundbord.access.permissions import Permission
from rundbord.emergency.queries.uses import count_of
from rundbord.insight.queries import leadership as queries
from rundbord.interventions import actions as interventions
from rundbord.interventions.queries import unit_figures
from rundbord.tasks.vocabulary import EffectGrade, RegisterState
from rundbord.web import SignedInRequest, page, screen


@screen(Permission.SEE_OVERVIEW)
def leadership(request: SignedInRequest) -> HttpResponse:
    """Show the board; the own unit's times are shown to those who may see its files, and that is logged."""
    actor = request.actor
    legs = []
    if actor.may(Permission.SEE_CONCERNS):
        interventions.read_figures(by=actor)
        figures = unit_figures(actor)
        legs = figures.legs if figures else []
    context = {
        "board": queries.board_of(actor),
        "legs": legs,
        "sees_files": actor.may(Permission.SEE_CONCERNS),
        "sees_tasks": actor.may(Permission.SEE_TASKS),
        "open_url": queries.register_of(RegisterState.OPEN),
        "late_url": queries.register_of(RegisterState.OVERDUE),
        "unit": actor.unit_name,
        "emergencies": count_of(actor) if actor.may(Permission.CONTROL_LOG) else None,
    }
    return page(request, "insight/leadership.html", context)


@screen(Permission.SEE_OVERVIEW)
def known_effect(request: SignedInRequest, grade: str) -> HttpResponse:
    """List closed decisions by how surely their effect is known."""
    if grade not in {each.value for each in EffectGrade}:
        raise Http404
    wanted = EffectGrade(grade)
    shown = queries.closed_with(
        request.actor, wanted, after=request.GET.get("efter", ""), before=request.GET.get("foer", "")
    )
    context = {
        "grade": wanted,
        "count": shown.count,
        "rows": [(each, queries.outcome_in_words(each)) for each in shown.outcomes],
        "newer": f"?foer={shown.before}" if shown.before else "",
        "older": f"?efter={shown.after}" if shown.after else "",
    }
    return page(request, "insight/known_effect.html", context)
