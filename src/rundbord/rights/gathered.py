"""Why requests themselves are not gathered for the next one."""

from __future__ import annotations

from rundbord.access.gathering import Gathering, NotGathered

_WHY = "Anmodningen selv; den, der spørger igen, har fået svaret."

GATHERED: tuple[Gathering, ...] = (
    *(
        NotGathered(model=f"rights.{model}", why=_WHY)
        for model in ("RightsRequest", "GatheredItem", "Remedy", "SenderQuestion")
    ),
)
