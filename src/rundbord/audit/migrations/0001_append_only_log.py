"""The schema `audit`: entries and leaves that are only added to, through functions."""

from django.db import migrations

from rundbord.audit.sql import APPEND_ONLY_LOG, WITHOUT_LOG


class Migration(migrations.Migration):
    """Create the log in its final form, so that a tree can be laid over it later."""

    initial = True
    dependencies = [("access", "0001_signed_context")]
    operations = [migrations.RunSQL(APPEND_ONLY_LOG, WITHOUT_LOG)]
