"""Audiences, kinds of areas and their status, crime categories that a partnership follows."""

from rundbord.vocabulary import Term


class Audience(Term):
    """Audience — læserkreds: who may read an entry; ordered from narrow to wide."""

    UNIT = "unit", "Kun mit team"
    AUTHORITY = "authority", "Kun min myndighed"
    POLICE = "police", "Min myndighed og politiet"
    PARTIES = "parties", "Alle parter"
    PARTNERS = "partners", "Alle parter, boligorganisationer og foreninger"


class AreaKind(Term):
    """Area kind — områdetype."""

    DISTRICT = "district", "Bydel"
    HOUSING = "housing", "Boligområde"
    CENTRE = "centre", "Center og butikker"
    STATION = "station", "Station og knudepunkt"
    SCHOOL = "school", "Skole og omgivelser"
    PARK = "park", "Park og grønt område"
    OTHER = "other", "Andet sted"


class AreaStatus(Term):
    """Area status — områdestatus: what police and SSP each say of an area; it stands when both say the same."""

    GANG_FREE = "gang_free", "Bandefrit"
    CALM = "calm", "Roligt"
    WATCHED = "watched", "Følges tæt"
    TENSE = "tense", "Spændt"
    CONFLICT = "conflict", "Konflikt"


class Side(Term):
    """Side — side: the two that must agree on an area's status."""

    POLICE = "police", "Politi"
    SSP = "ssp", "SSP"


class ForumKind(Term):
    """Forum kind — forumtype: what a forum is for; they differ in who, how often and what about, not in nature."""

    MORNING = "morning", "Morgenmøde"
    JOINT_LEADERS = "joint_leaders", "Fælles ledergruppe"
    COORDINATION = "coordination", "Koordinationsgruppe"
    HAND_OVER = "hand_over", "Overleveringsmøde"
    LOCAL = "local", "Lokalgruppe"
    STEERING = "steering", "Styregruppe"
    BILATERAL = "bilateral", "Bilateralt forum"
    HOUSING = "housing", "Boligforum"
    THEME = "theme", "Temamøde"
    FRONT_LINE = "front_line", "Møde for frontmedarbejdere"
    SAFETY_MEETING = "safety_meeting", "Tryghedsmøde"
    PARENTS = "parents", "Forældrenetværk"
    SAFETY_WALK = "safety_walk", "Tryghedsvandring"


class Rhythm(Term):
    """Rhythm — rytme: how often a forum meets; a number of weeks, months or times stands beside it."""

    WEEKDAYS = "weekdays", "På faste ugedage"
    WEEKS = "weeks", "Med et antal uger imellem"
    MONTHS = "months", "Med et antal måneder imellem"
    YEARLY = "yearly", "Et antal gange om året"
    WHEN_NEEDED = "when_needed", "Efter behov"


class SeatRole(Term):
    """Seat role — pladsens rolle: what a unit does in a forum; chair and secretary run it."""

    CHAIR = "chair", "Leder mødet"
    SECRETARY = "secretary", "Sekretær"
    MEMBER = "member", "Medlem"
    GUEST = "guest", "Gæst"


class ItemKind(Term):
    """Item kind — punktets art: what an item on an agenda is about; some of them fill themselves."""

    REPORTING = "reporting", "Hvem har meldt ind"
    NEW = "new", "Nyt siden sidst"
    AREAS = "areas", "Områder"
    CONFLICTS = "conflicts", "Konflikter"
    OUTREACH = "outreach", "Dagens arbejde på gaden"
    OPEN_DECISIONS = "open_decisions", "Åbne beslutninger"
    DECISIONS = "decisions", "Nye beslutninger"
    INDIVIDUAL = "individual", "Individuel del"
    COMMUNICATION = "communication", "Hvad siger vi udad"
    TOPIC = "topic", "Emne"


class HandOverKind(Term):
    """Hand-over kind — overdragelsesskridt: what moves to the next chair on the day."""

    SECRETARIAT = "secretariat", "Sekretariatet har fået brugere, der kan føre aftalen"
    FORUMS = "forums", "Sekretærpladserne i møderne er flyttet"
    AGENDAS = "agendas", "Åbne dagsordener og næste mødedatoer er gennemgået"
    DECISIONS = "decisions", "Åbne beslutninger og deres frister er gennemgået"
    BUDGET = "budget", "Budget og regninger er afstemt"
    RENEWALS = "renewals", "Aftalens udløb og årets fornyelser er gennemgået"
    CONTACTS = "contacts", "Parterne ved, hvem de nu skal kontakte"


class VoteChoice(Term):
    """Vote choice — stemme: what a party says to going on."""

    YES = "yes", "Ja, den skal fortsætte"
    NO = "no", "Nej, den skal stoppe"
    ABSTAIN = "abstain", "Stemmer hverken for eller imod"


class EffortStanding(Term):
    """Effort standing — hvordan en personrettet indsats står: whether the parties still stand behind it."""

    HOLDS = "holds", "Gælder"
    RENEW_SOON = "renew_soon", "Skal snart fornyes"
    LAPSED = "lapsed", "Bortfaldet: ikke fornyet"
    ENDED = "ended", "Stoppet"


class RenewalResult(Term):
    """Renewal result — resultat: what came of a vote."""

    OPEN = "open", "Afstemningen er åben"
    CARRIED = "carried", "Fornyet"
    NOT_CARRIED = "not_carried", "Ikke fornyet"
    NO_QUORUM = "no_quorum", "Bortfaldet: for få parter stemte"


class MeasureStatus(Term):
    """Measure status — tiltagets status: how far the owner has come."""

    PLANNED = "planned", "Planlagt"
    RUNNING = "running", "I gang"
    DONE = "done", "Gennemført"
    STOPPED = "stopped", "Stoppet"


class GoalStanding(Term):
    """Goal standing — hvordan et mål står: said from measured values alone."""

    NOT_MEASURED = "not_measured", "Ikke målt"
    HIDDEN = "hidden", "Kan ikke vises: færre end fem personer"
    REACHED = "reached", "Nået"
    CLOSER = "closer", "Tættere på"
    UNCHANGED = "unchanged", "Uændret"
    FURTHER = "further", "Længere fra"
    MISSED = "missed", "Ikke nået til tiden"


class GatheringKind(Term):
    """Gathering kind — samlingens art: what residents, parents or front-line staff met for."""

    SAFETY_MEETING = "safety_meeting", "Tryghedsmøde"
    SAFETY_WALK = "safety_walk", "Tryghedsvandring"
    THEME_MEETING = "theme_meeting", "Temamøde"
    PARENTS = "parents", "Forældrenetværk"


class PromiseState(Term):
    """Promise state — løftets stand: what became of it."""

    OPEN = "open", "Åbent"
    KEPT = "kept", "Holdt"
    BROKEN = "broken", "Ikke holdt"


class WalkCategory(Term):
    """Walk category — hvad der blev set: what makes a place unsafe."""

    LIGHT = "light", "Lys"
    PLANTING = "planting", "Beplantning"
    TRAFFIC = "traffic", "Trafik"
    LOITERING = "loitering", "Ophold"
    LITTER = "litter", "Affald og hærværk"
    OTHER = "other", "Andet"


class WalkPriority(Term):
    """Walk priority — vigtighed: how soon it must be mended."""

    HIGH = "high", "Haster"
    MIDDLE = "middle", "Vigtig"
    LOW = "low", "Kan vente"


class WalkState(Term):
    """Walk state — observationens stand: how far the owner is."""

    OPEN = "open", "Åben"
    UNDER_WAY = "under_way", "I gang"
    MENDED = "mended", "Udbedret"
    DROPPED = "dropped", "Gøres ikke"
