"""Builders of rounds of *who else?*: files with invented numbers, nominations through the ordinary actions, closing."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from rundbord.access.actor import Actor, system_of
from rundbord.access.session import acting_for
from rundbord.concerns.models import YoungPerson
from rundbord.identity.models import Unit
from rundbord.keys.core.blind_index import index_of_cpr
from rundbord.keys.core.cpr import Cpr, read_cpr
from rundbord.keys.current import look_up_key
from rundbord.partnership.models import Agreement
from rundbord.sharing import actions
from rundbord.sharing.models import Nomination, WhoElseRound
from rundbord.sharing.rules.who_else import NominationKind
from rundbord.sharing.vocabulary import DisclosurePurpose, PersonRole
from tests.concerns.files import file_on
from tests.database import as_owner
from tests.factories.situations import Vestegnen

REASON = "Mødet skal vide, om begge taler med den unge, så familien ikke får to besøg i samme uge."
# Replacement numbers, which belong to nobody in CPR: born 2010 and 2011.
ONE, OTHER = "610110-5001", "620211-5002"


def at_work(world: Vestegnen) -> None:
    """Let the agreement be in force, and the units take part in SSP."""
    with as_owner():
        Agreement.objects.create(
            partnership=world.partnership,
            title="Aftale om tryghed",
            signed_on=date(2024, 1, 1),
            starts_on=date(2024, 1, 1),
            ends_on=timezone.localdate() + timedelta(days=365),
        )
        units = (world.gladsaxe_ssp, world.gladsaxe_street, world.herlev_ssp, world.local_police)
        Unit.objects.filter(pk__in=[unit.pk for unit in units]).update(channels=["ssp"])


def number(text: str) -> Cpr:
    """Read an invented number."""
    return read_cpr(text, today=timezone.localdate())


def followed(by: Actor, cpr: str = ONE, **columns: Any) -> YoungPerson:
    """Open a file two days ago, found by its number."""
    index = index_of_cpr(number(cpr), look_up_key(by.authority_id))
    old = timezone.now() - timedelta(days=2)
    return file_on(by, **{"cpr_index": index, "opened_at": old, **columns})


def opened(by: Actor, **given: Any) -> WhoElseRound:
    """Open a round for a meeting in three days."""
    terms = {
        "reason": "Fælles møde om unge ved stationen i december.",
        "meeting_on": timezone.localdate() + timedelta(days=3),
        "closes_at": timezone.now() + timedelta(days=2),
        **given,
    }
    with acting_for(by):
        return actions.open_round(**terms, by=by)


def nominee(person: YoungPerson, digits: str = ONE, **given: Any) -> actions.Nominee:
    """Tell of a file as its app does."""
    return actions.Nominee(
        **{
            "about_id": person.pk,
            "data_key_id": person.data_key_id,
            "opened_at": person.opened_at,
            "cpr": number(digits),
            "born_on": number(digits).born_on,
            "role": PersonRole.CONCERN,
            **given,
        }
    )


def nominated(
    by: Actor,
    into: WhoElseRound,
    *,
    cpr: str = ONE,
    person: YoungPerson | None = None,
    kind: NominationKind = NominationKind.KNOWN,
    reason: str = REASON,
) -> Nomination:
    """Nominate a file of the actor's, a new one where none is given."""
    file = person or followed(by, cpr)
    terms = actions.NominationTerms(kind=kind, purpose=DisclosurePurpose.CRIME_PREVENTION, reason=reason)
    with acting_for(by):
        return actions.nominate(nominee(file, cpr), terms, into=into, by=by)


def let_time_pass(into: WhoElseRound) -> None:
    """Let the round's time be up."""
    with as_owner():
        WhoElseRound.objects.filter(pk=into.pk).update(closes_at=timezone.now() - timedelta(hours=1))


def night(world: Vestegnen) -> None:
    """Do what the worker does, each step for every authority in turn."""
    for step in (
        *(actions.seal_rounds, actions.log_commitments, actions.close_rounds, actions.tell_of_closed_rounds),
        actions.destroy_keys_of_closed_rounds,
    ):
        for authority in (world.police, world.gladsaxe, world.herlev):
            system = system_of(authority.pk, partnership_id=world.partnership.pk)
            with acting_for(system):
                step(by=system)


def closed(into: WhoElseRound, world: Vestegnen) -> None:
    """Let its time be up, and the worker come by."""
    let_time_pass(into)
    night(world)
