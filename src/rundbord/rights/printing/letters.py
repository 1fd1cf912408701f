"""The letters of a request: the answer, the interim letter, the way to another authority, the decision."""

from __future__ import annotations

from datetime import date

from rundbord.access.actor import Actor
from rundbord.rights.printing.letter_pdf import Block, Letter, Part
from rundbord.rights.queries.answers import (
    ALWAYS,
    COMPLAINT,
    PERIOD,
    PURPOSE,
    RIGHTS,
    AnswerView,
    answer_of,
    is_settled,
)
from rundbord.rights.queries.requests import RequestView
from rundbord.rights.vocabulary import DelayWhy, Outcome, RightKind, RoutedTo
from rundbord.ui.tags.danish import day

NO_RECIPIENTS = "Ingen, som vi kan give dig oplysning om."
_COMPLAINT = Part(heading="Hvis du vil klage", words=(COMPLAINT,))


def letter_of(view: RequestView, *, on: date, by: Actor) -> Letter:
    """Give the letter that the request is at."""
    return Letter(
        title=_title(view),
        authority=by.authority_name,
        to=view.asker_name or view.name,
        about=view.name,
        on=day(on),
        parts=_parts(view, by),
    )


def _title(view: RequestView) -> str:
    request = view.request
    if request.outcome == Outcome.ROUTED:
        return "Din henvendelse"
    if request.closed_at is None and request.delay_why:
        return "Dit svar tager længere tid"
    return f"Svar på din anmodning: {RightKind(request.kind).label.lower()}"


def _parts(view: RequestView, by: Actor) -> tuple[Part, ...]:
    request = view.request
    if request.outcome == Outcome.ROUTED:
        return _routed(RoutedTo(request.routed_to))
    if is_settled(view):
        return _settled(view)
    if request.closed_at is None and request.delay_why:
        return _delayed(view)
    return tuple(answer_parts(answer_of(view, by)))


def _routed(to: RoutedTo) -> tuple[Part, ...]:
    words = (
        f"Vi er ikke den rette til at svare. Skriv i stedet til: {to.label}.",
        "Vi har ikke undersøgt, og vi ved ikke, om der er oplysninger om dig dér.",
    )
    return Part(words=words), _COMPLAINT


def _delayed(view: RequestView) -> tuple[Part, ...]:
    request = view.request
    words = (
        f"Vi modtog din anmodning {day(request.received_on)}. Vi kan ikke svare inden {day(request.answer_by)}.",
        DelayWhy(request.delay_why).label,
        f"Du får svar senest {day(request.due_on)}.",
    )
    return Part(words=words), _COMPLAINT


def _settled(view: RequestView) -> tuple[Part, ...]:
    outcome = Part(heading="Vi har afgjort", words=(f"{Outcome(view.request.outcome).label}.", view.outcome_words))
    asked = Part(heading="Du bad om", words=(view.words,))
    return asked, outcome, _COMPLAINT


def answer_parts(answer: AnswerView) -> list[Part]:
    """Write the answer; every sentence that depends on what was found depends on what is handed out alone."""
    entries = tuple(
        Block(
            head=" · ".join(filter(None, (each.heading, day(each.on) if each.on else "", f"Kilde: {each.source}"))),
            rows=each.lines,
        )
        for each in answer.entries
    )
    readings = tuple(Block(head="", rows=(line,)) for line in answer.readings)
    left_out = tuple(f"Noget er undtaget efter {basis}." for basis in answer.told_bases)
    parts = []
    if answer.says_what_is_kept:
        parts = [
            Part(heading="Det har vi om dig", words=(answer.nothing, *left_out), entries=entries),
            Part(heading="Hvorfor, og hvor længe", words=(PURPOSE, PERIOD)),
            Part(heading="Hvem der har fået det", words=answer.recipients or (NO_RECIPIENTS,)),
        ]
    looked = Part(heading="Hvem der har set på det", words=(answer.nobody_looked,), entries=readings)
    always = Part(heading="Det skriver vi til alle", words=ALWAYS)
    return [*parts, looked, always, Part(heading="Dine rettigheder", words=(RIGHTS,)), _COMPLAINT]
