"""Release: from the legal group over the months before to the ninety days after; clocks follow the day of release.

Only three groups are covered by KSP (retsplejeloven § 115, stk. 1, nr. 3); ordinary remand has other ways. The watch
afterwards is words on fixed days: never a score, and it ends by itself.
"""

from __future__ import annotations

from rundbord.interventions.rules.kinds.kind import AWAY_FROM_HOME, Bar, Field, Kind, Outcome, Step
from rundbord.interventions.rules.kinds.parts import days, months
from rundbord.interventions.vocabulary import Effect, Ending, FieldKind, InterventionKind
from rundbord.sharing.vocabulary import ReleaseGroup

INTAKE, DATE, DAY = "intake", "release_date", "day"
TRANSITION_PARAGRAPH = "barnets lov § 131"
WAYS = {
    "ksp": "KSP: løsladelsessamarbejdet",
    "ssp": "SSP: ung i SSP-kredsen",
    "consent": "Skriftligt samtykke",
    "gang": "Tilknytning til bandemiljøet (§ 115, stk. 5, kun fra politiet)",
}
_NOT_COVERED = (
    "KSP gælder ikke løsladelse fra almindelig varetægt (retsplejelovens § 115, stk. 1, nr. 3). Vælg en anden vej: SSP,"
    " hvis den unge er i kredsen; personens skriftlige samtykke; eller, for politiet, § 115, stk. 5."
)
# Nobody was met: what must be settled before a contact does not stop it.
_NOT_TIME = Outcome(
    key="too_short", label="Ikke aktuelt: der er kortere tid tilbage", needs_fields=False, is_contact=False
)
_DONE = Outcome(key="done", label="Gjort")
_WHO_DOES_WHAT = Field(
    key="agreements",
    label="Hvem gør hvad hvornår?",
    kind=FieldKind.AGREEMENTS,
    hint="Helbred, bolig, uddannelse eller job, økonomi, netværk, rusmidler.",
)
_OWN_VIEW = Field(
    key="young_view",
    label="Hvad siger personen selv?",
    hint="Med egne ord. For en ung under 18 skal det altid spørges om (barnets lov § 5, stk. 3).",
)
_LIFE_AREAS = (
    Field(key="housing", label="Bolig", kind=FieldKind.LINE),
    Field(key="work", label="Uddannelse eller job", kind=FieldKind.LINE),
    Field(key="money", label="Økonomi", kind=FieldKind.LINE, is_required=False),
    Field(key="network", label="Netværk", kind=FieldKind.LINE),
    Field(
        key="treatment",
        label="Helbred og rusmidler",
        kind=FieldKind.LINE,
        is_required=False,
        hint="Kun hvem der tager sig af det. Selve oplysningerne hører til i en oplysning med navngivne læsere.",
    ),
)


def _watch(after_days: int) -> Step:
    """Make one look of the watch: how it stands in words, and what holds."""
    return Step(
        key=f"watch_{after_days}",
        label=f"Se tilbage efter {after_days} dage",
        says="Hvordan går det, og hvad holder? Med ord. Ingen tal, ingen rangordning.",
        fields=(
            Field(key="status", label="Hvordan står det?"),
            Field(key="protective", label="Hvad beskytter? Hvem og hvad holder fast?"),
            Field(key="worry", label="Er der noget, nogen skal gøre nu?", is_required=False),
        ),
        outcomes=(
            Outcome(key="looked", label="Set på"),
            Outcome(
                key="new_worry",
                label="Noget er ved at skride: ny aftale er lavet",
                needs_fields=True,
            ),
        ),
        clock=days(after_days, after=DAY),
    )


RELEASE = Kind(
    key=InterventionKind.RELEASE,
    says="En god løsladelse: en at blive mødt af, et sted at bo, noget at stå op til, og et blik tilbage bagefter.",
    basis="KSP (retsplejelovens § 115, stk. 1, nr. 3) for dømte, for dømte under 18 og for radikaliserede; ellers SSP,"
    " samtykke eller § 115, stk. 5. Under 18: udslusning i mindst seks måneder (barnets lov § 131).",
    steps=(
        Step(
            key=INTAKE,
            label="Gruppe og grundlag",
            says="Først: hvad løslades personen fra, og på hvilket grundlag må I tale sammen?",
            fields=(
                Field(
                    key="group",
                    label="Hvilken gruppe?",
                    kind=FieldKind.CHOICE,
                    choices={each.value: each.label for each in ReleaseGroup},
                ),
                Field(key="way", label="På hvilket grundlag?", kind=FieldKind.CHOICE, choices=WAYS),
            ),
            outcomes=(Outcome(key="chosen", label="Valgt"),),
            bars=(
                Bar(
                    when={"group": ReleaseGroup.ORDINARY_REMAND.value, "way": "ksp"},
                    field="way",
                    says=_NOT_COVERED,
                ),
            ),
            clock=days(7),
        ),
        Step(
            key=DATE,
            label="Løsladelsesdag",
            says="Den dag, der regnes med. Flyttes den, så notér skridtet igen: fristerne følger med.",
            fields=(Field(key="release_on", label="Forventet løsladt den", kind=FieldKind.DAY, counts=True),),
            outcomes=(Outcome(key="known", label="Dagen er kendt", is_contact=False),),
            clock=days(14, after=INTAKE),
            repeats_until=DAY,
        ),
        Step(
            key="plan",
            label="Plan",
            says="Senest fire uger efter, at I begyndte: hvad er på plads, og hvem tager sig af resten?",
            fields=(*_LIFE_AREAS, _OWN_VIEW, _WHO_DOES_WHAT),
            outcomes=(_DONE,),
            clock=days(28, after=INTAKE),
        ),
        Step(
            key="municipality",
            label="Kontakt til kommunen",
            says="Hvem i kommunen tager imod?",
            fields=(Field(key="contact", label="Hvem har I talt med?", kind=FieldKind.LINE),),
            outcomes=(_DONE, _NOT_TIME),
            clock=months(-12, after=DATE),
        ),
        Step(
            key="housing",
            label="Bolig og forsørgelse",
            says="Er der et sted at bo og noget at leve af fra første dag?",
            fields=(
                Field(key="home", label="Hvor skal personen bo?", kind=FieldKind.LINE, hint="Ikke adressen."),
                Field(key="income", label="Hvad skal personen leve af?", kind=FieldKind.LINE),
            ),
            outcomes=(_DONE, _NOT_TIME),
            clock=months(-3, after=DATE),
        ),
        Step(
            key="meeting",
            label="Løsladelsesmøde",
            says="Personen er selv med. Hvem gør hvad, og hvem står der på dagen?",
            fields=(
                _OWN_VIEW,
                _WHO_DOES_WHAT,
            ),
            outcomes=(Outcome(key="held", label="Holdt"), _NOT_TIME),
            clock=months(-1, after=DATE),
            stops=AWAY_FROM_HOME,
            is_planned=True,
        ),
        Step(
            key=DAY,
            label="Løsladelsen",
            says="Ingen går alene ud.",
            fields=(
                Field(key="released_on", label="Løsladt den", kind=FieldKind.DAY, counts=True),
                Field(key="met_by", label="Hvem mødte personen?", kind=FieldKind.LINE),
                Field(key="home", label="Hvor sover personen i nat?", kind=FieldKind.LINE, hint="Ikke adressen."),
                Field(key="work", label="Skole eller job", kind=FieldKind.LINE),
                Field(key="network", label="Hvem er der?", kind=FieldKind.LINE),
                Field(key="contact", label="Hvem kan personen ringe til?", kind=FieldKind.LINE),
            ),
            outcomes=(
                Outcome(key="met", label="Mødt af nogen"),
                Outcome(
                    key="not_released",
                    label="Løslades ikke alligevel",
                    effect=Effect.END,
                    ends_as=Ending.NOT_NECESSARY,
                    needs_fields=False,
                ),
            ),
            clock=days(0, after=DATE),
        ),
        Step(
            key="first_contact",
            label="Første kontakt",
            says="To dage efter: er personen hjemme, og er det første aftalte i gang?",
            fields=(Field(key="status", label="Hvordan gik de første dage?"),),
            outcomes=(
                Outcome(key="met", label="Mødtes"),
                Outcome(key="not_met", label="Ikke truffet", effect=Effect.AGAIN, needs_fields=False),
            ),
            clock=days(2, after=DAY),
        ),
        *(_watch(after_days) for after_days in (14, 30, 60, 90)),
        Step(
            key="transition",
            label="Udslusning under 18",
            says="Under 18 varer udslusningen mindst seks måneder. Andre: her slutter forløbet af sig selv.",
            fields=(Field(key="status", label="Hvordan har udslusningen været?"),),
            outcomes=(
                Outcome(
                    key="adult",
                    label="Ikke under 18: forløbet slutter",
                    effect=Effect.END,
                    ends_as=Ending.COMPLETED,
                    needs_fields=False,
                    is_early=True,
                ),
                Outcome(key="kept", label="Udslusning i seks måneder", effect=Effect.END, ends_as=Ending.COMPLETED),
            ),
            clock=months(6, after=DAY, paragraph=TRANSITION_PARAGRAPH),
            not_before=months(6, after=DAY, paragraph=TRANSITION_PARAGRAPH),
        ),
    ),
)
