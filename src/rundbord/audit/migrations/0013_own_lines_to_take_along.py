"""An authority that leaves takes its own lines of the log along, with their proof."""

from django.db import migrations

from rundbord.audit.own_lines import OWN_LINES, WITHOUT_OWN_LINES


class Migration(migrations.Migration):
    """Add the function that gives them."""

    dependencies = [("audit", "0012_readings_have_a_budget")]
    operations = [migrations.RunSQL(OWN_LINES, WITHOUT_OWN_LINES)]
