"""The conflict that burns: two groups, a night of violence, hypotheses, a window in which revenge is feared."""

from __future__ import annotations

from rundbord.conflicts.vocabulary import (
    Confidence,
    ConflictKind,
    EventKind,
    RiskKind,
    Severity,
    Side,
    StepKind,
    Tension,
)
from rundbord.demo.conflicts.shapes import POLICE, AtRisk, Clue, Judged, Quarrel, Seen, Step, Thought

BURNING = Quarrel(
    title="Uro mellem to grupper omkring Platanbuen",
    kind=ConflictKind.TERRITORY,
    team="ballerup/SSP Ballerup",
    areas=("Hedeparken og Grantoften", "Ballerup Centrum"),
    labels=("omkring Platanbuen", "omkring centret"),
    opened_ago=12,
    reviewed_ago=20,
    looked_at="Vi så på hypoteserne og på aftenerne omkring centret. Gadeteamet flytter en runde til kl. 21.",
    communication="Skolerne skriver til forældrene. Boligorganisationen sætter opslag i opgangene."
    " Politiet svarer pressen.",
    tensions=(
        Judged(
            ago=12 * 24,
            tension=Tension.RAISED,
            reason="Trusler på nettet og to optrin på en uge.",
            by="ballerup/SSP Ballerup",
        ),
        Judged(
            ago=5 * 24,
            tension=Tension.HIGH,
            reason="Der er set knive, og begge grupper samler flere end før.",
            by=POLICE,
        ),
        Judged(
            ago=1,
            tension=Tension.ACUTE,
            reason="Slagsmål i nat. Sidst kom svaret inden for to døgn.",
            by="ballerup/SSP Ballerup",
        ),
    ),
    events=(
        Seen(
            ago=13 * 24,
            kind=EventKind.ONLINE,
            severity=Severity.LIGHT,
            words="Gruppe B lægger film op, som håner gruppe A.",
            by="ballerup/Ungdomsklubber Ballerup",
            grade="c3",
            is_confirmed=False,
        ),
        Seen(
            ago=9 * 24 + 3,
            kind=EventKind.THREAT,
            severity=Severity.LESS,
            words="Trusler råbt tværs over pladsen. Forbipasserende gik udenom.",
            by="ballerup/Gadeteam Ballerup",
            area="Ballerup Centrum",
            place="Banegårdspladsen",
        ),
        Seen(
            ago=5 * 24 + 2,
            kind=EventKind.WEAPON,
            severity=Severity.GRAVE,
            words="Knive fundet i en busk ved legepladsen.",
            by=POLICE,
            grade="a1",
            area="Hedeparken og Grantoften",
            place="Platanbuen",
        ),
        Seen(
            ago=1.2,
            kind=EventKind.VIOLENCE,
            severity=Severity.GRAVE,
            words="To grupper mødtes. Patruljen skilte dem ad. Ingen kom alvorligt til skade.",
            by=POLICE,
            grade="a1",
            area="Hedeparken og Grantoften",
            place="Platanbuen",
        ),
    ),
    thoughts=(
        Thought(
            motive=ConflictKind.TERRITORY,
            words="Begge grupper vil have pladsen ved centret, efter at klubben flyttede dertil.",
            confidence=Confidence.FAIR,
            reason="Tre af fire optrin skete, da begge grupper var på vej til klubben.",
            by="ballerup/SSP Ballerup",
            ago=8,
            holds=6,
            clues=(
                Clue(
                    side=Side.FOR,
                    words="Gadeteamet ser begge grupper på pladsen de samme aftener.",
                    by="ballerup/Gadeteam Ballerup",
                    grade="b2",
                    ago=8,
                ),
                Clue(
                    side=Side.FOR,
                    words="Det første optrin kom ugen efter, at klubben flyttede.",
                    by="ballerup/Ungdomsklubber Ballerup",
                    grade="b1",
                    ago=7,
                ),
                Clue(
                    side=Side.AGAINST,
                    words="Slagsmålet i nat skete langt fra centret.",
                    by=POLICE,
                    grade="a1",
                    ago=0,
                ),
            ),
        ),
        Thought(
            motive=ConflictKind.DEBT,
            words="Der kan være et krav om penge mellem grupperne.",
            confidence=Confidence.WEAK,
            reason="Kun et rygte fra en enkelt kilde.",
            by=POLICE,
            ago=11,
            holds=-1,
            clues=(
                Clue(
                    side=Side.FOR,
                    words="Et rygte om et krav, hørt i klubben.",
                    by="ballerup/Ungdomsklubber Ballerup",
                    grade="d4",
                    ago=11,
                ),
            ),
        ),
    ),
    window=("Slagsmålet ved Platanbuen i nat", "Efter de to seneste optrin kom svaret inden for to døgn."),
    risks=(
        AtRisk(
            kind=RiskKind.MEETING,
            words="Begge grupper kommer forbi efter klubtid",
            area="Ballerup Centrum",
            place="Stien bag klubben",
        ),
        AtRisk(kind=RiskKind.TRIAL, words="Retsmøde om vold mellem grupperne", in_days=4),
        AtRisk(
            kind=RiskKind.ANNIVERSARY,
            words="Årsdag for skyderiet",
            area="Hedeparken og Grantoften",
            place="Platanbuen",
            in_days=6,
        ),
    ),
    steps=(
        Step(
            kind=StepKind.CALL_IN,
            what="Tal med hver gruppe for sig i klubben",
            team="ballerup/Ungdomsklubber Ballerup",
            due_in=0,
        ),
        Step(
            kind=StepKind.PRESENCE,
            what="Vær synlige på Banegårdspladsen ved klubtid",
            team="ballerup/Gadeteam Ballerup",
            due_in=1,
        ),
        Step(
            kind=StepKind.MEDIATION,
            what="Spørg konfliktrådet, om mægling er mulig",
            team="ballerup/SSP Ballerup",
            due_in=-1,
        ),
    ),
    names=("Platanfløjen", "Centerfløjen"),
)
