"""Telling the parties: who reads a notice, what it says, and the mail that says nothing."""

from __future__ import annotations

import json
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from rundbord.access.actor import system_of
from rundbord.access.refusal import Refused
from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.identity.models import User
from rundbord.notices import jobs
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.models import Notice
from rundbord.notices.queries import Wanted, readers_with_mail, unread_now, workplaces
from rundbord.notices.vocabulary import NoticeKind
from tests.database import as_owner
from tests.factories import rows
from tests.factories.situations import ActorOf, ClientOf, Vestegnen

PUBLISHED = NoticeKind.PICTURE_PUBLISHED


def _tell(vestegnen: Vestegnen, actor_of: ActorOf, *recipients: Recipient, path: str = "/") -> None:
    actor = actor_of(vestegnen.coordinator)
    with acting_for(actor):
        notify(PUBLISHED, path, recipients, by=actor)


def _waiting_jobs() -> list[tuple[str, dict[str, str]]]:
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("SELECT task_name, args FROM procrastinate_jobs ORDER BY id")
        return [(row[0], json.loads(row[1])) for row in cursor.fetchall()]


def _with_address(user: User, address: str) -> None:
    with as_owner():
        User.objects.filter(pk=user.pk).update(email=address)


def test_a_notice_for_a_role_is_read_by_that_role_alone(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    _tell(vestegnen, actor_of, Recipient(authority_id=vestegnen.gladsaxe.pk, role=Role.LEADER))

    leader, secretary = actor_of(vestegnen.leader), actor_of(vestegnen.secretary)
    with acting_for(leader):
        assert unread_now(leader).count == 1
    with acting_for(secretary):
        assert unread_now(secretary).count == 0


def test_a_notice_for_a_unit_is_not_read_in_another_unit(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    street = Recipient(authority_id=vestegnen.gladsaxe.pk, unit_id=vestegnen.gladsaxe_street.pk)
    _tell(vestegnen, actor_of, street)

    in_the_street, in_the_office = actor_of(vestegnen.street_worker), actor_of(vestegnen.leader)
    with acting_for(in_the_street):
        assert unread_now(in_the_street).count == 1
    with acting_for(in_the_office):
        assert unread_now(in_the_office).count == 0


def test_a_notice_for_a_unit_is_not_for_the_exit_coordinator_in_it(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    user = rows.user(vestegnen.gladsaxe_street, Role.EXIT_COORDINATOR)
    _with_address(user, "exit@eksempel.dk")
    whole_unit = Recipient(authority_id=vestegnen.gladsaxe.pk, unit_id=vestegnen.gladsaxe_street.pk)
    _tell(vestegnen, actor_of, whole_unit)

    own = actor_of(user)
    with acting_for(own):
        assert unread_now(own).count == 0
    with acting_for(system_of(vestegnen.gladsaxe.pk)):
        told = readers_with_mail(vestegnen.gladsaxe.pk, Wanted(unit_id=vestegnen.gladsaxe_street.pk))
    assert user.pk not in {user_id for _, user_id in told}

    _tell(vestegnen, actor_of, Recipient(authority_id=vestegnen.gladsaxe.pk, user_id=user.pk))
    with acting_for(own):
        assert unread_now(own).count == 1


def test_another_authority_never_sees_it(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    _tell(vestegnen, actor_of, Recipient(authority_id=vestegnen.herlev.pk))

    with acting_for(actor_of(vestegnen.officer)):
        assert Notice.objects.count() == 0
    with acting_for(actor_of(vestegnen.herlev_case_worker)):
        assert Notice.objects.count() == 1


def test_nobody_outside_the_partnership_can_be_addressed(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    with pytest.raises(Exception, match="row-level security"):
        _tell(vestegnen, actor_of, Recipient(authority_id=vestegnen.outside.pk))


def test_a_notice_leads_nowhere_but_into_rundbord(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    everybody = Recipient(authority_id=vestegnen.gladsaxe.pk)

    with pytest.raises(Refused):
        _tell(vestegnen, actor_of, everybody, path="//eksempel.invalid/")
    with pytest.raises(Refused):
        _tell(vestegnen, actor_of, everybody, path="/findes-ikke/")


def test_a_notice_is_no_closed_door_for_the_data_protection_officer_of_a_unit(
    vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    officer = rows.user(vestegnen.gladsaxe_street, Role.DPO)
    _with_address(officer, "dpo@eksempel.dk")
    _with_address(vestegnen.street_worker, "gaden@eksempel.dk")
    _tell(vestegnen, actor_of, Recipient.whole(vestegnen.gladsaxe_street), path=reverse("tasks:tasks"))

    may_not, may = actor_of(officer), actor_of(vestegnen.street_worker)
    with acting_for(may_not):
        assert unread_now(may_not).count == 0
    with acting_for(may):
        assert unread_now(may).count == 1
    jobs.find_readers(**_waiting_jobs()[0][1])
    mails = [arguments for name, arguments in _waiting_jobs() if name == jobs.SEND_MAIL]
    assert [each["user_id"] for each in mails] == [str(vestegnen.street_worker.pk)]


def test_the_order_for_mail_holds_identifiers_alone_and_waits_only_once(
    vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    leaders = Recipient(authority_id=vestegnen.gladsaxe.pk, role=Role.LEADER)
    _tell(vestegnen, actor_of, leaders)
    _tell(vestegnen, actor_of, leaders)

    orders = _waiting_jobs()

    assert [name for name, _ in orders] == ["rundbord.notices.find_readers"]
    assert orders[0][1] == {
        "authority_id": str(vestegnen.gladsaxe.pk),
        "partnership_id": str(vestegnen.partnership.pk),
        "role": "leader",
        "opens": "see_day",
        "unit_id": "",
        "user_id": "",
    }


def test_many_recipients_are_ordered_for_in_one_statement(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    roles = [Recipient(authority_id=vestegnen.gladsaxe.pk, role=role) for role in Role]

    with CaptureQueriesContext(connection) as asked:
        _tell(vestegnen, actor_of, *roles)

    assert [order["role"] for _, order in _waiting_jobs()] == [role.value for role in Role]
    assert len([each for each in asked if "procrastinate_defer_jobs" in each["sql"]]) == 1


def test_an_order_that_waits_already_holds_none_of_the_others_back(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    leaders = Recipient(authority_id=vestegnen.gladsaxe.pk, role=Role.LEADER)
    officers = Recipient(authority_id=vestegnen.police.pk, role=Role.OFFICER)
    _tell(vestegnen, actor_of, leaders)
    _tell(vestegnen, actor_of, leaders, officers)

    assert [order["role"] for _, order in _waiting_jobs()] == ["leader", "officer"]


def test_a_refused_transaction_orders_no_mail(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    actor = actor_of(vestegnen.coordinator)

    def tell_and_break() -> None:
        with acting_for(actor):
            notify(PUBLISHED, "/", [Recipient(authority_id=vestegnen.gladsaxe.pk)], by=actor)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        tell_and_break()

    assert _waiting_jobs() == []


def test_the_housing_partner_orders_mail_through_an_own_login(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    caretaker = actor_of(vestegnen.caretaker)

    with acting_for(caretaker):
        notify(NoticeKind.URGENT_REPORT, "/indbakke/", [Recipient(authority_id=vestegnen.gladsaxe.pk)], by=caretaker)

    assert len(_waiting_jobs()) == 1


def test_each_reader_with_an_address_gets_a_mail_without_content(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    _with_address(vestegnen.leader, "leder@eksempel.invalid")
    _with_address(vestegnen.secretary, "sekretaer@eksempel.invalid")
    _tell(vestegnen, actor_of, Recipient(authority_id=vestegnen.gladsaxe.pk, role=Role.LEADER), path="/omraader/")

    jobs.find_readers(**_waiting_jobs()[0][1])
    jobs.send_mail(**_waiting_jobs()[-1][1])

    assert [each.to for each in mail.outbox] == [["leder@eksempel.invalid"]]
    written = f"{mail.outbox[0].subject} {mail.outbox[0].body}"
    assert "Der er nyt til dig i Rundbord" in written
    assert "omraader" not in written
    assert PUBLISHED.label not in written


def test_a_guest_gets_the_mail_in_the_name_of_the_own_authority(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    _with_address(vestegnen.herlev_case_worker, "ssp@eksempel.invalid")
    rows.duty(vestegnen.herlev_case_worker, vestegnen.gladsaxe_ssp, Role.TASK_FORCE)
    _tell(vestegnen, actor_of, Recipient(authority_id=vestegnen.gladsaxe.pk, role=Role.TASK_FORCE))

    jobs.find_readers(**_waiting_jobs()[0][1])
    orders = _waiting_jobs()[1:]
    for _, arguments in orders:
        jobs.send_mail(**arguments)

    guest = {"authority_id": str(vestegnen.herlev.pk), "user_id": str(vestegnen.herlev_case_worker.pk)}
    assert [arguments for _, arguments in orders] == [guest]
    assert [each.to for each in mail.outbox] == [["ssp@eksempel.invalid"]]
    assert "Gladsaxe" not in f"{mail.outbox[0].subject} {mail.outbox[0].body}"


def test_the_host_still_reads_nothing_of_its_guest(vestegnen: Vestegnen) -> None:
    _with_address(vestegnen.herlev_case_worker, "ssp@eksempel.invalid")
    rows.duty(vestegnen.herlev_case_worker, vestegnen.gladsaxe_ssp, Role.TASK_FORCE)

    with acting_for(system_of(vestegnen.gladsaxe.pk)):
        assert not User.objects.filter(pk=vestegnen.herlev_case_worker.pk).exists()


@pytest.mark.parametrize("ended", ["duty", "user"])
def test_a_guest_whose_duty_or_user_has_ended_gets_no_mail(vestegnen: Vestegnen, actor_of: ActorOf, ended: str) -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    _with_address(vestegnen.herlev_case_worker, "ssp@eksempel.invalid")
    ends_on = yesterday if ended == "duty" else None
    rows.duty(vestegnen.herlev_case_worker, vestegnen.gladsaxe_ssp, Role.TASK_FORCE, ends_on=ends_on)
    with as_owner():
        User.objects.filter(pk=vestegnen.herlev_case_worker.pk).update(
            closed_at=timezone.now() if ended == "user" else None
        )
    _tell(vestegnen, actor_of, Recipient(authority_id=vestegnen.gladsaxe.pk, role=Role.TASK_FORCE))

    jobs.find_readers(**_waiting_jobs()[0][1])

    assert _waiting_jobs()[1:] == []


def test_the_worker_finds_no_user_of_another_authority(vestegnen: Vestegnen) -> None:
    _with_address(vestegnen.leader, "leder@eksempel.invalid")

    jobs.send_mail(authority_id=str(vestegnen.herlev.pk), user_id=str(vestegnen.leader.pk))

    assert mail.outbox == []


def test_a_user_who_has_left_gets_no_mail(vestegnen: Vestegnen) -> None:
    jobs.send_mail(authority_id=str(vestegnen.gladsaxe.pk), user_id=str(uuid4()))

    assert mail.outbox == []


def test_nightly_work_acts_for_each_authority_in_each_partnership(vestegnen: Vestegnen) -> None:
    seen: list[tuple[object, object]] = []

    jobs.for_each_workplace(lambda actor: seen.append((actor.authority_id, actor.partnership_id)))

    assert set(seen) == set(workplaces())
    assert (vestegnen.outside.pk, vestegnen.other_partnership.pk) in seen
    assert len(seen) == 5


def test_the_system_reads_only_the_authority_it_acts_for(vestegnen: Vestegnen) -> None:
    with acting_for(system_of(vestegnen.herlev.pk, partnership_id=vestegnen.partnership.pk)):
        assert set(User.objects.values_list("authority_id", flat=True)) == {vestegnen.herlev.pk}


def test_the_list_shows_the_sentence_and_opening_marks_it_as_read(
    vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf
) -> None:
    _tell(vestegnen, actor_of, Recipient(authority_id=vestegnen.gladsaxe.pk, role=Role.LEADER), path="/opgaver/")
    client = client_of(vestegnen.leader)
    with as_owner():
        notice = Notice.objects.get()

    listed = client.get("/beskeder/").content.decode()
    opened = client.get(f"/beskeder/{notice.pk}/")
    afterwards = client.get("/beskeder/").content.decode()

    assert PUBLISHED.label in listed
    assert '<span class="count">1' in listed
    assert opened["Location"] == "/opgaver/"
    assert "Læst" in afterwards
    assert '<span class="count">1' not in afterwards


def test_another_users_notice_does_not_exist(vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf) -> None:
    _tell(vestegnen, actor_of, Recipient(authority_id=vestegnen.gladsaxe.pk, role=Role.LEADER))
    with as_owner():
        notice = Notice.objects.get()

    assert client_of(vestegnen.secretary).get(f"/beskeder/{notice.pk}/").status_code == 404
    assert client_of(vestegnen.officer).get(f"/beskeder/{notice.pk}/").status_code == 404


def test_all_can_be_marked_as_read_at_once(vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf) -> None:
    for _ in range(3):
        _tell(vestegnen, actor_of, Recipient(authority_id=vestegnen.gladsaxe.pk, role=Role.LEADER))
    client = client_of(vestegnen.leader)

    client.post("/beskeder/laest/")

    leader = actor_of(vestegnen.leader)
    with acting_for(leader):
        assert unread_now(leader).count == 0


def test_older_notices_are_a_page_away(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    for _ in range(31):
        rows.notice(vestegnen.partnership, vestegnen.police, vestegnen.gladsaxe, role=Role.LEADER)
    client = client_of(vestegnen.leader)

    first = client.get("/beskeder/")

    assert first.content.decode().count("entry-heading") == 30
    older = first.context["older_url"]
    assert client.get(older).content.decode().count("entry-heading") == 1


def test_an_empty_list_tells_what_will_stand_there(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    assert "Ingen beskeder" in client_of(vestegnen.leader).get("/beskeder/").content.decode()
