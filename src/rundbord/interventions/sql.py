"""What the database does by itself when a joint visit is deleted: answers go, and interventions let go of it.

The night of whoever asked deletes the row; what hangs on it belongs to another authority too, which that night cannot
reach. Foreign keys act in the name of the table's owner, whatever the policies say.
"""

_FOREIGN_KEY = """
DO $$
DECLARE
    known text;
BEGIN
    SELECT conname INTO STRICT known FROM pg_constraint WHERE contype = 'f'
        AND conrelid = '{table}'::regclass AND confrelid = 'interventions_jointvisit'::regclass;
    EXECUTE format('ALTER TABLE {table} DROP CONSTRAINT %I', known);
    EXECUTE format('ALTER TABLE {table} ADD CONSTRAINT %I FOREIGN KEY ({column})
        REFERENCES interventions_jointvisit (id) {then} DEFERRABLE INITIALLY DEFERRED', known);
END $$;
"""


def _keys(*, answers: str, interventions: str) -> str:
    return _FOREIGN_KEY.format(table="interventions_jointanswer", column="visit_id", then=answers) + (
        _FOREIGN_KEY.format(table="interventions_intervention", column="joint_visit_id", then=interventions)
    )


LETS_GO = _keys(answers="ON DELETE CASCADE", interventions="ON DELETE SET NULL")
HOLDS_ON = _keys(answers="", interventions="")
