"""What the partnership has decided: tasks that are done, due and overdue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time, timedelta

from django.utils import timezone

from rundbord.demo.founding import OWNER, Founded
from rundbord.identity.models import Unit
from rundbord.partnership.vocabulary import Audience
from rundbord.situation.models import Picture
from rundbord.situation.rules.period import at_clock
from rundbord.tasks.models import Dissent, Outcome, Task
from rundbord.tasks.vocabulary import EffectGrade, TaskOutcome

_MEETING_ENDS = time(9, 5)


@dataclass(frozen=True, kw_only=True)
class Decided:
    """One decision; days count from today."""

    what: str
    why: str
    team: str
    area: str
    due_in: int
    decided_ago: int
    outcome: str = ""
    effect: str = ""
    alternatives: str = ""
    basis: str = ""
    review_in: int | None = None
    disagrees: str = ""
    disagrees_why: str = ""


DECIDED = (
    Decided(
        what="Gå runden sammen ved Platanbuen kl. 20–23",
        why="To grupper følger hinanden omkring Platanbuen.",
        team="ballerup/Gadeteam Ballerup",
        area="Hedeparken og Grantoften",
        due_in=0,
        decided_ago=1,
    ),
    Decided(
        what="Skifte lygterne ved stisystemet i Værebro Park",
        why="Beboere er utrygge ved de mørke stier.",
        team="gladsaxe/SSP Gladsaxe",
        area="Værebro Park",
        due_in=-2,
        decided_ago=9,
        alternatives="Flere runder om aftenen. Valgt fra: lyset er grunden, og runderne er få.",
        basis="Fire tryghedsvandringer nævner stien, og seks af ni meldinger ligger efter kl. 21.",
        review_in=0,
        disagrees="vestegnen/Lokalpoliti Gladsaxe og Herlev",
        disagrees_why="Politiet ville hellere have ryddet buskene ved stien først.",
    ),
    Decided(
        what="Tale med skolerne om lattergas",
        why="Tomme patroner ved tre legepladser på en uge.",
        team="herlev/SSP Herlev",
        area="Hjortespring",
        due_in=3,
        decided_ago=2,
    ),
    Decided(
        what="Synlig patrulje ved Søborg Hovedgade efter skoletid",
        why="Tre røverier mod unge på to uger.",
        team="vestegnen/Lokalpoliti Gladsaxe og Herlev",
        area="Søborg Hovedgade",
        due_in=5,
        decided_ago=3,
    ),
    Decided(
        what="Holde klubben åben til kl. 24",
        why="Rygter om opgør i weekenden.",
        team="gladsaxe/Ungdomsklubber Gladsaxe",
        area="Høje Gladsaxe",
        due_in=1,
        decided_ago=1,
        basis="Tre meldinger på to dage om samme mødested.",
        review_in=10,
    ),
    Decided(
        what="Aftale tider med vagtselskabet ved Herlev Station",
        why="Mange samles om aftenen.",
        team="herlev/Gadeteam Herlev",
        area="Herlev Station",
        due_in=-6,
        decided_ago=14,
        outcome="Vagterne kommer fredag og lørdag kl. 20–01 resten af året.",
        effect="Vagtselskabet talte 40 samlede unge mod 55 ugen før, fredag kl. 22.",
        review_in=30,
    ),
)


def give_tasks(founded: Founded) -> None:
    """Write the decisions with the picture that was the newest at the meeting."""
    for decided in DECIDED:
        task = _task(decided, founded)
        if decided.disagrees:
            _disagree(task, founded.units[decided.disagrees], decided.disagrees_why)
        if decided.outcome:
            _finish(task, decided)


def _task(decided: Decided, founded: Founded) -> Task:
    today = timezone.localdate()
    coordinator = founded.users["koordinator@gladsaxe"]
    decided_at = at_clock(today - timedelta(days=decided.decided_ago), _MEETING_ENDS)
    picture = Picture.objects.using(OWNER).filter(published_at__lt=decided_at).order_by("-number").first()
    return Task.objects.using(OWNER).create(
        partnership=founded.partnership,
        authority_id=coordinator.authority_id,
        audience=Audience.PARTIES,
        what=decided.what,
        why=decided.why,
        alternatives=decided.alternatives,
        basis=decided.basis,
        review_on=today + timedelta(days=decided.review_in) if decided.review_in is not None else None,
        area=founded.areas[decided.area],
        picture_id=picture.pk if picture else None,
        picture_number=picture.number if picture else None,
        owner=founded.units[decided.team],
        due_on=today + timedelta(days=decided.due_in),
        decided_at=decided_at,
        decided_by=coordinator.pk,
        decided_in=founded.units["gladsaxe/SSP Gladsaxe"],
        closed_at=decided_at + timedelta(days=7, hours=4) if decided.outcome else None,
    )


def _finish(task: Task, decided: Decided) -> None:
    Outcome.objects.using(OWNER).create(
        partnership_id=task.partnership_id,
        authority_id=task.owner.authority_id,
        audience=task.audience,
        task=task,
        outcome=TaskOutcome.DONE,
        text=decided.outcome,
        effect=decided.effect,
        grade=EffectGrade.MEASURED if decided.effect else EffectGrade.NOT_MEASURED,
        unit=task.owner,
        at=task.closed_at or task.decided_at,
    )


def _disagree(task: Task, unit: Unit, text: str) -> None:
    Dissent.objects.using(OWNER).create(
        partnership_id=task.partnership_id,
        authority_id=unit.authority_id,
        audience=task.audience,
        task=task,
        unit=unit,
        noted_by=unit,
        text=text,
        at=task.decided_at,
    )
