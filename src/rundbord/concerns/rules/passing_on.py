"""Which facts of a file can be offered for passing on at all, and why the others cannot; whoever is told."""

from __future__ import annotations

from datetime import date

from rundbord.sharing.rules.gang_facts import may_create
from rundbord.sharing.rules.information import TREATMENT
from rundbord.sharing.rules.proposals import Fact
from rundbord.sharing.vocabulary import Capacity, InformationClass, SourceGrade


def why_never(fact: Fact, *, sender: Capacity, lives_hidden: bool, today: date) -> list[str]:
    """Give every reason for which a fact stays in the file, as things stand; empty when it can be offered."""
    is_gang = fact.information_class == InformationClass.GANG
    hides_address = fact.holds_address and lives_hidden
    checks = {
        "Beskyttet adresse eller trussel gives aldrig videre (CPR-lovens § 28).": hides_address
        or not TREATMENT[fact.information_class].may_cross,
        "Rygter gives ikke videre (retshåndhævelseslovens § 4, stk. 5).": fact.grade == SourceGrade.RUMOUR,
        "Nævner andre personer. Skriv den om først.": fact.names_others,
        "Har ingen dato. Ret den først.": fact.observed_on is None,
        "Fristen er gået.": fact.keep_until is not None and fact.keep_until < today,
        "Kun politiet fortæller om bandemiljøet (retsplejelovens § 115, stk. 5).": is_gang
        and fact.received_under is None
        and not may_create(sender),
        "Modtaget fra politiet og må aldrig gives videre.": is_gang and fact.received_under is not None,
        "Modtaget fra en anden. Bed dem selv give den videre.": not is_gang
        and fact.received_under is not None
        and not fact.owner_agrees,
    }
    return [sentence for sentence, applies in checks.items() if applies]
