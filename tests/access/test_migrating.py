"""A new database is made quickly, and its models are known in the migrations as if Django had drawn them anew."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import models
from django.db.migrations.state import ModelState, ProjectState

from rundbord.access.migrating import models_drawn_once

_OPTIONS = ("constraints", "indexes")


def _table(label: str, /, **fields: Any) -> ModelState:
    listed: list[Any] = [("id", models.AutoField(primary_key=True)), *fields.items()]
    return ModelState("town", label, listed, {"constraints": [], "indexes": []})


@pytest.fixture
def state() -> ProjectState:
    """A table and another that leads to it, drawn."""
    drawn = ProjectState()
    drawn.add_model(_table("Area", name=models.CharField(max_length=20)))
    drawn.add_model(_table("Street", area=models.ForeignKey("town.Area", models.CASCADE)))
    assert drawn.apps.get_model("town", "Area")
    return drawn


def _known(state: ProjectState) -> list[Any]:
    meta = state.apps.get_model("town", "area")._meta
    return [[each.deconstruct() for each in getattr(meta, option)] for option in _OPTIONS]


def _fields(state: ProjectState) -> dict[str, list[tuple[str, str]]]:
    """Name the fields of every drawn model, those that lead to it among them, and where each leads."""
    return {
        model._meta.label: sorted((field.name, _target(field)) for field in model._meta.get_fields(include_hidden=True))
        for model in state.apps.get_models()
    }


def _target(field: Any) -> str:
    return field.related_model._meta.label if field.is_relation else ""


def _grow(state: ProjectState) -> None:
    state.add_model(_table("House", street=models.ForeignKey("town.Street", models.CASCADE)))
    state.add_field("town", "street", "length", models.IntegerField(default=1), preserve_default=False)
    state.add_field("town", "street", "mayor", models.ForeignKey("town.House", models.CASCADE), preserve_default=True)


def _change(state: ProjectState) -> None:
    state.add_constraint("town", "area", models.UniqueConstraint(fields=["name"], name="%(class)s_name_once"))
    state.add_constraint("town", "area", models.CheckConstraint(condition=~models.Q(name=""), name="area_named"))
    state.add_index("town", "area", models.Index(fields=["name"], name="area_by_name"))
    state.remove_constraint("town", "area", "area_named")


def _fail_within(state: ProjectState) -> None:
    with models_drawn_once():
        _change(state)
        state.add_constraint("town", "nowhere", models.CheckConstraint(condition=~models.Q(name=""), name="named"))


def test_a_model_has_the_constraints_and_indexes_that_django_would_have_drawn(state: ProjectState) -> None:
    ours, theirs = state, state.clone()

    with models_drawn_once():
        _change(ours)
    _change(theirs)

    assert _known(ours) == _known(theirs)
    assert [len(each) for each in _known(ours)] == [1, 1]


def test_a_new_model_and_new_fields_are_drawn_as_django_would_have_drawn_them(state: ProjectState) -> None:
    ours, theirs = state, state.clone()
    _ = theirs.apps
    drawn = ours.apps.get_model("town", "street")

    with models_drawn_once():
        _grow(ours)
    _grow(theirs)

    assert _fields(ours) == _fields(theirs)
    assert ours.apps.get_model("town", "street") is drawn
    assert drawn._meta.get_field("length").has_default() is False


def test_no_model_is_drawn_for_a_constraint(state: ProjectState) -> None:
    before = state.apps.get_model("town", "area"), state.apps.get_model("town", "street")

    with models_drawn_once():
        _change(state)

    assert (state.apps.get_model("town", "area"), state.apps.get_model("town", "street")) == before


def test_nothing_is_drawn_that_was_not_and_django_is_itself_afterwards() -> None:
    undrawn = ProjectState()
    undrawn.add_model(_table("Area", name=models.CharField(max_length=20)))
    theirs = ProjectState._append_option  # type: ignore[attr-defined]

    with pytest.raises(KeyError):
        _fail_within(undrawn)

    assert "apps" not in vars(undrawn)
    assert ProjectState._append_option is theirs  # type: ignore[attr-defined]
