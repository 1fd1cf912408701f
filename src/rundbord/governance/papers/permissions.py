"""Who may do what, role by role."""

from __future__ import annotations

from rundbord.access.assurance import PERSON_ACCESS
from rundbord.access.permissions import Permission
from rundbord.access.roles import PERMISSIONS, WHO_AND_WHY, Role
from rundbord.governance.papers.parts import Paper, Section, Table
from rundbord.governance.queries.standing import Standing


def permissions(standing: Standing) -> Paper:
    """Write each role with what it may; the same for every authority, since rows decide the rest."""
    return Paper(
        title="Roller og rettigheder",
        lead="Hvad en rolle må. Hvilke rækker den når, afgør databasen ud fra myndighed, enhed og læserkreds.",
        sections=(_persons(), *(_role(role) for role in Role), _by_permission()),
    )


def _persons() -> Section:
    return Section(
        heading="Rettigheder, der når personer",
        words=("De er kun i kraft efter et andet trin ved login og en bestået introduktion til reglerne.",),
        points=tuple(act.label for act in Permission if act in PERSON_ACCESS),
    )


def _role(role: Role) -> Section:
    held = [act for act in Permission if act in PERMISSIONS[role]]
    return Section(heading=role.label, words=(WHO_AND_WHY[role],), points=tuple(map(_said, held)))


def _said(act: Permission) -> str:
    return f"{act.label} (når personer)" if act in PERSON_ACCESS else act.label


def _by_permission() -> Section:
    rows = tuple(
        (act.label, ", ".join(role.label for role in Role if act in PERMISSIONS[role]) or "Ingen") for act in Permission
    )
    return Section(heading="Hvem må …", table=Table(head=("Rettighed", "Roller"), rows=rows))
