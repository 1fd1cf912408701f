"""Find repeats — find gentagelser: tables of near-repeat, and the places where incidents lie close now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from uuid import UUID

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.partnership.models import Area
from rundbord.partnership.vocabulary import Audience
from rundbord.patterns import Events, clusters, near_repeat
from rundbord.situation.models import NearRepeatTable, RepeatCluster
from rundbord.situation.queries.repeat_incidents import Watched, happened_until
from rundbord.situation.rules.placing import Placed, placed
from rundbord.situation.rules.repeat_table import stored
from rundbord.situation.rules.repeat_words import cluster_heading, cluster_text
from rundbord.situation.rules.repeats import (
    BANDS,
    CURRENT_DAYS,
    FEWEST_PLACED,
    LENGTHS,
    NEAR,
    NEAR_DAYS,
    NEAR_METRES,
    REPEATING,
    area_of,
    usual_at,
)
from rundbord.situation.vocabulary import Category


def find_repeats(*, ending_on: date, by: Actor) -> int:
    """Look at what had happened by `ending_on` (Danish calendar day); give how many places are new or have grown."""
    by.must(Permission.SEE_OVERVIEW)
    newest = NearRepeatTable.objects.filter(partnership_id=by.table, last=ending_on)
    counted = set(newest.values_list("category", "length"))
    changed = 0
    for category in REPEATING:
        watched = happened_until(ending_on, days=max(LENGTHS), category=category, by=by)
        # Another party's nightly work counts the same incidents.
        for length in (each for each in LENGTHS if (category.value, each) not in counted):
            _write_table(_table(watched, category, length, ending_on), category, length, by=by)
        changed += _keep(_found(watched, category, ending_on, by=by), _known(category, ending_on, by=by))
    return changed


def _table(watched: Watched, category: Category, length: int, ending_on: date) -> dict[str, object]:
    first = max(ending_on - timedelta(days=length - 1), watched.complete_from or ending_on)
    happened = [one for one in watched.happened if one.day >= first]
    used = placed(happened)
    return {
        "first": first,
        "last": ending_on,
        "incidents": len(happened),
        "placed": len(used),
        "by_street": sum(one.is_by_street for one in used),
        "found_at": timezone.now(),
        **_tested(used),
    }


def _tested(used: Sequence[Placed]) -> dict[str, object]:
    if len(used) < FEWEST_PLACED:
        return {"pairs": None, "expected": None, "p": None, "cells": []}
    events = _events(used)
    (near,) = near_repeat(events, NEAR).cells
    return {
        "pairs": near.pairs,
        "expected": near.expected,
        "p": near.p,
        "cells": stored(near_repeat(events, BANDS).cells),
    }


def _events(used: Sequence[Placed]) -> Events:
    return Events.of([one.spot for one in used], [one.day for one in used])


def _write_table(counted: dict[str, object], category: Category, length: int, *, by: Actor) -> None:
    kept = NearRepeatTable.objects.filter(partnership_id=by.table, category=category.value, length=length)
    if not kept.update(**counted):
        new = NearRepeatTable(**_ours(by), category=category, length=length, **counted)
        NearRepeatTable.objects.bulk_create([new], ignore_conflicts=True)


def _ours(by: Actor) -> dict[str, object]:
    return {"partnership_id": by.table, "authority_id": by.authority_id, "audience": Audience.PARTIES}


def _found(watched: Watched, category: Category, ending_on: date, *, by: Actor) -> Iterator[RepeatCluster]:
    """Give the places where close incidents of the last fourteen days are more than usual."""
    every = placed(watched.happened)
    current = [one for one in every if one.day > ending_on - timedelta(days=CURRENT_DAYS)]
    areas = _area_names(current)
    for cluster in clusters(_events(current), metres=NEAR_METRES, days=NEAR_DAYS):
        members = [current[number] for number in cluster.members]
        usual = usual_at(members, every, ending_on=ending_on)
        if usual.is_news(len(members)):
            area_id = area_of(members)
            first, last = members[0].day, members[-1].day
            yield RepeatCluster(
                **_ours(by),
                area_id=area_id,
                category=category,
                incident_ids=sorted(one.incident_id for one in members),
                counted=len(members),
                first=first,
                last=last,
                heading=cluster_heading(
                    category,
                    counted=len(members),
                    days=(last - first).days + 1,
                    area=areas[area_id] if area_id else "",
                ),
                text=cluster_text(usual, first=first, last=last),
                found_at=timezone.now(),
            )


def _area_names(current: Iterable[Placed]) -> dict[UUID, str]:
    wanted = {one.area_id for one in current if one.area_id}
    return dict(Area.objects.filter(pk__in=wanted).values_list("id", "name")) if wanted else {}


def _known(category: Category, ending_on: date, *, by: Actor) -> list[RepeatCluster]:
    """Give those that can have an incident in common with what is found now."""
    since = ending_on - timedelta(days=CURRENT_DAYS)
    kept = RepeatCluster.objects.filter(partnership_id=by.table, category=category.value, last__gt=since)
    return list(kept.order_by("-last", "-id"))


def _keep(found: Iterable[RepeatCluster], known: Sequence[RepeatCluster]) -> int:
    """Keep what is new; a cluster that nobody has judged grows in its own row."""
    new, changed = [], 0
    for cluster in found:
        members = set(cluster.incident_ids)
        earlier = [one for one in known if members & set(one.incident_ids)]
        if any(members <= set(one.incident_ids) for one in earlier):
            continue
        changed += 1
        waiting = next((one for one in earlier if not one.verdict), None)
        if waiting is None or not _grow(waiting, cluster):
            new.append(cluster)
    # Another party's nightly work may have found the same in this moment.
    RepeatCluster.objects.bulk_create(new, ignore_conflicts=True)
    return changed


def _grow(waiting: RepeatCluster, cluster: RepeatCluster) -> int:
    """Write what has come; somebody may judge it in this moment, and then it stays as it was judged."""
    columns = ("area_id", "incident_ids", "counted", "first", "last", "heading", "text", "found_at")
    grown = {column: getattr(cluster, column) for column in columns}
    return RepeatCluster.objects.filter(pk=waiting.pk, verdict="").update(**grown)
