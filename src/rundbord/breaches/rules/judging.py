"""When a breach must be notified, to whom, and when it may be closed.

GDPR articles 33 and 34, retshåndhævelsesloven §§ 28 and 29: the supervisory authority within 72 hours of
becoming aware, unless a risk is unlikely; the persons without undue delay where the risk is high.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from rundbord.breaches.vocabulary import Risk, YesNo
from rundbord.identity.vocabulary import Regime
from rundbord.letters import letters_in

CLOCK = timedelta(hours=72)
YEARS_KEPT = 5
_FEWEST_LETTERS = 15


@dataclass(frozen=True, kw_only=True)
class Judged:
    """What was found and decided."""

    risk: Risk
    risk_words: str
    notify: YesNo
    notify_why: str = ""
    tell: YesNo
    tell_why: str = ""


def hours_left(discovered_at: datetime, now: datetime) -> int:
    """Give the whole hours until the clock is over; negative once it is."""
    return int((discovered_at + CLOCK - now).total_seconds() // 3600)


def objections_to_opening(
    what: str, *, happened_at: datetime, discovered_at: datetime, now: datetime
) -> dict[str, list[str]]:
    """Say why a breach cannot be opened so; by field."""
    checks = {
        "what": (letters_in(what) < _FEWEST_LETTERS, "Skriv, hvad der er sket."),
        "discovered_at": (discovered_at > now, "Tidspunktet ligger i fremtiden."),
        "happened_at": (happened_at > discovered_at, "Bruddet kan ikke være sket, efter det blev opdaget."),
    }
    return {field: [sentence] for field, (applies, sentence) in checks.items() if applies}


def objections_to_judgement(judged: Judged, *, late: bool) -> dict[str, list[str]]:
    """Say why a judgement cannot stand: what departs from the law's own answer needs a reason."""
    silent = judged.notify is YesNo.NO
    checks = {
        "risk_words": (letters_in(judged.risk_words) < _FEWEST_LETTERS, "Skriv, hvad risikoen er, og for hvem."),
        "notify": (silent and judged.risk is Risk.HIGH, "Ved høj risiko skal Datatilsynet have besked."),
        "notify_why": (
            letters_in(judged.notify_why) < _FEWEST_LETTERS
            and ((silent and judged.risk is Risk.RISK) or (late and not silent)),
            "Skriv hvorfor: bruddet anmeldes ikke, eller de 72 timer er gået.",
        ),
        "tell_why": (
            judged.tell is YesNo.NO and judged.risk is Risk.HIGH and letters_in(judged.tell_why) < _FEWEST_LETTERS,
            "Skriv, hvorfor personerne ikke får besked trods høj risiko.",
        ),
    }
    return {field: [sentence] for field, (applies, sentence) in checks.items() if applies}


def objections_to_closing(
    *, is_judged: bool, must_notify: bool, is_notified: bool, must_tell: bool, told: int, learning: str
) -> list[str]:
    """Say why a breach cannot be closed yet."""
    checks = {
        "Bruddet er ikke vurderet.": not is_judged,
        "Anmeldelsen til Datatilsynet er ikke noteret.": must_notify and not is_notified,
        "Ingen af personerne har fået brev.": must_tell and told == 0,
        "Skriv, hvad I har lært.": letters_in(learning) < _FEWEST_LETTERS,
    }
    return [sentence for sentence, applies in checks.items() if applies]


def paragraphs(regime: Regime) -> tuple[str, str]:
    """Name the rules of notifying and of telling."""
    if regime is Regime.LAW_ENFORCEMENT:
        return "retshåndhævelseslovens § 28", "retshåndhævelseslovens § 29"
    return "databeskyttelsesforordningens artikel 33", "databeskyttelsesforordningens artikel 34"
