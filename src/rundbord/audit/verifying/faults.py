"""What can be wrong with the log, in words for whoever has to act."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from rundbord.vocabulary import Term

_MOST_NAMED = 10


class Fault(Term):
    """Fault — fejl i loggen; the label says what it means."""

    ROW_DELETED = "row_deleted", "Linjer er slettet: deres plads i træet er der, men ikke linjerne"
    ROW_CHANGED = "row_changed", "Linjer er ændret, efter at de blev skrevet"
    ROW_INSERTED = "row_inserted", "Linjer er sat ind uden om loggen og har ingen plads i træet"
    LEAF_MISSING = "leaf_missing", "Pladser i træet er fjernet, og det kan ikke efterregnes derfra"
    ROOT_DIFFERS = (
        "root_differs",
        ("Kontrolpunkter stemmer ikke: noget før dem er ændret, byttet om, fjernet eller sat ind"),
    )
    NODE_DIFFERS = "node_differs", "Mellemregninger i træet er ændret eller fjernet"
    ROLLED_BACK = (
        "rolled_back",
        (
            "Loggen er kortere end et kontrolpunkt, der er underskrevet:"
            " en ældre kopi af databasen er lagt tilbage, eller linjer er fjernet"
        ),
    )
    FORKED = "forked", "Der findes to udgaver af loggen: et gemt kontrolpunkt siger noget andet end databasen"
    KEY_SWAPPED = "key_swapped", "Kontrolpunkter er ikke underskrevet med den nøgle, som loggen er kendt ved"
    CHECKPOINT_DAMAGED = "checkpoint_damaged", "Kontrolpunkter er ødelagt og kan ikke læses"
    NOT_NUMBERED = "not_numbered", "Linjer venter på en plads i træet: den proces, der giver dem plads, står stille"
    NOT_PRUNED = "not_pruned", "Linjer skulle være slettet efter tid, men er der endnu"
    PRUNED_TOO_EARLY = (
        "pruned_too_early",
        "Linjer er slettet, uden at et underskrevet kontrolpunkt viser, at tiden var gået",
    )
    COSIGNATURE_FALSE = "cosignature_false", "Medunderskrifter holder ikke"


@dataclass
class Found:
    """Faults with the places where they are: numbers of lines, sizes, ids."""

    places: dict[Fault, list[str]] = field(default_factory=lambda: defaultdict(list))
    lines: int = 0
    pruned: int = 0
    checkpoints: int = 0
    waiting: int = 0

    def add(self, fault: Fault, place: object) -> None:
        """Note a fault."""
        self.places[fault].append(str(place))

    @property
    def faults(self) -> set[Fault]:
        """Which kinds there are."""
        return set(self.places)

    def report(self) -> list[str]:
        """Say what was found, a line for each kind of fault."""
        if not self.places:
            pruned = f", deraf {_number(self.pruned)} slettet efter tid" if self.pruned else ""
            return [
                f"Loggen er hel: {_number(self.lines)} linjer{pruned}, {_number(self.checkpoints)} kontrolpunkter,"
                f" {_number(self.waiting)} linjer venter på plads."
            ]
        return ["LOGGEN ER IKKE HEL.", *(_told(fault, places) for fault, places in sorted(self.places.items()))]


def _told(fault: Fault, places: list[str]) -> str:
    named = ", ".join(places[:_MOST_NAMED])
    more = f" og {_number(len(places) - _MOST_NAMED)} til" if len(places) > _MOST_NAMED else ""
    return f"FEJL  {fault.label}: {named}{more}."


def _number(count: int) -> str:
    return f"{count:,}".replace(",", ".")
