"""A file that becomes a restricted copy takes along what was told and received, and leaves every open round."""

from django.db import migrations

import rundbord.partnership.row_policies
from rundbord.concerns.moved_sql import KEEP_APART, NOT_NOMINATED, WITHOUT_KEEP_APART, WITHOUT_NOT_NOMINATED


class Migration(migrations.Migration):
    """Add the function that follows a file into the tables of sharing; nobody who has moved is nominated."""

    dependencies = [
        ("concerns", "0011_restricted_copies_by_move"),
        ("identity", "0009_second_factor_and_introduction"),
        ("sharing", "0009_what_goes_along_with_a_move"),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="fact",
            constraint=rundbord.partnership.row_policies.ForPolicyFunctions(
                columns={"select": ("person_id", "authority_id", "disclosure_id")},
                commands=("select",),
                logins=("rundbord_policy",),
                name="fact_for_functions",
            ),
        ),
        migrations.AddConstraint(
            model_name="concern",
            constraint=rundbord.partnership.row_policies.ForPolicyFunctions(
                columns={"select": ("person_id", "authority_id", "source_id")},
                commands=("select",),
                logins=("rundbord_policy",),
                name="concern_for_functions",
            ),
        ),
        migrations.RunSQL(KEEP_APART, WITHOUT_KEEP_APART),
        migrations.RunSQL(NOT_NOMINATED, WITHOUT_NOT_NOMINATED),
    ]
