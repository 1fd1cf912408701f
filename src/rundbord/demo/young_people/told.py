"""What is told of the invented young people; ages and days are reckoned from the day on which it is loaded."""

from __future__ import annotations

from dataclasses import dataclass, field

from rundbord.concerns.vocabulary import CaseLevel, DeferralGround
from rundbord.sharing.rules.opening import ConcernGround
from rundbord.sharing.vocabulary import HonourScreening, InformationClass, PersonRole, SourceGrade


@dataclass(frozen=True, kw_only=True)
class More:
    """A fact that is added afterwards: kind, words, class and grade."""

    kind: str
    words: str
    information_class: InformationClass = InformationClass.PRIVATE
    grade: SourceGrade = SourceGrade.TOLD


@dataclass(frozen=True, kw_only=True)
class Told:
    """One young person: who follows, how old, what is seen, thought and protective, and how the family stands.

    `days_to_birthday` says when they turn a year older; `due_in` moves the deadline. `deferred` is the ground to wait.
    """

    by: str
    name: str
    age: int
    days_to_birthday: int
    area: str
    seen: str
    thought: str = ""
    protective: str = ""
    role: PersonRole = PersonRole.CONCERN
    grounds: tuple[ConcernGround, ...] = (ConcernGround.OWN_RELATION,)
    level: CaseLevel = CaseLevel.WORRY
    grade: SourceGrade = SourceGrade.TOLD
    source: str = ""
    knows_cpr: bool = True
    has_protected_address: bool = False
    custody: str = ""
    deferred: DeferralGround | None = None
    due_in: int = 5
    honour: HonourScreening | None = None
    must_be_two: str = ""
    becomes: CaseLevel | None = None
    more: tuple[More, ...] = field(default_factory=tuple)


TOLD = (
    Told(
        by="ssp@gladsaxe",
        name="Ung Eksempel",
        age=14,
        days_to_birthday=120,
        area="Værebro Park",
        seen="Stod tre aftener i træk ved stisystemet sammen med fire ældre unge. Gav dem en taske den sidste aften.",
        thought="Kan være i gang med at gå ærinder. Det er nyt inden for den sidste måned.",
        protective="Går til boksning to gange om ugen og lytter til træneren. Moren vil gerne tale med os.",
        source="Gadeteamet",
        custody="Forælder Eksempel",
        due_in=1,
        honour=HonourScreening.NO_SIGNS,
        becomes=CaseLevel.FIRST,
        more=(
            More(kind="seen", words="Kom ikke i skole mandag og tirsdag. Skolen har ringet hjem."),
            More(kind="protective", words="Har fået fritidsjob i et supermarked fra den første i næste måned."),
        ),
    ),
    Told(
        by="ssp@gladsaxe",
        name="Test Testesen",
        age=16,
        days_to_birthday=200,
        area="Høje Gladsaxe",
        seen="Set i slagsmål ved boldbanen. To andre gik imellem.",
        thought="Ligner en engangshændelse efter en fest.",
        role=PersonRole.SUSPECTED,
        grounds=(ConcernGround.OWN_ACT, ConcernGround.SEEN_AT_EVENT),
        level=CaseLevel.FIRST,
        source="Klubben",
        custody="Mor Testesen",
        due_in=-2,
    ),
    Told(
        by="koordinator@gladsaxe",
        name="Prøve Prøvesen",
        age=15,
        days_to_birthday=30,
        area="Værebro Park",
        seen="Fortæller i klubben, at familien holder øje med telefonen og bestemmer, hvem der må ses.",
        thought="Vi ved ikke, hvordan familien reagerer, hvis vi henvender os.",
        grounds=(ConcernGround.WELLBEING,),
        deferred=DeferralGround.HONOUR,
        honour=HonourScreening.SIGNS,
        source="Klubmedarbejder",
        due_in=3,
    ),
    Told(
        by="ssp@herlev",
        name="Demo Demosen",
        age=17,
        days_to_birthday=41,
        area="Herlev Station",
        seen="Kører rundt med en gruppe fra Ballerup i en lejet bil. Har mange kontanter.",
        thought="Følger de ældre tæt. Vi når ikke meget før 18-årsdagen uden en aftale.",
        protective="Har en god kontakt til sin gamle lærer.",
        level=CaseLevel.REPEATED,
        source="Gadeteamet",
        custody="Far Demosen",
        due_in=6,
    ),
    Told(
        by="ssp@herlev",
        name="Fiktiv Fiktivsen",
        age=12,
        days_to_birthday=300,
        area="Hjortespring",
        seen="Er ofte ude efter kl. 23 sammen med sin storebrors venner.",
        protective="Mormor bor i nærheden og henter, når hun bliver ringet op.",
        grounds=(ConcernGround.WELLBEING, ConcernGround.FAMILY_CONVICTION),
        has_protected_address=True,
        source="En nabo",
        grade=SourceGrade.RUMOUR,
        custody="Forælder Fiktivsen",
        due_in=4,
    ),
    Told(
        by="ssp@herlev",
        name="Påhit Påhitsen",
        age=20,
        days_to_birthday=60,
        area="Herlev Station",
        seen="Løslades om seks uger efter otte måneder. Har selv bedt om hjælp til at begynde et nyt sted.",
        protective="Søsteren besøger hver anden uge. Har passet værkstedet hele vejen.",
        role=PersonRole.CONVICTED,
        level=CaseLevel.SERIOUS,
        grade=SourceGrade.DOCUMENTED,
        source="Kriminalforsorgen",
        due_in=12,
    ),
    Told(
        by="ssp@ballerup",
        name="Opdigtet Opdigtsen",
        age=13,
        days_to_birthday=75,
        area="Hedeparken og Grantoften",
        seen="Har haft en kniv med i skole. Læreren tog den og talte med forældrene.",
        thought="Siger, at den var til at føle sig tryg. Vi tror på det.",
        protective="Forældrene møder op og er enige.",
        grounds=(ConcernGround.OWN_ACT,),
        level=CaseLevel.FIRST,
        source="Læreren",
        custody="Forælder Opdigtsen",
        due_in=2,
    ),
    Told(
        by="betjent@vestegnen",
        name="Ingen Ingensen",
        age=16,
        days_to_birthday=150,
        area="Værebro Park",
        seen="Truffet to gange i november sammen med personer, der er kendt for hashsalg.",
        thought="Vurderes at være ny i kredsen.",
        level=CaseLevel.REPEATED,
        grade=SourceGrade.SEEN,
        custody="Forælder Ingensen",
        due_in=-1,
        must_be_two="Kom altid to, og ring til vagthavende først.",
        more=(
            More(
                kind="thought",
                words="Har siden september haft tilknytning til en gruppering i området.",
                information_class=InformationClass.GANG,
                grade=SourceGrade.DOCUMENTED,
            ),
        ),
    ),
    Told(
        by="betjent@vestegnen",
        name="Navn Navnesen",
        age=19,
        days_to_birthday=90,
        area="Herlev Station",
        seen="Løsladt i sidste uge. Er set ved stationen sammen med de samme som før dommen.",
        protective="Har sagt ja til en mentor.",
        role=PersonRole.CONVICTED,
        level=CaseLevel.SERIOUS,
        grade=SourceGrade.DOCUMENTED,
        knows_cpr=False,
        due_in=5,
    ),
)
