"""One claim more in the signed context: whether the session reaches rows about young people."""

from django.db import migrations

from rundbord.access.sql import REACH_IN_CONTEXT, REACH_IN_WORDS


class Migration(migrations.Migration):
    """Check nine parts instead of eight; the application signs them from the same version on."""

    dependencies = [("access", "0001_signed_context")]
    operations = [
        migrations.RunSQL(REACH_IN_CONTEXT, migrations.RunSQL.noop),
        # Policies of later tables are made with the code's text of today, which asks for words.
        migrations.RunSQL(REACH_IN_WORDS, migrations.RunSQL.noop),
    ]
