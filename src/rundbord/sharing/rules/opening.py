"""What may open a concern about a young person: an own concern, never a relative's conviction, never being a victim."""

from __future__ import annotations

from dataclasses import dataclass

from rundbord.sharing.vocabulary import PersonRole
from rundbord.vocabulary import Term


class ConcernGround(Term):
    """Concern ground — anledning til bekymring: what a worry about somebody rests on."""

    OWN_ACT = "own_act", "Noget, personen selv har gjort"
    OWN_RELATION = "own_relation", "Personens egen omgang med en gruppe"
    SEEN_AT_EVENT = "seen_at_event", "Personen er set ved en hændelse"
    WELLBEING = "wellbeing", "Personens trivsel"
    FAMILY_CONVICTION = "family_conviction", "Et familiemedlem er dømt efter straffelovens § 81 a"


class OpeningObjection(Term):
    """Opening objection — indsigelse mod en bekymring; the label is the sentence."""

    NO_GROUND = "no_ground", "Skriv, hvad bekymringen bygger på."
    FAMILY_ALONE = (
        "family_alone",
        "Et familiemedlems dom kan ikke åbne en bekymring. Der skal være en bekymring for den unge selv.",
    )
    VICTIM = "victim", "Den forurettede bliver ikke en bekymring. Brug for hjælp går gennem en underretning."
    ONLY_MET = "only_met", "At være vidne eller truffet af politiet er ikke i sig selv en bekymring."


@dataclass(frozen=True, kw_only=True)
class Opening:
    """What somebody would open a concern on."""

    role: PersonRole
    grounds: frozenset[ConcernGround]


def objections_to_opening(opening: Opening) -> list[OpeningObjection]:
    """Give every reason not to open a concern (the family is weighed by barnets lov § 20 stk. 2, but opens nothing)."""
    own = opening.grounds - {ConcernGround.FAMILY_CONVICTION}
    is_seen_alone = own <= {ConcernGround.SEEN_AT_EVENT}
    checks = {
        OpeningObjection.NO_GROUND: not opening.grounds,
        OpeningObjection.FAMILY_ALONE: bool(opening.grounds) and not own,
        OpeningObjection.VICTIM: opening.role == PersonRole.VICTIM,
        OpeningObjection.ONLY_MET: opening.role == PersonRole.CONTACT and is_seen_alone,
    }
    return [objection for objection, applies in checks.items() if applies]
