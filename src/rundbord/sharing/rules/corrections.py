"""When what was passed on was wrong or unlawful: who must be told and confirm, and by when.

Retshåndhævelsesloven § 4 stk. 5 and § 17: the recipients are told at once. GDPR article 19: every recipient is told;
article 33 and retshåndhævelsesloven § 28: a breach is judged within 72 hours. The days to confirm are our own choice
(docs/legal/open-questions.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from rundbord.letters import letters_in
from rundbord.partnership.rules.danish_days import danish_day, working_days_after
from rundbord.sharing.rules.policy import LocalPolicy
from rundbord.sharing.vocabulary import Condition, LegalBasis
from rundbord.vocabulary import Term

BREACH_CLOCK = timedelta(hours=72)


class CorrectionKind(Term):
    """Correction kind — slags rettelse: what happens to what was passed on."""

    CORRECTED = "corrected", "Rettet"
    RECALLED = "recalled", "Kaldt tilbage: skulle ikke være givet videre"
    ERASED = "erased", "Slettes: fristen er nået"
    WITHDRAWN = "withdrawn", "Slettes: samtykket er trukket tilbage"

    @property
    def erases(self) -> bool:
        """Tell whether the recipient must delete its copy and say so."""
        return self != CorrectionKind.CORRECTED


class CorrectionObjection(Term):
    """Correction objection — indsigelse mod en rettelse; the label is the sentence."""

    NOT_THE_SENDER = "not_the_sender", "Kun den, der gav oplysningen videre, kan rette den eller kalde den tilbage."
    NO_REASON = "no_reason", "Skriv, hvad der er galt, så modtageren kan bruge det."
    NO_NEW_WORDING = "no_new_wording", "Skriv, hvad der skal stå i stedet."
    RECALLED_ALREADY = "recalled_already", "Oplysningen er allerede slettet eller kaldt tilbage."


@dataclass(frozen=True, kw_only=True)
class Correction:
    """What somebody would do to a fact that was passed on; authorities by any key."""

    kind: CorrectionKind
    by: str
    sender: str
    reason: str
    new_wording: str = ""
    is_erased: bool = False


@dataclass(frozen=True, kw_only=True)
class Confirmation:
    """A recipient must confirm by the end of a Danish day; `erases` when it must say that no copy is left."""

    recipient: str
    by_day: date
    erases: bool


@dataclass(frozen=True, kw_only=True)
class Aftermath:
    """What the recipient says of the words that were wrong: used towards the person, told to others; None unsaid."""

    was_used: bool | None = None
    was_passed_on: bool | None = None


def objections_to_correction(correction: Correction, *, fewest_letters: int) -> list[CorrectionObjection]:
    """Give every reason why a correction cannot be made."""
    letters = letters_in(correction.reason)
    is_new_wording = correction.kind == CorrectionKind.CORRECTED
    # An end that was known from the beginning needs no words.
    explains_itself = correction.kind in {CorrectionKind.ERASED, CorrectionKind.WITHDRAWN}
    checks = {
        CorrectionObjection.NOT_THE_SENDER: correction.by != correction.sender,
        CorrectionObjection.NO_REASON: not explains_itself and letters < fewest_letters,
        CorrectionObjection.NO_NEW_WORDING: is_new_wording and not correction.new_wording.strip(),
        CorrectionObjection.RECALLED_ALREADY: correction.is_erased,
    }
    return [objection for objection, applies in checks.items() if applies]


def objections_to_aftermath(aftermath: Aftermath) -> dict[str, list[str]]:
    """Want both answers: the sender must judge what it did, and those who were told further must be told again."""
    unsaid = {
        "was_used": aftermath.was_used is None,
        "was_passed_on": aftermath.was_passed_on is None,
    }
    return {field: ["Svar ja eller nej."] for field, is_missing in unsaid.items() if is_missing}


def reaches_what_was_taken(kind: CorrectionKind, *, basis: str, conditions: Iterable[str]) -> bool:
    """Tell whether what stands in an own file goes with the copy: always when it is taken back.

    When the last day is over, where the conditions say so; what came with a move is the new municipality's own from
    then on (barnets lov § 132), and lasts as long as its file.
    """
    if kind is not CorrectionKind.ERASED:
        return kind.erases
    return basis != LegalBasis.MOVE and Condition.DELETE_AT_END in conditions


def confirmations_due(
    kind: CorrectionKind, *, told: Iterable[str], onward: Mapping[str, Iterable[str]], at: datetime, policy: LocalPolicy
) -> list[Confirmation]:
    """List who must confirm and by when: everybody who was told, and everybody whom they told with the sender's yes.

    `told` and `onward` hold recipients by any key; `at` is the aware moment of the correction.
    """
    days = policy.days_to_correct if kind == CorrectionKind.CORRECTED else policy.days_to_erase
    by_day = working_days_after(danish_day(at), days)
    return [
        Confirmation(recipient=recipient, by_day=by_day, erases=kind.erases) for recipient in _reached(told, onward)
    ]


def overdue(due: Iterable[Confirmation], *, confirmed: frozenset[str], today: date) -> list[Confirmation]:
    """Keep those that have not confirmed and whose day has passed; they come up by themselves."""
    return [each for each in due if each.recipient not in confirmed and today > each.by_day]


def breach_to_be_judged_by(kind: CorrectionKind, at: datetime) -> datetime | None:
    """Give the end of the 72 hours when something should never have been passed on; None otherwise."""
    return at + BREACH_CLOCK if kind == CorrectionKind.RECALLED else None


def _reached(told: Iterable[str], onward: Mapping[str, Iterable[str]]) -> list[str]:
    """Follow the copies from hand to hand, each recipient once, the nearest first."""
    reached: dict[str, None] = {}
    waiting = list(told)
    while waiting:
        recipient = waiting.pop(0)
        if recipient not in reached:
            reached[recipient] = None
            waiting += onward.get(recipient, ())
    return list(reached)
