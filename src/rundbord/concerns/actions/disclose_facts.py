"""Disclose facts — giv videre: chosen facts of a file are told to chosen recipients; or a name alone, to ask."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.concerns.actions.writing import refuse_restricted
from rundbord.concerns.models import YoungPerson
from rundbord.concerns.queries.opened import cpr_of, key_of, known
from rundbord.concerns.queries.proposals import Proposed, Wish, own_readers, proposed
from rundbord.sharing import actions as sharing
from rundbord.sharing.rules.content import Content


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What a request asks, from a list, and by when an answer is hoped for."""

    topics: tuple[str, ...]
    answer_by: date | None = None


def disclose_facts(
    person: YoungPerson, wish: Wish, *, with_cpr: bool = False, in_answer_to: UUID | None = None, by: Actor
) -> int:
    """Tell the chosen facts and say to how many; raise Refused with every objection at once."""
    by.must(Permission.DISCLOSE)
    refuse_restricted(person.pk)
    return tell_facts(person, wish, with_cpr=with_cpr, in_answer_to=in_answer_to, by=by)


def tell_facts(
    person: YoungPerson,
    wish: Wish,
    *,
    with_cpr: bool = False,
    in_answer_to: UUID | None = None,
    by: Actor,
) -> int:
    """Tell them, also in the act that makes the file a restricted copy."""
    by.must(Permission.DISCLOSE)
    put = proposed(person, key_of(person), wish, by)
    told = sharing.Told(
        content=_content(person, put, with_cpr=with_cpr),
        about_id=person.pk,
        data_key_id=person.data_key_id,
        addressees=_addressees(put),
        readers=own_readers(person, put.chosen, by),
        in_answer_to=in_answer_to,
    )
    return len(sharing.disclose(put.proposal, told, by=by))


def ask_others(person: YoungPerson, wish: Wish, asked: Asked, *, with_cpr: bool = False, by: Actor) -> int:
    """Ask units about the person, and say how many; who it is about is all that they are told."""
    by.must(Permission.DISCLOSE)
    refuse_restricted(person.pk)
    put = proposed(person, key_of(person), wish, by)
    told = sharing.Told(
        content=_content(person, put, with_cpr=with_cpr),
        about_id=person.pk,
        data_key_id=person.data_key_id,
        addressees=_addressees(put),
        readers=own_readers(person, (), by),
        asks=asked.topics,
        answer_by=asked.answer_by,
    )
    return len(sharing.ask_for_information(put.proposal, told, by=by))


def _content(person: YoungPerson, put: Proposed, *, with_cpr: bool) -> Content:
    """Say who it is about; the address is never told, and the number only where the recipient must find the person."""
    key = key_of(person)
    opened, cpr = known(person, key), cpr_of(person, key) if with_cpr else None
    return Content(
        name=opened.name,
        cpr=cpr.digits if cpr else "",
        born_on=opened.born_on,
        lines=tuple(each.line for each in put.chosen),
    )


def _addressees(put: Proposed) -> tuple[sharing.Addressee, ...]:
    """Pair each recipient that was judged with where its copy goes, in the same order."""
    places = [
        *((each.unit, "") for each in put.units),
        *((None, name) for _, name in put.outsiders),
    ]
    return tuple(
        sharing.Addressee(recipient=recipient, unit=unit, outside_name=name)
        for recipient, (unit, name) in zip(put.proposal.recipients, places, strict=True)
    )
