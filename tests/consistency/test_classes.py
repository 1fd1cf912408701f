"""Every column about citizens has its information class (table A.13), and what is sealed is never harmless."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.apps import apps
from django.db import models

from rundbord.privacy.catalogue import CLASSES
from rundbord.sharing.vocabulary import InformationClass
from tests.citizens import ABOUT_CITIZENS, LOOKED_UP_BY


def test_every_app_that_declares_citizens_is_in_the_catalogue_of_classes() -> None:
    assert set(CLASSES) == {label.split(".")[0] for label in ABOUT_CITIZENS}
    for app, tables in CLASSES.items():
        assert tables == import_module(f"rundbord.{app}.privacy").CLASSES
        # Tables about staff may bear classes too, where a reason speaks of a citizen.
        assert set(tables) >= {label.split(".")[1] for label in ABOUT_CITIZENS if label.startswith(f"{app}.")}


@pytest.mark.parametrize("label", ABOUT_CITIZENS)
def test_every_column_has_a_class_and_no_class_is_for_a_column_that_is_not_there(label: str) -> None:
    columns = [field.name for field in apps.get_model(label)._meta.concrete_fields]

    assert sorted(_classes_of(label)) == sorted(columns)


@pytest.mark.parametrize("label", ABOUT_CITIZENS)
def test_what_is_sealed_is_never_in_the_class_of_places_and_counts(label: str) -> None:
    model = apps.get_model(label)
    sealed = [
        field.name
        for field in model._meta.concrete_fields
        if isinstance(field, models.BinaryField) and not field.name.endswith(LOOKED_UP_BY)
    ]

    assert [name for name in sealed if _classes_of(label)[name] is InformationClass.AREA] == []


def _classes_of(label: str) -> dict[str, InformationClass]:
    app, name = label.split(".")
    return dict(CLASSES[app][name])
