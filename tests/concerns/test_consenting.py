"""A consent names whose yes it is, to whom and what, and is taken back in one act."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import time_machine
from django.http import Http404

from rundbord.access.refusal import Refused
from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.concerns import actions
from rundbord.concerns.queries.agreed import consents_of
from rundbord.concerns.rules.consenting import GivenConsent, objections_to_consent
from rundbord.sharing.vocabulary import DisclosurePurpose, Giver, InformationClass
from tests.concerns.files import file_on
from tests.factories.situations import ActorOf, Vestegnen
from tests.logs import entries_of

DAY = date(2026, 11, 30)


def _consent(**changed: object) -> GivenConsent:
    facts = {
        "given_by": [Giver.CUSTODY_HOLDER.value],
        "recipients": ["unit"],
        "purposes": [DisclosurePurpose.EARLY_HELP.value],
        "classes": [InformationClass.PRIVATE.value],
        "given_on": DAY,
        "valid_until": DAY + timedelta(days=180),
        "is_free": True,
        "is_informed": True,
    }
    return GivenConsent(**{**facts, **changed})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"given_by": []}, "given_by"),
        ({"recipients": []}, "recipients"),
        ({"classes": []}, "classes"),
        ({"purposes": []}, "purposes"),
        ({"given_on": DAY + timedelta(days=1)}, "given_on"),
        ({"given_on": None}, "given_on"),
        ({"valid_until": DAY + timedelta(days=366)}, "valid_until"),
        ({"valid_until": DAY - timedelta(days=1)}, "valid_until"),
        ({"is_free": False}, "is_free"),
        ({"is_informed": False}, "is_informed"),
    ],
)
def test_what_is_no_consent_is_refused(changed: dict[str, object], field: str) -> None:
    assert set(objections_to_consent(_consent(**changed), today=DAY)) == {field}


@time_machine.travel(f"{DAY} 10:00+01:00", tick=False)
def test_a_consent_is_written_down_and_taken_back_without_a_reason(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    by = actor_of(vestegnen.coordinator)
    person = file_on(by)

    with acting_for(by):
        given = actions.record_consent(person, _consent(recipients=[vestegnen.local_police.pk]), is_written=True, by=by)
        actions.withdraw_consent(given.pk, by=by)
        actions.withdraw_consent(given.pk, by=by)
        [found] = consents_of(person)

    assert found.withdrawn_on == DAY
    assert len(entries_of(Event.CONSENT_WITHDRAWN, user=vestegnen.coordinator)) == 1


@time_machine.travel(f"{DAY} 10:00+01:00", tick=False)
def test_another_authority_finds_no_consent_and_no_file(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    by, other = actor_of(vestegnen.coordinator), actor_of(vestegnen.officer)
    person = file_on(by)
    with acting_for(by):
        given = actions.record_consent(person, _consent(recipients=[vestegnen.local_police.pk]), is_written=True, by=by)

    with acting_for(other), pytest.raises(Http404):
        actions.withdraw_consent(given.pk, by=other)
    with acting_for(other), pytest.raises(Http404):
        actions.record_consent(person, _consent(), is_written=True, by=other)


@time_machine.travel(f"{DAY} 10:00+01:00", tick=False)
def test_a_consent_that_is_none_is_not_written_down(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    by = actor_of(vestegnen.coordinator)
    person = file_on(by)

    with acting_for(by):
        with pytest.raises(Refused, match="frit valg"):
            actions.record_consent(person, _consent(is_free=False), is_written=True, by=by)
        assert consents_of(person) == []
