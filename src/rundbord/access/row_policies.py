"""Row policies declared as constraints of a model: makemigrations writes them, PostgreSQL enforces them.

A policy names the commands it opens and the logins it opens them to; the same statement grants exactly these
commands, so that what no policy opens is not granted either. A policy looks at rows and never at columns: `columns`
narrows a command's grant, so that a change of a row's words is not also a change of its owner or its readers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import BaseConstraint

EVERYBODY = ("rundbord_app", "rundbord_job")
WITH_PARTNERS = (*EVERYBODY, "rundbord_place")
AT_THE_DOOR = ("rundbord_auth",)

READ = ("select",)
READ_AND_ADD = ("select", "insert")
READ_ADD_CHANGE = ("select", "insert", "update")
ALL = ("select", "insert", "update", "delete")

_OLD_ROW = {"select", "update", "delete"}
_NEW_ROW = {"insert", "update"}


class RowPolicy(BaseConstraint):
    """Opens some commands on a table's rows to some logins; a subclass says which rows."""

    def __init__(
        self,
        *,
        name: str,
        commands: Sequence[str] = ALL,
        logins: Sequence[str] = EVERYBODY,
        columns: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        """Commands in lower case; logins are database roles; a command that `columns` leaves out opens all of them."""
        super().__init__(name=name)
        self.commands = tuple(commands)
        self.logins = tuple(logins)
        self.columns = {command: tuple(names) for command, names in (columns or {}).items()}

    def visible(self) -> str:
        """SQL for the rows that may be read, changed or removed."""
        raise NotImplementedError

    def changeable(self) -> str:
        """SQL for the rows that may be changed or removed; what is visible unless a subclass is stricter."""
        return self.visible()

    def writable(self, command: str) -> str:
        """SQL that a row must fulfil after `insert` or `update`; what is changeable unless a subclass is stricter."""
        return self.changeable()

    def constraint_sql(self, model: Any, schema_editor: Any) -> Any:
        """Wait until the table stands: a policy is no part of CREATE TABLE."""
        schema_editor.deferred_sql.append(self._statements(model._meta.db_table))

    def create_sql(self, model: Any, schema_editor: Any) -> str:
        """Create the policies on a table that stands."""
        return self._statements(model._meta.db_table)

    def remove_sql(self, model: Any, schema_editor: Any) -> str:
        """Drop the policies and take the grants back; the table stays closed, since row security stays forced."""
        table = model._meta.db_table
        dropped = [f'DROP POLICY "{self._policy(command)}" ON "{table}"' for command in self.commands]
        return ";".join([*dropped, f'REVOKE {", ".join(self.commands)} ON "{table}" FROM {", ".join(self.logins)}'])

    def validate(self, model: Any, instance: Any, exclude: Any = None, using: str = "default") -> None:
        """Leave judging to the database."""

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        """Describe the policy for a migration."""
        path, args, kwargs = super().deconstruct()
        narrowed = {"columns": self.columns} if self.columns else {}
        return path, tuple(args), {**kwargs, "commands": self.commands, "logins": self.logins, **narrowed}

    def __eq__(self, other: object) -> bool:
        """Two policies are the same when a migration would write them the same."""
        return isinstance(other, RowPolicy) and self.deconstruct() == other.deconstruct()

    def __hash__(self) -> int:
        """Hash by name, as equality needs."""
        return hash(self.name)

    def _statements(self, table: str) -> str:
        opening = [
            f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY',
            f'ALTER TABLE "{table}" FORCE ROW LEVEL SECURITY',
        ]
        policies = [self._create(table, command) for command in self.commands]
        granted = ", ".join(map(self._grantable, self.commands))
        return ";".join([*opening, *policies, f'GRANT {granted} ON "{table}" TO {", ".join(self.logins)}'])

    def _grantable(self, command: str) -> str:
        names = self.columns.get(command)
        return f"{command} ({', '.join(names)})" if names else command

    def _create(self, table: str, command: str) -> str:
        old = self.visible() if command == "select" else self.changeable()
        using = f" USING ({old})" if command in _OLD_ROW else ""
        check = f" WITH CHECK ({self.writable(command)})" if command in _NEW_ROW else ""
        logins = ", ".join(self.logins)
        return f'CREATE POLICY "{self._policy(command)}" ON "{table}" FOR {command} TO {logins}{using}{check}'

    def _policy(self, command: str) -> str:
        return f"{self.name}_{command}"


class OwnAuthority(RowPolicy):
    """Rows of the authority that the user acts for."""

    def __init__(self, *, column: str = "authority_id", **options: Any) -> None:
        """The column that names the owning authority."""
        super().__init__(**options)
        self.column = column

    def visible(self) -> str:
        """Only what the own authority owns."""
        return f"{self.column} = (SELECT ctx.authority())"

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        """Describe the policy for a migration."""
        path, args, kwargs = super().deconstruct()
        return path, args, {**kwargs, "column": self.column}


class AgedRows(OwnAuthority):
    """Rows that the night deletes once they are so many days old: seen and deleted by the worker's login alone."""

    def __init__(self, *, moment: str, days: int, **options: Any) -> None:
        """`moment` names the column that says when."""
        super().__init__(**{**options, "commands": ("select", "delete"), "logins": ("rundbord_job",)})
        self.moment = moment
        self.days = days

    def visible(self) -> str:
        """The own authority's, for nightly work, and old enough."""
        is_night = "(SELECT ctx.purpose()) = 'upkeep'"
        return f"{super().visible()} AND {is_night} AND {self.moment} < now() - interval '{self.days} days'"

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        """Describe the policy for a migration."""
        path, args, kwargs = super().deconstruct()
        return path, args, {**kwargs, "moment": self.moment, "days": self.days}


class OwnPersons(OwnAuthority):
    """Rows about young people: the own authority's, and only in a session that reaches persons (ADR 0024)."""

    def visible(self) -> str:
        """Own rows, where the signed context says that persons are reached."""
        return f"{super().visible()} AND (SELECT ctx.reaches_persons())"


class OwnExit(OwnAuthority):
    """Rows of exit cases: the own authority's, and only in the seat of an exit coordinator (ADR 0028)."""

    def visible(self) -> str:
        """Own rows, where the signed context says that exit is reached."""
        return f"{super().visible()} AND (SELECT ctx.reaches('exit'))"


class OwnKeys(OwnAuthority):
    """Keys of persons: the own authority's, in a session that reaches persons, exit or requests of citizens."""

    def visible(self) -> str:
        """Own rows, where the signed context says that there is something to open."""
        reached = " OR ".join(f"(SELECT ctx.reaches('{word}'))" for word in ("persons", "exit", "rights"))
        return f"{super().visible()} AND ({reached})"


class OwnUser(RowPolicy):
    """Rows of the user alone: drafts, notices."""

    def visible(self) -> str:
        """Only the user's own, in the authority where they were written."""
        return "user_id = (SELECT ctx.user_id()) AND authority_id = (SELECT ctx.authority())"


class AnyoneSignedIn(RowPolicy):
    """Rows that hold nothing secret, shown to whoever acts for some authority."""

    def visible(self) -> str:
        """Any verified context will do."""
        return "(SELECT ctx.authority()) IS NOT NULL"


class BeforeSignIn(RowPolicy):
    """Rows that the sign-in step must reach before anybody is anybody; opened to that login alone."""

    def __init__(self, *, logins: Sequence[str] = AT_THE_DOOR, **options: Any) -> None:
        """For the login of the sign-in step."""
        super().__init__(logins=logins, **options)

    def visible(self) -> str:
        """Every row: whoever signs in is not known yet."""
        return "true"
