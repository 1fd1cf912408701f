"""Repeats in time and place — gentagelser: where the same has happened again now, and whether one draws the next."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.situation.models import NearRepeatTable
from rundbord.situation.queries.repeats import Repeat, near_repeat_tables, repeat_of, repeats_page
from rundbord.situation.rules.repeat_table import drawn
from rundbord.situation.rules.repeat_words import Counted, told
from rundbord.situation.rules.repeats import FEWEST_PLACED
from rundbord.situation.screens.incidents import line_of
from rundbord.situation.screens.repeats_form import RepeatsForm
from rundbord.situation.screens.unusual import Judging, judge_found
from rundbord.situation.vocabulary import Category, UnusualVerdict
from rundbord.vocabulary import label_of
from rundbord.web import SignedInRequest, page, screen


@screen(Permission.SEE_OVERVIEW)
def repeats(request: SignedInRequest) -> HttpResponse:
    """Show the places first, then the pattern of the category and the period that the address asks for."""
    is_earlier = request.GET.get("vis", "") == "tidligere"
    places = repeats_page(
        today=timezone.localdate(),
        is_earlier=is_earlier,
        after=request.GET.get("efter", ""),
        before=request.GET.get("foer", ""),
    )
    tables = near_repeat_tables()
    form = RepeatsForm(request.GET, tables=tables)
    context = {
        "places": [_place(each) for each in places.rows],
        "is_earlier": is_earlier,
        "summary": f"Viser {len(places.rows)}, seneste hændelse først",
        "newer": _page(request, "foer", places.before),
        "older": _page(request, "efter", places.after),
        "may_judge": request.actor.may(Permission.JUDGE_UNUSUAL),
        "form": form,
        "has_looked": bool(tables),
        "left_out": ", ".join(each.label.lower() for each in form.left_out),
        "fewest": FEWEST_PLACED,
        **_pattern(form.table),
    }
    return page(request, "situation/repeats.html", context)


def _place(each: Repeat) -> dict[str, Any]:
    return {
        "found": each.cluster,
        "verdict": label_of(UnusualVerdict, each.cluster.verdict),
        "streets": each.streets,
        "lines": [line_of(incident) for incident in each.incidents],
        "withdrawn": each.withdrawn,
    }


def _pattern(table: NearRepeatTable | None) -> dict[str, Any]:
    if table is None:
        return {"table": None}
    counted = Counted(
        incidents=table.incidents,
        placed=table.placed,
        by_street=table.by_street,
        pairs=table.pairs,
        expected=table.expected,
        p=table.p,
    )
    category = Category(table.category)
    return {
        "table": table,
        "category": category.label,
        "told": told(category, counted),
        "drawing": drawn(table.cells) if table.cells else None,
    }


def _page(request: SignedInRequest, name: str, cursor: str) -> str:
    if not cursor:
        return ""
    query = request.GET.copy()
    for old in ("foer", "efter"):
        query.pop(old, None)
    query[name] = cursor
    return f"?{query.urlencode()}"


@screen(Permission.JUDGE_UNUSUAL, writes=True)
def judge_repeat(request: SignedInRequest, repeat_id: UUID) -> HttpResponse:
    """Take a verdict on one place."""
    found = repeat_of(repeat_id)
    judging = Judging(up=reverse("situation:repeats"), up_label="Gentagelser", help="gentagelser")
    return judge_found(request, found.cluster, judging, streets=found.streets)
