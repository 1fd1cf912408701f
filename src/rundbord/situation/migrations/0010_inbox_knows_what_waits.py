"""A report tells whether it waits, so that the inbox need not look through half a year of verdicts."""

from django.db import migrations, models

import rundbord.partnership.row_policies
from rundbord.situation.sql import NOTE_WHAT_WAITS, WAITING, WITHOUT_WAITING


class Migration(migrations.Migration):
    """Add the mark, judge what has been reported so far, and let triggers keep it from now on."""

    dependencies = [
        ("identity", "0008_invited_users_answer"),
        ("partnership", "0004_newest_word_of_each_side"),
        ("situation", "0009_unusual_counts"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="report",
            name="report_for_functions",
        ),
        migrations.AddField(
            model_name="report",
            name="waits",
            field=models.BooleanField(default=True),
        ),
        migrations.RunSQL(NOTE_WHAT_WAITS, migrations.RunSQL.noop),
        migrations.AddIndex(
            model_name="incident",
            index=models.Index(fields=["partnership", "-closed_at"], name="incident_by_closing"),
        ),
        migrations.AddIndex(
            model_name="report",
            index=models.Index(
                condition=models.Q(("waits", True)), fields=["partnership", "-created_at"], name="report_that_waits"
            ),
        ),
        migrations.AddConstraint(
            model_name="incident",
            constraint=rundbord.partnership.row_policies.ForPolicyFunctions(
                commands=("select",), logins=("rundbord_policy",), name="incident_for_functions"
            ),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("nature", "nothing"), _negated=True), ("waits", False), _connector="OR"),
                name="nothing_to_report_never_waits",
            ),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=rundbord.partnership.row_policies.ForPolicyFunctions(
                columns={"update": ("waits",)},
                commands=("select", "update"),
                logins=("rundbord_policy",),
                name="report_for_functions",
            ),
        ),
        migrations.AddConstraint(
            model_name="triage",
            constraint=rundbord.partnership.row_policies.ForPolicyFunctions(
                commands=("select",), logins=("rundbord_policy",), name="triage_for_functions"
            ),
        ),
        migrations.RunSQL(WAITING, WITHOUT_WAITING),
    ]
