"""Rows that the police and Gladsaxe alone may read, where a row can be so narrow: one of each that an address names."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db.models import Model
from django.utils import timezone

from rundbord.alerts.models import Call, LogLine, SafetyNotice, SuddenEvent
from rundbord.conflicts.models import RetaliationWindow, RiskPoint
from rundbord.feeds.models import Feed
from rundbord.meetings.models import AgendaItem
from rundbord.partnership.models import Forum, ForumSeat
from rundbord.partnership.vocabulary import Audience
from rundbord.sharing.models import ThresholdQuestion, WhoElseRound
from rundbord.situation.models import (
    BlackOut,
    BreachNote,
    Photo,
    Picture,
    RepeatCluster,
    Triage,
    UnusualCount,
    WallSession,
)
from rundbord.tasks.models import Proposal, Task
from rundbord.zones.models import ComingEvent
from tests.factories import conflicts, meetings, rows, shifts
from tests.factories.pictures import Morning
from tests.factories.situations import Vestegnen

_LABEL = "Koordinator, Gladsaxe Kommune"


def _narrow(world: Vestegnen) -> dict[str, Any]:
    return {"partnership": world.partnership, "authority": world.gladsaxe, "audience": Audience.POLICE}


def of_alerts(world: Vestegnen) -> dict[tuple[str, str], Model]:
    now, own = timezone.now(), _narrow(world)
    event = SuddenEvent.objects.create(
        **own, title="Uro ved stationen", happened_at=now, reported_at=now, opened_at=now, opened_label=_LABEL
    )
    line = LogLine(**own, event=event, kind="unknown", text="Hvor mange?", at=now, written_at=now, user_label=_LABEL)
    line.save()
    notice = SafetyNotice.objects.create(
        **own,
        event=event,
        title="Gå to og to",
        text="Gå to og to ved stationen.",
        valid_from=now,
        valid_until=now + timedelta(days=1),
        sent_at=now,
        sender_label=_LABEL,
    )
    call = Call.objects.create(**own, event=event, unit=world.gladsaxe_street, told_at=now, answer="not_called")
    return {
        ("alerts", "event_id"): event,
        ("alerts", "line_id"): line,
        ("alerts", "notice_id"): notice,
        ("alerts", "call_id"): call,
    }


def of_conflicts(world: Vestegnen) -> dict[tuple[str, str], Model]:
    now = timezone.now()
    conflict = conflicts.conflict(
        world.partnership, world.gladsaxe_ssp, areas=(world.station,), audience=Audience.POLICE
    )
    part = conflicts.part(conflict)
    window = RetaliationWindow(**part, trigger="Trusler.", opens_at=now, closes_at=now + timedelta(days=1))
    risk = RiskPoint(**part, kind="meeting", words="Pladsen foran stationen.")
    window.save()
    risk.save()
    return {
        ("conflicts", "conflict_id"): conflict,
        ("conflicts", "group_id"): conflicts.group(conflict, "A"),
        ("conflicts", "hypothesis_id"): conflicts.hypothesis(conflict),
        ("conflicts", "event_id"): conflicts.event(conflict),
        ("conflicts", "clearance_id"): conflicts.clearance(
            conflict, world.police, world.gladsaxe, unit_id=world.gladsaxe_ssp.pk
        ),
        ("conflicts", "request_id"): conflicts.clearance_request(conflict, world.gladsaxe_ssp),
        ("conflicts", "window_id"): window,
        ("conflicts", "risk_id"): risk,
    }


def of_the_situation(world: Vestegnen, morning: Morning, published: Picture) -> dict[tuple[str, str], Model]:
    now = timezone.now()
    own = {"partnership": world.partnership, "authority": world.gladsaxe}
    waiting = rows.report(
        world.partnership, world.gladsaxe_ssp, reporter_id=world.street_worker.pk, audience=Audience.POLICE
    )
    photo = Photo.objects.create(
        **_narrow(world),
        unit=world.gladsaxe_ssp,
        report=waiting,
        content=b"-",
        media_type="image/jpeg",
        width=1,
        height=1,
        created_at=now,
    )
    black_out = BlackOut.objects.create(
        **own, picture=published, reason="name", entries_changed=1, user_label=_LABEL, at=now
    )
    wall = WallSession.objects.create(
        **own,
        label="Mødelokalet",
        token_hash=b"-" * 32,
        opened_by=world.coordinator.pk,
        opened_at=now,
        expires_at=now + timedelta(hours=8),
    )
    return {
        ("situation", "report_id"): waiting,
        ("situation", "incident_id"): morning.narrow,
        ("situation", "triage_id"): Triage.objects.get(report=morning.narrow_report),
        ("situation", "photo_id"): photo,
        ("situation", "black_out_id"): black_out,
        ("situation", "note_id"): BreachNote.objects.create(
            **own, black_out=black_out, opened_at=now, judge_before=now + timedelta(hours=72)
        ),
        ("situation", "session_id"): wall,
        ("situation", "found_id"): _unusual(world),
        ("situation", "repeat_id"): _repeat(world, morning),
    }


def _unusual(world: Vestegnen) -> UnusualCount:
    today = timezone.localdate()
    return UnusualCount.objects.create(
        **_narrow(world),
        area=world.station,
        category="burglary",
        first=today - timedelta(days=6),
        last=today,
        counted=9,
        expected=2.0,
        p=0.001,
        q=0.01,
        heading="Flere indbrud end ventet",
        text="9 indbrud mod 2 ventede.",
        found_at=timezone.now(),
    )


def _repeat(world: Vestegnen, morning: Morning) -> RepeatCluster:
    today = timezone.localdate()
    return RepeatCluster.objects.create(
        **_narrow(world),
        area=world.station,
        category="indbrud",
        incident_ids=[morning.narrow.pk],
        counted=2,
        first=today - timedelta(days=2),
        last=today,
        heading="Stationen: 2 indbrud tæt på hinanden",
        text="Hver ligger tæt på en anden.",
        found_at=timezone.now(),
    )


def of_plans(world: Vestegnen) -> dict[tuple[str, str], Model]:
    now, today, own = timezone.now(), timezone.localdate(), _narrow(world)
    task = Task.objects.create(
        **own,
        what="Gå forbi stationen.",
        owner=world.gladsaxe_street,
        due_on=today,
        decided_at=now,
        decided_by=world.coordinator.pk,
    )
    coming = ComingEvent.objects.create(
        **own,
        kind="match",
        title="Kamp på stadion",
        first_day=today,
        last_day=today,
        influence="great",
        expected="Mange tilskuere.",
        changed_at=now,
        created_at=now,
    )
    feed = Feed.objects.create(
        partnership=world.partnership,
        authority=world.gladsaxe,
        unit=world.gladsaxe_ssp,
        kind="statistics",
        set_up_at=now,
        next_at=now,
    )
    return {
        ("tasks", "task_id"): task,
        ("tasks", "proposal_id"): _proposal(world),
        ("zones", "event_id"): coming,
        ("zones", "zone_id"): rows.zone(world.partnership, world.local_police, audience=Audience.POLICE),
        ("feeds", "feed_id"): feed,
    }


def _proposal(world: Vestegnen) -> Proposal:
    """Put to a table of Gladsaxe and the police."""
    now, own = timezone.now(), {"partnership": world.partnership, "authority": world.gladsaxe}
    forum = Forum.objects.create(**own, kind="local", name="Ugemøde", rhythm="weeks", opened_at=now)
    for unit in (world.gladsaxe_ssp, world.local_police):
        ForumSeat.objects.create(
            partnership=world.partnership,
            forum=forum,
            authority_id=unit.authority_id,
            unit=unit,
            unit_name=unit.name,
            role="member",
            starts_on=rows.LONG_AGO,
        )
    return Proposal.objects.create(
        **own,
        unit=world.gladsaxe_ssp,
        forum=forum,
        what="Gå forbi klubben.",
        owner=world.local_police,
        due_on=timezone.localdate() + timedelta(days=9),
        counts="seats",
        quorum=1,
        closes_at=now + timedelta(days=2),
        proposed_at=now,
    )


def of_shifts(world: Vestegnen) -> dict[tuple[str, str], Model]:
    shift = shifts.running(world.partnership, world.gladsaxe_street, areas=(world.station,), audience=Audience.POLICE)
    return {
        ("streetwork", "shift_id"): shift,
        ("streetwork", "member_id"): shifts.member(shift, world.street_worker, due_at=shift.started_at),
    }


def of_meetings(world: Vestegnen) -> dict[tuple[str, str], Model]:
    """A forum of Gladsaxe and the police, and a meeting with words of Gladsaxe's own."""
    forum = meetings.forum(world, world.local_police)
    called = meetings.meeting(forum)
    item = AgendaItem.objects.get(meeting=called, position=1)
    return {
        ("meetings", "forum_id"): forum,
        ("meetings", "seat_id"): ForumSeat.objects.get(forum=forum, unit=world.local_police),
        ("meetings", "meeting_id"): called,
        ("meetings", "item_id"): item,
        ("meetings", "entry_id"): meetings.entry(item, world.gladsaxe_ssp),
    }


def of_questions(world: Vestegnen) -> dict[tuple[str, str], Model]:
    """A question that Gladsaxe has put to the police, and a round that it has opened."""
    question = ThresholdQuestion.objects.create(
        partnership=world.partnership,
        authority=world.gladsaxe,
        unit=world.gladsaxe_ssp,
        asked_units=[world.local_police.pk],
        age_band="15_17",
        municipality=world.gladsaxe,
        signs=["group"],
        tried=["nothing"],
        wish="together",
        asked_at=timezone.now(),
        asked_by=world.coordinator.pk,
        asked_label=_LABEL,
        closes_on=timezone.localdate() + timedelta(days=3),
    )
    meeting = WhoElseRound.objects.create(
        partnership=world.partnership,
        authority=world.gladsaxe,
        unit=world.gladsaxe_ssp,
        reason="Fælles møde om unge ved stationen.",
        meeting_on=timezone.localdate() + timedelta(days=3),
        opened_at=timezone.now(),
        opened_by=world.coordinator.pk,
        opened_label=_LABEL,
        closes_at=timezone.now() + timedelta(days=2),
    )
    return {("sharing", "question_id"): question, ("sharing", "round_id"): meeting}
