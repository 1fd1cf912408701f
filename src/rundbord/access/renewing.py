"""Writing policies anew whose text has changed while their declaration on the model has not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.migrations.operations.base import Operation

from rundbord.access.row_policies import RowPolicy


class RenewPolicies(Operation):
    """Drop and create every policy of some tables; a database that is made today has the new text already."""

    reversible = True

    def __init__(self, *tables: str) -> None:
        """Names of models in small letters, of the app whose migration it is."""
        self.tables: Sequence[str] = tables

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Leave the models alone."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Renew each of them."""
        for table in self.tables:
            model = to_state.apps.get_model(app_label, table)
            for policy in model._meta.constraints:
                if isinstance(policy, RowPolicy):
                    schema_editor.execute(policy.remove_sql(model, schema_editor))
                    schema_editor.execute(policy.create_sql(model, schema_editor))

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Renew them again: their text is the code's."""
        self.database_forwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        """Say it in a line."""
        return f"Write the policies of {', '.join(self.tables)} anew"
