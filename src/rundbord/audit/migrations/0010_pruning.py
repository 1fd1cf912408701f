"""Entries go when their time is over, up to a signed checkpoint; their hashes stay."""

from django.db import migrations

from rundbord.audit.pruning_sql import PRUNING


class Migration(migrations.Migration):
    """Let the worker prune and thin through functions, and let nobody claim in the log to have done so."""

    dependencies = [("audit", "0009_witnesses")]
    operations = [migrations.RunSQL(PRUNING, migrations.RunSQL.noop)]
