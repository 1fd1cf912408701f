"""When a decision is carried out: seen by what changed in the file, never by somebody's word for it.

Databeskyttelsesforordningens artikel 16-19 and 21; retshåndhævelseslovens § 17.
"""

from __future__ import annotations

from datetime import timedelta

from rundbord.rights.vocabulary import Recipients, RemedyHow, RightKind

# Without undue delay; a working week.
TIME_TO_CARRY_OUT = timedelta(days=7)

COUNTS = {
    RightKind.RECTIFY: (RemedyHow.DELETED, RemedyHow.FACT, RemedyHow.IDENTITY, RemedyHow.ROLE),
    RightKind.RESTRICT: (RemedyHow.DELETED, RemedyHow.NARROWED),
    RightKind.OBJECT: (RemedyHow.DELETED, RemedyHow.CLOSED, RemedyHow.FACT, RemedyHow.NARROWED),
    RightKind.ERASE: (RemedyHow.DELETED, RemedyHow.CLOSED),
}


def done_by(kind: RightKind, changed: frozenset[RemedyHow]) -> RemedyHow | None:
    """Give the change by which a decision of this kind is carried out; None while nothing has changed."""
    return next((how for how in COUNTS.get(kind, ()) if how in changed), None)


def objections_to_done(
    kind: RightKind, how: RemedyHow | None, *, told: int, righted: int, recipients: Recipients | None
) -> dict[str, list[str]]:
    """Say why it cannot be reported as done; by field."""
    if how is None:
        return {"": [f"Der er ikke ændret noget i sagen endnu. {kind.place}"]}
    if not told:
        return {}
    if recipients is None:
        return {"recipients": ["Sig, om dem, der har fået oplysninger fra sagen, kender ændringen."]}
    if recipients is Recipients.RIGHTED and not righted:
        return {"recipients": ["Der er ikke sendt en rettelse til nogen endnu. Send den fra det, der er givet videre."]}
    return {}
