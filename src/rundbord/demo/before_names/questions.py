"""Three questions without a name: one that waits for an answer, one that is answered, one that was not taken up."""

from __future__ import annotations

from collections.abc import Mapping

from rundbord.access.session import acting_for
from rundbord.demo.actors import actor_named
from rundbord.demo.founding import Founded
from rundbord.sharing.actions import QuestionTerms, answer_threshold, ask_without_name, decide_threshold
from rundbord.sharing.queries import question_of
from rundbord.sharing.rules.ages import AgeBand
from rundbord.sharing.rules.threshold import Sign, Stance, Tried, Upshot, Wish

POLICE, HERLEV, GLADSAXE = "vestegnen/Forebyggende afdeling", "herlev/SSP Herlev", "gladsaxe/SSP Gladsaxe"
_WHO = {POLICE: "betjent@vestegnen", HERLEV: "ssp@herlev", GLADSAXE: "ssp@gladsaxe"}


def ask_without_names(founded: Founded) -> None:
    """Let Gladsaxe ask twice and the police once, and the others answer."""
    _ask(
        founded,
        GLADSAXE,
        _terms(founded, POLICE, HERLEV, "Gladsaxe", signs=(Sign.GROUP, Sign.LATE), tried=(Tried.TALK, Tried.SCHOOL)),
        answers={POLICE: (Stance.TAKE_UP, "Vi ser det samme mønster i området.")},
    )
    _ask(
        founded,
        GLADSAXE,
        _terms(founded, POLICE, HERLEV, "Herlev", signs=(Sign.MONEY, Sign.ERRANDS), tried=(Tried.FAMILY,)),
        answers={
            POLICE: (Stance.TAKE_UP, "Det ligner noget, vi bør tale om sammen."),
            HERLEV: (Stance.YOURSELVES, "Prøv fritidsvejlederen først."),
        },
    )
    _ask(
        founded,
        POLICE,
        _terms(founded, GLADSAXE, "", "Gladsaxe", signs=(Sign.ABSENCE, Sign.WELLBEING), tried=(Tried.NOTHING,)),
        answers={GLADSAXE: (Stance.NOT_US, "Skolen har en plan. Det er ikke kriminalitet.")},
        upshot=Upshot.NOT_TAKEN_UP,
    )


def _terms(
    founded: Founded, first: str, second: str, place: str, *, signs: tuple[Sign, ...], tried: tuple[Tried, ...]
) -> QuestionTerms:
    return QuestionTerms(
        age_band=AgeBand.FROM_15,
        area=None,
        municipality=founded.authorities[place],
        signs=signs,
        tried=tried,
        wish=Wish.TOGETHER,
        units=[founded.units[name] for name in (first, second) if name],
    )


def _ask(
    founded: Founded,
    asker: str,
    terms: QuestionTerms,
    *,
    answers: Mapping[str, tuple[Stance, str]],
    upshot: Upshot | None = None,
) -> None:
    by = actor_named(_WHO[asker], founded)
    with acting_for(by):
        question = ask_without_name(terms, by=by)
    for unit, (stance, reason) in answers.items():
        other = actor_named(_WHO[unit], founded)
        with acting_for(other):
            put = question_of(question.pk, other).question
            answer_threshold(put, stance, reason=reason, by=other)
    if upshot:
        with acting_for(by):
            decide_threshold(question, upshot, by=by)
