"""Panels of a file on other parties: what they were asked without a name, and who follows the same young person."""

from __future__ import annotations

from collections.abc import Mapping

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.roles import Role
from rundbord.concerns.models import YoungPerson
from rundbord.concerns.panels import Panel
from rundbord.concerns.queries.questions import questions_of
from rundbord.concerns.queries.working import may_work_on
from rundbord.keys.core.sealing import OpenKey
from rundbord.sharing.queries import common_knowledge_about, nominations_about
from rundbord.vocabulary import label_of

Content = Mapping[str, object]


def _questions(person: YoungPerson, key: OpenKey, actor: Actor) -> Content:
    return {
        "person": person,
        "lines": questions_of(person, actor),
        "may_work": may_work_on(person, actor),
    }


def _who_else(person: YoungPerson, key: OpenKey, actor: Actor) -> Content:
    """What was found counts as read with the file, whose reading is logged."""
    return {
        "person": person,
        "found": [(each, label_of(Role, each.other_role)) for each in common_knowledge_about(person.pk)],
        "waiting": [each for each in nominations_about(person.pk) if each.round.closed_at is None],
        "may_nominate": actor.may(Permission.NOMINATE) and person.moved_on is None,
    }


PANELS = (
    Panel(template="concerns/panels/who_else.html", gather=_who_else, place="side", order=60),
    Panel(template="concerns/panels/questions.html", gather=_questions, place="side", order=65),
)
