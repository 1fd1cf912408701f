"""The panel of a file that says what was decided after a request and waits to be done here."""

from __future__ import annotations

from collections.abc import Mapping

from rundbord.access.actor import Actor
from rundbord.concerns.models import YoungPerson
from rundbord.concerns.panels import Panel
from rundbord.concerns.queries.working import may_work_on
from rundbord.keys.core.sealing import OpenKey
from rundbord.rights.queries.remedies import remedies_in


def _gather(person: YoungPerson, key: OpenKey, actor: Actor) -> Mapping[str, object]:
    return {"rows": remedies_in(person, key) if may_work_on(person, actor) else []}


PANELS = (Panel(template="rights/file_panel.html", gather=_gather, place="side", order=1),)
