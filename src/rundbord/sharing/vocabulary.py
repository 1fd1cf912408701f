"""Words of a disclosure: on which basis, why, from whom, to whom, about whom, and what is told.

The bases are table A.12 of the project's reading of the law, the classes its table A.13. No purpose here is
investigation, and none may be added: retsplejeloven § 115, stk. 2.
"""

from rundbord.vocabulary import Term


class LegalBasis(Term):
    """Legal basis — hjemmel: what lets a piece of information pass."""

    SSP = "rpl115_ssp", "SSP-samarbejdet"
    PSP = "rpl115_psp", "PSP-samarbejdet"
    KSP = "rpl115_ksp", "KSP-samarbejdet om løsladelse"
    GANG = "rpl115_gang", "Tilknytning til bandemiljøet"
    RELATIVE = "rpl115a_relative", "Orientering af en voksens pårørende"
    EARLY_HELP = "rsl11e_ssd", "Tidlig hjælp uden politi (SSD)"
    ABUSE = "rsl11f_abuse", "Forebyggelse af overgreb på et barn"
    NOTIFY = "bl133_notify", "Fagpersoners underretning"
    NOTIFY_ALL = "bl135_notify_all", "Alles underretning"
    MOVE = "bl132_move", "Flytning til en anden kommune"
    FEEDBACK = "bl138_feedback", "Tilbagemelding til den, der underrettede"
    NETWORK_COUNCIL = "bl130_samraad", "Netværkssamråd"
    YOUTH_BOARD = "ukl58", "Sag i Ungdomskriminalitetsnævnet"
    OFFENCES = "dbl8", "Oplysninger om strafbare forhold fra en kommune"
    CONSENT = "consent", "Samtykke"
    CONSENT_EXIT = "consent_exit", "Samtykke i et exit-forløb"
    COMPETENT = "rhl5", "Mellem politi og kriminalforsorg"
    HOUSING_DECISION = "abl63d", "Strafferetlige afgørelser til en boligorganisation"
    HOUSING_CHARGE = "rpl996b", "Sigtelser til en udlejer"
    IMPOSED_SECRECY = "fvl27_6", "Nødvendigt til en udenforstående med tavshedspålæg"
    ANONYMOUS = "anon", "Anonym drøftelse"

    @property
    def is_consent(self) -> bool:
        """Tell whether it rests on somebody's yes."""
        return self in {LegalBasis.CONSENT, LegalBasis.CONSENT_EXIT}

    @property
    def is_underretning(self) -> bool:
        """Tell whether it is itself an underretning to the municipality."""
        return self in {LegalBasis.NOTIFY, LegalBasis.NOTIFY_ALL}


class DisclosurePurpose(Term):
    """Disclosure purpose — videregivelsens formål; preventive, every one of them."""

    CRIME_PREVENTION = "crime_prevention", "Forebygge kriminalitet"
    AWAY_FROM_GANGS = "away_from_gangs", "Holde unge ude af bandemiljøet"
    SUPPORT_VULNERABLE = "support_vulnerable", "Hjælpe et socialt udsat menneske"
    RELEASE = "release", "God løsladelse"
    INFORM_FAMILY = "inform_family", "Inddrage pårørende i en forebyggende indsats"
    EARLY_HELP = "early_help", "Tidlig hjælp til et barn eller en ung"
    PREVENT_ABUSE = "prevent_abuse", "Forebygge overgreb på et barn"
    CHILD_SUPPORT = "child_support", "At kommunen kan vurdere et barns behov for støtte"
    HANDOVER = "handover", "Overdrage støtten ved flytning"
    FEEDBACK = "feedback", "Give tilbagemelding på en underretning"
    NETWORK_COUNCIL = "network_council", "Holde netværkssamråd"
    YOUTH_BOARD = "youth_board", "Forberede og følge en sag i Ungdomskriminalitetsnævnet"
    EXIT = "exit", "Hjælpe et menneske ud af bandemiljøet"
    SUPERVISION = "supervision", "Følge op på en dom, et tilsyn eller en løsladelse"
    SAFE_HOUSING = "safe_housing", "Skabe tryghed i et boligområde"
    SPARRING = "sparring", "Faglig sparring uden navne"


class Capacity(Term):
    """Capacity — egenskab: what a sender or a recipient is in the eyes of the law."""

    POLICE = "police", "Politi"
    INVESTIGATION = "investigation", "Politiets efterforskning"
    PROSECUTION = "prosecution", "Anklagemyndighed"
    PROBATION = "probation", "Kriminalforsorg"
    SSP = "ssp", "Kommunens SSP"
    CHILD_WELFARE = "child_welfare", "Kommunens børne- og ungemyndighed"
    SOCIAL = "social", "Kommunens socialmyndighed for voksne"
    SCHOOL = "school", "Skole"
    CLUB = "club", "Kommunal klub og fritid"
    STREET = "street", "Gadeteam"
    JOB = "job", "Jobcenter"
    HEALTH = "health", "Sundhedspleje, kommunal læge eller tandlæge"
    DAY_CARE = "day_care", "Dagtilbud"
    PSYCHIATRY = "psychiatry", "Social- eller behandlingspsykiatri"
    FAMILY_LAW = "family_law", "Familieretshuset"
    SELF_OWNING = "self_owning", "Selvejende institution med offentlige opgaver"
    INTAKE = "intake", "Kommunens modtagelse af underretninger"
    HOUSING = "housing", "Boligorganisation"
    LANDLORD = "landlord", "Udlejer"
    ASSOCIATION = "association", "Forening eller frivillig"
    MENTOR = "mentor", "Mentor eller kontaktperson uden for myndighederne"
    YOUNG_PERSON = "young_person", "Personen selv"
    CUSTODY_HOLDER = "custody_holder", "Forældremyndighedsindehaver"
    RELATIVE = "relative", "Forældre til en voksen eller andre nære pårørende"
    NETWORK = "network", "Den unges netværk"
    OVERSIGHT = "oversight", "Styregruppe, sekretariat eller administration"
    OTHER = "other", "Anden"


class PersonRole(Term):
    """Person role — personens rolle: in what is told; retshåndhævelsesloven § 8, and a concern without suspicion."""

    SUSPECTED = "suspected", "Mistænkt eller sigtet"
    CONVICTED = "convicted", "Dømt"
    VICTIM = "victim", "Forurettet"
    CONTACT = "contact", "Vidne, kontakt eller anden"
    CONCERN = "concern", "Kun bekymring"


class InformationClass(Term):
    """Information class — oplysningsklasse: how private a fact is (P0–P7)."""

    AREA = "p0", "Steder og tal, ingen personer"
    IDENTITY = "p1", "Navn, cpr-nummer, adresse, forældre"
    PRIVATE = "p2", "Rent private forhold"
    OFFENCE = "p3", "Strafbare forhold"
    SPECIAL = "p4", "Helbred og andre følsomme oplysninger"
    GANG = "p5", "Tilknytning til bandemiljøet"
    EXIT = "p6", "Exit-forløb"
    PROTECTED = "p7", "Beskyttet adresse eller trussel"


class Requirement(Term):
    """Requirement — betingelse: what somebody must answer for before a basis holds."""

    VULNERABLE = "vulnerable", "personen er socialt udsat"
    EFFORT = "effort", "der er en kriminalitetsforebyggende indsats for personen"
    SPECIAL_CASE = "special_case", "et særligt tilfælde gør ét opfølgende møde nødvendigt"
    ABUSE_RISK = "abuse_risk", "barnet kan være i fare for overgreb"
    CHILD_IN_NEED = "child_in_need", "der er grund til at antage, at barnet behøver særlig støtte"
    OWN_KNOWLEDGE = "own_knowledge", "underretningen kommer fra den, der selv ved det"
    NEGLECT = "neglect", "barnet vanrøgtes, nedværdiges eller er i fare"
    SUPPORT_NEEDED = "support_needed", "barnet har også i den nye kommune brug for særlig støtte"
    NOTHING_AGAINST = "nothing_against", "ingen særlige forhold taler imod en tilbagemelding"
    NOT_YOUTH_BOARD = "not_youth_board", "sagen er ikke henvist til Ungdomskriminalitetsnævnet"
    YOUTH_BOARD_CASE = "youth_board_case", "der er en sag efter lov om bekæmpelse af ungdomskriminalitet"
    BY_LAW = "by_law", "behandlingen hos modtageren følger af lov og står i rimeligt forhold til formålet"
    SAFETY_EFFORT = "safety_effort", "der er allerede en tryghedsskabende indsats i boligområdet"
    DECISION = "decision", "oplysningen er en strafferetlig afgørelse om noget i området eller mod personalet"
    REQUEST = "request", "udlejeren har selv bedt om oplysningen"
    LISTED_CHARGE = "listed_charge", "sigtelsen er af den art, loven nævner, og dom er sandsynlig"
    SECRECY_ORDER = "secrecy_order", "modtageren har fået et skriftligt tavshedspålæg"
    NOBODY_SINGLED_OUT = "nobody_singled_out", "ingen kan genkendes ud fra sammenhængen"
    COUNTS_OF_FIVE = "counts_of_five", "intet tal om personer er under fem"


class Condition(Term):
    """Handling condition — vilkår: what follows the copy to its recipient (retshåndhævelsesloven § 6)."""

    PREVENTION_ONLY = "prevention_only", "Må ikke bruges til at efterforske straffesager."
    NOT_ONWARD = "not_onward", "Må ikke gives videre uden afsenderens ja."
    NEVER_ONWARD = "never_onward", "Må aldrig gives videre."
    SECRECY = "secrecy", "Alle, der læser oplysningen, har tavshedspligt om den."
    NAMED_READERS = "named_readers", "Må kun læses af de navngivne modtagere."
    DELETE_AT_END = "delete_at_end", "Slettes, når fristen er nået, og sletningen bekræftes."
    ONE_MEETING = "one_meeting", "Udveksles på ét møde; der føres ingen løbende dialog."
    THIS_CASE_ONLY = "this_case_only", "Må kun bruges i denne sag."
    TENANCY_ONLY = "tenancy_only", "Må kun bruges som dokumentation i en lejesag."
    LEAVES_PLATFORM = "leaves_platform", "Sendes til kommunens egen modtagelse; her bliver kun dato og kvittering."
    STOPS_ON_WITHDRAWAL = "stops_on_withdrawal", "Ophører, når samtykket trækkes tilbage."


class OffenceGround(Term):
    """Offence ground — grund efter databeskyttelseslovens § 8: why a public body may tell of an offence."""

    EXPLICIT_CONSENT = "explicit_consent", "Udtrykkeligt samtykke"
    OUTWEIGHS = "outweighs", "Interesser, der klart overstiger hensynet til hemmeligholdelse"
    AUTHORITY_TASK = "authority_task", "Nødvendigt for en myndigheds virksomhed eller en afgørelse"
    PUBLIC_TASK = "public_task", "Nødvendigt for den, der udfører en opgave for det offentlige"


class ReleaseGroup(Term):
    """Release group — løsladelsesgruppe: the three that KSP covers, and the one that it does not."""

    CONVICTED = "convicted", "Dømt, løslades fra kriminalforsorgen"
    CONVICTED_UNDER_18 = "convicted_under_18", "Dømt under 18 år, udskrives fra andet anbringelsessted"
    RADICALISED = "radicalised", "Løslades fra varetægt og vurderes radikaliseret eller i risiko for det"
    ORDINARY_REMAND = "ordinary_remand", "Løslades fra varetægt i øvrigt"


class SourceGrade(Term):
    """Source grade — kildens art: how somebody comes to know a fact."""

    SEEN = "seen", "Set eller hørt af afsenderen selv"
    DOCUMENTED = "documented", "Står i en afgørelse eller et dokument"
    TOLD = "told", "Fortalt af en navngiven fagperson eller familien"
    RUMOUR = "rumour", "Rygte"


class Giver(Term):
    """Giver of consent — samtykkegiver: whose yes it is."""

    PERSON = "person", "Personen selv"
    CUSTODY_HOLDER = "custody_holder", "Forældremyndighedsindehaver"


class HonourScreening(Term):
    """Honour screening — æresscreening: is there social control or a conflict of honour? Barnets lov § 18, stk. 3."""

    NOT_DONE = "not_done", "Ikke undersøgt"
    NO_SIGNS = "no_signs", "Undersøgt: ingen tegn"
    SIGNS = "signs", "Tegn, men ingen risikovurdering"
    SAFE = "safe", "Tegn; risikovurderingen taler ikke imod at inddrage familien"
    DANGEROUS = "dangerous", "Tegn; risikovurderingen taler imod at inddrage familien"


class Answer(Term):
    """Answer — svar på en anmodning; nobody is obliged to share (retsplejeloven § 115, stk. 4)."""

    SHARE = "share", "Del"
    PARTLY = "partly", "Del noget"
    DECLINE = "decline", "Del ikke"
    REFER = "refer", "Henvis til en anden"


class RequestTopic(Term):
    """Request topic — hvad der spørges om; a list, so that a request tells nothing but who it is about."""

    KNOWN = "known", "Hvad har I selv set, som vi bør vide?"
    EFFORT = "effort", "Hvilken indsats er i gang?"
    CONTACT = "contact", "Hvem er den unges kontaktperson?"
    SCHOOL = "school", "Hvordan går det med skole, job og fritid?"
    FAMILY = "family", "Hvordan er samarbejdet med familien?"
    SAFETY = "safety", "Er der noget, vi skal tage hensyn til, før vi tager kontakt?"


class DeliveryManner(Term):
    """Delivery manner — afleveringsmåde: how a letter reached its recipient, and that receipt came."""

    IN_HAND = "in_hand", "Afleveret personligt"
    DIGITAL_POST = "digital_post", "Sendt med Digital Post"
    SECURE_MAIL = "secure_mail", "Sendt med sikker mail"
    LETTER = "letter", "Sendt med brev"
    READ_ALOUD = "read_aloud", "Læst op i telefonen"
    RECEIPT = "receipt", "Modtageren har kvitteret"
    RETURNED = "returned", "Kaldt tilbage: leveret tilbage eller destrueret"


class CprNeed(Term):
    """CPR need — brug for cpr-nummeret: why somebody asks to see it; from a list, so that it can be logged."""

    JOURNAL = "journal", "Føre oplysningen i vores eget journalsystem"
    RIGHT_PERSON = "right_person", "Sikre, at det er den rigtige person"
    NOTIFICATION = "notification", "Skrive en underretning"
    CONTACT = "contact", "Sende Digital Post til personen eller familien"
