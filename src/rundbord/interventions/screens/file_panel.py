"""The panels of interventions on the page of a file: what is done, and how long it took to get in contact."""

from __future__ import annotations

from collections.abc import Mapping

from rundbord.access.actor import Actor
from rundbord.concerns.models import YoungPerson
from rundbord.concerns.panels import Panel
from rundbord.concerns.queries.working import may_work_on
from rundbord.interventions import queries
from rundbord.keys.core.sealing import OpenKey


def _gather(person: YoungPerson, key: OpenKey, actor: Actor) -> Mapping[str, object]:
    rows = queries.interventions_of(person)
    return {"person": person, "rows": rows, "may_work": may_work_on(person, actor)}


def _clocks(person: YoungPerson, key: OpenKey, actor: Actor) -> Mapping[str, object]:
    return {"clocks": queries.clocks_of(person)}


PANELS = (
    Panel(template="interventions/file_panel.html", gather=_gather, place="main", order=15),
    Panel(template="interventions/clock_panel.html", gather=_clocks, place="side", order=45),
)
