"""Who may use a folder when two commands run at once."""

from pathlib import Path

import pytest

from rundbord.operating.embedded.leases import Taken, first_free, lease


def test_a_folder_in_use_is_refused_to_the_second(tmp_path: Path) -> None:
    with lease(tmp_path / "demo"), pytest.raises(Taken), lease(tmp_path / "demo"):
        pass


def test_a_folder_is_free_again_after_use(tmp_path: Path) -> None:
    with lease(tmp_path / "demo"):
        pass

    with lease(tmp_path / "demo"):
        pass


def test_two_test_runs_side_by_side_get_a_folder_each(tmp_path: Path) -> None:
    with first_free(tmp_path / "test") as first, first_free(tmp_path / "test") as second:
        assert (first.name, second.name) == ("test", "test-2")


def test_a_mistake_inside_the_block_is_not_hidden(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), first_free(tmp_path / "test"):
        raise ZeroDivisionError
