"""Who at the table cosigns the log, how old the newest cosignature of each is, and how the log itself stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.audit.log_signing import verifier_keys
from rundbord.audit.notes import VerifierKey
from rundbord.audit.standing import LogStanding, log_standing
from rundbord.audit.witnessing import Witness, witnesses
from rundbord.identity.models import Authority
from rundbord.keys.core.trouble import StoreUnusable
from rundbord.partnership.queries import parties, seat_of
from rundbord.privacy.rules import QUORUM, judge_age
from rundbord.privacy.vocabulary import Witnessed


@dataclass(frozen=True, kw_only=True)
class PartyWitness:
    """One authority at the table, and its witness, if any."""

    authority_name: str
    witness: Witness | None
    standing: Witnessed

    @property
    def kind(self) -> str:
        """The mark that it is shown with."""
        return {
            Witnessed.FRESH: "success",
            Witnessed.AWAITED: "info",
            Witnessed.NONE: "neutral",
            Witnessed.WARNING: "warning",
            Witnessed.ALARM: "error",
        }[self.standing]


@dataclass(frozen=True, kw_only=True)
class WitnessPage:
    """The page about the log's witnesses; `log` is None where the key store is out of reach."""

    parties: Sequence[PartyWitness]
    own: Sequence[Witness]
    log: LogStanding | None
    keys: Sequence[VerifierKey]
    now: datetime

    @property
    def fresh(self) -> int:
        """How many authorities have cosigned within a day."""
        return sum(each.standing is Witnessed.FRESH for each in self.parties)

    @property
    def is_enough(self) -> bool:
        """Whether that is enough for one of them not to run the server."""
        return self.fresh >= QUORUM


def witness_page(actor: Actor) -> WitnessPage:
    """Gather it for the actor's table, or for the own authority alone where it sits at none."""
    names = _authorities(actor)
    found = witnesses(names)
    now = timezone.now()
    return WitnessPage(
        parties=[_party(name, [each for each in found if each.authority_id == pk], now) for pk, name in names.items()],
        own=[each for each in found if each.authority_id == actor.authority_id],
        log=_standing(),
        keys=_keys(),
        now=now,
    )


def _party(name: str, found: Sequence[Witness], now: datetime) -> PartyWitness:
    """An authority with two witnesses stands as the fresher of them does."""
    newest = max(found, key=lambda each: each.cosigned_at or each.added_at, default=None)
    cosigned, added = (newest.cosigned_at, newest.added_at) if newest else (None, None)
    return PartyWitness(authority_name=name, witness=newest, standing=judge_age(cosigned, added_at=added, now=now))


def _authorities(actor: Actor) -> dict[UUID, str]:
    if actor.partnership_id is None:
        own = Authority.objects.get(pk=actor.authority_id)
        return {own.pk: own.name}
    today = timezone.localdate()
    return {each.authority_id: each.authority.name for each in parties() if seat_of(each).holds_on(today)}


def _standing() -> LogStanding | None:
    try:
        return log_standing()
    except StoreUnusable:
        return None


def _keys() -> list[VerifierKey]:
    try:
        return verifier_keys()
    except StoreUnusable:
        return []
