"""Break-glass reads one file: a function finds it, and policies of their own open what it shows."""

from django.db import migrations

import rundbord.access.row_policies
import rundbord.concerns.row_policies
from rundbord.concerns.emergency_sql import EMERGENCY, WITHOUT_EMERGENCY


class Migration(migrations.Migration):
    """Add the functions, then the policies that ask them."""

    dependencies = [
        ("concerns", "0013_archive_checks_and_facts_whose_day_is_over"),
        ("identity", "0011_what_authorities_call_users"),
        ("partnership", "0009_promises_to_residents"),
    ]

    operations = [
        migrations.RunSQL(EMERGENCY, WITHOUT_EMERGENCY),
        migrations.AddConstraint(
            model_name="concern",
            constraint=rundbord.concerns.row_policies.InEmergency(
                column="authority_id", commands=("select",), logins=("rundbord_app",), name="concern_in_emergency"
            ),
        ),
        migrations.AddConstraint(
            model_name="custodyholder",
            constraint=rundbord.concerns.row_policies.InEmergency(
                column="authority_id",
                commands=("select",),
                logins=("rundbord_app",),
                name="custody_holder_in_emergency",
            ),
        ),
        migrations.AddConstraint(
            model_name="fact",
            constraint=rundbord.concerns.row_policies.FactInEmergency(
                column="authority_id", commands=("select",), logins=("rundbord_app",), name="fact_in_emergency"
            ),
        ),
        migrations.AddConstraint(
            model_name="namepart",
            constraint=rundbord.access.row_policies.OwnPersons(
                column="authority_id",
                columns={"select": ("authority_id", "person_id", "index")},
                commands=("select",),
                logins=("rundbord_policy",),
                name="name_part_for_functions",
            ),
        ),
        migrations.AddConstraint(
            model_name="safeguard",
            constraint=rundbord.concerns.row_policies.InEmergency(
                column="authority_id", commands=("select",), logins=("rundbord_app",), name="safeguard_in_emergency"
            ),
        ),
    ]
