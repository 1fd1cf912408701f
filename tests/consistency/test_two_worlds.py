"""Two worlds that differ only in what a user may not see must look the same to that user, byte for byte."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.db import transaction
from django.test import Client
from django.utils import timezone

from rundbord.access.roles import Role
from rundbord.alerts.models import LogLine, SafetyNotice, SuddenEvent
from rundbord.conflicts.models import ConflictGroup
from rundbord.feeds.models import BackgroundFigure, BackgroundImport, Feed, FeedItem
from rundbord.identity.models import User
from rundbord.identity.vocabulary import UnitKind
from rundbord.partnership.vocabulary import Audience
from rundbord.situation.models import ReadIncident, SourceText
from rundbord.situation.vocabulary import Category, Nature, SourceKind
from rundbord.streetwork.models import Shift, ShiftSheet
from rundbord.streetwork.vocabulary import ActivityLevel
from rundbord.tasks.models import Task
from rundbord.zones.models import BanCount, ComingEvent
from tests.consistency.sameness import without_nature
from tests.consistency.test_screens import SIGNED_IN
from tests.database import as_owner
from tests.factories import activity, conflicts, rows, shifts
from tests.factories.situations import ClientOf, Vestegnen

_AHEAD = timedelta(minutes=12)
Hide = Callable[[Vestegnen], None]
Crawl = dict[str, tuple[int, bytes]]


def _narrow_reports_of_others(world: Vestegnen) -> None:
    """Reports that the police keep to themselves, that a team keeps, and that Gladsaxe shares with the police alone."""
    columns = {"text": "KANARIEFUGL", "heading": "KANARIEFUGL", "is_urgent": True, "area": world.station}
    rows.report(world.partnership, world.local_police, audience=Audience.AUTHORITY, **columns)
    rows.report(world.partnership, world.gladsaxe_street, audience=Audience.UNIT, **columns)
    rows.report(world.partnership, world.gladsaxe_ssp, audience=Audience.POLICE, **columns)
    rows.report(world.partnership, world.gladsaxe_ssp, audience=Audience.AUTHORITY, nature=Nature.NOTHING)


def _narrow_incidents(world: Vestegnen) -> None:
    """Incidents that the police alone may read."""
    for audience in (Audience.AUTHORITY, Audience.POLICE):
        rows.incident(world.partnership, world.police, audience=audience, heading="KANARIEFUGL", area=world.station)


def _an_original_police_report(world: Vestegnen) -> None:
    """A police report that has not been released."""
    now = timezone.now()
    with as_owner():
        source = SourceText.objects.create(
            partnership=world.partnership,
            authority=world.police,
            name="KANARIEFUGL",
            text="KANARIEFUGL",
            digest=b"x" * 32,
            published_on=now.date(),
            received_at=now,
            received_by=world.officer.pk,
            delete_at=now + timedelta(days=14),
        )
    report = rows.report(
        world.partnership,
        world.local_police,
        audience=Audience.AUTHORITY,
        source_kind=SourceKind.PRESS_REPORT,
        category=Category.VIOLENCE,
        text="KANARIEFUGL",
    )
    with as_owner():
        ReadIncident.objects.create(
            authority=world.police, source_text=source, report=report, position=1, span_start=0, span_end=3, evidence={}
        )


def _people_and_units_of_others(world: Vestegnen) -> None:
    """Users of another authority, and a municipality outside with everything of its own."""
    rows.user(world.local_police, Role.OFFICER, name="KANARIEFUGL", sign_in_name="kanariefugl")
    outside = rows.unit(world.outside, "KANARIEFUGL", UnitKind.STREET)
    rows.report(world.other_partnership, outside, text="KANARIEFUGL")
    rows.incident(world.other_partnership, world.outside, heading="KANARIEFUGL")
    rows.area(world.other_partnership, "KANARIEFUGL", world.outside)


def _tasks_of_others(world: Vestegnen) -> None:
    """A task that the police keep to themselves."""
    now = timezone.now()
    with as_owner():
        Task.objects.create(
            partnership=world.partnership,
            authority=world.police,
            audience=Audience.POLICE,
            what="KANARIEFUGL",
            owner=world.local_police,
            due_on=now.date() - timedelta(days=1),
            decided_at=now,
            decided_by=uuid4(),
        )


def _alerts_of_others(world: Vestegnen) -> None:
    """A sudden event and a safety notice that the police keep to themselves."""
    now = timezone.now()
    own = {"partnership": world.partnership, "authority": world.police, "audience": Audience.POLICE}
    with as_owner():
        event = SuddenEvent.objects.create(
            **own, title="KANARIEFUGL", happened_at=now, reported_at=now, opened_at=now, opened_label="KANARIEFUGL"
        )
        LogLine.objects.create(
            **own, event=event, kind="known", text="KANARIEFUGL", at=now, written_at=now, user_label="KANARIEFUGL"
        )
        SafetyNotice.objects.create(
            **own,
            event=event,
            title="KANARIEFUGL",
            text="KANARIEFUGL",
            valid_from=now,
            valid_until=now + timedelta(days=1),
            sent_at=now,
            sender_label="KANARIEFUGL",
        )


def _zones_and_events_of_others(world: Vestegnen) -> None:
    """A zone, a small number of bans and a coming event that the police keep to themselves."""
    now, today = timezone.now(), timezone.localdate()
    own: dict[str, Any] = {"partnership": world.partnership, "authority": world.police, "audience": Audience.POLICE}
    rows.zone(world.partnership, world.local_police, audience=Audience.POLICE, name="KANARIEFUGL")
    with as_owner():
        BanCount.objects.create(**own, area=world.station, month=today.replace(day=1), number=3, noted_at=now)
        ComingEvent.objects.create(
            **own,
            kind="match",
            title="KANARIEFUGL",
            first_day=today,
            last_day=today,
            influence="great",
            expected="KANARIEFUGL",
            changed_at=now,
            created_at=now,
        )


def _sources_of_others(world: Vestegnen) -> None:
    """A source that another partnership has set up, with what it brought, and official figures of its municipality."""
    now = timezone.now()
    unit = rows.unit(world.outside, "KANARIEFUGL fra kilde", UnitKind.ADMINISTRATION)
    with as_owner():
        whose = {"partnership": world.other_partnership, "authority": world.outside}
        feed = Feed.objects.create(
            **whose, unit=unit, kind="short_messages", publisher="KANARIEFUGL", set_up_at=now, next_at=now
        )
        FeedItem.objects.create(
            **whose,
            feed=feed,
            key="KANARIEFUGL",
            case_key="KANARIEFUGL",
            digest=b"x",
            published_at=now,
            first_seen_at=now,
            outcome="waiting",
        )
        imported = BackgroundImport.objects.create(
            **whose,
            table="straf11",
            origin="uploaded",
            imported_at=now,
            imported_by=world.outsider.pk,
            first_period="2025K1",
            last_period="2025K1",
            figures=1,
            check_sum="impossible",
        )
        BackgroundFigure.objects.create(
            partnership=world.other_partnership,
            table="straf11",
            area="157",
            area_name="KANARIEFUGL",
            offence="TOT",
            offence_name="KANARIEFUGL",
            period="2025K1",
            value=7,
            imported=imported,
        )


def _conflicts_of_others(world: Vestegnen) -> None:
    """Conflicts that the police and Gladsaxe keep to themselves, and who the groups of an open one are."""
    for unit, audience in ((world.local_police, Audience.AUTHORITY), (world.gladsaxe_ssp, Audience.POLICE)):
        narrow = conflicts.conflict(
            world.partnership, unit, areas=(world.station,), audience=audience, title="KANARIEFUGL", urgency=0
        )
        conflicts.event(narrow, words="KANARIEFUGL", area=world.station)
        conflicts.identity(conflicts.group(narrow, "A", "KANARIEFUGL"), world.police, "KANARIEFUGL")
    with as_owner():
        for group in ConflictGroup.objects.filter(conflict__audience=Audience.PARTIES):
            conflicts.identity(group, world.police, "KANARIEFUGL")


def _mapping_of_others(world: Vestegnen) -> None:
    """A view of gang activity that the police keep to themselves."""
    columns = {"audience": Audience.AUTHORITY, "reason": "KANARIEFUGL"}
    activity.view(world.station, world.local_police, ActivityLevel.ESTABLISHED, **columns)
    activity.view(world.park, world.local_police, ActivityLevel.ESTABLISHED, **columns)


def _shifts_of_others(world: Vestegnen) -> None:
    """A shift that the police keep to themselves; and what Gladsaxe keeps of one that all parties see."""
    shifts.running(world.partnership, world.local_police, areas=(world.station,), audience=Audience.POLICE)
    for shift in _shifts_all_see(world):
        shifts.member(
            shift, rows.user(world.gladsaxe_street, Role.REPORTER, name="KANARIEFUGL"), due_at=shift.started_at
        )
        shifts.visit(shift, world.station, timezone.now())
        with as_owner():
            ShiftSheet.objects.filter(shift=shift).update(occasion="KANARIEFUGL", closing_words="KANARIEFUGL")


def _shifts_all_see(world: Vestegnen) -> list[Shift]:
    with as_owner():
        return list(Shift.objects.filter(authority=world.gladsaxe, audience=Audience.PARTIES))


HIDDEN = [
    _mapping_of_others,
    _shifts_of_others,
    _conflicts_of_others,
    _sources_of_others,
    _zones_and_events_of_others,
    _alerts_of_others,
    _narrow_reports_of_others,
    _narrow_incidents,
    _an_original_police_report,
    _people_and_units_of_others,
    _tasks_of_others,
]


@pytest.fixture
def _the_clock_stands() -> Iterator[None]:
    """Let no minute end between two crawls, for that would be a difference of its own.

    It stands ahead of the database's own clock, which the crawls of a busy machine would otherwise leave behind: what
    is signed for a minute then lasts as long as they do.
    """
    with time_machine.travel(timezone.now() + _AHEAD, tick=False):
        yield


@pytest.mark.usefixtures("_the_clock_stands")
@pytest.mark.parametrize("who", ["herlev_case_worker", "caretaker", "outsider"])
def test_what_is_hidden_leaves_no_trace(who: str, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    """All of it is hidden at once; only when that is seen are the pages read after each thing, to tell which it was."""
    user: User = getattr(vestegnen, who)
    shifts.running(vestegnen.partnership, vestegnen.gladsaxe_street, minutes=90, areas=(vestegnen.park,))
    client = client_of(user)
    _crawl(client)  # whoever reads a screen for the first time leaves a trace of their own
    before = _crawl(client)
    # What belongs to the outsider is not hidden from them.
    own = {_people_and_units_of_others, _sources_of_others} if who == "outsider" else set()
    hidden = [hide for hide in HIDDEN if hide not in own]

    together = transaction.savepoint()
    for hide in hidden:
        hide(vestegnen)
    traces = _traces(before, _crawl(client))
    transaction.savepoint_rollback(together)

    assert traces == [], _traces_of_each(hidden, vestegnen, client)
    assert any(status == 200 for status, _ in before.values())


def _traces(before: Crawl, after: Crawl) -> list[str]:
    changed = [route for route in before if before[route] != after[route]]
    return changed + [route for route in after if b"KANARIEFUGL" in after[route][1]]


def _traces_of_each(hidden: Sequence[Hide], world: Vestegnen, client: Client) -> str:
    """Name what can be seen of each thing, one after the other."""
    told = {}
    before = _crawl(client)
    for hide in hidden:
        hide(world)
        after = _crawl(client)
        told[hide.__name__] = _traces(before, after)
        before = after
    return str({name: routes for name, routes in told.items() if routes})


def _crawl(client: Client) -> Crawl:
    seen = {}
    for route, _ in SIGNED_IN:
        if "<" in route:
            continue
        response = client.get(f"/{route}")
        seen[route] = (response.status_code, without_nature(response.content))
    return seen
