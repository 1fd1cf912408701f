"""Which duties may be given, and when they may end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from rundbord.access.roles import Role
from rundbord.identity.vocabulary import AuthorityKind

Reasons = dict[str, list[str]]

_EVERYWHERE = (Role.DPO, Role.ADMINISTRATOR)
_OFFICE = (Role.REPORTER, Role.COORDINATOR, Role.TASK_FORCE, Role.LEADER, Role.SECRETARY)


@dataclass(frozen=True, kw_only=True)
class Period:
    """A stretch of whole days; the last day counts, None is open."""

    starts_on: date
    ends_on: date | None

    def overlaps(self, other: Period) -> bool:
        """Tell whether the two share a day."""
        return (self.ends_on is None or other.starts_on <= self.ends_on) and (
            other.ends_on is None or self.starts_on <= other.ends_on
        )

    def lies_in(self, other: Period) -> bool:
        """Tell whether every day of it is a day of the other."""
        ends_later = other.ends_on is not None and (self.ends_on is None or self.ends_on > other.ends_on)
        return self.starts_on >= other.starts_on and not ends_later


@dataclass(frozen=True, kw_only=True)
class DutyProposal:
    """What the rule needs to know; `held` are the user's periods in the same unit and role."""

    role: Role
    kind: AuthorityKind
    period: Period
    today: date
    held: tuple[Period, ...] = ()
    is_unit_closed: bool = False
    is_user_closed: bool = False
    substituted: Period | None = None
    is_own_duty: bool = False


def roles_of(kind: AuthorityKind) -> tuple[Role, ...]:
    """Give the roles that exist in a kind of authority: partners work in the partners' workspace alone."""
    if kind.is_place:
        return (Role.PARTNER, *_EVERYWHERE)
    own = Role.OFFICER if kind == AuthorityKind.POLICE else Role.CASE_WORKER
    return (*_OFFICE, own, Role.REGISTRAR, *_EVERYWHERE)


def objections_to_duty(proposal: DutyProposal) -> Reasons:
    """Every reason to refuse, by form field."""
    period = proposal.period
    checks = [
        ("role", "Rollen findes ikke i jeres type myndighed.", proposal.role not in roles_of(proposal.kind)),
        ("unit", "Enheden er lukket.", proposal.is_unit_closed),
        ("", "Brugeren er lukket. Genåbn brugeren først.", proposal.is_user_closed),
        ("starts_on", "Funktionen kan tidligst begynde i dag.", period.starts_on < proposal.today),
        ("ends_on", "Sidste dag ligger før første dag.", _is_backwards(period)),
        ("starts_on", "Brugeren har allerede samme rolle i enheden i den tid.", _is_held(proposal)),
        *_substitution_checks(proposal),
    ]
    reasons: Reasons = {}
    for field, sentence, applies in checks:
        if applies:
            reasons.setdefault(field, []).append(sentence)
    return reasons


def objections_to_end(period: Period, *, last_day: date, today: date) -> list[str]:
    """Every reason why a duty cannot have this as its last day; yesterday ends it at once, on its first day too."""
    yesterday = today - timedelta(days=1)
    checks = {
        "Sidste dag ligger før funktionens første dag.": last_day < period.starts_on and last_day != yesterday,
        "Funktionen er ikke begyndt endnu.": last_day == yesterday and period.starts_on > today,
        "Sidste dag kan tidligst være i går. Så er funktionen slut med det samme.": last_day < yesterday,
        "Funktionen slutter allerede før den dag.": period.ends_on is not None and last_day > period.ends_on,
    }
    return [sentence for sentence, applies in checks.items() if applies][:1]


def _is_backwards(period: Period) -> bool:
    return period.ends_on is not None and period.ends_on < period.starts_on


def _is_held(proposal: DutyProposal) -> bool:
    return any(proposal.period.overlaps(other) for other in proposal.held)


def _substitution_checks(proposal: DutyProposal) -> list[tuple[str, str, bool]]:
    if proposal.substituted is None:
        return []
    return [
        ("ends_on", "En vikar har altid en sidste dag.", proposal.period.ends_on is None),
        (
            "starts_on",
            "Vikarens tid skal ligge inden for den funktion, der dækkes.",
            not _is_backwards(proposal.period) and not proposal.period.lies_in(proposal.substituted),
        ),
        ("user", "Ingen kan være vikar for sig selv.", proposal.is_own_duty),
    ]
