"""How what is done with a young person is gathered for an answer to them; exit is not (ADR 0028, 0040)."""

from __future__ import annotations

from rundbord.access.gathering import Gathered, Gathering, NotGathered, Shown, Sought
from rundbord.interventions.vocabulary import Ending, InterventionKind

_EXIT = (
    "Exit-forløb kan kun ses af de to navngivne koordinatorer. Indsigt gives personligt af koordinatoren, og det står i"
    " ethvert svar, så ingen svar røber, om der er et forløb."
)
_JOINT = "Aftale mellem to enheder om et besøg, uden navn; selve indsatsen står i sagen."

GATHERED: tuple[Gathering, ...] = (
    Gathered(
        model="interventions.Intervention",
        heading="Indsats",
        by="person_id",
        on="started_at",
        shown=(
            Shown(column="kind", label="Art", words=InterventionKind),
            Shown(column="ended_at", label="Sluttet"),
            Shown(column="ending", label="Afslutning", words=Ending),
        ),
    ),
    Sought(model="interventions.StepTaken", heading="Skridt i en indsats"),
    Gathered(
        model="interventions.PlannedStep",
        heading="Planlagt skridt",
        by="person_id",
        on="planned_at",
        shown=(
            Shown(column="planned_for", label="Hvornår"),
            Shown(column="words", label="Aftalt", is_sealed=True),
        ),
        needs_eyes=True,
    ),
    Gathered(
        model="interventions.InterventionEnd",
        heading="Afslutning af indsats",
        by="person_id",
        on="ended_at",
        shown=(
            Shown(column="ending", label="Afslutning", words=Ending),
            Shown(column="reason", label="Begrundelse", is_sealed=True),
        ),
    ),
    *(NotGathered(model=f"interventions.{model}", why=_JOINT) for model in ("JointVisit", "JointAnswer")),
    *(
        NotGathered(model=f"interventions.{model}", why=_EXIT)
        for model in (
            *("ExitCase", "ExitMove", "ExitConsent", "ExitStep", "ExitContact", "ExitNote", "ExitDisclosure"),
            *("ExitLetter", "ExitDelivery", "ExitCopy", "ExitRecall", "ExitReply"),
        )
    ),
)
