"""What waits of the picture, the streets, the meetings and the decisions."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.meetings.queries import meetings_today
from rundbord.situation.queries.folding import folded_now
from rundbord.situation.queries.inbox import open_reports
from rundbord.situation.queries.source_texts import waiting_for_release
from rundbord.streetwork.queries import areas_waiting_for, overdue_staff
from rundbord.streetwork.rules.quarters import quarter_in_season
from rundbord.today.queries.waiting import Asked


def teams(actor: Actor) -> Iterator[Asked]:
    """Count the staff on shift who should have been heard from."""
    shifts = reverse("streetwork:shifts")
    yield Asked(rows=overdue_staff(actor), many="på vagt har ikke meldt sig", href=shifts, tone="urgent")


def reports(actor: Actor) -> Iterator[Asked]:
    """Count what the inbox shows unfolded, and what of it is urgent."""
    if not actor.may(Permission.TRIAGE):
        return
    unfolded, inbox = open_reports(actor).exclude(category__in=sorted(folded_now())), reverse("situation:inbox")
    urgent = unfolded.filter(is_urgent=True)
    yield Asked(rows=urgent, many="hastende i indbakken", href=f"{inbox}?haster=on", tone="urgent")
    yield Asked(rows=unfolded, many="i indbakken", href=inbox)


def mapping(actor: Actor) -> Iterator[Asked]:
    """Find the areas that wait for the own side's view, in the weeks around a quarter's end."""
    quarter = quarter_in_season(timezone.localdate())
    if quarter is None or actor.is_place or actor.partnership_id is None or not actor.may(Permission.MAP_ACTIVITY):
        return
    yield Asked(
        rows=areas_waiting_for(quarter, authority_id=actor.authority_id, kind=actor.authority_kind),
        one="område mangler jeres kortlægning",
        many="områder mangler jeres kortlægning",
        href=f"{reverse('streetwork:mapping')}?kvartal={quarter.key}&vis=jeres",
        note=f"{quarter.label}, senest {quarter.closes_on.day}/{quarter.closes_on.month}",
    )


def releases(actor: Actor) -> Iterator[Asked]:
    """Count what of police reports waits for release."""
    if actor.may(Permission.RELEASE_SOURCE_TEXT):
        yield Asked(rows=waiting_for_release(), many="venter på frigivelse", href=reverse("situation:source_texts"))


def meetings(actor: Actor) -> Iterator[Asked]:
    """Find the meetings of today; a single one is opened at once."""
    if not actor.may(Permission.SEE_MEETINGS):
        return
    today = meetings_today(actor)
    only = today[0] if len(today) == 1 else None
    yield Asked(
        rows=len(today),
        one="møde i dag",
        many="møder i dag",
        href=reverse("meetings:show_meeting", args=[only.pk]) if only else reverse("meetings:meetings"),
        note=f"{today[0].forum.name} kl. {timezone.localtime(today[0].starts_at):%H.%M}" if today else "",
    )
