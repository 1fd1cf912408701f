"""A unit is told of no narrow file that was assigned to it; a look-up names no file that its reader does not reach."""

from django.db import migrations

from rundbord.access.renewing import RenewPolicies
from rundbord.concerns.sql import ASSIGNED


class Migration(migrations.Migration):
    """Write the functions and the policies anew."""

    dependencies = [("concerns", "0005_put_before_the_name"), ("access", "0003_reach_in_words")]
    operations = [
        migrations.RunSQL(ASSIGNED, migrations.RunSQL.noop),
        RenewPolicies("youngperson", "lookup"),
    ]
