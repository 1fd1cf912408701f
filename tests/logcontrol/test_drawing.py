"""The machine draws: from the authority's own log, once a week, with the readers asked."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import ProgrammingError
from django.utils import timezone
from time_machine import TimeMachineFixture

from rundbord.access.actor import system_of
from rundbord.access.session import acting_for
from rundbord.audit import Event, own_entries
from rundbord.concerns.models import NamePart, YoungPerson
from rundbord.identity.models import User
from rundbord.keys.core.blind_index import indexes_of_name
from rundbord.keys.current import look_up_key
from rundbord.logcontrol import jobs
from rundbord.logcontrol.actions import draw
from rundbord.logcontrol.models import Control, ControlItem
from rundbord.logcontrol.queries.reads import reads_of_persons
from rundbord.logcontrol.rules.drawing import drawn
from rundbord.logcontrol.rules.reads import Read
from rundbord.notices.models import Notice
from tests.concerns.files import file_on
from tests.database import as_owner
from tests.factories.situations import ActorOf, ClientOf, Vestegnen


@pytest.fixture
def file(vestegnen: Vestegnen, actor_of: ActorOf) -> YoungPerson:
    """A file of Gladsaxe's coordinator."""
    return file_on(actor_of(vestegnen.coordinator))


def _draw(world: Vestegnen) -> Control | None:
    by = system_of(world.gladsaxe.pk, partnership_id=world.partnership.pk)
    with acting_for(by):
        return draw(timezone.localdate(), timezone.localdate(), by=by)


def _items() -> list[ControlItem]:
    with as_owner():
        return list(ControlItem.objects.order_by("read_at"))


def _called(user: User, name: str, file: YoungPerson) -> None:
    """Let a file bear a user's family name."""
    with as_owner():
        User.objects.filter(pk=user.pk).update(name=name)
        for index in indexes_of_name(f"Ung {name.rsplit(maxsplit=1)[-1]}", look_up_key(file.authority_id)):
            NamePart.objects.create(authority_id=file.authority_id, person=file, index=index)


def test_what_a_colleague_read_is_drawn_and_the_reader_is_asked(
    file: YoungPerson, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client_of(vestegnen.coordinator).get(f"/unge/{file.pk}/")

    control = _draw(vestegnen)

    assert control
    item = next(each for each in _items() if each.subject == str(file.pk))
    assert (item.reader_id, item.event, item.relation) == (vestegnen.coordinator.pk, "young_person_read", "responsible")
    assert item.grounds[0] == "sample"
    with as_owner():
        notices = Notice.objects.filter(kind="control_asks", user_id=vestegnen.coordinator.pk)
        # Asked once, however much was drawn.
        assert list(notices.values_list("path", flat=True)) == ["/logkontrol/svar/"]
    assert f"/logkontrol/svar/{item.pk}/" in client_of(vestegnen.coordinator).get("/logkontrol/svar/").content.decode()


def test_the_sample_can_be_drawn_again_from_the_seed(
    file: YoungPerson, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    reader = client_of(vestegnen.coordinator)
    for _ in range(24):
        reader.get(f"/unge/{file.pk}/")

    control = _draw(vestegnen)

    assert control
    sampled = {each.entry_id for each in _items() if "sample" in each.grounds}
    assert len(sampled) == 20 < control.population
    with acting_for(system_of(vestegnen.gladsaxe.pk, partnership_id=vestegnen.partnership.pk)):
        population = _population()
    assert {read.id for read in drawn(population, bytes(control.seed))} == sampled


def _population() -> list[Read]:
    return reads_of_persons(timezone.now() - timedelta(days=1), timezone.now())


def test_another_authoritys_readings_are_not_drawn(
    file: YoungPerson, vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf
) -> None:
    others = file_on(actor_of(vestegnen.officer))
    client_of(vestegnen.officer).get(f"/unge/{others.pk}/")
    client_of(vestegnen.coordinator).get(f"/unge/{file.pk}/")

    _draw(vestegnen)

    assert str(others.pk) not in {item.subject for item in _items()}
    assert {item.authority_id for item in _items()} == {vestegnen.gladsaxe.pk}


def test_the_own_family_name_stands_out_without_a_name_being_opened(
    file: YoungPerson, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    _called(vestegnen.coordinator, "Prøve Sjældenberg", file)
    client_of(vestegnen.coordinator).get(f"/unge/{file.pk}/")

    _draw(vestegnen)

    item = next(each for each in _items() if each.subject == str(file.pk))
    assert "family_name" in item.grounds


def test_a_name_that_many_files_bear_does_not(
    file: YoungPerson, vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf
) -> None:
    for _ in range(4):
        _called(vestegnen.coordinator, "Prøve Hyppigsen", file_on(actor_of(vestegnen.coordinator)))
    _called(vestegnen.coordinator, "Prøve Hyppigsen", file)
    client_of(vestegnen.coordinator).get(f"/unge/{file.pk}/")

    _draw(vestegnen)

    assert all("family_name" not in item.grounds for item in _items())


def test_a_week_is_drawn_once_and_by_the_night(
    file: YoungPerson, vestegnen: Vestegnen, client_of: ClientOf, time_machine: TimeMachineFixture
) -> None:
    client_of(vestegnen.coordinator).get(f"/unge/{file.pk}/")
    time_machine.move_to(timezone.now() + timedelta(days=7), tick=True)

    jobs.draw_last_week(0)
    jobs.draw_last_week(0)

    with as_owner():
        assert [control.authority_id for control in Control.objects.all()] == [vestegnen.gladsaxe.pk]
    with acting_for(system_of(vestegnen.gladsaxe.pk)):
        assert len(own_entries(event=Event.CONTROL_DRAWN)) == 1


def test_a_week_without_readings_has_no_control(vestegnen: Vestegnen) -> None:
    assert _draw(vestegnen) is None


def test_nobody_draws_by_hand(file: YoungPerson, vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf) -> None:
    client_of(vestegnen.coordinator).get(f"/unge/{file.pk}/")
    officer = actor_of(vestegnen.dpo)

    with pytest.raises(ProgrammingError, match="row-level security"), acting_for(officer):
        draw(timezone.localdate(), timezone.localdate(), by=officer)


def test_a_subject_is_a_number_and_never_a_name(file: YoungPerson, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client_of(vestegnen.coordinator).get(f"/unge/{file.pk}/")

    _draw(vestegnen)

    assert all(str(UUID(item.subject)) == item.subject for item in _items() if item.subject)
