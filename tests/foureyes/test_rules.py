"""Who may confirm, and until when."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from rundbord.access.permissions import Permission
from rundbord.foureyes.rules.confirming import Ordered, kinds_of, objections_to_confirming
from rundbord.foureyes.vocabulary import DeedKind, OrderState

ONE, OTHER = UUID(int=1), UUID(int=2)
NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)


def _ordered(
    *, days: int = 7, is_withdrawn: bool = False, is_confirmed: bool = False, is_carried_out: bool = False
) -> Ordered:
    return Ordered(
        ordered_by=ONE,
        lapses_at=NOW + timedelta(days=days),
        is_withdrawn=is_withdrawn,
        confirmed_at=NOW if is_confirmed else None,
        is_carried_out=is_carried_out,
    )


@pytest.mark.parametrize(
    ("ordered", "user", "objections"),
    [
        (_ordered(), OTHER, 0),
        (_ordered(), ONE, 1),
        (_ordered(days=0), OTHER, 1),
        (_ordered(is_withdrawn=True), OTHER, 1),
        (_ordered(is_confirmed=True), OTHER, 1),
        (_ordered(days=-1), ONE, 2),
    ],
)
def test_another_confirms_while_it_waits(ordered: Ordered, user: UUID, objections: int) -> None:
    assert len(objections_to_confirming(ordered, user_id=user, now=NOW)) == objections


def test_it_lapses_on_the_minute() -> None:
    assert _ordered(days=7).state(NOW + timedelta(days=7, seconds=-1)) is OrderState.WAITS
    assert _ordered(days=7).state(NOW + timedelta(days=7)) is OrderState.LAPSED


def test_what_two_agreed_on_waits_seven_days_for_whoever_carries_it_out() -> None:
    agreed = _ordered(is_confirmed=True)

    assert agreed.state(NOW + timedelta(days=7, seconds=-1)) is OrderState.CONFIRMED
    assert agreed.state(NOW + timedelta(days=7)) is OrderState.LAPSED
    assert _ordered(is_confirmed=True, is_carried_out=True).state(NOW + timedelta(days=70)) is OrderState.DONE


def test_own_matters_are_for_other_roles_than_parties() -> None:
    assert {DeedKind.EXPORT_OWN, DeedKind.ROTATE_KEYS} == set(kinds_of({Permission.GUARD_OWN}))
    assert {DeedKind.ADMIT_PARTY, DeedKind.END_PARTY} == set(kinds_of({Permission.GOVERN_PARTNERSHIP}))
    assert kinds_of({Permission.WORK_CONCERNS}) == []
