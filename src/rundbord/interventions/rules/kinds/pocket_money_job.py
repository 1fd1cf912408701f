"""The pocket-money job: a right for two groups, and never a mark on whoever has it."""

from __future__ import annotations

from rundbord.interventions.rules.kinds import parts
from rundbord.interventions.rules.kinds.kind import AWAY_FROM_HOME, Field, Kind, Outcome, Step
from rundbord.interventions.rules.kinds.parts import months
from rundbord.interventions.vocabulary import ConcernClock, Effect, Ending, FieldKind, InterventionKind, Side

JOB_PARAGRAPH = "lov nr. 611/2024 om ret til lommepengejob"

POCKET_MONEY_JOB = Kind(
    key=InterventionKind.POCKET_MONEY_JOB,
    says="Et lille job med en voksen ved siden af. Arbejdsgiveren får aldrig at vide, hvorfor.",
    basis="Lov nr. 611/2024: ret for 13–17-årige i to grupper; andre gennem lokale projekter.",
    leads=frozenset({Side.MUNICIPALITY}),
    only_under_18=True,
    steps=(
        Step(
            key="wish",
            label="Den unges ønske",
            says="Fristen løber fra den samtale, hvor den unge ønsker et job.",
            fields=(
                Field(key="wished_on", label="Ønsket den", kind=FieldKind.DAY, counts=True),
                Field(
                    key="entitled_by",
                    label="Grundlag",
                    kind=FieldKind.CHOICE,
                    choices={
                        "youth_board": "Ret: henvist til Ungdomskriminalitetsnævnet",
                        "police": "Ret: politiets dokumentation",
                        "local": "Lokalt projekt",
                    },
                ),
                Field(key="wish", label="Hvad vil den unge gerne?", kind=FieldKind.LINE),
            ),
            outcomes=(Outcome(key="wished", label="Ønsker et job"), parts.DECLINED),
            stops=AWAY_FROM_HOME,
        ),
        Step(
            key="offer",
            label="Tilbyd et job",
            says="Senest en måned efter samtalen.",
            fields=(
                Field(key="employer", label="Arbejdsgiver", kind=FieldKind.LINE),
                Field(key="adult", label="Voksen på arbejdet", kind=FieldKind.LINE),
                Field(key="hours", label="Timer om ugen", kind=FieldKind.LINE),
                Field(
                    key="school_checked",
                    label="Passer det med skolen?",
                    kind=FieldKind.YES_NO,
                    must_be="yes",
                    refusal="Jobbet må ikke gå ud over skolen.",
                ),
                Field(
                    key="basis_kept",
                    label="Er grundlaget holdt fra arbejdsgiveren?",
                    kind=FieldKind.YES_NO,
                    must_be="yes",
                    refusal="Arbejdsgiveren må ikke få grundlaget at vide (forvaltningslovens § 27).",
                ),
            ),
            outcomes=(
                Outcome(key="accepted", label="Taget imod", moves=ConcernClock.OFFERED, takes_place=True),
                Outcome(
                    key="not_right", label="Ikke det rette: find et andet", effect=Effect.AGAIN, needs_fields=False
                ),
                parts.DECLINED,
            ),
            clock=months(1, after="wish", paragraph=JOB_PARAGRAPH),
        ),
        Step(
            key="follow_up",
            label="Følg op",
            says="Går det, og hvad skal der ske bagefter?",
            fields=(parts.YOUNG_VIEW, Field(key="status", label="Hvordan går det?")),
            outcomes=(
                Outcome(key="goes_on", label="Fortsætter", effect=Effect.AGAIN, moves=ConcernClock.SECURED),
                Outcome(
                    key="ordinary_job", label="Har fået et almindeligt job", effect=Effect.END, ends_as=Ending.COMPLETED
                ),
                parts.CLOSED,
            ),
            clock=months(3, after="offer"),
        ),
    ),
)
