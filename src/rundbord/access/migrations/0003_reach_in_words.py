"""What a session reaches is several words, each of which a policy can ask for."""

from django.db import migrations

from rundbord.access.sql import REACH_IN_WORDS


class Migration(migrations.Migration):
    """Add the question where a database was made before it, and let the older one ask it."""

    dependencies = [("access", "0002_reach_in_context")]
    operations = [migrations.RunSQL(REACH_IN_WORDS, migrations.RunSQL.noop)]
