"""Which reports wait: the database notes it itself, whoever judges and whoever withdraws."""

from __future__ import annotations

import pytest
from django.db import ProgrammingError, connections, transaction

from rundbord.access.session import acting_for
from rundbord.partnership.vocabulary import Audience
from rundbord.situation import actions
from rundbord.situation.models import Report, Triage
from rundbord.situation.sql import NOTE_WHAT_WAITS
from rundbord.situation.vocabulary import DismissalReason, Nature
from tests.database import as_owner
from tests.factories import rows
from tests.factories.situations import ActorOf, Vestegnen


def test_a_report_waits_until_it_is_judged_and_again_when_that_is_undone(
    vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    coordinator = actor_of(vestegnen.coordinator)
    report = rows.report(vestegnen.partnership, vestegnen.herlev_ssp)

    with acting_for(coordinator):
        triage = actions.dismiss_report(report, reason=DismissalReason.KNOWN, by=coordinator)
        after_the_verdict = _waits(report)
        actions.undo_triage(triage, by=coordinator)

    assert (after_the_verdict, _waits(report)) == (False, True)


def test_a_narrow_report_waits_again_when_strangers_to_it_withdraw_its_incident(
    vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    coordinator, police = actor_of(vestegnen.coordinator), actor_of(vestegnen.officer)
    wide = rows.report(vestegnen.partnership, vestegnen.gladsaxe_street)
    narrow = rows.report(vestegnen.partnership, vestegnen.local_police, audience=Audience.POLICE)
    with acting_for(coordinator):
        kept = actions.keep_report(wide, by=coordinator)
    with as_owner():
        verdict = {"partnership_id": narrow.partnership_id, "authority_id": narrow.authority_id}
        Triage.objects.create(
            **verdict,
            audience=narrow.audience,
            report=narrow,
            incident=kept.incident,
            verdict="merged",
            user_id=police.user_id,
            at=kept.at,
        )

    with acting_for(coordinator):
        actions.undo_triage(kept, by=coordinator)

    with as_owner():
        assert Triage.objects.get(report=narrow).undone_at is None
    assert _waits(narrow)


def test_what_was_reported_before_the_mark_is_judged_as_it_stands(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    coordinator = actor_of(vestegnen.coordinator)
    waiting, judged = (rows.report(vestegnen.partnership, vestegnen.herlev_ssp) for _ in range(2))
    nothing = rows.report(vestegnen.partnership, vestegnen.herlev_ssp, nature=Nature.NOTHING)
    with acting_for(coordinator):
        actions.keep_report(judged, by=coordinator)
    with as_owner(), connections["default"].cursor() as cursor:
        Report.objects.filter(pk=judged.pk).update(waits=True)

        cursor.execute(NOTE_WHAT_WAITS)

    assert [_waits(each) for each in (waiting, judged, nothing)] == [True, False, False]


def test_nobody_takes_a_report_out_of_the_inbox_without_a_verdict(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    reporter = actor_of(vestegnen.coordinator)
    report = rows.report(vestegnen.partnership, vestegnen.gladsaxe_ssp)

    with acting_for(reporter), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        Report.objects.filter(pk=report.pk).update(waits=False)

    assert _waits(report)


def _waits(report: Report) -> bool:
    with as_owner():
        return Report.objects.get(pk=report.pk).waits
