"""What may be written in an exit case, and by whom: a threat is judged by the police alone."""

from __future__ import annotations

from datetime import date

from rundbord.interventions.exit_vocabulary import ExitNoteKind

BY_HAND = (ExitNoteKind.SUITABILITY, ExitNoteKind.AGREEMENT, ExitNoteKind.CRISIS, ExitNoteKind.BAN)


def kinds_for(*, is_police: bool) -> tuple[ExitNoteKind, ...]:
    """List what somebody of an authority may write by hand."""
    return (*BY_HAND, ExitNoteKind.THREAT) if is_police else BY_HAND


def objections_to_note(
    kind: ExitNoteKind, *, body: str, until: date | None, is_police: bool, today: date
) -> dict[str, list[str]]:
    """Give every reason not to keep a note; a ban is an area and an end, no more (straffelovens § 79 a)."""
    found: dict[str, list[str]] = {}
    if kind not in kinds_for(is_police=is_police):
        found["kind"] = ["Trusselsvurderingen er politiets. Spørg politiets koordinator, hvad du skal tage hensyn til."]
    if not body.strip():
        found["body"] = ["Skriv notatet."]
    if kind is ExitNoteKind.BAN and until is None:
        found["until"] = ["Skriv forbuddets sidste dag."]
    if until is not None and until < today:
        found["until"] = ["Dagen er allerede gået."]
    return found
