"""One shift as the own authority reads it: team, route, reports with what became of them, needs, counts."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.partnership.models import Area
from rundbord.situation.queries.reports import OwnReport, with_outcomes
from rundbord.streetwork.models import AreaVisit, PassedNeed, RouteArea, Shift, ShiftReport, ShiftSheet, TeamMember
from rundbord.streetwork.rules.route import Stay, hours_in_words, stays
from rundbord.streetwork.rules.safety import minutes_overdue, standing_of
from rundbord.streetwork.vocabulary import NeedKind, SeenKind, ShiftState, Standing
from rundbord.vocabulary import label_of

_MARKS = {Standing.OVERDUE: "overdue", Standing.OUT: "success", Standing.HOME: "closed", Standing.EXPECTED: "info"}


@dataclass(frozen=True, kw_only=True)
class MemberRow:
    """One of the team, how they stand, and how late they are."""

    member: TeamMember
    standing: Standing
    minutes_late: int
    is_me: bool

    @property
    def mark(self) -> str:
        """The kind of the badge."""
        return _MARKS[self.standing]

    @property
    def is_overdue(self) -> bool:
        """Tell whether they should have been heard from."""
        return self.standing is Standing.OVERDUE

    @property
    def is_home(self) -> bool:
        """Tell whether nobody waits for them."""
        return self.standing is Standing.HOME


@dataclass(frozen=True, kw_only=True)
class SeenRow:
    """What was seen on the shift, and what became of its report."""

    kind: str
    is_staff_safety: bool
    told: OwnReport


@dataclass(frozen=True, kw_only=True)
class RouteRow:
    """An area of the common route, with the hours that all parties are told."""

    area: Area
    hours: str


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """All of it; `own` is None for other parties, and `team` for those of the own authority who need not know who."""

    shift: Shift
    state: ShiftState
    route: list[RouteRow]
    own: ShiftSheet | None = None
    team: list[MemberRow] | None = None
    stays: list[Stay[Area]] = field(default_factory=list)
    seen: list[SeenRow] = field(default_factory=list)
    needs: list[tuple[str, PassedNeed]] = field(default_factory=list)
    may_work: bool = False

    @property
    def is_running(self) -> bool:
        """Tell whether the team is out."""
        return self.state is ShiftState.OUT

    @property
    def here(self) -> Area | None:
        """Where the team is now."""
        return self.stays[-1].place if self.stays and self.is_running else None

    @property
    def overdue(self) -> list[MemberRow]:
        """Those who should have been heard from."""
        return [row for row in self.team or [] if row.is_overdue and self.is_running]


def sheet_of(shift: Shift, actor: Actor) -> Sheet:
    """Gather what the actor may read of a shift: other parties get the common part alone."""
    now = timezone.now()
    state, route = shift.state_at(now), _route(shift)
    own = ShiftSheet.objects.select_related("nil_report").filter(shift=shift).first()
    if own is None:
        return Sheet(shift=shift, state=state, route=route)
    team = list(TeamMember.objects.filter(shift=shift).order_by("user_label", "id"))
    is_on_it = shift.unit_id == actor.unit_id or any(each.user_id == actor.user_id for each in team)
    return Sheet(
        shift=shift,
        state=state,
        route=route,
        own=own,
        team=[_member(each, actor, now) for each in team] if is_on_it or actor.may(Permission.FOLLOW_TEAMS) else None,
        stays=_stays(shift),
        seen=_seen(shift),
        needs=_needs(shift),
        may_work=is_on_it and actor.may(Permission.WORK_SHIFT),
    )


def _route(shift: Shift) -> list[RouteRow]:
    areas = RouteArea.objects.filter(shift=shift).select_related("area").order_by("position")
    return [RouteRow(area=each.area, hours=hours_in_words(each.hours)) for each in areas]


def _member(member: TeamMember, actor: Actor, now: datetime) -> MemberRow:
    return MemberRow(
        member=member,
        standing=standing_of(
            due_at=member.due_at, checked_in_at=member.checked_in_at, checked_out_at=member.checked_out_at, now=now
        ),
        minutes_late=minutes_overdue(member.due_at, now) if member.due_at else 0,
        is_me=member.user_id == actor.user_id,
    )


def _stays(shift: Shift) -> list[Stay[Area]]:
    visits = AreaVisit.objects.filter(shift=shift).select_related("area").order_by("entered_at", "id")
    return stays([(each.area, each.entered_at) for each in visits], ended_at=shift.ended_at)


def _seen(shift: Shift) -> list[SeenRow]:
    """List them oldest first; a report that the reader may not read is not there, nor in any count."""
    tied = list(ShiftReport.objects.filter(shift=shift).select_related("report__area").order_by("at", "id"))
    told = with_outcomes([each.report for each in tied]) if tied else []
    return [
        SeenRow(kind=label_of(SeenKind, each.kind), is_staff_safety=each.kind == SeenKind.STAFF_SAFETY, told=outcome)
        for each, outcome in zip(tied, told, strict=True)
    ]


def _needs(shift: Shift) -> list[tuple[str, PassedNeed]]:
    needs = PassedNeed.objects.filter(shift=shift).select_related("unit__authority").order_by("at", "id")
    return [(label_of(NeedKind, each.kind), each) for each in needs]
