"""The schema `ctx`: the key, and functions that check the signed context and give its claims."""

from django.db import migrations

from rundbord.access.sql import SIGNED_CONTEXT, WITHOUT_SIGNED_CONTEXT


class Migration(migrations.Migration):
    """Create the signed context before any table that trusts it."""

    initial = True
    dependencies: list[tuple[str, str]] = []
    operations = [migrations.RunSQL(SIGNED_CONTEXT, WITHOUT_SIGNED_CONTEXT)]
