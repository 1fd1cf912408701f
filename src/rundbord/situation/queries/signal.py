"""A version of what a reader can see: it changes when that changes, and tells nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any

from django.db.models import F, Model, QuerySet

from rundbord.access.actor import Actor
from rundbord.access.opaque_version import opaque_version
from rundbord.access.permissions import Permission
from rundbord.notices.queries import addressed_to, unread_now
from rundbord.situation.models import BlackOut, Correction, Incident, Picture, Report, Section, Triage
from rundbord.tasks.models import Task
from rundbord.vocabulary import Term


class Topic(Term):
    """Topic — emne: which part of a page asks whether it is out of date."""

    INBOX = "inbox", "Indbakke"
    INCIDENTS = "incidents", "Hændelser"
    NOTICES = "notices", "Beskeder"
    PICTURE = "picture", "Situationsbillede"
    DRAFT = "draft", "Kladde til situationsbillede"
    TODAY = "today", "I dag"


PERMISSION_OF = {
    Topic.INBOX: Permission.TRIAGE,
    Topic.INCIDENTS: Permission.SEE_INCIDENTS,
    Topic.NOTICES: Permission.SEE_DAY,
    Topic.PICTURE: Permission.READ_PICTURE,
    Topic.DRAFT: Permission.EDIT_PICTURE,
    Topic.TODAY: Permission.SEE_DAY,
}


def version_of(topic: Topic, actor: Actor) -> str:
    """Give the version of a topic for this reader: one query over the newest row of each kind that they can see."""
    if topic == Topic.NOTICES:
        return unread_now(actor).version
    kinds = [kind for kind in _kinds(topic, actor) if not (actor.is_place and kind in _NOT_FOR_PARTNERS)]
    newest = [_newest_of[kind](actor) for kind in kinds]
    first, rest = newest[0], newest[1:]
    moments = first.union(*rest, all=True) if rest else first
    return opaque_version(actor, sorted(str(moment) for (moment,) in moments))


def _kinds(topic: Topic, actor: Actor) -> tuple[str, ...]:
    return _KINDS[topic] if topic is not Topic.TODAY else (*_of_the_day(actor), "notice")


def _of_the_day(actor: Actor) -> Iterator[str]:
    """Name what the reader's own day shows: one report would else wake every start page in the partnership."""
    if actor.may(Permission.TRIAGE):
        yield from ("report", "triage")
    elif actor.may(Permission.REPORT):
        yield "own_report"
    if actor.may(Permission.READ_PICTURE):
        yield "picture"
    if actor.may(Permission.SEE_TASKS):
        yield "task"


def _newest(rows: QuerySet[Any], column: str) -> QuerySet[Any, tuple[datetime]]:
    return rows.order_by(F(column).desc()).values_list(column)[:1]


def _in_partnership(model: type[Model], column: str) -> Callable[[Actor], QuerySet[Any, Any]]:
    return lambda actor: _newest(model._default_manager.filter(partnership_id=actor.table_id), column)


def _published(actor: Actor) -> QuerySet[Any, Any]:
    pictures = Picture.objects.filter(partnership_id=actor.table_id, published_at__isnull=False)
    # By number, which has an index: the picture with the highest was published last.
    return pictures.order_by("-number").values_list("published_at")[:1]


def _heard(actor: Actor) -> QuerySet[Any, Any]:
    """When the own unit was heard from, by the index that its reports have."""
    here = Report.objects.filter(partnership_id=actor.table_id)
    return _newest(here.filter(unit_id=actor.unit_id) if actor.unit_id else here.none(), "created_at")


_newest_of: Mapping[str, Callable[[Actor], QuerySet[Any, Any]]] = {
    "report": _in_partnership(Report, "changed_at"),
    "own_report": _heard,
    "triage": _in_partnership(Triage, "changed_at"),
    "incident": _in_partnership(Incident, "changed_at"),
    "task": _in_partnership(Task, "decided_at"),
    "picture": _published,
    "section": _in_partnership(Section, "at"),
    "correction": _in_partnership(Correction, "at"),
    "black_out": _in_partnership(BlackOut, "at"),
    "notice": lambda actor: _newest(addressed_to(actor), "at"),
}
# Tables that the partners' login has no grant on.
_NOT_FOR_PARTNERS = frozenset({"task"})
_KINDS: Mapping[Topic, tuple[str, ...]] = {
    Topic.INBOX: ("report", "triage"),
    Topic.INCIDENTS: ("incident",),
    Topic.PICTURE: ("picture", "correction", "black_out"),
    Topic.DRAFT: ("picture", "section", "incident", "triage", "report", "task"),
}
