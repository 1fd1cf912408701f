"""The home visit: announced or not, as guests, and never to inspect the home."""

from __future__ import annotations

from rundbord.interventions.rules.kinds import parts
from rundbord.interventions.rules.kinds.kind import EVERY_STOP, Field, Kind, Outcome, Step
from rundbord.interventions.rules.kinds.parts import days, months
from rundbord.interventions.vocabulary import Effect, FieldKind, InterventionKind

_ASSESS = Step(
    key="assess",
    label="Vurder besøget",
    says="Hvem vurderer, at den unge er i risiko, og hvorfor er et besøg hjemme det rigtige?",
    fields=(
        Field(key="assessed_by", label="Hvem har vurderet det?", kind=FieldKind.LINE),
        Field(key="why", label="Hvorfor et besøg hjemme?"),
        Field(
            key="announced",
            label="Får familien besked på forhånd?",
            kind=FieldKind.CHOICE,
            choices={"yes": "Ja", "no": "Nej, uanmeldt"},
        ),
    ),
    outcomes=(Outcome(key="go", label="Besøg planlægges"), parts.CLOSED),
    clock=days(2),
)
_AT_HOME = Step(
    key="visit",
    label="Besøg",
    says="I er gæster. Besøget er aldrig en kontrol af hjemmet.",
    fields=(
        Field(key="present", label="Hvem var hjemme?", kind=FieldKind.LINE),
        Field(
            key="let_in",
            label="Sagde de ja til, at I kom ind?",
            kind=FieldKind.YES_NO,
            must_be="yes",
            refusal="Uden et ja går I ikke ind. Vælg »Afvist«, og aftal, hvornår I prøver igen.",
        ),
        parts.INTERPRETER,
        Field(key="note", label="Hvad talte I om?", hint="Søskende nævnes kun, hvis de har deres egen bekymring."),
        parts.YOUNG_VIEW,
        Field(key="agreement", label="Hvad aftalte I?", is_required=False),
        parts.NOTICE_GIVEN,
    ),
    outcomes=(parts.MET, parts.NOBODY_HOME, parts.REFUSED, parts.GIVEN_UP),
    clock=days(7, after="assess"),
    stops=EVERY_STOP,
    is_planned=True,
    at_door=True,
)
_AFTERWARDS = Step(
    key="follow_up",
    label="Følg op",
    says="To uger efter: er der sket noget, og er kontakten sikret?",
    fields=(Field(key="status", label="Hvad er der sket?"),),
    outcomes=(parts.SECURED, Outcome(key="more", label="Følg op igen", effect=Effect.AGAIN), parts.HANDED_OVER),
    clock=days(14, after="visit"),
)

HOME_VISIT = Kind(
    key=InterventionKind.HOME_VISIT,
    says="SSP eller politi besøger den unge og forældrene hjemme.",
    basis="Forebyggende arbejde efter retsplejelovens § 115, stk. 1, nr. 1 (SSP). Frivilligt.",
    steps=(_ASSESS, _AT_HOME, _AFTERWARDS),
    only_under_18=True,
    longest=months(3),
)
