"""The panels of a file that this app brings itself, in the order of the page."""

from __future__ import annotations

from collections.abc import Mapping

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.concerns.models import YoungPerson
from rundbord.concerns.panels import Panel
from rundbord.concerns.queries.agreed import consent_lines
from rundbord.concerns.queries.attachments import attachments_of
from rundbord.concerns.queries.facts import facts_of
from rundbord.concerns.queries.opened import custody_of
from rundbord.concerns.queries.standing import concerns_of, notice_of, reach_of, safeguards_of
from rundbord.concerns.queries.working import may_move_away, may_tell_of, may_work_on
from rundbord.concerns.vocabulary import FactKind
from rundbord.keys.core.sealing import OpenKey
from rundbord.sharing.queries import disclosures_about
from rundbord.sharing.rules.gang_facts import BANNER

Content = Mapping[str, object]


def _concerns(person: YoungPerson, key: OpenKey, actor: Actor) -> Content:
    return {"person": person, "cards": concerns_of(person, key), "may_work": may_work_on(person, actor)}


def _facts(person: YoungPerson, key: OpenKey, actor: Actor) -> Content:
    return {
        "person": person,
        "kinds": [facts_of(person, kind, key) for kind in FactKind],
        "may_work": may_work_on(person, actor),
        "banner": BANNER,
    }


def _attachments(person: YoungPerson, key: OpenKey, actor: Actor) -> Content:
    return {
        "person": person,
        "lines": attachments_of(person, key, actor),
        "may_work": may_work_on(person, actor),
    }


def _notice(person: YoungPerson, key: OpenKey, actor: Actor) -> Content:
    return {
        "person": person,
        "line": notice_of(person, key),
        "may_work": may_work_on(person, actor),
        "may_approve": actor.may(Permission.APPROVE_PRIVATE),
    }


def _consents(person: YoungPerson, key: OpenKey, actor: Actor) -> Content:
    """A consent can be taken back as long as the file is there, in a restricted copy too."""
    return {
        "person": person,
        "lines": consent_lines(person, key),
        "may_work": may_work_on(person, actor),
        "may_withdraw": actor.may(Permission.WORK_CONCERNS),
    }


def _safeguards(person: YoungPerson, key: OpenKey, actor: Actor) -> Content:
    return {
        "person": person,
        "lines": safeguards_of(person, key),
        "may_work": may_work_on(person, actor),
    }


def _family(person: YoungPerson, key: OpenKey, actor: Actor) -> Content:
    return {"person": person, "custody": custody_of(person, key), "may_work": may_work_on(person, actor)}


def _reach(person: YoungPerson, key: OpenKey, actor: Actor) -> Content:
    is_lead = person.lead_id == actor.user_id
    return {
        "person": person,
        "reach": reach_of(person),
        "may_narrow": is_lead and may_work_on(person, actor),
        "may_move": may_move_away(person, actor),
        "may_work": may_work_on(person, actor),
    }


def _told(person: YoungPerson, key: OpenKey, actor: Actor) -> Content:
    return {
        "person": person,
        "rows": disclosures_about(person.pk),
        "may_disclose": may_tell_of(person, actor),
    }


PANELS = (
    Panel(template="concerns/panels/concerns.html", gather=_concerns, order=10),
    Panel(template="concerns/panels/facts.html", gather=_facts, order=20),
    Panel(template="concerns/panels/attachments.html", gather=_attachments, order=30),
    Panel(template="concerns/panels/told.html", gather=_told, order=40),
    Panel(template="concerns/panels/notice.html", gather=_notice, place="side", order=10),
    Panel(template="concerns/panels/safeguards.html", gather=_safeguards, place="side", order=20),
    Panel(template="concerns/panels/family.html", gather=_family, place="side", order=30),
    Panel(template="concerns/panels/consents.html", gather=_consents, place="side", order=40),
    Panel(template="concerns/panels/reach.html", gather=_reach, place="side", order=90),
)
