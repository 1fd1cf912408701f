"""What lies ahead: matches, trials, parties and days to remember."""

from __future__ import annotations

from datetime import time

from rundbord.demo.zones.shapes import Ahead
from rundbord.partnership.vocabulary import Audience
from rundbord.zones.vocabulary import EventKind, Influence

EVENTS = (
    Ahead(
        kind=EventKind.MATCH,
        title="Lokalopgør i fodbold",
        in_days=2,
        clock=(time(18, 0), time(20, 0)),
        area="Herlev Bymidte",
        place="Stadion",
        influence=Influence.SOME,
        expected="Mange på vej gennem Herlev Station før og efter kampen.",
        planned="Gadeteamet er ved stationen kl. 17–21.",
        source="Kampprogrammet",
        written_by="herlev",
        audience=Audience.PARTNERS,
    ),
    Ahead(
        kind=EventKind.TRIAL,
        title="Retsmøde i sag om vold mellem to grupper",
        in_days=4,
        clock=(time(9, 30), time(15, 0)),
        place="Retten i Glostrup",
        influence=Influence.GREAT,
        expected="Begge grupper ventes at møde op. Risiko for uro på vejen hjem.",
        planned="Synlig patrulje ved retten og ved stationen i Ballerup.",
        source="Retslisten",
        written_by="vestegnen",
    ),
    Ahead(
        kind=EventKind.ARRANGEMENT,
        title="Byfest på Søborg Hovedgade",
        in_days=9,
        lasts=2,
        clock=(time(10, 0), time(22, 0)),
        area="Søborg Hovedgade",
        influence=Influence.SOME,
        expected="Mange unge i gaden om aftenen.",
        planned="Klubberne holder længe åbent, og vagtselskabet kommer kl. 20.",
        source="Kommunens arrangementskalender",
        audience=Audience.PARTNERS,
    ),
    Ahead(
        kind=EventKind.ANNIVERSARY,
        title="Årsdag for skyderiet ved Platanbuen",
        in_days=6,
        area="Hedeparken og Grantoften",
        influence=Influence.GREAT,
        expected="Mange ventes at samles om aftenen.",
        planned="Gadeteam og lokalpoliti går runden sammen.",
        written_by="ballerup",
        repeats_yearly=True,
    ),
    Ahead(
        kind=EventKind.RELEASE,
        title="Løsladelse med mulig betydning for konflikten",
        in_days=12,
        area="Høje Gladsaxe",
        influence=Influence.SOME,
        expected="Kan ændre stemningen i området de første uger.",
        planned="Drøftes på morgenmødet dagen før.",
        written_by="vestegnen",
        audience=Audience.POLICE,
    ),
    Ahead(
        kind=EventKind.SCHOOL_START,
        title="Skolerne holder fri",
        in_days=40,
        lasts=7,
        influence=Influence.SOME,
        expected="Flere unge ude om dagen.",
        planned="Ferieklub i alle tre kommuner.",
        source="Skolernes ferieplan",
        audience=Audience.PARTNERS,
    ),
    Ahead(
        kind=EventKind.MATCH,
        title="Pokalkamp på stadion",
        in_days=-9,
        area="Herlev Bymidte",
        influence=Influence.NONE,
        expected="Gik roligt ved sidste møde.",
        written_by="herlev",
    ),
)
