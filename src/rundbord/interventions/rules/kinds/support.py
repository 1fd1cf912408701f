"""An adult who stays for a time: a mentor, or a contact person of the municipality."""

from __future__ import annotations

from rundbord.interventions.rules.kinds import parts
from rundbord.interventions.rules.kinds.kind import AWAY_FROM_HOME, Field, Kind, Outcome, Step
from rundbord.interventions.rules.kinds.parts import days, months
from rundbord.interventions.vocabulary import ConcernClock, Effect, Ending, FieldKind, InterventionKind, Side

# Attendance and a theme: what was said stays between the two.
_MEETINGS = Step(
    key="meetings",
    label="Møder",
    says="Kun om I mødtes, og et emne. Hvad der blev sagt, bliver mellem jer.",
    fields=(Field(key="theme", label="Emne", kind=FieldKind.LINE, is_required=False),),
    outcomes=(
        Outcome(key="met", label="Mødtes", effect=Effect.AGAIN, moves=ConcernClock.SECURED),
        Outcome(key="not_met", label="Mødtes ikke", effect=Effect.AGAIN, is_contact=False),
        Outcome(key="cancelled", label="Aflyst", effect=Effect.AGAIN, is_contact=False),
        Outcome(key="over", label="Forløbet er ved sin ende", is_contact=False),
    ),
    clock=days(30, after="agreement"),
)
_FAREWELL = Step(
    key="farewell",
    label="Afsluttende samtale",
    says="Sig ordentligt farvel: hvad tager den unge med, og hvem er der nu?",
    fields=(parts.YOUNG_VIEW, Field(key="who_now", label="Hvem er der nu for den unge?", kind=FieldKind.LINE)),
    outcomes=(
        Outcome(key="held", label="Holdt", effect=Effect.END, ends_as=Ending.COMPLETED),
        Outcome(
            key="broken_off", label="Holdt op undervejs", effect=Effect.END, ends_as=Ending.DECLINED, needs_fields=False
        ),
    ),
    clock=days(14, after="meetings"),
)
_MATCH = Step(
    key="match",
    label="Find den rette",
    says="Den unge er med til at vælge.",
    fields=(
        Field(key="wish", label="Hvad ønsker den unge?"),
        Field(key="who", label="Hvem er foreslået?", kind=FieldKind.LINE),
    ),
    outcomes=(Outcome(key="matched", label="Fundet", moves=ConcernClock.OFFERED, takes_place=True), parts.DECLINED),
    clock=days(14),
    stops=AWAY_FROM_HOME,
)
_RECORD_CHECKED = Field(
    key="record_checked",
    label="Er børneattesten hentet og uden anmærkning?",
    kind=FieldKind.YES_NO,
    must_be="yes",
    refusal="Uden børneattest må den voksne ikke begynde (børneattestloven).",
)

MENTOR = Kind(
    key=InterventionKind.MENTOR,
    says="En voksen, den unge kan se op til, over længere tid. Mentoren ser aldrig sagen.",
    basis="Samtykke. En mentor uden for myndighederne får tavshedspålæg (forvaltningslovens § 27, stk. 6).",
    steps=(
        _MATCH,
        Step(
            key="agreement",
            label="Aftale",
            says="Hvad er aftalen, hvornår er mentoren til at få fat på, og hvad må mentoren ikke sige videre?",
            fields=(
                Field(key="scope", label="Hvad er aftalen?"),
                Field(key="availability", label="Hvornår er mentoren til at få fat på?", kind=FieldKind.LINE),
                Field(
                    key="secrecy",
                    label="Har mentoren fået et skriftligt tavshedspålæg?",
                    kind=FieldKind.YES_NO,
                    must_be="yes",
                    refusal="En udenforstående skal have tavshedspålæg først (forvaltningslovens § 27, stk. 6).",
                ),
                _RECORD_CHECKED,
            ),
            outcomes=(Outcome(key="agreed", label="Aftalt"), parts.DECLINED),
            clock=days(14, after="match"),
        ),
        _MEETINGS,
        _FAREWELL,
    ),
    longest=months(12),
)

CONTACT_PERSON = Kind(
    key=InterventionKind.CONTACT_PERSON,
    says="En fast kontaktperson fra kommunen.",
    basis="Barnets lov § 32 for børn, §§ 113–116 for unge fra 18 år, § 131 ved løsladelse. Afgørelsen står i jeres"
    " eget fagsystem.",
    leads=frozenset({Side.MUNICIPALITY}),
    steps=(
        _MATCH,
        Step(
            key="agreement",
            label="Bevilling og aftale",
            says="Afgørelsen træffes og noteres i jeres eget fagsystem. Her står kun, at den er truffet.",
            fields=(
                Field(
                    key="decided",
                    label="Er der truffet en afgørelse i fagsystemet?",
                    kind=FieldKind.YES_NO,
                    must_be="yes",
                    refusal="Støtten kræver en afgørelse i kommunens eget system (barnets lov § 32).",
                ),
                Field(
                    key="consent",
                    label="Har forældremyndighedsindehaveren og den unge fra 15 år sagt ja?",
                    kind=FieldKind.YES_NO,
                    must_be="yes",
                    refusal="Støtten kræver samtykke (barnets lov § 32).",
                ),
                Field(key="scope", label="Hvad er aftalen?"),
                _RECORD_CHECKED,
            ),
            outcomes=(Outcome(key="agreed", label="Aftalt"), parts.DECLINED),
            clock=days(28, after="match"),
        ),
        _MEETINGS,
        _FAREWELL,
    ),
    longest=months(12),
)
