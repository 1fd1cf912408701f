"""What invented sources write: short accounts by category, without persons."""

from __future__ import annotations

from dataclasses import dataclass

from rundbord.situation.vocabulary import Category, GroupSize, Mood, Nature, SourceKind


@dataclass(frozen=True, kw_only=True)
class Story:
    """One account; `{street}` and `{area}` are filled in, `hours` is when it happens (Danish clock, may pass 24)."""

    category: Category
    nature: Nature
    source: SourceKind
    heading: str
    text: str
    hours: tuple[int, int]
    weight: int
    subcategory: str = ""
    group: GroupSize | None = None
    mood: Mood | None = None
    lasts: int = 0


def _police(  # noqa: PLR0917 — a table, read by columns
    category: Category, heading: str, text: str, hours: tuple[int, int], weight: int, **more: object
) -> Story:
    return Story(
        category=category,
        nature=Nature.INCIDENT,
        source=SourceKind.POLICE,
        heading=heading,
        text=text,
        hours=hours,
        weight=weight,
        **more,  # type: ignore[arg-type]
    )


def _seen(  # noqa: PLR0917 — a table, read by columns
    heading: str, text: str, group: GroupSize, mood: Mood, weight: int, **more: object
) -> Story:
    return Story(
        **{  # type: ignore[arg-type]
            "category": Category.UNREST,
            "nature": Nature.OBSERVATION,
            "source": SourceKind.STREET,
            "heading": heading,
            "text": text,
            "hours": (18, 25),
            "weight": weight,
            "group": group,
            "mood": mood,
            **more,
        }
    )


STORIES = (
    _police(
        Category.BURGLARY,
        "Indbrud i villa på {street}",
        "Indbrud begået gennem opbrudt terrassedør, mens beboerne var ude. Smykker og elektronik er stjålet.",
        (12, 22),
        9,
        subcategory="bolig",
        lasts=6,
    ),
    _police(
        Category.BURGLARY,
        "Indbrud i lejlighed på {street}",
        "Hoveddøren er brudt op. Der er rodet i flere rum. Naboer har ikke set noget.",
        (9, 20),
        6,
        subcategory="bolig",
        lasts=8,
    ),
    _police(
        Category.BURGLARY,
        "Indbrud i kiosk ved {street}",
        "En rude er knust med en sten. Cigaretter og vapes er stjålet.",
        (25, 29),
        3,
        subcategory="erhverv",
    ),
    _police(
        Category.THEFT,
        "Cykel- og løbehjulstyverier ved {street}",
        "Flere cykler og el-løbehjul er stjålet fra stativerne i løbet af eftermiddagen.",
        (14, 19),
        6,
        subcategory="cykel",
        lasts=4,
    ),
    _police(
        Category.THEFT,
        "Tyveri i butik på {street}",
        "Personalet i butikken anmelder tyveri af dyre varer. En større gruppe kom ind samtidig.",
        (15, 20),
        6,
        subcategory="butik",
    ),
    _police(
        Category.ROBBERY,
        "Røveri mod ung ved {street}",
        "En ung blev truet til at aflevere telefon og jakke. Gerningspersonerne løb mod stationen.",
        (16, 23),
        4,
    ),
    _police(
        Category.VIOLENCE,
        "Slagsmål på {street}",
        "Anmeldelse om slagsmål mellem to grupper. Grupperne var væk, da patruljen kom frem.",
        (18, 27),
        5,
    ),
    _police(
        Category.VIOLENCE,
        "Vold efter skænderi ved {street}",
        "Et skænderi udviklede sig til slag og spark. Der var ingen alvorlige skader.",
        (16, 26),
        4,
    ),
    _police(
        Category.THREATS,
        "Trusler fremsat ved {street}",
        "Butikspersonale er blevet truet, efter at de bad en gruppe forlade indgangen.",
        (15, 22),
        4,
    ),
    _police(
        Category.VANDALISM,
        "Hærværk mod skole ved {street}",
        "Seks ruder er knust, og der er malet på facaden. Skaden er sket i løbet af weekenden.",
        (18, 30),
        5,
        lasts=10,
    ),
    _police(
        Category.FIRE,
        "Containerbrand ved {street}",
        "Ild i affaldscontainer. Brandvæsenet slukkede branden. Branden er formentlig påsat.",
        (19, 27),
        5,
    ),
    _police(
        Category.FIRE,
        "Scooter brændt af ved {street}",
        "En scooter uden plader blev fundet brændende på stien. Ingen kom til skade.",
        (20, 28),
        2,
    ),
    _police(
        Category.DRUGS,
        "Mistanke om salg af hash ved {street}",
        "Borgere anmelder handel fra indgangen. Patruljen fandt tom emballage på stedet.",
        (15, 24),
        6,
    ),
    _police(
        Category.WEAPONS,
        "Kniv fundet ved {street}",
        "En kniv blev fundet gemt i en busk efter henvendelse fra en borger.",
        (14, 24),
        2,
    ),
    _police(
        Category.TRAFFIC,
        "Færdselsuheld på {street}",
        "Sammenstød mellem to biler i krydset. Ingen personskade.",
        (7, 19),
        9,
        subcategory="uheld",
    ),
    _police(
        Category.TRAFFIC,
        "Spirituskontrol på {street}",
        "Kontrol i aftentimerne. Flere sigtelser for kørsel i påvirket tilstand.",
        (20, 26),
        4,
        subcategory="spiritus_narko",
    ),
    _police(
        Category.SUSPICIOUS,
        "Mistænkelig adfærd ved {street}",
        "Beboere undrer sig over biler, der holder stille med tændt motor ved stisystemet.",
        (20, 28),
        4,
    ),
    _police(
        Category.UNREST,
        "Uro med kanonslag ved {street}",
        "Kanonslag kastet mod en bus. Ingen kom til skade. Busdriften blev omlagt en time.",
        (18, 24),
        4,
    ),
    _police(
        Category.FRAUD,
        "Falske opkald til ældre i {area}",
        "Flere ældre har fået opkald fra nogen, der udgav sig for at være fra banken.",
        (9, 16),
        2,
    ),
    _seen(
        "Gruppe ved {street}",
        "Gruppen hang ud ved bænkene med høj musik. God kontakt, de gik, da vi bad om ro.",
        GroupSize.MANY,
        Mood.CALM,
        12,
    ),
    _seen(
        "Spændt stemning ved {street}",
        "To grupper holdt øje med hinanden fra hver sin side af pladsen. Vi blev stående, til den ene gruppe gik.",
        GroupSize.MANY,
        Mood.TENSE,
        5,
    ),
    _seen(
        "Stille aften i {area}",
        "Få på gaden. Snak om sommerjob og træning i klubben.",
        GroupSize.FEW,
        Mood.CALM,
        8,
    ),
    _seen(
        "Knallerter på stierne i {area}",
        "Knallerter kørte stærkt på stierne i en halv time. Beboere er trætte af støjen.",
        GroupSize.SOME,
        Mood.UNEASY,
        6,
    ),
    _seen(
        "Lattergas ved {street}",
        "Mange tomme patroner ved legepladsen. Nye ansigter, som klubben ikke kender.",
        GroupSize.SOME,
        Mood.UNEASY,
        5,
    ),
    _seen(
        "Rygter om opgør ved {street}",
        "Flere fortæller om et aftalt opgør i weekenden. Ingen kender tid og sted.",
        GroupSize.NONE,
        Mood.TENSE,
        3,
    ),
    _seen(
        "Uro i frikvarteret ved {street}",
        "Skolen fortæller om skub og råb mellem to klasser. De voksne fik ro på.",
        GroupSize.SOME,
        Mood.UNEASY,
        4,
        source=SourceKind.SCHOOL_OR_CLUB,
        hours=(9, 14),
    ),
    _seen(
        "Klubben fik ubudne gæster i {area}",
        "En gruppe udefra kom i klubben og blev bedt om at gå. De gik efter en snak.",
        GroupSize.SOME,
        Mood.UNEASY,
        3,
        source=SourceKind.SCHOOL_OR_CLUB,
        hours=(16, 21),
    ),
    _seen(
        "Kældre brudt op ved {street}",
        "Driften har fundet opbrudte kældre og soveposer. Låsene bliver skiftet i dag.",
        GroupSize.NONE,
        Mood.UNEASY,
        3,
        source=SourceKind.HOUSING,
        category=Category.VANDALISM,
        hours=(7, 12),
    ),
)
