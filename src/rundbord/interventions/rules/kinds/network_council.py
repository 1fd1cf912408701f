"""The network council: called by the municipality within seven days of the police's documentation."""

from __future__ import annotations

from rundbord.interventions.rules.kinds import parts
from rundbord.interventions.rules.kinds.kind import AWAY_FROM_HOME, Field, Kind, Outcome, Step
from rundbord.interventions.rules.kinds.network_meeting import AGREED, FOLLOW_UP, NOBODY_CAME
from rundbord.interventions.rules.kinds.parts import days, months
from rundbord.interventions.vocabulary import ConcernClock, Effect, Ending, FieldKind, InterventionKind, Side

COUNCIL_PARAGRAPH = "barnets lov § 130"

NETWORK_COUNCIL = Kind(
    key=InterventionKind.NETWORK_COUNCIL,
    says="Kommunen indkalder den unge, familien, netværket og fagfolk, når politiet har dokumenteret en mistanke.",
    basis="Barnets lov § 130: senest syv dage efter, at dokumentationen er modtaget.",
    leads=frozenset({Side.MUNICIPALITY}),
    only_under_18=True,
    steps=(
        Step(
            key="received",
            label="Dokumentation modtaget",
            says="Fristen løber fra den dag, politiets dokumentation kom frem.",
            fields=(
                Field(key="received_on", label="Modtaget den", kind=FieldKind.DAY, counts=True),
                Field(key="suspicion", label="Hvad handler mistanken om?", hint="Kort, som politiet har skrevet det."),
                Field(
                    key="not_youth_board",
                    label="Er sagen uden for Ungdomskriminalitetsnævnet?",
                    kind=FieldKind.YES_NO,
                    must_be="yes",
                    refusal="Netværkssamråd holdes ikke i en sag for Ungdomskriminalitetsnævnet (barnets lov § 130)."
                    " Afviser nævnet sagen, begynder syv nye dage.",
                ),
            ),
            outcomes=(
                Outcome(key="first", label="Indkald til samråd"),
                Outcome(
                    key="again_within_year",
                    label="Samråd holdt inden for et år: vurder igen uden at indkalde",
                    effect=Effect.END,
                    ends_as=Ending.COMPLETED,
                ),
            ),
        ),
        Step(
            key="called",
            label="Indkald",
            says="Den unge, forældremyndighedsindehaveren, netværket og fagfolk.",
            fields=(
                Field(key="participants", label="Hvem er indkaldt?"),
                parts.NOTICE_GIVEN,
            ),
            outcomes=(Outcome(key="called", label="Indkaldt", moves=ConcernClock.CONTACTED),),
            clock=days(7, after="received", paragraph=COUNCIL_PARAGRAPH, remind_on=(3, 5, 6)),
            stops=AWAY_FROM_HOME,
        ),
        Step(
            key="meeting",
            label="Hold samrådet",
            says="Planen laves her: hvad sættes i gang, og hvem har pligt til hvad?",
            fields=AGREED,
            outcomes=(Outcome(key="held", label="Holdt", moves=ConcernClock.OFFERED), NOBODY_CAME),
            clock=days(14, after="called"),
            stops=AWAY_FROM_HOME,
            is_planned=True,
        ),
        FOLLOW_UP,
    ),
    longest=months(12),
)
