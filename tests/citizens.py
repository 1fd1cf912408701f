"""The tables about citizens, as their apps declare them: what every proof that nothing leaks goes through."""

from __future__ import annotations

from django.apps import apps
from django.db import models

from rundbord.access.declarations import About
from rundbord.privacy.catalogue import CATALOGUE

ABOUT_CITIZENS = sorted(each.model for each in CATALOGUE if each.about == About.CITIZENS)
# How columns of bytes end that words are found by, and that hold none.
LOOKED_UP_BY = ("index", "digest", "token_hash")


def citizens_models() -> list[type[models.Model]]:
    """Give the models of tables about citizens, in the order of their labels."""
    return [apps.get_model(label) for label in ABOUT_CITIZENS]


def citizens_tables() -> list[str]:
    """Give the names of tables about citizens in the database."""
    return [model._meta.db_table for model in citizens_models()]
