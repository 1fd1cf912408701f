"""Conflicts beside the one that burns: one forgotten, one for the police alone, one gone quiet, one closed."""

from __future__ import annotations

from rundbord.conflicts.vocabulary import Confidence, ConflictKind, EventKind, Severity, Side, StepKind, Tension
from rundbord.demo.conflicts.shapes import POLICE, Clue, Judged, Opened, Quarrel, Seen, Step, Thought
from rundbord.partnership.vocabulary import Audience

OTHERS = (
    Quarrel(
        title="Optrin mellem elever fra to skoler",
        opened_wider=Opened(
            ago=60, reason="Skolerne ligger i to kommuner, og begge skal kunne forberede deres klubber."
        ),
        kind=ConflictKind.SCHOOL_MEDIA,
        team="herlev/SSP Herlev",
        areas=("Hjortespring", "Herlev Bymidte"),
        labels=("den ene skole", "den anden skole"),
        opened_ago=19,
        reviewed_ago=78,
        looked_at="Roligt på skolerne. Vi holder øje med busserne efter sidste time.",
        communication="Skolelederne taler med klasserne samme dag. SSP svarer forældrene.",
        tensions=(
            Judged(
                ago=19 * 24,
                tension=Tension.RAISED,
                reason="Film af et slagsmål deles på begge skoler.",
                by="herlev/SSP Herlev",
            ),
        ),
        events=(
            Seen(
                ago=19 * 24 + 4,
                kind=EventKind.VIOLENCE,
                severity=Severity.LESS,
                words="Slagsmål mellem elever efter skoletid. Filmet og delt.",
                by="herlev/SSP Herlev",
                area="Hjortespring",
                place="Hjortespringvej",
            ),
            Seen(
                ago=8 * 24,
                kind=EventKind.GATHERING,
                severity=Severity.LIGHT,
                words="Mange samlet ved busserne. Lærerne fulgte dem hjem.",
                by="herlev/Gadeteam Herlev",
                area="Herlev Bymidte",
            ),
        ),
        thoughts=(
            Thought(
                motive=ConflictKind.SCHOOL_MEDIA,
                words="Filmen holder det i live. Uden den var det slut.",
                confidence=Confidence.STRONG,
                reason="Begge skoler og gadeteamet siger det samme.",
                by="herlev/SSP Herlev",
                ago=10,
                holds=4,
                clues=(
                    Clue(
                        side=Side.FOR,
                        words="Hvert nyt optrin kom dagen efter, at filmen blev delt igen.",
                        by="herlev/SSP Herlev",
                        grade="b1",
                        ago=10,
                    ),
                ),
            ),
        ),
        steps=(
            Step(
                kind=StepKind.ONLINE,
                what="Bed om at få filmen fjernet",
                team="vestegnen/Forebyggende afdeling",
                due_in=2,
            ),
        ),
    ),
    Quarrel(
        title="Rygter om hævn efter røverier",
        kind=ConflictKind.REVENGE,
        team=POLICE,
        areas=("Høje Gladsaxe",),
        labels=("omkring højhusene", "udefra"),
        opened_ago=3,
        reviewed_ago=8,
        looked_at="Vi så på rygterne og på de seneste røverier. Ingen tegn på et bestemt sted.",
        audience=Audience.POLICE,
        tensions=(
            Judged(
                ago=70,
                tension=Tension.RAISED,
                reason="To kilder hører det samme rygte uafhængigt af hinanden.",
                by=POLICE,
            ),
        ),
        events=(
            Seen(
                ago=71,
                kind=EventKind.RUMOUR,
                severity=Severity.LIGHT,
                words="Rygte om, at nogen vil tage hævn for røverierne.",
                by=POLICE,
                grade="c3",
                area="Høje Gladsaxe",
                is_confirmed=False,
            ),
        ),
    ),
    Quarrel(
        title="Gæld blandt unge omkring Søborg Hovedgade",
        kind=ConflictKind.DEBT,
        team="gladsaxe/SSP Gladsaxe",
        areas=("Søborg Hovedgade",),
        labels=("omkring stationen", "omkring skolen"),
        opened_ago=61,
        reviewed_ago=30,
        looked_at="Stadig roligt. Vi overvejer at afslutte.",
        tensions=(
            Judged(
                ago=61 * 24,
                tension=Tension.HIGH,
                reason="Tre røverier med samme mønster og trusler om mere.",
                by="gladsaxe/SSP Gladsaxe",
            ),
            Judged(
                ago=34 * 24,
                tension=Tension.LOW,
                reason="Ingen nye røverier, og klubben ser ingen spor af grupperne.",
                by="gladsaxe/SSP Gladsaxe",
            ),
        ),
        events=(
            Seen(
                ago=58 * 24,
                kind=EventKind.VIOLENCE,
                severity=Severity.LESS,
                words="Røveri mod unge efter skoletid. Ingen kom til skade.",
                by=POLICE,
                grade="a1",
                area="Søborg Hovedgade",
                place="Søborg Torv",
            ),
            Seen(
                ago=35 * 24,
                kind=EventKind.CALMING,
                severity=Severity.LIGHT,
                words="Begge grupper kom til fællesspisning i klubben.",
                by="gladsaxe/Ungdomsklubber Gladsaxe",
            ),
        ),
    ),
    Quarrel(
        title="Uro ved Herlev Station i sommerferien",
        kind=ConflictKind.HONOUR,
        team="herlev/SSP Herlev",
        areas=("Herlev Station",),
        labels=("ved stationen", "fra nabobyen"),
        opened_ago=120,
        reviewed_ago=76 * 24,
        looked_at="Ingen optrin i fem uger.",
        tensions=(
            Judged(
                ago=120 * 24,
                tension=Tension.RAISED,
                reason="Provokationer hver fredag aften i juli.",
                by="herlev/SSP Herlev",
            ),
        ),
        closed_ago=75,
        closed_why="Ingen optrin i fem uger. Vagterne på stationen fortsætter året ud.",
    ),
)
