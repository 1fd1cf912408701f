"""Consent: forvaltningsloven § 28 stk. 3–4, retssikkerhedsloven § 11 a, GDPR article 7; and the exit declaration."""

from __future__ import annotations

from rundbord.sharing.rules.bases.basis import EVERY_PURPOSE, PERSONAL, Basis, Certainty, among, from_to
from rundbord.sharing.rules.capacities import AUTHORITIES, FAMILY, OUTSIDERS, SOCIAL_AUTHORITIES
from rundbord.sharing.rules.checks.consents import consent_holds, consent_is_written
from rundbord.sharing.rules.checks.specific import exit_coordinators
from rundbord.sharing.vocabulary import Capacity, Condition, DisclosurePurpose, InformationClass, LegalBasis, PersonRole

ROWS = {
    LegalBasis.CONSENT: Basis(
        paragraph="Forvaltningslovens § 28, stk. 3–4; retssikkerhedslovens § 11 a; databeskyttelsesforordningens"
        " artikel 7",
        sentence="Med et frivilligt, specifikt og informeret samtykke må det, der er sagt ja til, deles med dem, der er"
        " nævnt. Samtykket kan altid trækkes tilbage og dækker ikke over, hvad en myndighed alligevel ville gøre.",
        routes=from_to(
            AUTHORITIES,
            AUTHORITIES | OUTSIDERS | FAMILY | {Capacity.HOUSING, Capacity.LANDLORD},
        ),
        purposes=EVERY_PURPOSE - {DisclosurePurpose.SPARRING},
        classes=PERSONAL,
        kept_days=180,
        conditions=(Condition.STOPS_ON_WITHDRAWAL, Condition.NOT_ONWARD, Condition.DELETE_AT_END),
        own_checks=(consent_holds,),
    ),
    LegalBasis.CONSENT_EXIT: Basis(
        paragraph="Skriftligt samtykke ved exit-forløbets første møde; forvaltningslovens § 28, stk. 3–4",
        sentence="Kommune, politi og kriminalforsorg må dele exit-forløbet mellem deres koordinatorer, når deltageren"
        " har skrevet under. Det slutter, når samtykket trækkes tilbage eller forløbet er slut.",
        routes=among(Capacity.POLICE, Capacity.PROBATION, Capacity.SSP, Capacity.JOB, *SOCIAL_AUTHORITIES),
        purposes=frozenset({DisclosurePurpose.EXIT}),
        classes=PERSONAL | {InformationClass.EXIT},
        roles=frozenset({PersonRole.CONVICTED, PersonRole.SUSPECTED, PersonRole.CONCERN}),
        youngest=18,
        kept_days=365,
        conditions=(
            *(Condition.STOPS_ON_WITHDRAWAL, Condition.NAMED_READERS, Condition.PREVENTION_ONLY),
            *(Condition.NEVER_ONWARD, Condition.DELETE_AT_END),
        ),
        own_checks=(consent_holds, consent_is_written, exit_coordinators),
        certainty=Certainty.SEEN,
    ),
}
