"""The day of one user: the newest picture, the one on its way, what waits, what is due and what was decided."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.audit import Event, own_entries
from rundbord.breaches.queries import waiting as breaches_waiting
from rundbord.concerns.queries.duty_to_tell import untold_overdue
from rundbord.concerns.queries.lists import Shown, without_ground
from rundbord.concerns.queries.lists import overdue_count as files_overdue
from rundbord.concerns.queries.standing import deferrals_to_approve
from rundbord.emergency.queries.uses import waiting_for as emergencies_waiting
from rundbord.identity.models import Duty, User
from rundbord.interventions.queries import joint_visits_waiting
from rundbord.interventions.queries import overdue_count as late_interventions
from rundbord.interventions.queries.exits import due_exits, waiting_copies
from rundbord.logcontrol.queries.controls import unsigned
from rundbord.meetings.queries import meetings_today
from rundbord.partnership.models import ReportingDuty
from rundbord.partnership.queries import agreement_that_ends, chair_on, renewals_that_wait_for
from rundbord.rights.queries.requests import by_clock as requests_by_clock
from rundbord.sharing.queries import waiting_for, waiting_questions
from rundbord.situation.models import BreachNote, Picture, Section
from rundbord.situation.queries.draft_sources import standings
from rundbord.situation.queries.folding import folded_now
from rundbord.situation.queries.inbox import open_reports
from rundbord.situation.queries.picture_periods import newest_picture
from rundbord.situation.queries.pictures import glance_at
from rundbord.situation.queries.source_texts import waiting_for_release
from rundbord.situation.rules.edition import Edition
from rundbord.situation.rules.period import next_due_after, period_since
from rundbord.situation.rules.sources import Standing
from rundbord.situation.vocabulary import SectionKind
from rundbord.streetwork.queries import count_waiting_for, overdue_count
from rundbord.streetwork.rules.quarters import quarter_in_season
from rundbord.tasks import queries as tasks
from rundbord.tasks.queries import TaskRow

MOST_TASKS, MOST_DECISIONS, MOST_LOG_LINES = 5, 4, 500
SOON, LATELY = timedelta(days=14), timedelta(days=7)

Standings = list[tuple[ReportingDuty, Standing]]


@dataclass(frozen=True, kw_only=True)
class Glance:
    """The newest picture in three facts; the reader's own edition."""

    picture: Picture
    edition: Edition


@dataclass(frozen=True, kw_only=True)
class Preparation:
    """The picture on its way: when it is due, who is still silent, which sections are written."""

    number: int
    due_at: datetime
    is_late: bool
    missing: list[ReportingDuty]
    awaited: list[ReportingDuty]
    written: frozenset[str]

    @property
    def has_summary(self) -> bool:
        """Tell whether the coordinators' words are there."""
        return SectionKind.SUMMARY in self.written

    @property
    def has_priorities(self) -> bool:
        """Tell whether the priorities are there."""
        return SectionKind.PRIORITIES in self.written


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """A number of things that wait for the user, and the list that they stand in."""

    count: int
    label: str
    href: str
    tone: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Day:
    """All of it; what a role has no part in is None or empty."""

    now: datetime
    glance: Glance | None
    preparation: Preparation | None
    owed: ReportingDuty | None
    waiting: list[Waiting]
    due: list[TaskRow]
    decided: list[TaskRow]


def day_of(actor: Actor) -> Day:
    """Gather the day; nothing is asked that the role may not see."""
    now = timezone.now()
    newest = newest_picture() if actor.may(Permission.READ_PICTURE) else None
    reported = _standings(actor, newest, now)
    due = _due(actor)
    return Day(
        now=now,
        glance=_glance(newest, actor),
        preparation=_preparation(actor, newest, reported, now),
        owed=_owed(actor, reported),
        waiting=[each for source in _SOURCES for each in source(actor) if each.count],
        due=due,
        decided=tasks.decided_lately(actor, limit=MOST_DECISIONS) if actor.may(Permission.SEE_TASKS) else [],
    )


def _glance(newest: Picture | None, actor: Actor) -> Glance | None:
    return Glance(picture=newest, edition=glance_at(newest, actor=actor)) if newest else None


def _standings(actor: Actor, newest: Picture | None, now: datetime) -> Standings:
    is_asked = actor.may(Permission.EDIT_PICTURE) or actor.may(Permission.REPORT)
    if actor.is_place or actor.partnership_id is None or not is_asked:
        return []
    return standings(period_since(newest.covers_to if newest else None, now=now))


def _preparation(actor: Actor, newest: Picture | None, reported: Standings, now: datetime) -> Preparation | None:
    if not actor.may(Permission.EDIT_PICTURE) or actor.partnership_id is None:
        return None
    period = period_since(newest.covers_to if newest else None, now=now)
    due_at = next_due_after(period.starts_at)
    return Preparation(
        number=(newest.number or 0) + 1 if newest else 1,
        due_at=due_at,
        is_late=due_at < now,
        missing=[duty for duty, standing in reported if standing.is_missing],
        awaited=[duty for duty, standing in reported if standing.awaited_at and not standing.is_missing],
        written=_written(),
    )


def _written() -> frozenset[str]:
    sections = Section.objects.filter(picture__published_at=None).order_by("kind", "audience", "-version")
    newest = sections.distinct("kind", "audience").values_list("kind", "text")
    return frozenset(kind for kind, text in newest if text.strip())


def _owed(actor: Actor, reported: Standings) -> ReportingDuty | None:
    """Find the own unit's duty where something is still owed today."""
    if not actor.may(Permission.REPORT):
        return None
    own = ((duty, standing) for duty, standing in reported if duty.unit_id == actor.unit_id)
    return next((duty for duty, standing in own if standing.is_missing or standing.awaited_at), None)


def _due(actor: Actor) -> list[TaskRow]:
    if not actor.may(Permission.SEE_TASKS) or actor.unit_id is None:
        return []
    return tasks.due_tasks(actor, on=timezone.localdate(), limit=MOST_TASKS)


def _reports(actor: Actor) -> Iterator[Waiting]:
    if not actor.may(Permission.TRIAGE):
        return
    unfolded = open_reports(actor).exclude(category__in=list(folded_now()))
    counts = unfolded.order_by().aggregate(all=Count("*"), urgent=Count("id", filter=Q(is_urgent=True)))
    inbox = reverse("situation:inbox")
    yield Waiting(count=counts["urgent"], label="hastende i indbakken", href=f"{inbox}?haster=on", tone="urgent")
    yield Waiting(count=counts["all"], label="i indbakken", href=inbox)


def _releases(actor: Actor) -> Iterator[Waiting]:
    if actor.may(Permission.RELEASE_SOURCE_TEXT):
        yield Waiting(count=waiting_for_release(), label="venter på frigivelse", href=reverse("situation:source_texts"))


def _meetings(actor: Actor) -> Iterator[Waiting]:
    """Find the meetings of today; a single one is opened at once."""
    if not actor.may(Permission.SEE_MEETINGS):
        return
    today = meetings_today(actor)
    only = today[0] if len(today) == 1 else None
    href = reverse("meetings:show_meeting", args=[only.pk]) if only else reverse("meetings:meetings")
    first = f"{today[0].forum.name} kl. {timezone.localtime(today[0].starts_at):%H.%M}" if today else ""
    yield Waiting(count=len(today), label="møde i dag" if only else "møder i dag", href=href, note=first)


def _breaches(actor: Actor) -> Iterator[Waiting]:
    if not actor.may(Permission.BLACK_OUT):
        return
    count = BreachNote.objects.filter(closed_at=None).count()
    note = "72 timer til at vurdere"
    yield Waiting(
        count=count, label="hændelsesnotater", href=reverse("situation:breach_notes"), tone="overdue", note=note
    )


def _overrides(actor: Actor) -> Iterator[Waiting]:
    if not actor.may(Permission.READ_OWN_LOG):
        return
    for event, label in ((Event.GUARD_OVERRIDDEN, "gemt trods advarsel"), (Event.REFUSED, "afviste forsøg")):
        since = timezone.now() - LATELY
        lines = own_entries(event=event, limit=MOST_LOG_LINES)
        href = f"{reverse('privacy:log')}?haendelse={event.value}"
        yield Waiting(count=sum(line.at > since for line in lines), label=label, href=href, note="seneste 7 dage")


def _teams(actor: Actor) -> Iterator[Waiting]:
    shifts = reverse("streetwork:shifts")
    yield Waiting(count=overdue_count(actor), label="på vagt har ikke meldt sig", href=shifts, tone="urgent")


def _people(actor: Actor) -> Iterator[Waiting]:
    if not actor.may(Permission.ADMINISTER_USERS):
        return
    today, users = timezone.localdate(), reverse("identity:users")
    ending = Duty.objects.filter(
        authority_id=actor.authority_id, user__closed_at=None, ends_on__range=(today, today + SOON)
    )
    active = User.objects.filter(authority_id=actor.authority_id, closed_at=None)
    yield Waiting(
        count=ending.count(), label="funktioner ophører snart", href=users, tone="overdue", note="inden 14 dage"
    )
    yield Waiting(count=active.count(), label="åbne brugere", href=users)


def _mapping(actor: Actor) -> Iterator[Waiting]:
    """Find the areas that wait for the own side's view, in the weeks around a quarter's end."""
    quarter = quarter_in_season(timezone.localdate())
    if quarter is None or actor.is_place or actor.partnership_id is None or not actor.may(Permission.MAP_ACTIVITY):
        return
    count = count_waiting_for(quarter, authority_id=actor.authority_id, kind=actor.authority_kind)
    href = f"{reverse('streetwork:mapping')}?kvartal={quarter.key}&vis=jeres"
    last = quarter.closes_on
    note = f"{quarter.label}, senest {last.day}/{last.month}"
    areas = "område" if count == 1 else "områder"
    yield Waiting(count=count, label=f"{areas} mangler jeres kortlægning", href=href, note=note)


def _thresholds(actor: Actor) -> Iterator[Waiting]:
    count = waiting_questions(actor)
    words = "drøftelse uden navn" if count == 1 else "drøftelser uden navn"
    yield Waiting(count=count, label=words, href=reverse("sharing:questions"), note="svar eller afgørelse")


def _files(actor: Actor) -> Iterator[Waiting]:
    """Find what is late on young people, and what a leader must approve; numbers alone stand here."""
    if not actor.may(Permission.SEE_CONCERNS):
        return
    files = reverse("concerns:files")
    shown = Shown.UNIT if _leads(actor) else Shown.MINE
    late, approvals = files_overdue(actor, shown), deferrals_to_approve(actor)
    yield Waiting(
        count=late,
        label="sag over fristen" if late == 1 else "sager over fristen",
        href=f"{files}?vis={shown.value}",
        tone="overdue",
        note=_to_meeting(actor),
    )
    words = "udskudt orientering at godkende" if approvals == 1 else "udskudte orienteringer at godkende"
    yield Waiting(count=approvals, label=words, href=f"{files}?vis={Shown.UNIT.value}")


def _grounds(actor: Actor) -> Iterator[Waiting]:
    """Find the files that rest on what others have taken back or put right; a single one is opened at once."""
    if not actor.may(Permission.SEE_CONCERNS):
        return
    shown = Shown.UNIT if _leads(actor) else Shown.MINE
    found = without_ground(actor, shown)
    is_one = len(found) == 1
    yield Waiting(
        count=len(found),
        label=f"{'sag' if is_one else 'sager'}, hvis grundlag er væk eller rettet",
        href=reverse("concerns:show_file", args=found) if is_one else f"{reverse('concerns:files')}?vis={shown.value}",
        tone="urgent",
        note="vurdér: eget grundlag, eller afslut",
    )


def _told(actor: Actor) -> Iterator[Waiting]:
    """Find what was passed to the unit and waits, and what others have not confirmed in time."""
    waits = waiting_for(actor)
    yield Waiting(
        count=waits.received,
        label="modtaget, der venter",
        href=reverse("sharing:received_list"),
        note="kvittér eller svar",
    )
    yield Waiting(
        count=waits.unconfirmed, label="ubekræftede rettelser", href=reverse("sharing:told_list"), tone="overdue"
    )


def _interventions(actor: Actor) -> Iterator[Waiting]:
    count = late_interventions(actor)
    label = "indsats er over fristen" if count == 1 else "indsatser er over fristen"
    address = reverse("interventions:interventions")
    yield Waiting(count=count, label=label, href=address, tone="overdue", note=_to_meeting(actor))
    visits = joint_visits_waiting(actor)
    yield Waiting(count=visits, label="fælles besøg venter på jeres svar", href=reverse("interventions:joint_visits"))


def _agreement(actor: Actor) -> Iterator[Waiting]:
    """Tell secretariats and the chair's leaders how long the agreement holds, and leaders what their party must say."""
    votes = actor.may(Permission.VOTE_FOR_PARTY)
    if actor.is_place or not (votes or actor.may(Permission.GOVERN_PARTNERSHIP)):
        return
    ending = agreement_that_ends()
    if ending and (actor.may(Permission.GOVERN_PARTNERSHIP) or _chairs(actor)):
        agreement, term = ending
        left, address = term.days_left(timezone.localdate()), reverse("partnership:show_agreement", args=[agreement.pk])
        label = "dag, til aftalen udløber" if left == 1 else "dage, til aftalen udløber"
        yield Waiting(count=left, label=label, href=address, tone="overdue", note="beslut om fornyelse")
    if votes:
        count = renewals_that_wait_for(actor.authority_id)
        label = "afstemning venter på jer" if count == 1 else "afstemninger venter på jer"
        yield Waiting(count=count, label=label, href=reverse("partnership:efforts"), note="personrettede indsatser")


def _chairs(actor: Actor) -> bool:
    chair = chair_on()
    return chair is not None and chair.party.authority_id == actor.authority_id


def _leads(actor: Actor) -> bool:
    """Tell whether somebody answers for the unit's files and follows none."""
    return actor.may(Permission.APPROVE_PRIVATE) and not actor.may(Permission.WORK_CONCERNS)


def _to_meeting(actor: Actor) -> str:
    """Remind a leader that what is late belongs on the next meeting's list."""
    return "tag det op på næste møde" if _leads(actor) else ""


def _exits(actor: Actor) -> Iterator[Waiting]:
    """Count the own exit cases in which something is due; only in the seat of their coordinator."""
    if actor.may(Permission.COORDINATE_EXIT):
        yield Waiting(count=due_exits(actor), label="exit-forløb venter på dig", href=reverse("exits:exit_cases"))
        told = "fra andre exit-koordinatorer"
        yield Waiting(count=waiting_copies(actor), label=told, href=reverse("exits:exit_received"))


def _controls(actor: Actor) -> Iterator[Waiting]:
    """Find the weeks of log control that no leader has signed."""
    if not actor.may(Permission.CONTROL_LOG):
        return
    count = unsigned(actor)
    label = "logkontrol mangler underskrift" if count == 1 else "logkontroller mangler underskrift"
    yield Waiting(count=count, label=label, href=reverse("logcontrol:controls"))


def _open_breaches(actor: Actor) -> Iterator[Waiting]:
    """Count the breaches that are not closed."""
    if actor.may(Permission.HANDLE_BREACHES):
        count = len(breaches_waiting(actor))
        label = "brud er ikke afsluttet"
        yield Waiting(count=count, label=label, href=reverse("breaches:breaches"), tone="overdue", note="72 timer")


def _rights(actor: Actor) -> Iterator[Waiting]:
    """Count what citizens have asked for and what should have been answered."""
    if not actor.may(Permission.FOLLOW_RIGHTS):
        return
    address, (late, waiting) = reverse("rights:requests"), requests_by_clock(actor)
    label = "anmodning er over fristen" if late == 1 else "anmodninger er over fristen"
    yield Waiting(count=late, label=label, href=address, tone="overdue", note="fra borgere")
    if actor.may(Permission.HANDLE_RIGHTS):
        label = "anmodning fra borgere" if waiting == 1 else "anmodninger fra borgere"
        yield Waiting(count=waiting, label=label, href=address)
    untold = untold_overdue()
    label = (
        "sag, hvor familien skulle være orienteret" if untold == 1 else "sager, hvor familien skulle være orienteret"
    )
    yield Waiting(count=untold, label=label, href=reverse("rights:telling"), tone="overdue")


def _emergencies(actor: Actor) -> Iterator[Waiting]:
    """Count the uses of break-glass that wait for the actor's judgement."""
    count = emergencies_waiting(actor)
    label = "nødadgang venter på efterkontrol" if count == 1 else "nødadgange venter på efterkontrol"
    yield Waiting(count=count, label=label, href=reverse("emergency:overview"))


_SOURCES: tuple[Callable[[Actor], Iterator[Waiting]], ...] = (
    *(_teams, _interventions, _reports, _mapping, _releases, _grounds, _files, _told, _thresholds),
    *(_meetings, _breaches, _overrides, _people, _exits, _agreement, _controls, _rights, _open_breaches, _emergencies),
)
