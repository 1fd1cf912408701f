"""What can be wrong with a disclosure, in plain Danish; in the order in which a sender is told."""

from __future__ import annotations

from dataclasses import dataclass

from rundbord.sharing.vocabulary import LegalBasis
from rundbord.vocabulary import Term


class ObjectionKind(Term):
    """Objection — indsigelse: the label is the sentence; {about} is a recipient, a fact or what is missing."""

    BASIS_MISSING = "basis_missing", "Vælg, hvilken hjemmel oplysningerne gives videre efter."
    NO_FACTS = "no_facts", "Vælg mindst én oplysning."
    NO_RECIPIENTS = "no_recipients", "Vælg mindst én modtager."
    SUBJECT_MISSING = "subject_missing", "Angiv, hvem oplysningerne handler om. Hjemlen gælder én person ad gangen."
    SUBJECT_NAMED = "subject_named", "En anonym drøftelse kan ikke være knyttet til en person."
    AGREEMENT_NOT_BEGUN = "agreement_not_begun", "Der er ingen partnerskabsaftale, der gælder endnu."
    AGREEMENT_ENDED = "agreement_ended", "Partnerskabsaftalen er udløbet."
    SENDER_NOT_PARTY = "sender_not_party", "Jeres myndighed er ikke part i partnerskabet."
    RECIPIENT_NOT_PARTY = "recipient_not_party", "{about} hører ikke til en part i partnerskabet."
    SENDER_NOT_IN_CHANNEL = "sender_not_in_channel", "Jeres enhed deltager ikke i samarbejdet."
    RECIPIENT_NOT_IN_CHANNEL = "recipient_not_in_channel", "{about} deltager ikke i samarbejdet."
    RECIPIENT_INVESTIGATES = (
        "recipient_investigates",
        "{about} efterforsker. Oplysninger fra det forebyggende samarbejde kan ikke gives videre dertil.",
    )
    RECIPIENT_NEVER_READS = "recipient_never_reads", "{about} har ingen opgave, der kræver oplysninger om en person."
    SENDER_OUTSIDE = "sender_outside", "Jeres enhed kan ikke give oplysninger videre efter denne hjemmel."
    RECIPIENT_OUTSIDE = "recipient_outside", "{about} kan ikke modtage oplysninger efter denne hjemmel."
    REGIME_OUTSIDE = "regime_outside", "{about} behandler ikke oplysninger efter retshåndhævelsesloven."
    PURPOSE_OUTSIDE = "purpose_outside", "Hjemlen dækker ikke formålet."
    AGE_UNKNOWN = "age_unknown", "Fødselsdagen er ukendt, og hjemlen gælder kun bestemte aldre."
    AGE_OUTSIDE = "age_outside", "Personens alder er ikke omfattet af hjemlen."
    AGE_OUTSIDE_POLICY = (
        "age_outside_policy",
        "Loven har ingen aldersgrænse, men jeres myndighed har ikke åbnet SSP-samarbejdet for personens alder.",
    )
    ROLE_OUTSIDE = "role_outside", "Personens rolle i sagen er ikke omfattet af hjemlen."
    RELEASE_GROUP_MISSING = "release_group_missing", "KSP gælder kun ved løsladelse. Angiv, hvad personen løslades fra."
    ORDINARY_REMAND = (
        "ordinary_remand",
        "KSP gælder ikke løsladelse fra varetægt, medmindre personen vurderes radikaliseret eller i risiko for det.",
    )
    RELEASE_GROUP_AGE = "release_group_age", "Løsladelsesgruppen gælder kun personer under 18 år."
    SAME_MUNICIPALITY = "same_municipality", "{about} hører til jeres egen kommune. Hjemlen gælder ved flytning."
    NOT_THE_NOTIFIER = "not_the_notifier", "{about} har ikke underrettet om barnet."
    MEETINGS_USED = "meetings_used", "SSD giver plads til ét møde og højst ét opfølgende møde. De er holdt."
    NO_GANG_FACT = "no_gang_fact", "Hjemlen er kun til oplysninger om bandemiljøet, og her er ingen."
    NO_OFFENCE_FACT = "no_offence_fact", "Hjemlen er kun til oplysninger om strafbare forhold, og her er ingen."
    DOCUMENTATION_MISSING = "documentation_missing", "Angiv, hvornår politiets dokumentation er modtaget."
    NECESSITY_MISSING = (
        "necessity_missing",
        "Skriv med egne ord, hvorfor det er nødvendigt at dele.",
    )
    NECESSITY_COPIED = (
        "necessity_copied",
        "Begrundelsen er den samme som sidst. Skriv, hvad der er nødvendigt i denne sag.",
    )
    REQUIREMENT_MISSING = "requirement_missing", "Der skal tages stilling til, om {about}."
    OFFENCE_GROUND_MISSING = (
        "offence_ground_missing",
        "Angiv, hvorfor oplysninger om strafbare forhold må gives videre.",
    )
    OFFENCE_GROUND_UNFIT = "offence_ground_unfit", "Grunden »udtrykkeligt samtykke« kræver et gyldigt samtykke."
    CONSENT_MISSING = "consent_missing", "Der er ikke givet samtykke."
    CONSENT_WITHDRAWN = "consent_withdrawn", "Samtykket er trukket tilbage."
    CONSENT_EXPIRED = "consent_expired", "Samtykket gælder ikke i dag."
    CONSENT_NOT_FREE = "consent_not_free", "Samtykket skal være frivilligt: intet andet må afhænge af det."
    CONSENT_NOT_INFORMED = (
        "consent_not_informed",
        "Den, der gav samtykke, skal vide, hvad der deles, med hvem og hvorfor.",
    )
    CONSENT_NOT_WRITTEN = "consent_not_written", "Samtykket skal være skriftligt."
    CONSENT_NOT_BY_PERSON = "consent_not_by_person", "Personen selv har ikke givet samtykke."
    CONSENT_NOT_BY_CUSTODY = "consent_not_by_custody", "Forældremyndighedsindehaveren har ikke givet samtykke."
    CONSENT_OTHER_RECIPIENT = "consent_other_recipient", "Samtykket nævner ikke {about}."
    CONSENT_OTHER_PURPOSE = "consent_other_purpose", "Samtykket er givet til et andet formål."
    CONSENT_OTHER_CLASS = "consent_other_class", "Samtykket dækker ikke {about}."
    HONOUR_NOT_SCREENED = (
        "honour_not_screened",
        "Undersøg først, om der er tegn på æreskonflikt eller negativ social kontrol. {about} hører til familien.",
    )
    HONOUR_NOT_ASSESSED = (
        "honour_not_assessed",
        "Der er tegn på æreskonflikt eller negativ social kontrol. Lav en risikovurdering, før {about} inddrages.",
    )
    HONOUR_DANGER = "honour_danger", "Risikovurderingen taler imod at inddrage {about}."
    CLASS_OUTSIDE = "class_outside", "{about} er af en slags, som hjemlen ikke dækker."
    BEYOND_NEED = "beyond_need", "{about} går ud over, hvad modtageren har brug for."
    PROTECTED_ADDRESS = (
        "protected_address",
        "{about} rummer en beskyttet adresse eller grunden til beskyttelsen. Det gives aldrig videre.",
    )
    SPECIAL_NOT_APPROVED = (
        "special_not_approved",
        "{about} er følsom. En leder skal godkende, at den er strengt nødvendig.",
    )
    GANG_NOT_FROM_POLICE = "gang_not_from_police", "{about} kan kun komme fra politiet selv."
    GANG_ONWARD = "gang_onward", "{about} er modtaget fra politiet og må aldrig gives videre."
    GANG_UNCONFIRMED = "gang_unconfirmed", "{about} er ikke bekræftet af politiet inden for fristen."
    GANG_READERS_UNNAMED = (
        "gang_readers_unnamed",
        "Navngiv, hvem der må læse om bandemiljøet hos {about}.",
    )
    GANG_TO_SCHOOL = "gang_to_school", "{about} er en skole. Oplysninger om bandemiljøet vises ikke dér."
    NOT_EXIT_COORDINATOR = "not_exit_coordinator", "{about} er ikke koordinator i exit-forløbet."
    ONWARD_UNASKED = (
        "onward_unasked",
        "{about} er modtaget fra en anden, som ikke har sagt ja til, at den gives videre.",
    )
    RUMOUR = "rumour", "{about} er et rygte. Rygter gives ikke videre."
    UNDATED = "undated", "Angiv, hvornår {about} er set eller hørt."
    DATED_AHEAD = "dated_ahead", "{about} har en dato, der ikke er kommet."
    OUT_OF_DATE = "out_of_date", "{about} skulle have været gennemgået eller slettet."
    NAMES_OTHERS = "names_others", "{about} nævner andre personer."


class Way(Term):
    """Way — udvej: what could be done instead; {about} is the recipient or the fact that it is about."""

    USE_BASIS = "use_basis", "Brug i stedet en anden hjemmel: {basis}."
    ASK_CONSENT = "ask_consent", "Bed om samtykke."
    ASK_CONSENT_AGAIN = "ask_consent_again", "Bed om et nyt samtykke, der dækker det."
    SCREEN_THEN_ASK = (
        "screen_then_ask",
        "Undersøg først, om der er tegn på æreskonflikt eller negativ social kontrol, og bed så om samtykke.",
    )
    LEAVE_OUT = "leave_out", "Udelad {about}."
    LEAVE_PERSON = "leave_person", "Fjern personen, og drøft mønstret."
    LEAVE_RECIPIENT = "leave_recipient", "Vælg en anden modtager end {about}."
    DEIDENTIFY = "deidentify", "Drøft det uden navne og kendetegn, indtil det er afgjort, om navnet er nødvendigt."
    SEND_UNDERRETNING = "send_underretning", "Send en underretning til kommunens modtagelse."
    ASK_POLICE = "ask_police", "Bed politiet om selv at give oplysningen videre."
    ASK_CONFIRMATION = "ask_confirmation", "Bed politiet bekræfte oplysningen."
    ASK_OWNER = "ask_owner", "Bed den, oplysningen kommer fra, om lov."
    ASK_JURIST = "ask_jurist", "Spørg jeres jurist eller databeskyttelsesrådgiver."
    ASK_ADMINISTRATOR = "ask_administrator", "Bed administratoren registrere, at enheden deltager i samarbejdet."
    ASK_SECRETARY = "ask_secretary", "Bed sekretariatet om at få aftalen forlænget eller parten optaget."
    ASK_LEADER = "ask_leader", "Bed en leder tage stilling."
    ASK_CHILD_WELFARE = "ask_child_welfare", "Inddrag børne- og ungemyndigheden, før familien får noget at vide."
    WRITE_NECESSITY = (
        "write_necessity",
        "Skriv: Hvad skal modtageren gøre? Hvorfor nu? Hvad sker der ellers?",
    )
    FILL_IN = "fill_in", "Udfyld det, der mangler."
    NAME_READERS = "name_readers", "Vælg de personer, der skal læse oplysningen."
    PUT_RIGHT = "put_right", "Ret oplysningen: dato, kilde eller det, der handler om andre."
    REPORT_CRIME = "report_crime", "Ved fare eller et lovbrud: ring 112 eller 114. Det går uden om Rundbord."
    WAIT = "wait", "Lad være. Ingen har pligt til at dele."


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing that a rule found wrong: `about` names a recipient, a fact or what is missing; "" the whole."""

    kind: ObjectionKind
    about: str = ""


@dataclass(frozen=True, kw_only=True)
class Alternative:
    """One thing that could be done instead, with the basis that would hold where that is the way."""

    way: Way
    sentence: str
    basis: LegalBasis | None = None


@dataclass(frozen=True, kw_only=True)
class Objection:
    """One reason to refuse: what is wrong, by which paragraph, and what could be done instead."""

    kind: ObjectionKind
    about: str
    sentence: str
    paragraph: str
    alternatives: tuple[Alternative, ...]
