"""Knock Knock: a joint visit at short notice to a young person who may be drawn in, and somebody who stays in touch."""

from __future__ import annotations

from rundbord.interventions.rules.kinds import parts
from rundbord.interventions.rules.kinds.kind import BOTH_SIDES, EVERY_STOP, Field, Kind, Outcome, Step
from rundbord.interventions.rules.kinds.parts import days, hours
from rundbord.interventions.vocabulary import ConcernClock, Effect, Ending, FieldKind, InterventionKind

GROUNDS = {
    "relation": "Egen relation til en gruppe",
    "seen": "Set ved en bestemt hændelse",
    "own_act": "Egen handling",
}

_NOMINATE = Step(
    key="nominate",
    label="Indstil",
    says="Højst tre grunde fra en fast liste, og hvad I har set. Ingen liste over andre unge.",
    fields=(
        Field(key="grounds", label="Grunde", kind=FieldKind.CHOICES, choices=GROUNDS, most=3),
        Field(key="facts", label="Hvad er set eller hørt, og hvornår?", hint="Kun det, der er set. Ingen andre unge."),
        Field(key="seen_on", label="Senest set den", kind=FieldKind.DAY),
    ),
    outcomes=(Outcome(key="nominated", label="Indstillet"),),
)
_DECIDE = Step(
    key="decide",
    label="Vurder sammen",
    says="Begge sider siger ja eller nej samme dag eller dagen efter. Et mildere skridt skal være overvejet.",
    fields=(
        Field(key="necessity", label="Hvorfor er et besøg nødvendigt?", always=True),
        Field(key="proportionality", label="Hvorfor står det i rimeligt forhold til bekymringen?"),
        Field(
            key="milder",
            label="Er et mildere skridt nok?",
            kind=FieldKind.CHOICE,
            choices={
                "tried": "Nej, det er prøvet",
                "considered": "Nej, det er overvejet",
                "enough": "Ja, et mildere skridt er nok",
            },
        ),
        parts.CONTACT_PERSON,
    ),
    outcomes=(
        Outcome(key="go", label="Ja, vi besøger"),
        Outcome(key="no_go", label="Nej", effect=Effect.END, ends_as=Ending.NOT_NECESSARY, needs_fields=False),
        Outcome(
            key="milder",
            label="Et mildere skridt er nok",
            effect=Effect.END,
            ends_as=Ending.MILDER,
            needs_fields=False,
        ),
    ),
    clock=days(1, after="nominate"),
)
_VISIT = Step(
    key="visit",
    label="Besøg",
    says="Én fra politiet og én fra kommunen, som bliver ved med at følge op. Kort og neutralt.",
    fields=(
        Field(
            key="present",
            label="Hvem var til stede?",
            kind=FieldKind.CHOICES,
            choices={"young": "Den unge", "parent": "En forælder", "parents": "Begge forældre", "others": "Andre"},
        ),
        parts.INTERPRETER,
        Field(key="note", label="Hvad blev der talt om?", hint="Kort og neutralt: familien kan bede om at se det."),
        parts.NOTICE_GIVEN,
    ),
    outcomes=(parts.MET, parts.NOBODY_HOME, parts.REFUSED, parts.GIVEN_UP),
    clock=hours(72, after="decide"),
    stops=EVERY_STOP,
    sides=BOTH_SIDES,
    is_joint=True,
    is_planned=True,
    at_door=True,
)
_OFFER = Step(
    key="offer",
    label="Giv et tilbud",
    says="Ved besøget eller senest to døgn efter.",
    fields=(Field(key="offered", label="Hvad er tilbudt?"),),
    outcomes=(
        Outcome(key="accepted", label="Taget imod", moves=ConcernClock.OFFERED, takes_place=True),
        Outcome(key="declined", label="Ikke taget imod", moves=ConcernClock.OFFERED),
        # Both noted the visit in their own files; the municipality offers, and the police need not wait for it.
        Outcome(
            key="other_side",
            label="Den anden part følger op",
            effect=Effect.END,
            ends_as=Ending.HANDED_OVER,
            needs_fields=False,
            is_contact=False,
        ),
    ),
    clock=hours(48, after="visit"),
)
_SECURE = Step(
    key="secure",
    label="Sikr kontakten",
    says="Kontaktpersonen har haft det første møde.",
    fields=(
        parts.CONTACT_PERSON,
        Field(key="first_meeting", label="Første møde", kind=FieldKind.DAY),
    ),
    outcomes=(
        parts.SECURED,
        Outcome(key="not_yet", label="Endnu ikke", effect=Effect.AGAIN, needs_fields=False, is_contact=False),
        parts.GIVEN_UP,
    ),
    clock=days(7, after="visit"),
)
_FIRST_REVIEW = Step(
    key="review_14",
    label="Se tilbage efter 14 dage",
    says="Hvad er sket? Fortsæt, lad andre tage over, eller slut.",
    fields=(Field(key="status", label="Hvad er der sket siden besøget?"),),
    outcomes=(Outcome(key="goes_on", label="Fortsætter"), parts.HANDED_OVER, parts.CLOSED),
    clock=days(14, after="visit"),
)
_SECOND_REVIEW = Step(
    key="review_60",
    label="Se tilbage efter 60 dage",
    says="Her slutter indsatsen, eller andre tager over.",
    fields=(Field(key="status", label="Hvad er der sket?"),),
    outcomes=(parts.CLOSED, parts.HANDED_OVER),
    clock=days(60, after="visit"),
)

KNOCK_KNOCK = Kind(
    key=InterventionKind.KNOCK_KNOCK,
    says="Politi og kommune besøger den unge og forældrene med kort varsel, og en fast voksen følger op.",
    basis="Retsplejelovens § 115, stk. 1, nr. 1 (SSP). Frivilligt for familien.",
    steps=(_NOMINATE, _DECIDE, _VISIT, _OFFER, _SECURE, _FIRST_REVIEW, _SECOND_REVIEW),
    longest=days(90),
    evidence="Ingen uafhængig evaluering er fundet. Skriv derfor, hvad der faktisk skete.",
    most_visits=2,
    visits_within_days=90,
    most_open_each=8,
)
