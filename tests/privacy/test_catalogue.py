"""Every table is declared, and the legal documents say what the code says."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.conf import settings

from rundbord.access.declarations import About
from rundbord.privacy.catalogue import CATALOGUE
from rundbord.privacy.documents import DOCUMENTS


def test_every_model_is_declared_once() -> None:
    models = sorted(model._meta.label for model in apps.get_models() if model.__module__.startswith("rundbord."))

    assert sorted(each.model for each in CATALOGUE) == models


def test_the_situation_holds_no_citizen_but_in_originals() -> None:
    about_citizens = [
        each.model for each in CATALOGUE if each.about == About.CITIZENS and each.model.startswith("situation.")
    ]

    assert about_citizens == ["situation.SourceText"]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_legal_document_follows_the_code(name: str) -> None:
    written = (settings.ROOT_FOLDER / "docs" / "legal" / name).read_text("utf-8")

    assert written == DOCUMENTS[name](), "run ./rundbord manage write_legal_documents"
