"""The concern talk: a talk in three phases with the young person and the parents, its summary and what follows."""

from __future__ import annotations

from rundbord.interventions.rules.kinds import parts
from rundbord.interventions.rules.kinds.kind import AWAY_FROM_HOME, Field, Kind, Outcome, Step
from rundbord.interventions.rules.kinds.parts import days, months
from rundbord.interventions.vocabulary import ConcernClock, Effect, Ending, FieldKind, InterventionKind

_MAPPING, _RESPONSIBILITY, _MEASURES = "1. Kortlægning", "2. Ansvarliggørelse", "3. Tiltag"

_INVITE = Step(
    key="invite",
    label="Inviter",
    says="Ring først, og send så brevet. Familien skal vide, hvorfor, hvem der kommer, og at det er frivilligt.",
    fields=(
        Field(key="purpose", label="Hvad er anledningen?", hint="Sådan som I siger det til familien."),
        Field(key="who_comes", label="Hvem deltager fra jer?", kind=FieldKind.LINE),
        Field(key="when_where", label="Hvornår og hvor?", kind=FieldKind.LINE, hint="Der, hvor familien er tryggest."),
        Field(
            key="voluntary_told",
            label="Er det sagt, at samtalen er frivillig?",
            kind=FieldKind.YES_NO,
            must_be="yes",
            refusal="Familien skal vide, at samtalen er frivillig, før invitationen tæller.",
        ),
        Field(
            key="companion_told",
            label="Er det sagt, at den unge må tage en bisidder med?",
            kind=FieldKind.YES_NO,
            must_be="yes",
            refusal="Den unge har ret til en bisidder og skal vide det (barnets lov § 6).",
            hint="Barnets lov § 6.",
        ),
        parts.NOTICE_GIVEN,
    ),
    outcomes=(
        Outcome(key="invited", label="Inviteret"),
        Outcome(key="not_reached", label="Ikke truffet", effect=Effect.AGAIN, needs_fields=False, is_contact=False),
        parts.REFUSED,
        parts.DECLINED,
    ),
    clock=days(5),
    stops=AWAY_FROM_HOME,
    printed="invitation",
)
_TALK = Step(
    key="talk",
    label="Hold samtalen",
    says="Tre faser i én samtale. Skriv, så familien kan læse det: de får det hele at se.",
    fields=(
        Field(key="attended", label="Hvem deltog?", kind=FieldKind.LINE),
        Field(key="situation", label="Hvordan er situationen, og hvad har ført hertil?", part=_MAPPING),
        Field(key="young_view", label=parts.YOUNG_VIEW.label, hint=parts.YOUNG_VIEW.hint, part=_MAPPING),
        Field(key="parents_view", label="Hvad siger forældrene?", part=_MAPPING),
        Field(key="protective", label="Hvad går godt, og hvem støtter?", part=_MAPPING),
        Field(key="consequences", label="Hvad kan det føre til, hvis det fortsætter?", part=_RESPONSIBILITY),
        Field(
            key="disagreement",
            label="Hvad er I uenige om?",
            is_required=False,
            hint="Uenighed skrives ned, som den er.",
            part=_RESPONSIBILITY,
        ),
        Field(key="agreements", label="Aftaler", kind=FieldKind.AGREEMENTS, part=_MEASURES),
    ),
    outcomes=(
        Outcome(key="held", label="Holdt", moves=ConcernClock.CONTACTED),
        Outcome(key="nobody_came", label="Kom ikke", effect=Effect.AGAIN, needs_fields=False, is_contact=False),
        parts.REFUSED,
        parts.DECLINED,
    ),
    clock=days(14),
    stops=AWAY_FROM_HOME,
    is_planned=True,
    at_door=True,
    printed="summary",
)
_SUMMARY = Step(
    key="summary",
    label="Giv familien referatet",
    says="Familien får præcis det, der står her.",
    fields=(
        Field(
            key="manner",
            label="Hvordan fik de det?",
            kind=FieldKind.CHOICE,
            choices={"hand": "I hånden", "digital_post": "Digital Post", "letter": "Brev"},
            posted=frozenset({"digital_post", "letter"}),
        ),
        Field(key="handed_on", label="Afleveret den", kind=FieldKind.DAY),
        Field(
            key="corrections", label="Hvad vil familien have rettet?", is_required=False, hint="Skrives ved siden af."
        ),
    ),
    outcomes=(Outcome(key="handed", label="Afleveret", moves=ConcernClock.OFFERED),),
    clock=days(7, after="talk"),
)
_FOLLOW_UP = Step(
    key="follow_up",
    label="Følg op",
    says="Fire til otte uger efter samtalen: er aftalerne holdt, og hvad er næste skridt?",
    fields=(
        Field(
            key="kept",
            label="Er aftalerne holdt?",
            kind=FieldKind.CHOICE,
            choices={"all": "Ja", "some": "Nogle af dem", "none": "Nej"},
        ),
        parts.YOUNG_VIEW,
        Field(key="status", label="Hvordan går det nu?"),
        Field(key="next", label="Næste skridt", kind=FieldKind.LINE, is_required=False),
    ),
    outcomes=(
        Outcome(
            key="good",
            label="Det går godt: slut",
            moves=ConcernClock.SECURED,
            effect=Effect.END,
            ends_as=Ending.COMPLETED,
        ),
        Outcome(key="more", label="Følg op igen", effect=Effect.AGAIN),
        parts.HANDED_OVER,
        Outcome(key="not_reached", label="Ikke truffet", effect=Effect.AGAIN, needs_fields=False, is_contact=False),
    ),
    clock=days(56, after="talk"),
    not_before=days(28, after="talk"),
    stops=AWAY_FROM_HOME,
    is_planned=True,
)

CONCERN_TALK = Kind(
    key=InterventionKind.CONCERN_TALK,
    says="En samtale i tre faser med den unge og forældrene. De får et referat, og I følger op.",
    basis="Forebyggende arbejde efter retsplejelovens § 115, stk. 1, nr. 1 (SSP). Frivilligt.",
    steps=(_INVITE, _TALK, _SUMMARY, _FOLLOW_UP),
    longest=months(6),
    evidence="Familier og fagfolk er glade for samtalerne; en virkning på kriminalitet er ikke påvist.",
)
