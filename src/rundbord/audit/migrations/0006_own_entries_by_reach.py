"""The log of an authority is for whoever reads logs; others see what they did themselves."""

from django.db import migrations

from rundbord.audit.sql import OWN_ENTRIES_BY_REACH


class Migration(migrations.Migration):
    """Ask for the reach in the function itself, not in the application alone."""

    dependencies = [("audit", "0005_second_factor_at_the_door"), ("access", "0003_reach_in_words")]
    operations = [migrations.RunSQL(OWN_ENTRIES_BY_REACH, migrations.RunSQL.noop)]
