"""What a course must be, who can take part, and what may be told of how many."""

from __future__ import annotations

from datetime import date, timedelta

from rundbord.programmes.vocabulary import Ending

Reasons = dict[str, list[str]]

MOST_PLACES = 200
FEWEST_TOLD = 5
FEW = "under 5"
# So long after a course its names are kept: for the certificate and the course that follows.
KEPT_AFTER = timedelta(days=180)
REMINDED_BEFORE = timedelta(days=30)
NO_CONSENT = "Der mangler samtykke. Notér det først."


def told(count: int) -> str:
    """Give a number of persons as others may read it: from one to four nobody tells how many."""
    return FEW if 0 < count < FEWEST_TOLD else str(count)


def told_pair(taken: int, completed: int) -> tuple[str, str]:
    """Give how many took part and how many completed; where the difference is small, the second is not told."""
    is_telling = 0 < taken - completed < FEWEST_TOLD and completed >= FEWEST_TOLD
    return told(taken), f"mindst {FEWEST_TOLD}" if is_telling else told(completed)


def delete_on(last_day: date, *, days: int = KEPT_AFTER.days) -> date:
    """Give the last day on which the names of a course can be read; an authority may have a shorter period."""
    return last_day + min(KEPT_AFTER, timedelta(days=days))


def objections_to_cohort(*, starts_on: date, ends_on: date, places: int) -> Reasons:
    """Give every reason why a course cannot be planned like this, by the field to blame."""
    reasons: Reasons = {}
    if ends_on < starts_on:
        reasons["ends_on"] = ["Sidste dag ligger før første dag."]
    if not 1 <= places <= MOST_PLACES:
        reasons["seat_count"] = [f"Skriv et antal pladser fra 1 til {MOST_PLACES}."]
    return reasons


def objections_to_day(day: date, *, starts_on: date, ends_on: date, is_taken: bool) -> Reasons:
    """Give every reason why a course cannot meet on a day."""
    if not starts_on <= day <= ends_on:
        return {"day": ["Dagen ligger uden for holdets første og sidste dag."]}
    return {"day": ["Holdet mødes allerede den dag."]} if is_taken else {}


def objections_to_joining(*, taken: int, places: int, is_closed: bool, consent_on: date | None, today: date) -> Reasons:
    """Give every reason why nobody more can join, by the field to blame."""
    reasons: Reasons = {}
    if is_closed:
        reasons[""] = ["Holdet er afsluttet."]
    elif taken >= places:
        reasons[""] = [f"Alle {places} pladser er optaget."]
    return reasons | objections_to_consent(consent_on, today=today)


def objections_to_consent(consent_on: date | None, *, today: date) -> Reasons:
    """A consent has been given, or is not there yet."""
    is_ahead = consent_on is not None and consent_on > today
    return {"consent_on": ["Samtykket er dateret efter i dag."]} if is_ahead else {}


def objections_to_ending(ending: Ending, *, has_consent: bool, has_ended: bool) -> Reasons:
    """Give every reason why somebody's time on a course cannot end like this."""
    if has_ended:
        return {"": ["Deltagelsen er allerede afsluttet."]}
    return {"ending": [NO_CONSENT]} if ending == Ending.COMPLETED and not has_consent else {}


def objections_to_training(*, trained_on: date, holds_until: date | None, today: date) -> Reasons:
    """Give every reason why a training cannot be noted like this, by the field to blame."""
    reasons: Reasons = {}
    if trained_on > today:
        reasons["trained_on"] = ["Oplæringen er dateret efter i dag."]
    if holds_until is not None and holds_until < trained_on:
        reasons["holds_until"] = ["Sidste gyldige dag ligger før oplæringen."]
    return reasons
