"""Every party learns that a unit has reported, also when the report itself is not for its eyes."""

from django.db import migrations

from rundbord.partnership.row_policies import ForPolicyFunctions
from rundbord.situation.sql import HEARD_FROM, WITHOUT_HEARD_FROM


class Migration(migrations.Migration):
    """Open the reports to the function alone, and make it."""

    dependencies = [
        ("situation", "0002_black_out_reaches_all_words"),
    ]

    operations = [
        migrations.AddConstraint(model_name="report", constraint=ForPolicyFunctions(name="report_for_functions")),
        migrations.RunSQL(HEARD_FROM, WITHOUT_HEARD_FROM),
    ]
