"""Migrations that do not draw all models anew for each constraint and index.

Django draws a changed model in a migration's state again, together with every model that leads to it: here some ninety
for each of five hundred constraints and indexes, two thirds of the time that a new database takes. Neither changes a
field, so the drawn model is given its new options as it stands. Remove this when Django does so itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db.migrations.state import ProjectState

_CHANGES = ("_append_option", "_remove_option")


@contextmanager
def models_drawn_once() -> Iterator[None]:
    """Let constraints and indexes be added and removed without drawing, for the length of the block."""
    theirs = {name: getattr(ProjectState, name) for name in _CHANGES}
    for name, change in theirs.items():
        setattr(ProjectState, name, _without_drawing(change))
    try:
        yield
    finally:
        for name, change in theirs.items():
            setattr(ProjectState, name, change)


def _without_drawing(change: Callable[..., None]) -> Callable[..., None]:
    def changed(state: ProjectState, *told: Any) -> None:
        app_label, model_name, option, _ = told
        drawn = state.__dict__.pop("apps", None)
        change(state, *told)
        if drawn is None:
            return
        state.__dict__["apps"] = drawn
        meta: Any = drawn.get_model(app_label, model_name)._meta
        setattr(meta, option, meta._format_names(state.models[app_label, model_name].options[option]))

    return changed
