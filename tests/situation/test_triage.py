"""Sorting the inbox: keep, merge, dismiss, place, undo, and who sees what afterwards."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.db import transaction

from rundbord.access.actor import Actor
from rundbord.access.refusal import NotPermitted, Refused
from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.audit.entries import own_entries
from rundbord.identity.models import User
from rundbord.notices.models import Notice
from rundbord.partnership.vocabulary import Audience
from rundbord.situation import actions
from rundbord.situation.models import Incident, IncidentRevision, Report, Triage
from rundbord.situation.queries.inbox import InboxFilter, inbox, open_reports
from rundbord.situation.queries.incident_sources import history_of, sources_of
from rundbord.situation.queries.proposals import proposed_facts
from rundbord.situation.vocabulary import Category, DismissalReason, Nature, SourceKind, Verdict
from tests.database import as_owner
from tests.factories import rows
from tests.factories.situations import ActorOf, Vestegnen


@pytest.fixture
def coordinator(vestegnen: Vestegnen, actor_of: ActorOf) -> Actor:
    """Gladsaxe's coordinator."""
    return actor_of(vestegnen.coordinator)


@pytest.fixture
def police_coordinator(vestegnen: Vestegnen, actor_of: ActorOf) -> Actor:
    """A coordinator of the police."""
    return actor_of(rows.user(vestegnen.local_police, Role.COORDINATOR))


def _street_report(vestegnen: Vestegnen, **columns: Any) -> Report:
    return rows.report(vestegnen.partnership, vestegnen.gladsaxe_street, area=vestegnen.station, **columns)


def _waiting(actor: Actor) -> list[Report]:
    with acting_for(actor):
        return list(open_reports(actor))


def _visible_incidents(actor: Actor) -> list[Incident]:
    with acting_for(actor):
        return list(Incident.objects.filter(withdrawn_at=None))


def _texts(actor: Actor, incident: Incident) -> list[str]:
    with acting_for(actor):
        return [source.report.text for source in sources_of(incident)]


def _log(actor: Actor) -> list[str]:
    """The own authority's log, oldest first."""
    with acting_for(actor):
        return [entry.event for entry in reversed(own_entries())]


def _keep(report: Report, by: Actor) -> Incident:
    with acting_for(by):
        incident = actions.keep_report(report, by=by).incident
    assert incident is not None
    return incident


def test_a_kept_report_becomes_an_incident_with_what_the_source_told(vestegnen: Vestegnen, coordinator: Actor) -> None:
    report = _street_report(vestegnen, category=Category.VANDALISM, place_text="Gl. Storegade", lat=55.73, lon=12.41)

    incident = _keep(report, coordinator)

    assert incident.heading == "Hærværk, Gl. Storegade"
    assert incident.place_key == "gammel storegade"
    assert incident.occurred_at == report.starts_at
    assert incident.area_id == vestegnen.station.pk
    assert not incident.is_confirmed
    assert _waiting(coordinator) == []
    with as_owner():
        assert IncidentRevision.objects.get().version == 1


def test_facts_may_be_corrected_on_the_way(vestegnen: Vestegnen, coordinator: Actor) -> None:
    report = _street_report(vestegnen)

    with acting_for(coordinator):
        facts = replace(proposed_facts(report), heading="Uro ved kiosken", category=Category.UNREST, is_confirmed=True)
        actions.keep_report(report, facts=facts, overridden=["name"], by=coordinator)

    incident = _visible_incidents(coordinator)[0]
    assert (incident.heading, incident.category, incident.is_confirmed) == ("Uro ved kiosken", "uro", True)


def test_facts_that_cannot_be_are_refused_with_reasons(vestegnen: Vestegnen, coordinator: Actor) -> None:
    report = _street_report(vestegnen)

    with acting_for(coordinator), pytest.raises(Refused) as refusal:
        actions.keep_report(report, facts=replace(proposed_facts(report), heading=" "), by=coordinator)

    assert "heading" in refusal.value.reasons


def test_what_the_police_report_is_confirmed(vestegnen: Vestegnen, coordinator: Actor) -> None:
    report = rows.report(vestegnen.partnership, vestegnen.local_police, source_kind=SourceKind.POLICE)

    assert _keep(report, coordinator).is_confirmed


def test_a_nil_return_never_waits(vestegnen: Vestegnen, coordinator: Actor) -> None:
    _street_report(vestegnen, nature=Nature.NOTHING, text="")

    assert _waiting(coordinator) == []


@pytest.mark.parametrize("audience", [Audience.AUTHORITY, Audience.UNIT])
def test_another_authoritys_own_report_is_never_seen(
    audience: Audience, vestegnen: Vestegnen, coordinator: Actor
) -> None:
    rows.report(vestegnen.partnership, vestegnen.herlev_ssp, audience=audience)

    assert _waiting(coordinator) == []


def test_another_teams_own_report_is_not_seen_in_the_same_municipality(
    vestegnen: Vestegnen, coordinator: Actor
) -> None:
    _street_report(vestegnen, audience=Audience.UNIT)

    assert _waiting(coordinator) == []


def test_a_teams_own_report_becomes_an_incident_of_the_team_alone(
    vestegnen: Vestegnen, coordinator: Actor, actor_of: ActorOf
) -> None:
    report = rows.report(vestegnen.partnership, vestegnen.gladsaxe_ssp, audience=Audience.UNIT)

    _keep(report, coordinator)

    assert len(_visible_incidents(coordinator)) == 1
    assert _visible_incidents(actor_of(vestegnen.street_worker)) == []
    assert _visible_incidents(actor_of(vestegnen.herlev_case_worker)) == []
    with acting_for(actor_of(vestegnen.street_worker)):
        assert Triage.objects.count() == 0


def test_a_narrow_report_kept_by_the_police_stays_in_sight_of_its_municipality(
    vestegnen: Vestegnen, coordinator: Actor, police_coordinator: Actor, actor_of: ActorOf
) -> None:
    report = _street_report(vestegnen, audience=Audience.POLICE)

    incident = _keep(report, police_coordinator)

    assert incident.authority_id == vestegnen.gladsaxe.pk
    assert _waiting(coordinator) == []
    assert len(_visible_incidents(coordinator)) == 1
    assert _visible_incidents(actor_of(vestegnen.herlev_case_worker)) == []
    assert _visible_incidents(actor_of(vestegnen.caretaker)) == []


def test_nobody_can_write_an_incident_in_anothers_name_or_wider_than_its_report(
    vestegnen: Vestegnen, coordinator: Actor
) -> None:
    narrow = _street_report(vestegnen, audience=Audience.AUTHORITY)
    columns = {
        "partnership": vestegnen.partnership,
        "heading": "Uro",
        "nature": Nature.INCIDENT,
        "category": Category.UNREST,
        "occurred_at": narrow.created_at,
        "created_at": narrow.created_at,
        "changed_at": narrow.created_at,
    }

    forged = [
        {"authority": vestegnen.herlev, "audience": Audience.PARTIES},
        {"authority": vestegnen.gladsaxe, "audience": Audience.PARTIES, "first_report": narrow},
        {"authority": vestegnen.herlev, "audience": Audience.AUTHORITY, "first_report": narrow},
    ]

    for reach in forged:
        with acting_for(coordinator), pytest.raises(Exception, match="row-level security"), transaction.atomic():
            Incident.objects.create(**columns, **reach)


def test_two_who_judge_at_once_the_second_is_told_who_did_what(
    vestegnen: Vestegnen, coordinator: Actor, police_coordinator: Actor
) -> None:
    report = _street_report(vestegnen)
    _keep(report, coordinator)

    with acting_for(police_coordinator), pytest.raises(Refused) as refusal, transaction.atomic():
        actions.dismiss_report(report, reason=DismissalReason.KNOWN, by=police_coordinator)

    assert "Koordinator, Gladsaxe Kommune beholdt indberetningen kl." in str(refusal.value)
    assert len(_visible_incidents(police_coordinator)) == 1


def test_merging_keeps_both_texts(vestegnen: Vestegnen, coordinator: Actor) -> None:
    first = _street_report(vestegnen, text="Gruppe på femten ved stationen.")
    second = rows.report(vestegnen.partnership, vestegnen.herlev_ssp, text="Mange unge samlet ved togene.")
    incident = _keep(first, coordinator)

    with acting_for(coordinator):
        actions.merge_report(second, into=incident, by=coordinator)

    assert set(_texts(coordinator, incident)) == {first.text, second.text}
    with as_owner():
        assert Incident.objects.get().version == 2


@pytest.mark.parametrize("audience", [Audience.POLICE, Audience.AUTHORITY])
def test_a_narrower_text_stays_narrow_and_leaves_no_trace_for_others(
    audience: Audience, vestegnen: Vestegnen, police_coordinator: Actor, actor_of: ActorOf
) -> None:
    coordinator = actor_of(vestegnen.coordinator)
    wide = rows.report(vestegnen.partnership, vestegnen.local_police, audience=Audience.PARTNERS, text="Bredt.")
    incident = _keep(wide, coordinator)
    narrow = rows.report(vestegnen.partnership, vestegnen.local_police, audience=audience, text="Kun for politiet.")

    with acting_for(police_coordinator):
        actions.merge_report(narrow, into=incident, by=police_coordinator)

    assert set(_texts(police_coordinator, incident)) == {"Bredt.", "Kun for politiet."}
    for stranger in (vestegnen.coordinator, vestegnen.herlev_case_worker, vestegnen.caretaker):
        assert _texts(actor_of(stranger), incident) == ["Bredt."]
        with acting_for(actor_of(stranger)):
            assert Triage.objects.count() == 1
    with acting_for(coordinator):
        assert len(history_of(incident)) == 1
    with as_owner():
        assert Incident.objects.get().version == 1


def test_a_wider_report_is_not_laid_where_some_of_its_readers_cannot_follow(
    vestegnen: Vestegnen, coordinator: Actor
) -> None:
    incident = _keep(_street_report(vestegnen, audience=Audience.AUTHORITY), coordinator)
    wide = rows.report(vestegnen.partnership, vestegnen.herlev_ssp)

    with acting_for(coordinator), pytest.raises(Refused, match="læses af flere"):
        actions.merge_report(wide, into=incident, by=coordinator)


def test_of_two_waiting_reports_the_wider_becomes_the_incident(vestegnen: Vestegnen, coordinator: Actor) -> None:
    narrow = _street_report(vestegnen, audience=Audience.AUTHORITY, text="Smalt.")
    wide = rows.report(vestegnen.partnership, vestegnen.herlev_ssp, text="Bredt.")

    with acting_for(coordinator):
        triage = actions.merge_report(wide, into=narrow, by=coordinator)

    incident = _visible_incidents(coordinator)[0]
    assert incident.first_report_id == wide.pk
    assert triage.report_id == narrow.pk
    assert _waiting(coordinator) == []


def test_a_dismissal_tells_the_reporter_that_there_is_an_answer(vestegnen: Vestegnen, coordinator: Actor) -> None:
    report = _street_report(vestegnen, reporter_id=vestegnen.street_worker.pk)

    with acting_for(coordinator):
        actions.dismiss_report(report, reason=DismissalReason.UNCLEAR, note="Skriv, hvor det var.", by=coordinator)

    with as_owner():
        notice = Notice.objects.get()
        triage = Triage.objects.get()
    assert notice.user_id == vestegnen.street_worker.pk
    assert (triage.verdict, triage.reason, triage.note) == ("dismissed", "unclear", "Skriv, hvor det var.")


def test_nobody_is_told_when_the_source_is_a_press_report(vestegnen: Vestegnen, coordinator: Actor) -> None:
    report = rows.report(vestegnen.partnership, vestegnen.local_police, source_kind=SourceKind.PRESS_REPORT)

    with acting_for(coordinator):
        actions.dismiss_report(report, reason=DismissalReason.NOT_FOLLOWED, by=coordinator)

    with as_owner():
        assert Notice.objects.count() == 0


def test_an_unplaced_report_is_kept_where_it_is_put_on_the_map(vestegnen: Vestegnen, coordinator: Actor) -> None:
    report = rows.report(vestegnen.partnership, vestegnen.herlev_ssp)
    spot = actions.Spot(area_id=vestegnen.park.pk, lat=55.725, lon=12.457, point_precision="point")

    with acting_for(coordinator):
        actions.place_report(report, spot=spot, by=coordinator)

    incident = _visible_incidents(coordinator)[0]
    assert (incident.area_id, incident.lat) == (vestegnen.park.pk, 55.725)
    with as_owner():
        assert Report.objects.get().lat is None


def test_a_report_cannot_be_put_nowhere(vestegnen: Vestegnen, coordinator: Actor) -> None:
    report = rows.report(vestegnen.partnership, vestegnen.herlev_ssp)

    with acting_for(coordinator), pytest.raises(Refused, match="Vælg et punkt"):
        actions.place_report(report, spot=actions.Spot(), by=coordinator)


@pytest.fixture
def undone(vestegnen: Vestegnen, coordinator: Actor, police_coordinator: Actor) -> tuple[Report, Report]:
    """A report that was kept, one of the police's own merged into its incident, and the keeping undone."""
    first = _street_report(vestegnen)
    incident = _keep(first, coordinator)
    hidden = rows.report(vestegnen.partnership, vestegnen.local_police, audience=Audience.AUTHORITY)
    with acting_for(police_coordinator):
        actions.merge_report(hidden, into=incident, by=police_coordinator)
    with acting_for(coordinator):
        actions.undo_triage(Triage.objects.get(report=first), by=coordinator)
    return first, hidden


def test_undoing_a_keeping_withdraws_the_incident_and_all_its_reports_wait_again(
    undone: tuple[Report, Report], coordinator: Actor, police_coordinator: Actor
) -> None:
    first, hidden = undone

    assert _waiting(coordinator) == [first]
    assert set(_waiting(police_coordinator)) == {first, hidden}
    assert _visible_incidents(coordinator) == []


def test_a_report_whose_incident_was_withdrawn_can_be_judged_anew(
    undone: tuple[Report, Report], police_coordinator: Actor
) -> None:
    first, hidden = undone

    _keep(hidden, police_coordinator)

    assert _waiting(police_coordinator) == [first]


def test_undoing_a_merging_leaves_the_incident_and_opens_the_report(vestegnen: Vestegnen, coordinator: Actor) -> None:
    incident = _keep(_street_report(vestegnen), coordinator)
    second = rows.report(vestegnen.partnership, vestegnen.herlev_ssp)
    with acting_for(coordinator):
        triage = actions.merge_report(second, into=incident, by=coordinator)

    with acting_for(coordinator):
        triage.refresh_from_db()
        actions.undo_triage(triage, by=coordinator)

    assert _waiting(coordinator) == [second]
    assert len(_visible_incidents(coordinator)) == 1


def test_undoing_twice_is_refused(vestegnen: Vestegnen, coordinator: Actor) -> None:
    report = _street_report(vestegnen)
    with acting_for(coordinator):
        triage = actions.dismiss_report(report, reason=DismissalReason.KNOWN, by=coordinator)
        actions.undo_triage(triage, by=coordinator)

        with pytest.raises(Refused, match="allerede fortrudt"):
            actions.undo_triage(triage, by=coordinator)


def test_every_verdict_stands_in_the_log(vestegnen: Vestegnen, coordinator: Actor) -> None:
    first, second, third = (_street_report(vestegnen) for _ in range(3))
    incident = _keep(first, coordinator)
    with acting_for(coordinator):
        actions.merge_report(second, into=incident, by=coordinator)
        triage = actions.dismiss_report(third, reason=DismissalReason.KNOWN, by=coordinator)
        actions.undo_triage(triage, by=coordinator)

    assert {"kept", "merged", "dismissed", "triage_undone"} <= set(_log(coordinator))


@pytest.mark.parametrize("name", ["street_worker", "officer", "leader", "caretaker", "dpo", "administrator"])
def test_only_coordinators_sort(name: str, vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    user: User = getattr(vestegnen, name)
    actor = actor_of(user)
    report = rows.report(vestegnen.partnership, vestegnen.gladsaxe_street, audience=Audience.PARTNERS)

    with acting_for(actor), pytest.raises(NotPermitted):
        actions.keep_report(report, by=actor)


def test_a_housing_partners_report_is_judged_and_the_partner_learns_its_fate(
    vestegnen: Vestegnen, coordinator: Actor, actor_of: ActorOf
) -> None:
    unit = rows.unit(vestegnen.housing, "Vicevært")
    report = rows.report(vestegnen.partnership, unit, audience=Audience.PARTIES, source_kind=SourceKind.HOUSING)

    _keep(report, coordinator)

    with acting_for(actor_of(vestegnen.caretaker)):
        assert [triage.verdict for triage in Triage.objects.all()] == [Verdict.KEPT]


def test_traffic_is_folded_and_counted_until_it_is_asked_for(vestegnen: Vestegnen, coordinator: Actor) -> None:
    for _ in range(3):
        _street_report(vestegnen, category=Category.TRAFFIC)
    _street_report(vestegnen, category=Category.UNREST)

    with acting_for(coordinator):
        folded = inbox(coordinator, InboxFilter())
        unfolded = inbox(coordinator, InboxFilter(category=Category.TRAFFIC))

    assert (len(folded.waiting), folded.total, folded.folded) == (1, 4, {Category.TRAFFIC: 3})
    assert len(unfolded.waiting) == 3


def test_the_partnership_changes_what_is_folded(vestegnen: Vestegnen, coordinator: Actor) -> None:
    _street_report(vestegnen, category=Category.TRAFFIC)
    _street_report(vestegnen, category=Category.FRAUD)

    with acting_for(coordinator):
        actions.set_folding([Category.FRAUD], by=coordinator)
        shown = inbox(coordinator, InboxFilter())

    assert [waiting.report.category for waiting in shown.waiting] == [Category.TRAFFIC]
    assert shown.folded == {Category.FRAUD: 1}


def test_urgent_reports_come_first(vestegnen: Vestegnen, coordinator: Actor) -> None:
    _street_report(vestegnen, text="Ældst og haster.", is_urgent=True)
    _street_report(vestegnen, text="Nyest.")

    with acting_for(coordinator):
        urgent_first = inbox(coordinator, InboxFilter())
        newest_first = inbox(coordinator, InboxFilter(newest_first=True))

    assert urgent_first.waiting[0].report.text == "Ældst og haster."
    assert newest_first.waiting[0].report.text == "Nyest."


def test_a_likely_duplicate_is_suggested_beside_the_report(vestegnen: Vestegnen, coordinator: Actor) -> None:
    common = {"place_text": "Storegade", "category": Category.VANDALISM}
    _keep(_street_report(vestegnen, **common), coordinator)
    rows.report(vestegnen.partnership, vestegnen.herlev_ssp, area=vestegnen.station, **common)

    with acting_for(coordinator):
        waiting = inbox(coordinator, InboxFilter()).waiting[0]

    assert waiting.suggestion is not None
    assert waiting.suggestion.is_incident
    assert waiting.suggestion.why.startswith("samme gade")


def test_a_text_that_the_reader_may_not_read_is_never_suggested(vestegnen: Vestegnen, coordinator: Actor) -> None:
    common = {"place_text": "Storegade", "category": Category.VANDALISM}
    rows.report(vestegnen.partnership, vestegnen.local_police, audience=Audience.AUTHORITY, **common)
    _street_report(vestegnen, **common)

    with acting_for(coordinator):
        waiting = inbox(coordinator, InboxFilter()).waiting

    assert [each.suggestion for each in waiting] == [None]
