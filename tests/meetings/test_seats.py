"""A seat is ended with open eyes: what its unit still has to do is shown before."""

from __future__ import annotations

from django.utils import timezone

from rundbord.partnership.models import Forum, ForumSeat
from rundbord.tasks.models import Task
from tests.database import as_owner
from tests.factories import meetings as rows
from tests.factories.situations import ClientOf, Vestegnen
from tests.tasks.rows import decided


def _page(forum: Forum, seat: ForumSeat, world: Vestegnen, client_of: ClientOf) -> str:
    return client_of(world.secretary).get(f"/moeder/fora/{forum.pk}/pladser/{seat.pk}/afslut/").content.decode()


def test_open_tasks_of_the_unit_are_shown_before_its_seat_ends(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    forum = rows.forum(vestegnen)
    seat = rows.seat(forum, vestegnen.local_police)
    assert "Enheden har åbne opgaver" not in _page(forum, seat, vestegnen, client_of)

    task = decided(vestegnen, vestegnen.local_police, forum=forum, what="Tænd lyset")
    decided(vestegnen, vestegnen.gladsaxe_ssp, forum=forum, what="Skriv til beboerne")
    shown = _page(forum, seat, vestegnen, client_of)

    assert f'<a href="/opgaver/{task.pk}/">Tænd lyset</a>' in shown
    assert "Skriv til beboerne" not in shown
    with as_owner():
        Task.objects.update(closed_at=timezone.now())
    assert "Enheden har åbne opgaver" not in _page(forum, seat, vestegnen, client_of)
