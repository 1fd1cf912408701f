"""Safety notices: to named units, with receipts, for a time, recalled by their sender alone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from rundbord.access.refusal import Refused
from rundbord.access.session import acting_for
from rundbord.alerts import actions, queries
from rundbord.alerts.models import SafetyNotice, SafetyReceipt
from rundbord.audit import Event
from rundbord.identity.models import Unit
from rundbord.notices.models import Notice
from tests.database import as_owner
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.logs import logged


@pytest.fixture
def caretakers(vestegnen: Vestegnen) -> Unit:
    """The property office of the housing organisation."""
    with as_owner():
        return Unit.objects.select_related("authority").get(authority=vestegnen.housing)


@pytest.fixture
def warning(vestegnen: Vestegnen, caretakers: Unit, actor_of: ActorOf) -> SafetyNotice:
    """A warning to the street team and to the caretakers."""
    now = timezone.now()
    officer = actor_of(vestegnen.officer)
    with acting_for(officer):
        street = Unit.objects.select_related("authority").get(pk=vestegnen.gladsaxe_street.pk)
        return actions.send_notice(
            actions.Warned(
                title="Gå to sammen ved stationen",
                text="Der har været skud i nat. Gå to sammen efter mørkets frembrud.",
                valid_from=now,
                valid_until=now + timedelta(days=2),
                units=[street, caretakers],
                area=vestegnen.station,
            ),
            by=officer,
        )


def test_each_unit_is_told_and_stands_as_missing_until_it_has_received_it(
    warning: SafetyNotice, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    officer = client_of(vestegnen.officer)
    before = officer.get(f"/sikkerhedsbeskeder/{warning.pk}/").content.decode()

    client_of(vestegnen.street_worker).post(f"/sikkerhedsbeskeder/{warning.pk}/kvitter/")

    after = officer.get(f"/sikkerhedsbeskeder/{warning.pk}/").content.decode()
    assert (before.count("Mangler"), after.count("Mangler")) == (2, 1)
    with as_owner():
        assert Notice.objects.filter(kind="safety_notice").count() == 2
    assert logged(Event.SAFETY_NOTICE_RECEIVED, about=warning)


def test_the_caretaker_reads_and_receives_it_in_the_own_workspace(
    warning: SafetyNotice, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client = client_of(vestegnen.caretaker)

    listed = client.get("/sikkerhedsbeskeder/").content.decode()
    client.post(f"/sikkerhedsbeskeder/{warning.pk}/kvitter/")
    shown = client.get(f"/sikkerhedsbeskeder/{warning.pk}/").content.decode()

    assert "Gå to sammen ved stationen" in listed
    assert "Gadeteamet" not in shown
    with as_owner():
        assert SafetyReceipt.objects.get(recipient=vestegnen.housing).received_at is not None


def test_a_caretaker_who_was_not_named_finds_nothing(
    vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf
) -> None:
    now = timezone.now()
    officer = actor_of(vestegnen.officer)
    with acting_for(officer):
        street = Unit.objects.select_related("authority").get(pk=vestegnen.gladsaxe_street.pk)
        notice = actions.send_notice(
            actions.Warned(
                title="Kun til gaden",
                text="Gå to sammen.",
                valid_from=now,
                valid_until=now + timedelta(hours=5),
                units=[street],
            ),
            by=officer,
        )
    client = client_of(vestegnen.caretaker)

    assert client.get(f"/sikkerhedsbeskeder/{notice.pk}/").status_code == 404
    assert "Kun til gaden" not in client.get("/sikkerhedsbeskeder/").content.decode()


def test_nobody_receives_in_another_units_place(warning: SafetyNotice, vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    case_worker = actor_of(vestegnen.herlev_case_worker)
    with acting_for(case_worker):
        with pytest.raises(Refused):
            actions.receive_notice(warning, by=case_worker)
        changed = SafetyReceipt.objects.filter(notice=warning).update(received_at=timezone.now())

    assert changed == 0


def test_the_sender_recalls_it_and_all_read_why(
    warning: SafetyNotice, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client_of(vestegnen.officer).post(f"/sikkerhedsbeskeder/{warning.pk}/traek-tilbage/", {"reason": "Der er ro igen."})

    shown = client_of(vestegnen.street_worker).get(f"/sikkerhedsbeskeder/{warning.pk}/").content.decode()
    assert "Der er ro igen." in shown
    assert "Trukket tilbage" in shown


def test_another_authority_cannot_recall_it(warning: SafetyNotice, vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    leader = actor_of(vestegnen.leader)
    with acting_for(leader), pytest.raises(Refused, match="kun af den myndighed"):
        actions.recall_notice(warning, reason="Der er ro igen.", by=leader)


def test_the_picture_is_told_of_those_that_hold(warning: SafetyNotice, vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    with acting_for(actor_of(vestegnen.coordinator)):
        now = queries.notices_told_in_picture(until=timezone.now())
        later = queries.notices_told_in_picture(until=timezone.now() + timedelta(days=3))

    assert [(told.title, told.sent_to, told.received) for told in now] == [("Gå to sammen ved stationen", 2, 0)]
    assert later == []
