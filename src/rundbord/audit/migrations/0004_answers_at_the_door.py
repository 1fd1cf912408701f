"""Whoever answers an invitation acts for another authority than the one in whose log the answer is told."""

from django.db import migrations

from rundbord.audit.sql import ANSWERS_AT_THE_DOOR


class Migration(migrations.Migration):
    """Replace the function that the sign-in login records by."""

    dependencies = [("audit", "0003_entries_as_their_context")]
    operations = [migrations.RunSQL(ANSWERS_AT_THE_DOOR, migrations.RunSQL.noop)]
