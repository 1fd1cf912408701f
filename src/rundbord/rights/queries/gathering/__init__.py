"""Everything that the own authority has about one person; the machine's to call, with the reach of nightly work."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from rundbord.access.actor import Actor
from rundbord.keys.core.cpr import Cpr
from rundbord.keys.queries import open_keys
from rundbord.rights.queries.gathering.attachments import of_attachments
from rundbord.rights.queries.gathering.files import files_on, of_facts, of_files, of_steps
from rundbord.rights.queries.gathering.found import Item, Sought
from rundbord.rights.queries.gathering.passed_on import of_common_knowledge, of_received, of_told
from rundbord.rights.queries.gathering.readings import of_readings
from rundbord.rights.queries.gathering.tables import ids_or_nobody, of_tables
from rundbord.rights.queries.gathering.without_file import of_courses, of_hand_over

# Which function finds what an app says is sought in a way of its own; a test holds it against the catalogue.
SOUGHT_BY: Mapping[str, Callable[[Sought], Iterator[Item]]] = {
    "concerns.YoungPerson": of_files,
    "concerns.Fact": of_facts,
    "concerns.Attachment": of_attachments,
    "interventions.StepTaken": of_steps,
    "sharing.Disclosure": of_told,
    "sharing.ReceivedDisclosure": of_received,
    "sharing.CommonKnowledge": of_common_knowledge,
    "programmes.Participant": of_courses,
    "handover.HandOverLine": of_hand_over,
}


def everything_about(cpr: Cpr, name: str, actor: Actor) -> list[Item]:
    """Search all tables; the same statements are sent whoever is asked about."""
    files = files_on(cpr, actor.authority_id)
    keys = open_keys(ids_or_nobody([file.data_key_id for file in files.values()]))
    sought = Sought(name=name, cpr=cpr, actor=actor, files=files, keys=keys)
    found = [each for find in SOUGHT_BY.values() for each in find(sought)]
    items = [*found, *of_tables(sought)]
    return [*items, *of_readings(sought, items)]
