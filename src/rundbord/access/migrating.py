"""Migrations that do not draw all models anew for each new model, field, constraint and index.

Django draws a changed model in a migration's state again, together with every model that leads to it: here some hundred
for each of a thousand changes, nearly all of the time that a new database takes. A new model is led to by none, and the
rest changes nothing that stands: so the new model is drawn alone, and a drawn one is given its new field, constraint or
index as it stands, as Python does when classes are read from files. Remove this when Django does so itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.apps.registry import Apps
from django.db.migrations.state import ProjectState

Draws = Callable[..., None]


@contextmanager
def models_drawn_once() -> Iterator[None]:
    """Let models, fields, constraints and indexes be added without drawing others, for the length of the block."""
    theirs = {name: getattr(ProjectState, name) for name in _DRAWS}
    for name, change in theirs.items():
        setattr(ProjectState, name, _without_drawing(change, _DRAWS[name]))
    try:
        yield
    finally:
        for name, change in theirs.items():
            setattr(ProjectState, name, change)


def _without_drawing(change: Draws, draw: Draws) -> Draws:
    def changed(state: ProjectState, *told: Any, **named: Any) -> None:
        drawn = state.__dict__.pop("apps", None)
        change(state, *told, **named)
        if drawn is not None:
            state.__dict__["apps"] = drawn
            draw(state, drawn, *told, **named)

    return changed


def _draw_model(state: ProjectState, drawn: Apps, model: Any) -> None:
    drawn.render_multiple([state.models[model.app_label, model.name_lower]])  # type: ignore[attr-defined]


def _draw_field(state: ProjectState, drawn: Apps, app_label: str, model_name: str, *told: Any, **_: Any) -> None:
    model: Any = drawn.get_model(app_label, model_name)
    model.add_to_class(told[0], state.models[app_label, model_name].fields[told[0]].clone())


def _draw_option(state: ProjectState, drawn: Apps, app_label: str, model_name: str, *told: str) -> None:
    meta: Any = drawn.get_model(app_label, model_name)._meta
    setattr(meta, told[0], meta._format_names(state.models[app_label, model_name].options[told[0]]))


_DRAWS: dict[str, Draws] = {
    "add_model": _draw_model,
    "add_field": _draw_field,
    "_append_option": _draw_option,
    "_remove_option": _draw_option,
}
