"""The network meeting: the young person says yes, and chooses who comes."""

from __future__ import annotations

from rundbord.interventions.rules.kinds import parts
from rundbord.interventions.rules.kinds.kind import AWAY_FROM_HOME, Field, Kind, Outcome, Step
from rundbord.interventions.rules.kinds.parts import days, months
from rundbord.interventions.vocabulary import ConcernClock, Effect, Ending, FieldKind, InterventionKind

NOBODY_CAME = Outcome(key="nobody_came", label="Kom ikke", effect=Effect.AGAIN, needs_fields=False, is_contact=False)
AGREED = (
    Field(key="attended", label="Hvem deltog?", kind=FieldKind.LINE),
    parts.YOUNG_VIEW,
    Field(key="agreements", label="Aftaler", kind=FieldKind.AGREEMENTS),
    parts.CONTACT_PERSON,
)
FOLLOW_UP = Step(
    key="follow_up",
    label="Følg op",
    says="Er aftalerne holdt?",
    fields=(
        Field(
            key="kept",
            label="Er aftalerne holdt?",
            kind=FieldKind.CHOICE,
            choices={"all": "Ja", "some": "Nogle af dem", "none": "Nej"},
        ),
        Field(key="status", label="Hvordan går det nu?"),
    ),
    outcomes=(
        Outcome(
            key="good",
            label="Det går godt: slut",
            moves=ConcernClock.SECURED,
            effect=Effect.END,
            ends_as=Ending.COMPLETED,
        ),
        Outcome(key="more", label="Mødes igen", effect=Effect.AGAIN),
        parts.HANDED_OVER,
    ),
    clock=days(28, after="meeting"),
)

NETWORK_MEETING = Kind(
    key=InterventionKind.NETWORK_MEETING,
    says="Den unge, familien og dem, de stoler på, mødes med jer og aftaler, hvem der gør hvad.",
    basis="Frivilligt: den unge og forældremyndighedsindehaveren siger ja.",
    steps=(
        Step(
            key="invite",
            label="Inviter",
            says="Spørg den unge først: hvem skal med?",
            fields=(
                Field(key="wanted_by", label="Hvem tager initiativet?", kind=FieldKind.LINE),
                Field(key="participants", label="Hvem inviteres?", hint="Dem, den unge selv peger på, først."),
                Field(key="purpose", label="Hvad skal mødet føre til?"),
                Field(
                    key="agreed",
                    label="Har den unge og forældremyndighedsindehaveren sagt ja?",
                    kind=FieldKind.YES_NO,
                    must_be="yes",
                    refusal="Et netværksmøde er frivilligt: de skal have sagt ja først.",
                ),
            ),
            outcomes=(Outcome(key="invited", label="Inviteret"), parts.DECLINED),
            clock=days(14),
            stops=AWAY_FROM_HOME,
        ),
        Step(
            key="meeting",
            label="Hold mødet",
            says="Den unge taler først.",
            fields=AGREED,
            outcomes=(
                Outcome(key="held", label="Holdt", moves=ConcernClock.CONTACTED),
                NOBODY_CAME,
                parts.DECLINED,
            ),
            clock=days(21, after="invite"),
            stops=AWAY_FROM_HOME,
            is_planned=True,
        ),
        FOLLOW_UP,
    ),
    longest=months(6),
)
