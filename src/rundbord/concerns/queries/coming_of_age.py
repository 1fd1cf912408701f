"""Who comes of age soon and has not been judged: what is kept of them goes on that day (law-and-practice B.2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.concerns.models import AdultReview, YoungPerson
from rundbord.concerns.queries.opened import birthday, text_of
from rundbord.keys.queries import open_keys
from rundbord.sharing.rules.ages import ADULT
from rundbord.sharing.rules.ages import birthday as day_of_age

AHEAD = timedelta(days=60)
_SOON = timedelta(days=30)


@dataclass(frozen=True, kw_only=True)
class ComingOfAge:
    """One file: who, on which day, and where to judge it."""

    name: str
    on: date
    url: str
    is_soon: bool


def coming_of_age(actor: Actor, *, today: date | None = None) -> list[ComingOfAge]:
    """List files within reach whose young person turns eighteen within sixty days, the next one first."""
    if not actor.may(Permission.SEE_CONCERNS):
        return []
    day = today or timezone.localdate()
    years = {(day + ahead).year - ADULT for ahead in (timedelta(0), AHEAD)}
    judged = AdultReview.objects.values("person_id")
    near = YoungPerson.objects.filter(
        authority_id=actor.authority_id, birth_year__in=years, data_key__destroyed_at=None, moved_on=None
    )
    files = list(near.exclude(pk__in=judged))
    keys = open_keys(each.data_key_id for each in files) if files else {}
    found = []
    for file in files:
        key = keys.get(file.data_key_id)
        born_on = birthday(file, key) if key else None
        if key is None or born_on is None:
            continue
        eighteenth = day_of_age(born_on, age=ADULT)
        if day <= eighteenth <= day + AHEAD:
            url = reverse("concerns:keep_as_adult", args=[file.pk])
            name, is_soon = text_of(file, "name", key), eighteenth <= day + _SOON
            found.append(ComingOfAge(name=name, on=eighteenth, url=url, is_soon=is_soon))
    return sorted(found, key=lambda each: (each.on, each.url))


def panel_content(actor: Actor) -> Mapping[str, object] | None:
    """Give what the page of a day's deletions shows of it; nothing for whoever reaches no files."""
    if not actor.may(Permission.SEE_CONCERNS):
        return None
    return {
        "rows": coming_of_age(actor),
        "days": AHEAD.days,
        "may_work": actor.may(Permission.WORK_CONCERNS),
    }
