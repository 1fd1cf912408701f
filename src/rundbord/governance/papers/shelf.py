"""Which papers there are, by the word that stands in their address."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rundbord.governance.papers.assessment import impact_assessment
from rundbord.governance.papers.parts import Paper
from rundbord.governance.papers.permissions import permissions
from rundbord.governance.papers.record import record_of_processing
from rundbord.governance.papers.retention import retention_schedule
from rundbord.governance.queries.standing import Standing


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of paper: how it is written, and what it is for."""

    name: str
    says: str
    write: Callable[[Standing], Paper]


SHELF: Mapping[str, Kind] = MappingProxyType(
    {
        "fortegnelse": Kind(
            name="Fortegnelse over behandlinger",
            says="Hvad der behandles, om hvem, hvorfor, efter hvilken lov, hvor længe og for hvem.",
            write=record_of_processing,
        ),
        "konsekvensanalyse": Kind(
            name="Konsekvensanalyse, udkast",
            says="Risici for de unge, hvad der gøres ved dem, hvad der er tilbage, og hvad I selv skal afgøre.",
            write=impact_assessment,
        ),
        "rettigheder": Kind(
            name="Roller og rettigheder",
            says="Hvad hver rolle må, og hvad der kræver et andet trin ved login.",
            write=permissions,
        ),
        "opbevaring": Kind(
            name="Opbevaring",
            says="Hvor længe hver slags oplysning bevares, og om den slettes af sig selv.",
            write=retention_schedule,
        ),
    }
)
