"""Static files: names that carry their content, and packages that leave files out."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.files.base import ContentFile

from rundbord.ui.storage import HashedStatic


def test_before_files_are_collected_names_are_plain(tmp_path: Path) -> None:
    storage = HashedStatic(location=str(tmp_path), base_url="/static/")

    assert storage.stored_name("ui/chrome.css") == "ui/chrome.css"


def test_a_style_sheet_may_mention_a_file_that_its_package_leaves_out(tmp_path: Path) -> None:
    storage = HashedStatic(location=str(tmp_path), base_url="/static/")
    (tmp_path / "a.css").write_text("p { color: red } /*# sourceMappingURL=a.css.map */", "utf-8")

    outcomes = list(storage.post_process({"a.css": (storage, "a.css")}))

    assert not [outcome for _, _, outcome in outcomes if isinstance(outcome, Exception)]
    assert storage.stored_name("a.css") != "a.css"


def test_a_misspelt_name_is_an_error_once_files_are_collected(tmp_path: Path) -> None:
    storage = HashedStatic(location=str(tmp_path), base_url="/static/")
    storage._save("a.css", ContentFile(b"p { color: red }"))
    list(storage.post_process({"a.css": (storage, "a.css")}))

    with pytest.raises(ValueError, match=r"b\.css"):
        storage.stored_name("b.css")
