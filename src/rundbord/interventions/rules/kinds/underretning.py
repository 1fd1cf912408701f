"""Underretning: written here, handed to the municipality's own intake, and then without words here."""

from __future__ import annotations

from rundbord.interventions.rules.kinds.kind import Field, Kind, Outcome, Step
from rundbord.interventions.rules.kinds.parts import hours, months, working_days
from rundbord.interventions.vocabulary import Effect, Ending, FieldKind, InterventionKind

_WRITE = Step(
    key="write",
    label="Skriv underretningen",
    says="Pligten er din egen og kan ikke overlades til andre. Er barnet i fare nu, så ring til kommunen først.",
    fields=(
        Field(
            key="acute",
            label="Er barnet i fare nu?",
            kind=FieldKind.YES_NO,
            hint="Ved ja: ring til kommunens sociale vagt, før du skriver.",
        ),
        Field(key="seen", label="Hvad har du set eller hørt, og hvornår?", hint="Datoer og egne iagttagelser."),
        Field(key="own_steps", label="Hvad har du selv gjort?"),
        Field(
            key="parents_told",
            label="Ved forældrene, at du underretter?",
            kind=FieldKind.CHOICE,
            choices={"yes": "Ja", "no": "Nej"},
        ),
        Field(
            key="why_not_told",
            label="Hvis nej: hvorfor ikke?",
            is_required=False,
            hint="For eksempel frygt for vold eller en æreskonflikt.",
        ),
        Field(key="siblings", label="Er der søskende i hjemmet?", kind=FieldKind.YES_NO),
    ),
    outcomes=(Outcome(key="written", label="Skrevet", is_contact=False),),
    clock=hours(24),
    own_key=True,
    printed="underretning",
)
_DELIVER = Step(
    key="deliver",
    label="Aflever til kommunens modtagelse",
    says="Hent siden, og aflever den ad kommunens egen vej. Når du siger, at den er afleveret, slettes ordene her.",
    fields=(
        Field(
            key="manner",
            label="Hvordan?",
            kind=FieldKind.CHOICE,
            choices={"own_system": "Kommunens eget system", "digital_post": "Digital Post", "hand": "I hånden"},
        ),
    ),
    outcomes=(Outcome(key="delivered", label="Afleveret", is_contact=False),),
    clock=hours(24),
    destroys=True,
)
_ASSESSED = Step(
    key="assessed",
    label="Kommunens vurdering",
    says="Kommunen vurderer inden for et døgn, om barnet skal have hjælp straks. Ring, hvis du er i tvivl.",
    outcomes=(
        Outcome(key="assessed", label="Vurderet", is_contact=False),
        Outcome(key="not_told", label="Intet hørt", is_contact=False),
    ),
    clock=hours(24, after="deliver", paragraph="barnets lov § 136"),
)
_ACKNOWLEDGED = Step(
    key="acknowledged",
    label="Kvittering",
    says="Kommunen kvitterer for modtagelsen inden seks hverdage.",
    fields=(Field(key="receipt_on", label="Modtaget den", kind=FieldKind.DAY),),
    outcomes=(
        Outcome(key="receipt", label="Kvittering modtaget", is_contact=False),
        Outcome(key="missing", label="Ikke kommet: rykket", effect=Effect.AGAIN, needs_fields=False, is_contact=False),
    ),
    clock=working_days(6, after="deliver", paragraph="barnets lov § 138"),
)
_FEEDBACK = Step(
    key="feedback",
    label="Tilbagemelding",
    says="Som fagperson kan du få at vide, om noget er sat i gang. Skriv ikke mere end det.",
    outcomes=(
        Outcome(
            key="started", label="Noget er sat i gang", effect=Effect.END, ends_as=Ending.HANDED_OVER, is_contact=False
        ),
        Outcome(
            key="not_started",
            label="Intet sat i gang",
            effect=Effect.END,
            ends_as=Ending.COMPLETED,
            is_contact=False,
        ),
        Outcome(
            key="none", label="Ingen tilbagemelding", effect=Effect.END, ends_as=Ending.COMPLETED, is_contact=False
        ),
    ),
    clock=months(1, after="deliver"),
)

UNDERRETNING = Kind(
    key=InterventionKind.UNDERRETNING,
    says="Du skriver den her, afleverer den til kommunens egen modtagelse, og så bliver kun datoer og frister tilbage.",
    basis="Barnets lov §§ 133 og 135. Pligten er personlig.",
    steps=(_WRITE, _DELIVER, _ASSESSED, _ACKNOWLEDGED, _FEEDBACK),
    only_under_18=True,
    longest=months(3),
)
