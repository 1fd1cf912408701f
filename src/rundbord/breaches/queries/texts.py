"""What is sent: the text for the form on virk.dk, and the letter to a person."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.breaches.queries import BreachView
from rundbord.rights.printing.letter_pdf import Letter, Part
from rundbord.ui.tags.danish import day, moment

_COMPLAINT = "Du kan skrive til os, hvis du har spørgsmål. Du kan også klage til Datatilsynet (dt@datatilsynet.dk)."


def notification(view: BreachView, actor: Actor) -> str:
    """Write what the form of notification asks for, in its order; ready to copy."""
    breach = view.breach
    told = f"Ja, {breach.told} har fået brev" if breach.told else ("Ja" if breach.tell == "yes" else "Nej")
    parts = (
        ("Dataansvarlig", actor.authority_name),
        ("Anmeldes efter", view.rules[0]),
        ("Hvornår skete bruddet", moment(timezone.localtime(breach.happened_at))),
        ("Hvornår blev det opdaget", moment(timezone.localtime(breach.discovered_at))),
        ("Hvad er der sket", breach.what),
        ("Kategorier af oplysninger", view.classes),
        ("Antal berørte personer", str(breach.people)),
        ("Sandsynlige konsekvenser", f"{view.risk}. {breach.risk_words}"),
        ("Foranstaltninger", breach.measures or "Ikke oplyst endnu"),
        ("Er de berørte underrettet", f"{told}. {breach.tell_why}".strip()),
        ("Begrundelse", breach.notify_why),
    )
    return "\n\n".join(f"{label}:\n{words}" for label, words in parts if words)


def letter_to(name: str, view: BreachView, *, on: date, by: Actor) -> Letter:
    """Write to one person, in plain words (article 34, § 29); the name stands in the letter and nowhere else."""
    breach = view.breach
    when = f"Det skete {day(timezone.localtime(breach.happened_at))}."
    return Letter(
        title="Oplysninger om dig er kommet i forkerte hænder",
        authority=by.authority_name,
        to=name,
        about=name,
        on=day(on),
        parts=(
            Part(
                heading="Hvad der er sket",
                words=(when, breach.what),
            ),
            Part(heading="Hvad det drejer sig om", words=(f"{view.classes}.",)),
            Part(heading="Hvad det kan betyde for dig", words=(breach.risk_words,)),
            Part(heading="Hvad vi har gjort", words=(breach.measures or "Vi er i gang med at rette op på det.",)),
            Part(heading="Hvor du kan henvende dig", words=(_COMPLAINT, f"Vi skriver til dig efter {view.rules[1]}.")),
        ),
    )
