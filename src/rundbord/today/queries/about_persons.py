"""What waits of young people, of what is told about them and of exit; numbers alone."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.concerns.queries.lists import Shown, overdue, without_ground
from rundbord.concerns.queries.standing import deferrals_to_approve
from rundbord.emergency.queries.uses import waiting_for as emergencies_waiting
from rundbord.interventions.queries import joint_visits_waiting, overdue_interventions
from rundbord.interventions.queries.exits import due_exits, waiting_copies
from rundbord.sharing.queries import waiting_for, waiting_questions
from rundbord.today.queries.waiting import Asked


def interventions(actor: Actor) -> Iterator[Asked]:
    """Count the steps that are late, and the visits that the own unit has been asked for."""
    yield Asked(
        rows=overdue_interventions(actor),
        one="indsats er over fristen",
        many="indsatser er over fristen",
        href=reverse("interventions:interventions"),
        tone="overdue",
        note=_to_meeting(actor),
    )
    visits = reverse("interventions:joint_visits")
    yield Asked(rows=joint_visits_waiting(actor), many="fælles besøg venter på jeres svar", href=visits)


def grounds(actor: Actor) -> Iterator[Asked]:
    """Find the files that rest on what others have taken back or put right; a single one is opened at once."""
    if not actor.may(Permission.SEE_CONCERNS):
        return
    shown = _shown_to(actor)
    found = without_ground(actor, shown)
    yield Asked(
        rows=len(found),
        one="sag, hvis grundlag er væk eller rettet",
        many="sager, hvis grundlag er væk eller rettet",
        href=reverse("concerns:show_file", args=found) if len(found) == 1 else _files_of(shown),
        tone="urgent",
        note="vurdér: eget grundlag, eller afslut",
    )


def files(actor: Actor) -> Iterator[Asked]:
    """Count what is late on young people, and what a leader must approve."""
    if not actor.may(Permission.SEE_CONCERNS):
        return
    shown = _shown_to(actor)
    yield Asked(
        rows=overdue(actor, shown),
        one="sag over fristen",
        many="sager over fristen",
        href=_files_of(shown),
        tone="overdue",
        note=_to_meeting(actor),
    )
    yield Asked(
        rows=deferrals_to_approve(actor),
        one="udskudt orientering at godkende",
        many="udskudte orienteringer at godkende",
        href=_files_of(Shown.UNIT),
    )


def told(actor: Actor) -> Iterator[Asked]:
    """Find what was passed to the unit and waits, and what others have not confirmed in time."""
    waits, received, sent = waiting_for(actor), reverse("sharing:received_list"), reverse("sharing:told_list")
    yield Asked(rows=waits.received, many="modtaget, der venter", href=received, note="kvittér eller svar")
    yield Asked(rows=waits.unconfirmed, many="ubekræftede rettelser", href=sent, tone="overdue")


def thresholds(actor: Actor) -> Iterator[Asked]:
    """Count the discussions without a name that wait for an answer or a decision."""
    yield Asked(
        rows=waiting_questions(actor),
        one="drøftelse uden navn",
        many="drøftelser uden navn",
        href=reverse("sharing:questions"),
        note="svar eller afgørelse",
    )


def exits(actor: Actor) -> Iterator[Asked]:
    """Count the own exit cases in which something is due; only in the seat of their coordinator."""
    if actor.may(Permission.COORDINATE_EXIT):
        yield Asked(rows=due_exits(actor), many="exit-forløb venter på dig", href=reverse("exits:exit_cases"))
        received = reverse("exits:exit_received")
        yield Asked(rows=waiting_copies(actor), many="fra andre exit-koordinatorer", href=received)


def emergencies(actor: Actor) -> Iterator[Asked]:
    """Count the uses of break-glass that wait for the actor's judgement."""
    yield Asked(
        rows=emergencies_waiting(actor),
        one="nødadgang venter på efterkontrol",
        many="nødadgange venter på efterkontrol",
        href=reverse("emergency:overview"),
    )


def _files_of(shown: Shown) -> str:
    return f"{reverse('concerns:files')}?vis={shown.value}"


def _shown_to(actor: Actor) -> Shown:
    return Shown.UNIT if _leads(actor) else Shown.MINE


def _leads(actor: Actor) -> bool:
    """Tell whether somebody answers for the unit's files and follows none."""
    return actor.may(Permission.APPROVE_PRIVATE) and not actor.may(Permission.WORK_CONCERNS)


def _to_meeting(actor: Actor) -> str:
    """Remind a leader that what is late belongs on the next meeting's list."""
    return "tag det op på næste møde" if _leads(actor) else ""
