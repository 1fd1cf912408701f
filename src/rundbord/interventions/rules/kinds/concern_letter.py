"""The concern letter: to whoever has custody, instead of a talk or before it."""

from __future__ import annotations

from rundbord.interventions.rules.kinds import parts
from rundbord.interventions.rules.kinds.kind import BY_LETTER, Field, Kind, Outcome, Step
from rundbord.interventions.rules.kinds.parts import days, months
from rundbord.interventions.vocabulary import ConcernClock, Effect, FieldKind, InterventionKind

_WRITE = Step(
    key="write",
    label="Skriv brevet",
    says="Kort og neutralt: hvad der er set, hvem de kan ringe til, og et tilbud om en samtale.",
    fields=(
        Field(key="fact", label="Hvad er der sket?", hint="Kun det, der er set. Neutralt."),
        parts.CONTACT_PERSON,
        Field(
            key="no_others",
            label="Er alle andre børn og unge ude af brevet?",
            kind=FieldKind.YES_NO,
            must_be="yes",
            refusal="Andre børn og unge må ikke nævnes i brevet (forvaltningslovens § 27).",
        ),
        Field(
            key="notice_in_letter",
            label="Står der, hvad I skriver ned, og hvilke rettigheder de har?",
            kind=FieldKind.YES_NO,
            must_be="yes",
            refusal="Brevet skal oplyse om registreringen (databeskyttelsesforordningens art. 13–14).",
        ),
    ),
    outcomes=(Outcome(key="written", label="Skrevet"),),
    clock=days(5),
    printed="letter",
)
_SEND = Step(
    key="send",
    label="Send brevet",
    says="Kun til forældremyndighedsindehavere, og aldrig til en adresse, der er beskyttet for den anden.",
    fields=(
        Field(
            key="to_custody_only",
            label="Er modtagerne kun dem, der har forældremyndigheden?",
            kind=FieldKind.YES_NO,
            must_be="yes",
            refusal="Brevet må kun sendes til forældremyndighedsindehavere.",
        ),
        Field(
            key="manner",
            label="Hvordan?",
            kind=FieldKind.CHOICE,
            choices={"digital_post": "Digital Post", "letter": "Brev", "hand": "I hånden"},
        ),
    ),
    outcomes=(Outcome(key="sent", label="Sendt", moves=ConcernClock.CONTACTED),),
    clock=days(7),
    stops=BY_LETTER,
)
_ANSWERED = Step(
    key="answer",
    label="Har de svaret?",
    says="Ring, hvis de ikke har svaret efter to uger. De behøver ikke sige ja.",
    fields=(Field(key="answer", label="Hvad svarede de?"),),
    outcomes=(
        Outcome(key="wants_talk", label="Vil gerne tale", moves=ConcernClock.OFFERED),
        Outcome(key="no_answer", label="Intet svar endnu", effect=Effect.AGAIN, needs_fields=False, is_contact=False),
        parts.DECLINED,
        parts.GIVEN_UP,
    ),
    clock=days(14, after="send"),
)

CONCERN_LETTER = Kind(
    key=InterventionKind.CONCERN_LETTER,
    says="Et brev til forældrene i stedet for eller før en samtale.",
    basis="Forebyggende arbejde efter retsplejelovens § 115, stk. 1, nr. 1 (SSP).",
    steps=(_WRITE, _SEND, _ANSWERED),
    only_under_18=True,
    longest=months(3),
)
