"""What was done with the invented young people, in the words of those who did it."""

from __future__ import annotations

from rundbord.demo.interventions.courses import Course, Step
from rundbord.demo.interventions.releases import RELEASES
from rundbord.interventions.actions import OfferTerms
from rundbord.interventions.vocabulary import InterventionKind, OfferKind

TALK = Course(
    by="ssp@gladsaxe",
    name="Ung Eksempel",
    kind=InterventionKind.CONCERN_TALK,
    since=10,
    steps=(
        Step(
            key="invite",
            outcome="invited",
            days_ago=8,
            values={
                "purpose": "Vi har set dig ude sent sammen med nogle ældre og vil gerne høre, hvordan du har det.",
                "who_comes": "SSP-konsulenten og den lokale betjent",
                "when_where": "Torsdag kl. 16 hjemme hos jer eller på biblioteket",
                "voluntary_told": "yes",
                "companion_told": "yes",
                "notice_given": "yes",
            },
        ),
        Step(
            key="talk",
            outcome="held",
            days_ago=2,
            values={
                "attended": "Den unge, moren, SSP-konsulenten og betjenten",
                "situation": "Nye venner siden sommer. Kommer sent hjem tre aftener om ugen og har mistet lysten til skolen.",
                "young_view": "Siger selv, at det begyndte for sjov, og at det er svært at sige nej til de ældre.",
                "parents_view": "Moren har været bekymret længe og vil gerne hjælpe. Hun arbejder om aftenen.",
                "protective": "Boksning to gange om ugen. En træner, der ringer, når den unge ikke kommer.",
                "consequences": "Vi talte om, hvad det vil sige at gå ærinder, og hvem der står tilbage, når det går galt.",
                "disagreement": "Den unge mener ikke, at aftnerne ved stisystemet er et problem.",
                "agreements": [
                    {"who": "Den unge", "what": "Går til boksning og siger til, når det er svært", "when": "hver uge"},
                    {"who": "Moren", "what": "Ringer til SSP, hvis aftnerne begynder igen", "when": "fra i dag"},
                    {"who": "SSP", "what": "Finder et fritidsjob", "when": "inden to uger"},
                ],
            },
        ),
    ),
)
VISIT = Course(
    by="ssp@ballerup",
    name="Opdigtet Opdigtsen",
    kind=InterventionKind.HOME_VISIT,
    since=6,
    steps=(
        Step(
            key="assess",
            outcome="go",
            days_ago=5,
            values={
                "assessed_by": "SSP sammen med skolens leder",
                "why": "Familien vil helst mødes hjemme, og de er enige om, at der skal tales om kniven.",
                "announced": "yes",
            },
        ),
        Step(key="visit", outcome="nobody_home", days_ago=1, again_in=2),
    ),
)
KNOCK = Course(
    by="ssp@herlev",
    name="Demo Demosen",
    kind=InterventionKind.KNOCK_KNOCK,
    since=2,
    asks="betjent@vestegnen",
    area="Herlev Station",
    steps=(
        Step(
            key="nominate",
            outcome="nominated",
            days_ago=2,
            values={
                "grounds": ["relation", "seen"],
                "facts": "Set tre gange med den samme gruppe i en lejet bil. Betalte kontant for alle.",
                "seen_on": "",
            },
        ),
        Step(
            key="decide",
            outcome="go",
            days_ago=1,
            values={
                "necessity": "Fylder snart 18, og de ældre i gruppen fylder mere hver uge.",
                "proportionality": "Et besøg er mindre indgribende end at vente, til der er en sigtelse.",
                "milder": "tried",
                "contact_person": "Gademedarbejderen, som den unge kender fra klubben",
            },
        ),
    ),
)
# Begun and not looked into: its page shows what must be settled before anybody makes contact.
WAITING = Course(by="betjent@vestegnen", name="Ingen Ingensen", kind=InterventionKind.CONCERN_TALK, since=7, steps=())
COURSES = (TALK, VISIT, KNOCK, WAITING, *RELEASES)

OFFERS = {
    "ssp@gladsaxe": (
        OfferTerms(
            name="Bokseklubben, åbent hold",
            kind=OfferKind.LEISURE,
            words="To aftener om ugen. Trænerne kender SSP og ringer, når nogen bliver væk.",
            contact="SSP Gladsaxe, 12 34 56 78",
            from_age=12,
            to_age=18,
            places=12,
            free=3,
        ),
        OfferTerms(
            name="Lommepengejob i boligområdet",
            kind=OfferKind.JOB,
            words="Grønne områder og affald, seks timer om ugen, med en fast voksen.",
            contact="Ungdomsskolen, 12 34 56 79",
            from_age=13,
            to_age=17,
            places=20,
            free=0,
        ),
    ),
    "ssp@herlev": (
        OfferTerms(
            name="Mentor fra Ungehuset",
            kind=OfferKind.MENTOR,
            words="Et år med en fast voksen.",
            contact="Ungehuset, 12 34 56 80",
            from_age=15,
            to_age=22,
            places=8,
            free=2,
        ),
    ),
    "ssp@ballerup": (
        OfferTerms(
            name="Familiekursus om unge og penge",
            kind=OfferKind.FAMILY,
            words="Fire aftener for forældre, nyt hold hver anden måned.",
            contact="Familiehuset, 12 34 56 81",
            from_age=10,
            to_age=17,
            places=10,
            free=6,
        ),
    ),
}
