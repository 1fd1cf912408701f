"""Who has read an intervention is found for a breach."""

from django.db import migrations

import rundbord.concerns.row_policies


class Migration(migrations.Migration):
    """Open the keys of interventions and their steps to the function."""

    dependencies = [("interventions", "0007_letters_in_exit"), ("concerns", "0016_who_has_not_been_told")]

    operations = [
        migrations.AddConstraint(
            model_name="intervention",
            constraint=rundbord.concerns.row_policies.ForDesk(
                column="authority_id",
                columns={"select": ("id", "authority_id", "person_id")},
                commands=("select",),
                logins=("rundbord_policy",),
                name="intervention_for_desk",
            ),
        ),
        migrations.AddConstraint(
            model_name="steptaken",
            constraint=rundbord.concerns.row_policies.ForDesk(
                column="authority_id",
                columns={"select": ("id", "authority_id", "person_id")},
                commands=("select",),
                logins=("rundbord_policy",),
                name="step_taken_for_desk",
            ),
        ),
    ]
