"""Pages of a long list: every row once, forwards and backwards, whatever is added meanwhile."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from rundbord.access.roles import Role
from rundbord.identity.models import User
from rundbord.situation.models import Report
from rundbord.web.keyset import KeysetPage, keyset_page
from tests.database import as_owner
from tests.factories import rows
from tests.factories.situations import Vestegnen

ORDER = ("sort_key", "id")


def _page(*, after: str = "", before: str = "", order: tuple[str, ...] = ORDER) -> KeysetPage[User]:
    with as_owner():
        return keyset_page(
            User.objects.filter(name__startswith="Prøve"), order=order, after=after, before=before, size=2
        )


def test_pages_follow_each_other_and_lead_back(vestegnen: Vestegnen) -> None:
    for letter in "åbæba":
        rows.user(vestegnen.gladsaxe_ssp, Role.REPORTER, name=f"Prøve {letter}")

    first = _page()
    second = _page(after=first.after)
    third = _page(after=second.after)
    back = _page(before=second.before)

    assert [user.name[-1] for page in (first, second, third) for user in page.rows] == ["a", "b", "b", "æ", "å"]
    assert back.rows == first.rows
    assert (first.before, third.after, back.before) == ("", "", "")


def test_a_falling_list_pages_the_other_way(vestegnen: Vestegnen) -> None:
    for letter in "abc":
        rows.user(vestegnen.gladsaxe_ssp, Role.REPORTER, name=f"Prøve {letter}")

    first = _page(order=("-sort_key", "-id"))
    second = _page(order=("-sort_key", "-id"), after=first.after)

    assert [user.name[-1] for user in (*first.rows, *second.rows)] == ["c", "b", "a"]


def test_a_spoilt_cursor_begins_anew(vestegnen: Vestegnen) -> None:
    rows.user(vestegnen.gladsaxe_ssp, Role.REPORTER, name="Prøve a")

    assert len(_page(after="ikke-en-markør").rows) == 1


def test_rows_of_the_same_millisecond_are_all_found(vestegnen: Vestegnen) -> None:
    moment = timezone.now().replace(microsecond=123_000)
    for step in range(3):
        rows.report(vestegnen.partnership, vestegnen.gladsaxe_ssp, created_at=moment + timedelta(microseconds=step))

    with as_owner():
        first = keyset_page(Report.objects.all(), order=("-created_at", "-id"), size=2)
        second = keyset_page(Report.objects.all(), order=("-created_at", "-id"), size=2, after=first.after)

    assert len({row.pk for row in (*first.rows, *second.rows)}) == 3
