"""A housing organisation's data protection officer reads its own log, over the partners' login."""

from django.db import migrations

GRANT = """
SET LOCAL ROLE rundbord_audit;
GRANT EXECUTE ON FUNCTION audit.own_entries(timestamptz, text, integer) TO rundbord_place;
SET LOCAL ROLE rundbord_owner;
"""
REVOKE = """
SET LOCAL ROLE rundbord_audit;
REVOKE EXECUTE ON FUNCTION audit.own_entries(timestamptz, text, integer) FROM rundbord_place;
SET LOCAL ROLE rundbord_owner;
"""


class Migration(migrations.Migration):
    """Open one reading function to one login."""

    dependencies = [("audit", "0001_append_only_log")]
    operations = [migrations.RunSQL(GRANT, REVOKE)]
