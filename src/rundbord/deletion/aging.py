"""Rows that are old enough — alder: which of a table go, by the period that is in force in an authority."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import partial

from django.apps import apps
from django.db.models import Model, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.deletion.queries.periods import days_of
from rundbord.deletion.rules.aged import AGED, AgedTable
from rundbord.deletion.rules.catalogue import RULES
from rundbord.deletion.sources import Due, Source
from rundbord.identity.queries.users import named_leavers

Rows = QuerySet[Model]
LEAVERS = "colleague"
# What fell due since the last night goes in the next one; a day more for two clocks that differ.
_SPARED = timedelta(days=2)


def old_enough(table: AgedTable, actor: Actor, *, spared: timedelta = timedelta()) -> Rows:
    """Give the rows of the actor's authority whose time is over, by more than what is spared."""
    before = timezone.now() - timedelta(days=days_of(table.rule, actor.authority_id)) - spared
    own: Rows = apps.get_model(table.model)._default_manager.filter(**{table.owner: actor.authority_id})
    rows = _older(own, table, before)
    if table.without:
        rows = rows.filter(**{table.without: None})
    if table.unless:
        rows = rows.exclude(**{f"{table.unless}__gte": before})
    return _but_the_newest(rows, table) if table.newest_of else rows


def _older(rows: Rows, table: AgedTable, before: datetime) -> Rows:
    first, *others = table.moments
    if not others:
        return rows.filter(**{f"{first}__lt": before})
    counted: Rows = rows.alias(counted_from=Coalesce(*table.moments)).filter(counted_from__lt=before)
    return counted


def _but_the_newest(rows: Rows, table: AgedTable) -> Rows:
    """Leave the newest old one of each kind: what stands now is that one, or one that is younger."""
    newest = rows.order_by(*table.newest_of, f"-{table.moments[0]}", "-pk").distinct(*table.newest_of)
    kept: Rows = rows.exclude(pk__in=list(newest.values_list("pk", flat=True)))
    return kept


def _overdue(rule: str, actor: Actor, today: date) -> int:
    """Count what the night should have taken, of tables that are seen without sitting at one."""
    tables = [each for each in AGED if each.rule == rule and not each.at_table]
    count = sum(old_enough(each, actor, spared=_SPARED).count() for each in tables)
    if rule == LEAVERS:
        before = timezone.now() - timedelta(days=days_of(LEAVERS, actor.authority_id)) - _SPARED
        count += named_leavers(actor.authority_id, before).count()
    return count


def _nothing_ahead(actor: Actor, first: date, last: date) -> list[Due]:
    return []


SOURCES = tuple(
    Source(label=RULES[rule].label, due=_nothing_ahead, overdue=partial(_overdue, rule), is_foreseen=False, order=95)
    for rule in dict.fromkeys(each.rule for each in AGED)
)
