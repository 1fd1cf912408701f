"""What two units weigh before they go together, and where a joint visit stands."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from rundbord.interventions.vocabulary import JointState, JointWord

# Without signs that are taken for one another when a reference is read aloud.
REFERENCE_SIGNS = "ACDEFHJKLMNPRTUVWXY34679"
REFERENCE_LENGTH = 4
KEPT = timedelta(days=365)

WEIGHED = {
    "necessary": "Besøget er nødvendigt for at forebygge",
    "proportionate": "Det står i rimeligt forhold til bekymringen",
    "milder": "Et mildere skridt er overvejet og er ikke nok",
    "honour": "Æreskonflikt og negativ social kontrol er undersøgt (barnets lov § 18, stk. 3)",
    "contact_person": "Vi ved, hvem der bliver den unges kontaktperson",
}


def last_day_of_visit(asked_on: date) -> date:
    """Give the day after which the visit is deleted; set when it is asked for, and never moved."""
    return asked_on + KEPT


def objections_to_answer(word: str, weighed: Collection[str], *, is_over: bool) -> dict[str, list[str]]:
    """Give every reason not to take an answer: a yes has weighed all of it, a no owes no reason."""
    found: dict[str, list[str]] = {}
    if is_over:
        found[""] = ["Besøget er afsluttet."]
    if word not in set(JointWord):
        found["word"] = ["Svar ja eller nej."]
    if word == JointWord.GO and set(WEIGHED) - set(weighed):
        found["weighed"] = ["Et ja kræver, at I har taget stilling til det hele. Ellers svar nej."]
    return found


def state_of(words: Sequence[JointWord], *, is_over: bool) -> JointState:
    """Tell where it stands: one no is enough, a yes takes two."""
    both = 2
    if is_over:
        return JointState.OVER
    if JointWord.NO_GO in words:
        return JointState.NO_GO
    return JointState.GO if len(words) == both else JointState.WAITING
