"""Rows about citizens in every table, with a word of its own in every column that holds words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

from django.db import connection, models

from rundbord.access.actor import Actor
from rundbord.access.session import acting_for
from rundbord.keys.core.sealing import OpenKey, Place
from rundbord.keys.queries import open_key
from tests.citizens import LOOKED_UP_BY, citizens_models
from tests.concerns.files import file_on
from tests.database import as_owner
from tests.factories.situations import Vestegnen
from tests.leaks.database import insertion
from tests.leaks.filling import filled
from tests.leaks.world import LONG_AHEAD

# Nobody's: the day is one that no number has (replacement range).
CPR = "610108-{number:04d}"
_LONGEST_TERM = 40
# Sealed whole, as a file and not as a text; and what makes such a row one that is opened.
_FILES = {("concerns.Attachment", "content")}
_OF_ITS_KIND = {"concerns.Attachment": {"form": "text"}, "meetingcases.MeetingCase": {"decision": ""}}


class Canaries:
    """What was planted: the keys of the rows by model, and the words, by where they stand."""

    def __init__(self, world: Vestegnen, by: Actor) -> None:
        """Plant a row in every table, as the unit of `by` would have it."""
        self.words: dict[str, str] = {}
        self.keys: dict[type[models.Model], UUID] = {}
        self._world, self._by = world, by
        person = file_on(by, name=self._word("concerns.YoungPerson", "name"))
        self.keys[type(person)] = person.pk
        self._data_key = person.data_key_id
        with acting_for(by):
            self._key = open_key(self._data_key)
        for model in _in_order(citizens_models()):
            if model not in self.keys:
                self._plant(model)

    def _plant(self, model: type[models.Model]) -> None:
        label = model._meta.label
        columns = filled(label, {})
        for field in model._meta.concrete_fields:
            columns |= self._value_of(field, label, columns)
        with as_owner(), connection.cursor() as cursor:
            cursor.execute(insertion(label, columns))
        self.keys[model] = columns["id"]

    def _value_of(self, field: Any, label: str, columns: dict[str, Any]) -> dict[str, Any]:
        if isinstance(field, models.BinaryField):
            return {} if field.name.endswith(LOOKED_UP_BY) else self._sealed(field, label, columns)
        if isinstance(field, models.TextField) or (field.max_length or 0) > _LONGEST_TERM:
            return {field.column: self._word(label, field.name)}
        if isinstance(field, models.ForeignKey):
            return self._leading_to(field)
        chosen = {**self._chosen(), **_OF_ITS_KIND.get(label, {})}
        return {field.column: chosen[field.name]} if field.name in chosen else {}

    def _chosen(self) -> dict[str, Any]:
        """Give what makes the row the own unit's, and valid: a consent lasts."""
        own = dict.fromkeys(("written_by", "responsible_id", "lead_id"), self._by.user_id)
        return {**own, "readers": [], "valid_until": LONG_AHEAD}

    def _sealed(self, field: Any, label: str, columns: dict[str, Any]) -> dict[str, Any]:
        table = field.model._meta.db_table
        place = Place(table=table, column=field.name, row=columns["id"], authority=self._by.authority_id)
        key: OpenKey = self._key
        word = self._word(label, field.name)
        is_file = (label, field.name) in _FILES
        return {field.column: key.seal_file(word.encode(), at=place) if is_file else key.seal(word, at=place)}

    def _leading_to(self, field: Any) -> dict[str, Any]:
        known = {
            "authority": self._world.gladsaxe.pk,
            "unit": self._by.unit_id,
            "partnership": self._world.partnership.pk,
            "data_key": self._data_key,
            "sender": self._world.police.pk,
            "sender_unit": self._world.local_police.pk,
            "partner": self._world.police.pk,
            "partner_unit": uuid4(),  # of nobody who asks here: no screen can show words of no vocabulary
        }
        if field.name in known:
            return {field.column: known[field.name]}
        return {field.column: self.keys[field.related_model]} if field.related_model in self.keys else {}

    def _word(self, label: str, column: str) -> str:
        number = len(self.words) + 1
        word = f"Kanarie{number:03d}fugl {CPR.format(number=number)}"
        self.words[f"{label}.{column}"] = word
        return word

    def told_in(self, text: str) -> list[str]:
        """Name the columns whose word or number stands in a text."""
        return [where for where, word in self.words.items() if any(part in text for part in word.split())]


def _in_order(some: list[type[models.Model]]) -> Iterator[type[models.Model]]:
    """Give what others hang on first."""
    left = list(some)
    while left:
        ready = [each for each in left if not (_needs(each) & set(left)) - {each}]
        yield from ready
        left = [each for each in left if each not in ready]


def _needs(model: type[models.Model]) -> set[type[models.Model]]:
    leads = (field for field in model._meta.concrete_fields if isinstance(field, models.ForeignKey))
    return {field.related_model for field in leads if not isinstance(field.related_model, str)}
