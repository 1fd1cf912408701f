"""An entry says of user, unit, partnership and purpose what the signed context says, each key once."""

from django.db import migrations

from rundbord.audit.sql import ENTRIES_AS_THEIR_CONTEXT


class Migration(migrations.Migration):
    """Replace the function that every act is recorded by, and let the database note when it took an entry."""

    dependencies = [("audit", "0002_partners_read_own_log")]
    operations = [migrations.RunSQL(ENTRIES_AS_THEIR_CONTEXT, migrations.RunSQL.noop)]
