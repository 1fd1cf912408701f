"""Writes invented conflicts as they would have been written, day by day."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

from django.utils import timezone

from rundbord.conflicts.models import (
    Conflict,
    ConflictArea,
    ConflictEvent,
    ConflictGroup,
    ConflictRevision,
    ConflictStep,
    Evidence,
    Hypothesis,
    ReaderChange,
    RetaliationWindow,
    Review,
    RiskPoint,
    StatusChange,
    TensionChange,
    Weighing,
)
from rundbord.conflicts.rules.clocks import REVIEW_WITHIN
from rundbord.conflicts.rules.judging import URGENCY
from rundbord.conflicts.rules.quiet import quiet_since
from rundbord.demo.conflicts.burning import BURNING
from rundbord.demo.conflicts.naming import name_groups
from rundbord.demo.conflicts.others import OTHERS
from rundbord.demo.conflicts.shapes import POLICE, Quarrel, Seen, Step, Thought
from rundbord.demo.founding import OWNER, Founded
from rundbord.identity.models import Unit
from rundbord.partnership.rules.danish_days import at_clock
from rundbord.partnership.vocabulary import Audience
from rundbord.tasks.models import Task

_MORNING = time(9, 0)
QUARRELS = (BURNING, *OTHERS)


def tell_conflicts(founded: Founded) -> None:
    """Write the conflicts as they would have been written, day by day."""
    for quarrel in QUARRELS:
        _Teller(quarrel, founded).tell()


class _Teller:
    """Writes one conflict by the deploying login, with the times at which each part would have been told."""

    def __init__(self, quarrel: Quarrel, founded: Founded) -> None:
        self.quarrel = quarrel
        self.founded = founded
        self.now = timezone.now().replace(second=0, microsecond=0)
        self.opened_at = self.now - timedelta(days=quarrel.opened_ago)

    def tell(self) -> None:
        """Write the file, then its parts."""
        self.conflict = self._conflict()
        self._facts()
        self._course()
        for thought in self.quarrel.thoughts:
            self._thought(thought)
        self._ahead()
        for step in self.quarrel.steps:
            self._step(step)
        if self.quarrel.names:
            name_groups(self.conflict, self.quarrel.names, follower=self._unit(self.quarrel.team), founded=self.founded)

    def _conflict(self) -> Conflict:
        quarrel = self.quarrel
        tension = quarrel.tensions[-1].tension
        reviewed_at = self._hours(quarrel.reviewed_ago)
        return Conflict.objects.using(OWNER).create(
            partnership=self.founded.partnership,
            authority_id=self._unit(quarrel.team).authority_id,
            audience=quarrel.audience.value,
            title=quarrel.title,
            kind=quarrel.kind.value,
            started_on=timezone.localdate(self.opened_at),
            owner=self._unit(quarrel.team),
            communication=quarrel.communication,
            tension=tension.value,
            urgency=URGENCY[tension],
            review_due_at=reviewed_at + REVIEW_WITHIN,
            quiet_since=quiet_since(
                opened_at=self.opened_at,
                events=[self._hours(seen.ago) for seen in quarrel.events],
                tensions=[(self._hours(judged.ago), judged.tension) for judged in quarrel.tensions],
            ),
            opened_at=self.opened_at,
            opened_label=self._label(self._unit(quarrel.team)),
            changed_at=min(self.now, reviewed_at),
            closed_at=self._hours(quarrel.closed_ago * 24) if quarrel.closed_ago else None,
        )

    def _facts(self) -> None:
        quarrel, first = self.quarrel, self._part(self.quarrel.team, self.opened_at)
        for name in quarrel.areas:
            reach = {name: value for name, value in first.items() if name not in {"unit", "user_label", "at"}}
            ConflictArea.objects.using(OWNER).create(**reach, area=self.founded.areas[name])
        for letter, label in zip("ABC", quarrel.labels, strict=False):
            ConflictGroup.objects.using(OWNER).create(**first, letter=letter, label=label)
        ConflictRevision.objects.using(OWNER).create(
            **first,
            version=1,
            title=quarrel.title,
            kind=quarrel.kind.value,
            started_on=self.conflict.started_on,
            owner_label=f"{self.conflict.owner.name}, {self.conflict.owner.authority.short_name}",
            areas_label=", ".join(quarrel.areas),
            communication=quarrel.communication,
        )

    def _course(self) -> None:
        quarrel = self.quarrel
        for seen in quarrel.events:
            self._event(seen)
        for judged in quarrel.tensions:
            TensionChange.objects.using(OWNER).create(
                **self._part(judged.by, self._hours(judged.ago)), tension=judged.tension.value, reason=judged.reason
            )
        reviewed_at = self._hours(quarrel.reviewed_ago)
        Review.objects.using(OWNER).create(
            **self._part(quarrel.team, reviewed_at),
            looked_at=quarrel.looked_at,
            next_due_at=reviewed_at + REVIEW_WITHIN,
        )
        if quarrel.opened_wider:
            ReaderChange.objects.using(OWNER).create(
                **self._part(quarrel.team, self._hours(quarrel.opened_wider.ago)),
                before=Audience.AUTHORITY.value,
                after=quarrel.audience.value,
                reason=quarrel.opened_wider.reason,
            )
        if self.conflict.closed_at:
            StatusChange.objects.using(OWNER).create(
                **self._part(quarrel.team, self.conflict.closed_at), is_closing=True, reason=quarrel.closed_why
            )

    def _event(self, seen: Seen) -> None:
        happened_at = self._hours(seen.ago)
        ConflictEvent.objects.using(OWNER).create(
            **self._part(seen.by, max(happened_at + timedelta(minutes=20), self.opened_at)),
            happened_at=happened_at,
            kind=seen.kind.value,
            severity=seen.severity.value,
            reliability=seen.grade[0],
            credibility=seen.grade[1],
            is_confirmed=seen.is_confirmed,
            words=seen.words,
            area=self.founded.areas.get(seen.area),
            place_text=seen.place,
        )

    def _thought(self, thought: Thought) -> None:
        stated = self._part(thought.by, self._hours(thought.ago * 24))
        sure = {"confidence": thought.confidence.value, "expires_at": self.now + timedelta(days=thought.holds)}
        hypothesis = Hypothesis.objects.using(OWNER).create(
            **stated, motive=thought.motive.value, words=thought.words, **sure
        )
        Weighing.objects.using(OWNER).create(**stated, hypothesis=hypothesis, reason=thought.reason, **sure)
        for clue in thought.clues:
            known_at = self._hours(max(clue.ago * 24, 0.5))
            Evidence.objects.using(OWNER).create(
                **self._part(clue.by, known_at),
                hypothesis=hypothesis,
                side=clue.side.value,
                words=clue.words,
                reliability=clue.grade[0],
                credibility=clue.grade[1],
                known_on=timezone.localdate(known_at),
            )

    def _ahead(self) -> None:
        trigger, reason = self.quarrel.window
        if trigger:
            opens_at = self._hours(1)
            RetaliationWindow.objects.using(OWNER).create(
                **self._part(POLICE, opens_at),
                trigger=trigger,
                reason=reason,
                opens_at=opens_at,
                closes_at=opens_at + timedelta(hours=72),
            )
        for risk in self.quarrel.risks:
            day = None if risk.in_days is None else timezone.localdate() + timedelta(days=risk.in_days)
            RiskPoint.objects.using(OWNER).create(
                **self._part(self.quarrel.team, self._hours(30)),
                kind=risk.kind.value,
                words=risk.words,
                area=self.founded.areas.get(risk.area),
                place_text=risk.place,
                starts_on=day,
            )

    def _step(self, step: Step) -> None:
        decided_at = at_clock(timezone.localdate() - timedelta(days=2), _MORNING)
        task = Task.objects.using(OWNER).create(
            partnership=self.founded.partnership,
            authority_id=self.conflict.authority_id,
            audience=Audience.PARTIES.value,
            what=step.what,
            why=f"Konflikt: {self.quarrel.title}",
            area=self.founded.areas[self.quarrel.areas[0]],
            owner=self._unit(step.team),
            due_on=timezone.localdate() + timedelta(days=step.due_in),
            decided_at=decided_at,
            decided_by=self.founded.users["koordinator@gladsaxe"].pk,
        )
        ConflictStep.objects.using(OWNER).create(
            **self._part(self.quarrel.team, decided_at), task=task, kind=step.kind.value
        )

    def _part(self, team: str, at: datetime) -> dict[str, Any]:
        unit = self._unit(team)
        return {
            "partnership_id": self.conflict.partnership_id,
            "authority_id": self.conflict.authority_id,
            "audience": self.conflict.audience,
            "conflict": self.conflict,
            "unit": unit,
            "user_label": self._label(unit),
            "at": at,
        }

    def _unit(self, team: str) -> Unit:
        return self.founded.units[team]

    def _label(self, unit: Unit) -> str:
        return f"Koordinator, {unit.authority.name}"

    def _hours(self, ago: float) -> datetime:
        return self.now - timedelta(hours=ago)
