"""Conflicts with their course, written back in time: one that burns, one forgotten, one gone quiet, one closed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from django.utils import timezone

from rundbord.conflicts.models import (
    Clearance,
    Conflict,
    ConflictArea,
    ConflictEvent,
    ConflictGroup,
    ConflictRevision,
    ConflictStep,
    Evidence,
    GroupIdentity,
    Hypothesis,
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
from rundbord.conflicts.vocabulary import (
    Confidence,
    ConflictKind,
    EventKind,
    RiskKind,
    Severity,
    Side,
    StepKind,
    Tension,
)
from rundbord.demo.founding import OWNER, Founded
from rundbord.identity.models import Unit
from rundbord.partnership.rules.danish_days import at_clock
from rundbord.partnership.vocabulary import Audience
from rundbord.tasks.models import Task

_MORNING = time(9, 0)
_POLICE = "vestegnen/Forebyggende afdeling"


@dataclass(frozen=True, kw_only=True)
class Seen:
    """One event, so many hours ago."""

    ago: float
    kind: EventKind
    severity: Severity
    words: str
    by: str
    grade: str = "b2"
    area: str = ""
    place: str = ""
    is_confirmed: bool = True


@dataclass(frozen=True, kw_only=True)
class Judged:
    """A tension, so many hours ago, and why."""

    ago: float
    tension: Tension
    reason: str
    by: str


@dataclass(frozen=True, kw_only=True)
class Clue:
    """One piece of evidence, so many days ago."""

    side: Side
    words: str
    by: str
    grade: str
    ago: int


@dataclass(frozen=True, kw_only=True)
class Thought:
    """A hypothesis, stated so many days ago and holding so many days from today."""

    motive: ConflictKind
    words: str
    confidence: Confidence
    reason: str
    by: str
    ago: int
    holds: int
    clues: tuple[Clue, ...] = ()


@dataclass(frozen=True, kw_only=True)
class AtRisk:
    """A place or a day at risk; `in_days` counts from today."""

    kind: RiskKind
    words: str
    area: str = ""
    place: str = ""
    in_days: int | None = None


@dataclass(frozen=True, kw_only=True)
class Step:
    """A step: what, by whom, due in so many days."""

    kind: StepKind
    what: str
    team: str
    due_in: int


@dataclass(frozen=True, kw_only=True)
class Quarrel:
    """One conflict; times count back from now in days or hours."""

    title: str
    kind: ConflictKind
    team: str
    areas: tuple[str, ...]
    labels: tuple[str, ...]
    opened_ago: int
    reviewed_ago: float
    looked_at: str
    tensions: tuple[Judged, ...]
    communication: str = ""
    audience: Audience = Audience.PARTIES
    events: tuple[Seen, ...] = ()
    thoughts: tuple[Thought, ...] = ()
    risks: tuple[AtRisk, ...] = ()
    steps: tuple[Step, ...] = ()
    window: tuple[str, str] = ("", "")
    names: tuple[str, ...] = ()
    closed_ago: int | None = None
    closed_why: str = ""

    def words(self) -> Iterator[str]:
        """Give every text, for those who look for persons in it."""
        yield from (self.title, self.looked_at, self.communication, self.closed_why, *self.labels, *self.window)
        yield from self.names
        for judged in self.tensions:
            yield judged.reason
        for seen in self.events:
            yield from (seen.words, seen.place)
        for thought in self.thoughts:
            yield from (thought.words, thought.reason, *(clue.words for clue in thought.clues))
        for risk in self.risks:
            yield from (risk.words, risk.place)
        for step in self.steps:
            yield step.what


QUARRELS = (
    Quarrel(
        title="Uro mellem to grupper omkring Platanbuen",
        kind=ConflictKind.TERRITORY,
        team="ballerup/SSP Ballerup",
        areas=("Hedeparken og Grantoften", "Ballerup Centrum"),
        labels=("omkring Platanbuen", "omkring centret"),
        opened_ago=12,
        reviewed_ago=20,
        looked_at="Vi så på hypoteserne og på aftenerne omkring centret. Gadeteamet flytter en runde til kl. 21.",
        communication="Skolerne skriver til forældrene. Boligorganisationen sætter opslag i opgangene."
        " Politiet svarer pressen.",
        tensions=(
            Judged(
                ago=12 * 24,
                tension=Tension.RAISED,
                reason="Trusler på nettet og to optrin på en uge.",
                by="ballerup/SSP Ballerup",
            ),
            Judged(
                ago=5 * 24,
                tension=Tension.HIGH,
                reason="Der er set knive, og begge grupper samler flere end før.",
                by=_POLICE,
            ),
            Judged(
                ago=1,
                tension=Tension.ACUTE,
                reason="Slagsmål i nat. Sidst kom svaret inden for to døgn.",
                by="ballerup/SSP Ballerup",
            ),
        ),
        events=(
            Seen(
                ago=13 * 24,
                kind=EventKind.ONLINE,
                severity=Severity.LIGHT,
                words="Gruppe B lægger film op, som håner gruppe A.",
                by="ballerup/Ungdomsklubber Ballerup",
                grade="c3",
                is_confirmed=False,
            ),
            Seen(
                ago=9 * 24 + 3,
                kind=EventKind.THREAT,
                severity=Severity.LESS,
                words="Trusler råbt tværs over pladsen. Forbipasserende gik udenom.",
                by="ballerup/Gadeteam Ballerup",
                area="Ballerup Centrum",
                place="Banegårdspladsen",
            ),
            Seen(
                ago=5 * 24 + 2,
                kind=EventKind.WEAPON,
                severity=Severity.GRAVE,
                words="Knive fundet i en busk ved legepladsen.",
                by=_POLICE,
                grade="a1",
                area="Hedeparken og Grantoften",
                place="Platanbuen",
            ),
            Seen(
                ago=1.2,
                kind=EventKind.VIOLENCE,
                severity=Severity.GRAVE,
                words="To grupper mødtes. Patruljen skilte dem ad. Ingen kom alvorligt til skade.",
                by=_POLICE,
                grade="a1",
                area="Hedeparken og Grantoften",
                place="Platanbuen",
            ),
        ),
        thoughts=(
            Thought(
                motive=ConflictKind.TERRITORY,
                words="Begge grupper vil have pladsen ved centret, efter at klubben flyttede dertil.",
                confidence=Confidence.FAIR,
                reason="Tre af fire optrin skete, da begge grupper var på vej til klubben.",
                by="ballerup/SSP Ballerup",
                ago=8,
                holds=6,
                clues=(
                    Clue(
                        side=Side.FOR,
                        words="Gadeteamet ser begge grupper på pladsen de samme aftener.",
                        by="ballerup/Gadeteam Ballerup",
                        grade="b2",
                        ago=8,
                    ),
                    Clue(
                        side=Side.FOR,
                        words="Det første optrin kom ugen efter, at klubben flyttede.",
                        by="ballerup/Ungdomsklubber Ballerup",
                        grade="b1",
                        ago=7,
                    ),
                    Clue(
                        side=Side.AGAINST,
                        words="Slagsmålet i nat skete langt fra centret.",
                        by=_POLICE,
                        grade="a1",
                        ago=0,
                    ),
                ),
            ),
            Thought(
                motive=ConflictKind.DEBT,
                words="Der kan være et krav om penge mellem grupperne.",
                confidence=Confidence.WEAK,
                reason="Kun et rygte fra en enkelt kilde.",
                by=_POLICE,
                ago=11,
                holds=-1,
                clues=(
                    Clue(
                        side=Side.FOR,
                        words="Et rygte om et krav, hørt i klubben.",
                        by="ballerup/Ungdomsklubber Ballerup",
                        grade="d4",
                        ago=11,
                    ),
                ),
            ),
        ),
        window=("Slagsmålet ved Platanbuen i nat", "Efter de to seneste optrin kom svaret inden for to døgn."),
        risks=(
            AtRisk(
                kind=RiskKind.MEETING,
                words="Begge grupper kommer forbi efter klubtid",
                area="Ballerup Centrum",
                place="Stien bag klubben",
            ),
            AtRisk(kind=RiskKind.TRIAL, words="Retsmøde om vold mellem grupperne", in_days=4),
            AtRisk(
                kind=RiskKind.ANNIVERSARY,
                words="Årsdag for skyderiet",
                area="Hedeparken og Grantoften",
                place="Platanbuen",
                in_days=6,
            ),
        ),
        steps=(
            Step(
                kind=StepKind.CALL_IN,
                what="Tal med hver gruppe for sig i klubben",
                team="ballerup/Ungdomsklubber Ballerup",
                due_in=0,
            ),
            Step(
                kind=StepKind.PRESENCE,
                what="Vær synlige på Banegårdspladsen ved klubtid",
                team="ballerup/Gadeteam Ballerup",
                due_in=1,
            ),
            Step(
                kind=StepKind.MEDIATION,
                what="Spørg konfliktrådet, om mægling er mulig",
                team="ballerup/SSP Ballerup",
                due_in=-1,
            ),
        ),
        names=("Platanfløjen", "Centerfløjen"),
    ),
    Quarrel(
        title="Optrin mellem elever fra to skoler",
        kind=ConflictKind.SCHOOL_MEDIA,
        team="herlev/SSP Herlev",
        areas=("Hjortespring", "Herlev Bymidte"),
        labels=("den ene skole", "den anden skole"),
        opened_ago=19,
        reviewed_ago=78,
        looked_at="Roligt på skolerne. Vi holder øje med busserne efter sidste time.",
        communication="Skolelederne taler med klasserne samme dag. SSP svarer forældrene.",
        tensions=(
            Judged(
                ago=19 * 24,
                tension=Tension.RAISED,
                reason="Film af et slagsmål deles på begge skoler.",
                by="herlev/SSP Herlev",
            ),
        ),
        events=(
            Seen(
                ago=19 * 24 + 4,
                kind=EventKind.VIOLENCE,
                severity=Severity.LESS,
                words="Slagsmål mellem elever efter skoletid. Filmet og delt.",
                by="herlev/SSP Herlev",
                area="Hjortespring",
                place="Hjortespringvej",
            ),
            Seen(
                ago=8 * 24,
                kind=EventKind.GATHERING,
                severity=Severity.LIGHT,
                words="Mange samlet ved busserne. Lærerne fulgte dem hjem.",
                by="herlev/Gadeteam Herlev",
                area="Herlev Bymidte",
            ),
        ),
        thoughts=(
            Thought(
                motive=ConflictKind.SCHOOL_MEDIA,
                words="Filmen holder det i live. Uden den var det slut.",
                confidence=Confidence.STRONG,
                reason="Begge skoler og gadeteamet siger det samme.",
                by="herlev/SSP Herlev",
                ago=10,
                holds=4,
                clues=(
                    Clue(
                        side=Side.FOR,
                        words="Hvert nyt optrin kom dagen efter, at filmen blev delt igen.",
                        by="herlev/SSP Herlev",
                        grade="b1",
                        ago=10,
                    ),
                ),
            ),
        ),
        steps=(
            Step(
                kind=StepKind.ONLINE,
                what="Bed om at få filmen fjernet",
                team="vestegnen/Forebyggende afdeling",
                due_in=2,
            ),
        ),
    ),
    Quarrel(
        title="Rygter om hævn efter røverier",
        kind=ConflictKind.REVENGE,
        team=_POLICE,
        areas=("Høje Gladsaxe",),
        labels=("omkring højhusene", "udefra"),
        opened_ago=3,
        reviewed_ago=8,
        looked_at="Vi så på rygterne og på de seneste røverier. Ingen tegn på et bestemt sted.",
        audience=Audience.POLICE,
        tensions=(
            Judged(
                ago=70,
                tension=Tension.RAISED,
                reason="To kilder hører det samme rygte uafhængigt af hinanden.",
                by=_POLICE,
            ),
        ),
        events=(
            Seen(
                ago=71,
                kind=EventKind.RUMOUR,
                severity=Severity.LIGHT,
                words="Rygte om, at nogen vil tage hævn for røverierne.",
                by=_POLICE,
                grade="c3",
                area="Høje Gladsaxe",
                is_confirmed=False,
            ),
        ),
    ),
    Quarrel(
        title="Gæld blandt unge omkring Søborg Hovedgade",
        kind=ConflictKind.DEBT,
        team="gladsaxe/SSP Gladsaxe",
        areas=("Søborg Hovedgade",),
        labels=("omkring stationen", "omkring skolen"),
        opened_ago=61,
        reviewed_ago=30,
        looked_at="Stadig roligt. Vi overvejer at afslutte.",
        tensions=(
            Judged(
                ago=61 * 24,
                tension=Tension.HIGH,
                reason="Tre røverier med samme mønster og trusler om mere.",
                by="gladsaxe/SSP Gladsaxe",
            ),
            Judged(
                ago=34 * 24,
                tension=Tension.LOW,
                reason="Ingen nye røverier, og klubben ser ingen spor af grupperne.",
                by="gladsaxe/SSP Gladsaxe",
            ),
        ),
        events=(
            Seen(
                ago=58 * 24,
                kind=EventKind.VIOLENCE,
                severity=Severity.LESS,
                words="Røveri mod unge efter skoletid. Ingen kom til skade.",
                by=_POLICE,
                grade="a1",
                area="Søborg Hovedgade",
                place="Søborg Torv",
            ),
            Seen(
                ago=35 * 24,
                kind=EventKind.CALMING,
                severity=Severity.LIGHT,
                words="Begge grupper kom til fællesspisning i klubben.",
                by="gladsaxe/Ungdomsklubber Gladsaxe",
            ),
        ),
    ),
    Quarrel(
        title="Uro ved Herlev Station i sommerferien",
        kind=ConflictKind.HONOUR,
        team="herlev/SSP Herlev",
        areas=("Herlev Station",),
        labels=("ved stationen", "fra nabobyen"),
        opened_ago=120,
        reviewed_ago=76 * 24,
        looked_at="Ingen optrin i fem uger.",
        tensions=(
            Judged(
                ago=120 * 24,
                tension=Tension.RAISED,
                reason="Provokationer hver fredag aften i juli.",
                by="herlev/SSP Herlev",
            ),
        ),
        closed_ago=75,
        closed_why="Ingen optrin i fem uger. Vagterne på stationen fortsætter året ud.",
    ),
)


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
        self._names()

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
                **self._part(_POLICE, opens_at),
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

    def _names(self) -> None:
        """Let the police know the groups, and clear the unit that follows the conflict for two weeks."""
        police = self._unit(_POLICE)
        officer = self.founded.users["betjent@vestegnen"]
        groups = ConflictGroup.objects.using(OWNER).filter(conflict=self.conflict).order_by("letter")
        for group, name in zip(groups, self.quarrel.names, strict=False):
            GroupIdentity.objects.using(OWNER).create(
                partnership=self.founded.partnership,
                authority_id=police.authority_id,
                conflict=self.conflict,
                group=group,
                name=name,
                basis="Lokalpolitiets kendskab til området.",
                written_at=self._hours(200),
                written_by=officer.pk,
            )
        if self.quarrel.names:
            unit = self._unit(self.quarrel.team)
            Clearance.objects.using(OWNER).create(
                partnership=self.founded.partnership,
                authority_id=police.authority_id,
                conflict=self.conflict,
                recipient_id=unit.authority_id,
                unit=unit,
                recipient_label=f"{unit.name}, {unit.authority.name}",
                reason="Følger konflikten og taler med begge grupper.",
                given_at=self._hours(100),
                given_by=officer.pk,
                expires_at=self.now + timedelta(days=10),
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
