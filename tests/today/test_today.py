"""The day as each role's start page: what is newest, what waits, what is due; every number leads to its list."""

from __future__ import annotations

import re
from datetime import time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from rundbord.access.session import acting_for
from rundbord.concerns.actions import tell_family
from rundbord.concerns.models import Concern
from rundbord.concerns.rules.notices import Notice as Told
from rundbord.concerns.vocabulary import DeferralGround, NoticeState
from rundbord.situation.models import BlackOut, BreachNote, Picture
from rundbord.tasks import actions
from rundbord.today.queries import day_of
from tests.concerns.files import NAME, file_on
from tests.database import as_owner
from tests.factories import rows
from tests.factories.pictures import Morning
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.foureyes.rows import order_by

OWN_ROLES = ["coordinator", "street_worker", "officer", "leader", "secretary", "caretaker", "dpo", "administrator"]


def _tables_read(captured: CaptureQueriesContext) -> list[str]:
    """The queries for rows of the day; not those that open the transaction and the session."""
    queries = [query["sql"] for query in captured.captured_queries]
    return [sql for sql in queries if re.search(r'FROM "|ctx\.heard_from|audit\.own_entries', sql)]


@pytest.mark.parametrize("role", OWN_ROLES)
def test_no_role_needs_more_than_twelve_queries(
    role: str, vestegnen: Vestegnen, published: Picture, actor_of: ActorOf
) -> None:
    actor = actor_of(getattr(vestegnen, role))

    with acting_for(actor), CaptureQueriesContext(connection) as captured:
        day_of(actor)

    # What is counted is counted in two of them: what was told about young people, and everything else.
    assert len(_tables_read(captured)) <= 12


@pytest.mark.parametrize("role", OWN_ROLES)
def test_everybody_has_a_day_before_the_first_picture(role: str, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    assert client_of(getattr(vestegnen, role)).get("/").status_code == 200


@pytest.mark.parametrize(
    ("role", "sees", "does_not_see"),
    [
        ("coordinator", ["Nr. 1", "Næste billede", "Åbn kladden", "Venter på mig"], ["Kontrol"]),
        ("street_worker", ["Nr. 1", "Indberet"], ["Åbn kladden", "Kontrol"]),
        ("leader", ["Nr. 1", "Ny beslutning"], ["Åbn kladden", "Intet at bemærke"]),
        ("caretaker", ["Nr. 1", "Indberet"], ["nye", "Åbn kladden", "Det har vi besluttet"]),
        ("dpo", ["Kontrol", "Hændelsesnotater"], ["Nr. 1", "Indberet"]),
        ("administrator", ["Din myndigheds brugere", "åbne brugere"], ["Nr. 1", "Indberet"]),
    ],
)
def test_each_role_sees_its_own_day(
    role: str,
    sees: list[str],
    does_not_see: list[str],
    *,
    vestegnen: Vestegnen,
    published: Picture,
    client_of: ClientOf,
) -> None:
    shown = client_of(getattr(vestegnen, role)).get("/").content.decode()
    main = shown[shown.index("<main") : shown.index("</main>")]

    assert [words for words in sees if words not in main] == []
    assert [words for words in does_not_see if words in main] == []


def test_a_number_is_the_length_of_the_list_that_it_leads_to(
    vestegnen: Vestegnen, morning: Morning, client_of: ClientOf
) -> None:
    for number in range(3):
        rows.report(vestegnen.partnership, vestegnen.gladsaxe_street, text=f"Uro {number}", is_urgent=number == 0)
    client = client_of(vestegnen.coordinator)

    waiting = client.get("/").context["day"].waiting

    counts = {each.label: (each.count, each.href) for each in waiting}
    assert counts["i indbakken"][0] == 3
    assert counts["hastende i indbakken"][0] == 1
    for count, href in counts.values():
        shown = client.get(href).context
        assert count == (shown["found"].shown_total if "found" in shown else len(shown["rows"]))


def test_a_silent_unit_is_offered_one_tap_and_a_heard_one_is_not(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    rows.reporting_duty(vestegnen.partnership, vestegnen.gladsaxe_street, expected_by=time(0, 0))
    client = client_of(vestegnen.street_worker)

    before = client.get("/").content.decode()
    client.post("/indberet/intet/")
    after = client.get("/").content.decode()

    assert "Din enhed har ikke meldt endnu" in before
    assert 'action="/indberet/intet/"' in before
    assert "Din enhed har ikke meldt endnu" not in after


def test_an_overdue_task_shows_by_itself(vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf) -> None:
    leader = actor_of(vestegnen.leader)
    with acting_for(leader):
        decision = actions.Decision(what="Gå en runde", owner=vestegnen.local_police, due_on=timezone.localdate())
        task = actions.decide(decision, by=leader)
    with as_owner():
        type(task).objects.update(due_on=timezone.localdate() - timedelta(days=1))

    own, other = (
        client_of(user).get("/").context["day"].due for user in (vestegnen.officer, vestegnen.herlev_case_worker)
    )

    assert [row.is_overdue for row in own] == [True]
    assert other == []


def test_an_open_breach_note_waits_for_those_who_judge(
    vestegnen: Vestegnen, published: Picture, client_of: ClientOf
) -> None:
    now = timezone.now()
    with as_owner():
        black_out = BlackOut.objects.create(
            partnership=vestegnen.partnership,
            authority=vestegnen.gladsaxe,
            picture=published,
            reason="Et navn",
            entries_changed=1,
            user_label="Koordinator",
            at=now,
        )
        BreachNote.objects.create(
            partnership=vestegnen.partnership,
            authority=vestegnen.gladsaxe,
            black_out=black_out,
            opened_at=now,
            judge_before=now + timedelta(hours=72),
        )

    labels = {
        name: {each.label for each in client_of(getattr(vestegnen, name)).get("/").context["day"].waiting}
        for name in ("dpo", "leader", "officer")
    }

    assert "hændelsesnotater" in labels["dpo"] & labels["leader"]
    assert "hændelsesnotater" not in labels["officer"]


def test_the_day_comes_as_a_part_when_the_page_asks_for_it(
    vestegnen: Vestegnen, published: Picture, client_of: ClientOf
) -> None:
    part = client_of(vestegnen.officer).get("/", headers={"HX-Request": "true"}).content.decode()

    assert "Nr. 1" in part
    assert "<html" not in part


def test_what_is_late_on_young_people_waits_for_its_responsible_and_is_a_number_alone(
    vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    by = actor_of(vestegnen.coordinator)
    person = file_on(by)
    with acting_for(by):
        Concern.objects.filter(person=person).update(next_on=timezone.localdate() - timedelta(days=1))

    page = client_of(vestegnen.coordinator).get("/").content.decode()

    assert "sag over fristen" in page
    assert NAME not in page
    assert "sag over fristen" not in client_of(vestegnen.officer).get("/").content.decode()


def test_a_deferral_waits_for_the_leader_and_not_for_its_writer(
    vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    by = actor_of(vestegnen.coordinator)
    person = file_on(by)
    told = Told(
        state=NoticeState.DEFERRED,
        ground=DeferralGround.HONOUR,
        reason="Familien kan sende den unge bort, hvis den får det at vide nu.",
        recheck_on=timezone.localdate() + timedelta(days=7),
    )
    with acting_for(by):
        tell_family(person, told, by=by)

    assert "udskudt orientering at godkende" in client_of(vestegnen.leader).get("/").content.decode()
    assert "udskudt orientering at godkende" not in client_of(vestegnen.coordinator).get("/").content.decode()


def test_an_order_waits_for_those_who_may_confirm_it_and_not_for_its_writer(
    vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    order_by(vestegnen.secretary, vestegnen.partnership, vestegnen.outside)

    assert "bestilling venter på, at du bekræfter" in client_of(vestegnen.leader).get("/").content.decode()
    for user in (vestegnen.secretary, vestegnen.dpo, vestegnen.coordinator):
        assert "at du bekræfter" not in client_of(user).get("/").content.decode()
