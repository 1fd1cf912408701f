"""The panel of interventions on the page of a file."""

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


PANEL = Panel(template="interventions/file_panel.html", gather=_gather, place="main", order=15)
