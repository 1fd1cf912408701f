"""What is proved and changed of a user's second factor is told at the door, and nowhere else."""

from django.db import migrations

from rundbord.audit.sql import SECOND_FACTOR_AT_THE_DOOR


class Migration(migrations.Migration):
    """Replace both functions that take entries."""

    dependencies = [("audit", "0004_answers_at_the_door")]
    operations = [migrations.RunSQL(SECOND_FACTOR_AT_THE_DOOR, migrations.RunSQL.noop)]
