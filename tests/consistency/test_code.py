"""The code keeps its own promises: actions end with an actor, keys point down, words match the glossary."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from django.apps import apps
from django.db import models

import rundbord
from rundbord.access.actor import Actor
from rundbord.config.environment import ROOT
from rundbord.vocabulary import Term

SOURCE = ROOT / "src" / "rundbord"
# The sign-in step has no actor yet: whoever knocks is about to become one.
AT_THE_DOOR = {
    "forget_old_drafts",
    "forget_sign_ins",
    "sign_in",
    "begin_session",
    "take_seat",
    "switch_seat",
    "sign_out",
    "choose_password",
    "change_password",
    "open_link",
    # A session proves itself, and changes what it proves itself by, over the sign-in login.
    "challenge_to_sign",
    "prove_by_passkey",
    "prove_by_code",
    "prove_by_password",
    "prove_in_demo",
    "challenge_to_register",
    "add_passkey",
    "add_code_app",
    "remove_passkey",
    "remove_code_app",
    "make_recovery_codes",
    "reset_second_factor",
    "end_session",
    "end_other_sessions",
    # Whom the authority's own provider names is found by its word; what follows from it the system does (ADR 0035).
    "sign_in_by_provider",
    "prove_by_provider",
    "end_sessions_there",
    "end_sessions_by_address",
}


def _modules() -> list[ModuleType]:
    names = [module.name for module in pkgutil.walk_packages(rundbord.__path__, "rundbord.")]
    return [importlib.import_module(name) for name in names if _is_importable(name)]


def _is_importable(name: str) -> bool:
    return ".migrations." not in name and not name.startswith(("rundbord.operating", "rundbord.config.settings"))


def _order() -> list[str]:
    """The apps from the highest to the lowest, as the contract in pyproject.toml names them."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    [contract] = [each for each in contracts if each["id"] == "order-of-apps"]
    return [app.strip(" ()") for layer in contract["layers"] for app in layer.split("|")]


ORDER = _order()


def _verbs() -> list[tuple[str, object]]:
    packages = [path.parent for path in SOURCE.glob("*/actions/__init__.py")]
    found = []
    for package in sorted(packages):
        module = importlib.import_module(f"rundbord.{package.parent.name}.actions")
        found += [(f"{package.parent.name}.{verb}", getattr(module, verb)) for verb in module.__all__]
    return found


def _vocabularies() -> list[type[Term]]:
    found: set[type[Term]] = set()
    for module in _modules():
        found |= {each for _, each in inspect.getmembers(module, inspect.isclass) if issubclass(each, Term)}
    return sorted(found - {Term}, key=lambda each: each.__qualname__)


VERBS = [(name, verb) for name, verb in _verbs() if inspect.isfunction(verb)]
INSIDE = [(name, verb) for name, verb in VERBS if name.split(".")[1] not in AT_THE_DOOR]


def test_the_verbs_at_the_door_exist() -> None:
    assert {name.split(".")[1] for name, _ in VERBS} >= AT_THE_DOOR


@pytest.mark.parametrize(("name", "verb"), INSIDE, ids=[name for name, _ in INSIDE])
def test_every_action_ends_with_the_actor(name: str, verb: Callable[..., object]) -> None:
    parameters = list(inspect.signature(verb).parameters.values())

    assert parameters[-1].name == "by", name
    assert parameters[-1].kind is inspect.Parameter.KEYWORD_ONLY, name
    assert parameters[-1].annotation in {"Actor", Actor}, name


def test_foreign_keys_point_downwards() -> None:
    wrong = [
        f"{model._meta.label} -> {target._meta.label}"
        for model in apps.get_models()
        if model.__module__.startswith("rundbord.")
        for target in _targets(model)
        if _is_above(target._meta.app_label, model._meta.app_label)
    ]

    assert wrong == []


def _targets(model: type[models.Model]) -> list[type[models.Model]]:
    keys = [field for field in model._meta.get_fields() if isinstance(field, models.ForeignKey)]
    return [key.remote_field.model for key in keys]


def _is_above(one: str, other: str) -> bool:
    return ORDER.index(one) < ORDER.index(other)


def test_foreign_keys_that_point_upwards_would_be_found() -> None:
    assert _is_above("situation", "identity")
    assert not _is_above("identity", "situation")
    assert any(_targets(model) for model in apps.get_models())


@pytest.mark.parametrize("vocabulary", _vocabularies(), ids=lambda vocabulary: vocabulary.__qualname__)
def test_every_word_of_a_vocabulary_has_a_danish_label(vocabulary: type[Term]) -> None:
    assert all(term.label for term in vocabulary)


def _glossary() -> dict[str, str]:
    rows = re.findall(r"^\| ([^|]+?) \| ([^|]+?) \|", (ROOT / "docs" / "glossary.md").read_text("utf-8"), re.MULTILINE)
    return {english.casefold(): danish.casefold() for english, danish in rows if not english.startswith("-")}


@pytest.mark.parametrize(
    "model", [m for m in apps.get_models() if m.__module__.startswith("rundbord.")], ids=lambda m: m._meta.label
)
def test_a_domain_class_names_itself_as_the_glossary_does(model: type[models.Model]) -> None:
    match = re.match(r"([A-Z][\w -]+?) — ([\w ]+?):", model.__doc__ or "")

    assert match, f"{model._meta.label} does not begin with its English and its Danish name"
    assert _glossary().get(match[1].casefold()) == match[2].casefold()


def test_migrations_are_a_line_and_the_last_is_named() -> None:
    for folder in sorted(SOURCE.glob("*/migrations")):
        files = sorted(path.stem for path in folder.glob("0*.py"))
        numbers = [name[:4] for name in files]

        assert len(set(numbers)) == len(numbers), f"{folder.parent.name}: two migrations with one number"
        assert (folder / "max_migration.txt").read_text().strip() == files[-1], folder.parent.name
        assert not any(re.search(r"_auto_|_initial|alter_.*_and_", name) for name in files), folder.parent.name


def test_no_template_is_unused() -> None:
    code = "\n".join(path.read_text("utf-8") for path in SOURCE.rglob("*.py"))
    pages = {path: path.read_text("utf-8") for path in SOURCE.rglob("templates/**/*.html")}
    unused = []
    for path in pages:
        name = str(path.relative_to(_templates_folder(path)))
        is_named = f'"{name}"' in code or any(f'"{name}"' in text for other, text in pages.items() if other != path)
        if not is_named and not _is_found_by_convention(name, code):
            unused.append(name)

    assert unused == []


def _templates_folder(path: Path) -> Path:
    return next(parent for parent in path.parents if parent.name == "templates")


def _is_found_by_convention(name: str, code: str) -> bool:
    """Components and widgets are named by their stem in `ui`; help texts by the name that a page gives."""
    stem = Path(name).stem
    return name.startswith(("ui/help/", "ui/widgets/", "ui/forms/", "ui/errors/", "django/")) or (
        name.startswith("ui/") and f'"{stem}"' in code
    )
