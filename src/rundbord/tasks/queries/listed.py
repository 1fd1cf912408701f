"""What the lines of an action list are judged against, and which of them are here already."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from uuid import UUID

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.identity.models import Unit
from rundbord.partnership.queries import areas, place_names, units_at_table
from rundbord.tasks.queries.rows import tasks_here
from rundbord.tasks.rules import AroundList, ListedDecision


def around_list(actor: Actor, *, is_warned: bool) -> AroundList:
    """Give the units and areas by the names that a list may call them."""
    units = units_at_table(actor)
    by_name, ambiguous = _named(units)
    return AroundList(
        units=by_name,
        ambiguous=ambiguous,
        areas={" ".join(area.name.casefold().split()): area.pk for area in areas()},
        places=place_names(),
        today=timezone.localdate(),
        is_warned=is_warned,
    )


def with_known(listed: Sequence[ListedDecision], actor: Actor) -> list[ListedDecision]:
    """Mark the lines that were imported before, or that somebody has decided here with the same owner and deadline."""
    here = tasks_here(actor)
    prints = set(here.filter(imported_as__in=[row.print_of for row in listed]).values_list("imported_as", flat=True))
    same = here.filter(what__in=[row.what for row in listed]).values_list("what", "owner_id", "due_on")
    decided = set(same)
    return [
        replace(row, is_known=row.print_of in prints or (row.what, row.owner_id, row.due_on) in decided)
        for row in listed
    ]


def _named(units: Iterable[Unit]) -> tuple[dict[str, UUID], set[str]]:
    """Name each unit alone, and with its authority before and after it; what several bear is ambiguous."""
    named: dict[str, set[UUID]] = {}
    for unit in units:
        authorities = {unit.authority.name, unit.authority.short_name}
        full = {f"{unit.name}, {authority}" for authority in authorities}
        full |= {f"{authority}, {unit.name}" for authority in authorities}
        for name in {unit.name, *full}:
            named.setdefault(" ".join(name.casefold().split()), set()).add(unit.pk)
    only = {name: next(iter(found)) for name, found in named.items() if len(found) == 1}
    return only, set(named) - set(only)
