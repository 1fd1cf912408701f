"""A narrow file is reached by its responsible and by name, never by being in an assigned unit."""

from django.db import migrations

import rundbord.concerns.row_policies
from rundbord.concerns.sql import ASSIGNED


class Migration(migrations.Migration):
    """Write the policy anew."""

    dependencies = [
        ("concerns", "0003_judged_as_adult_and_handed_over"),
        ("identity", "0009_second_factor_and_introduction"),
        ("keys", "0002_keys_of_persons"),
    ]

    operations = [
        migrations.RunSQL(ASSIGNED, migrations.RunSQL.noop),
        migrations.RemoveConstraint(
            model_name="youngperson",
            name="young_person_reached",
        ),
        migrations.RemoveConstraint(
            model_name="youngperson",
            name="young_person_handed_over",
        ),
        migrations.AddConstraint(
            model_name="youngperson",
            constraint=rundbord.concerns.row_policies.HandedOver(
                column="authority_id",
                columns={
                    "select": ("id", "authority_id", "unit_id", "lead_id", "is_narrow"),
                    "update": ("unit_id", "lead_id", "lead_label"),
                },
                commands=("select", "update"),
                logins=("rundbord_policy",),
                name="young_person_handed_over_by_name",
            ),
        ),
        migrations.AddConstraint(
            model_name="youngperson",
            constraint=rundbord.concerns.row_policies.ReachedFile(
                column="authority_id",
                columns={
                    "update": (
                        "lead_id",
                        "lead_label",
                        "is_narrow",
                        "name",
                        "cpr",
                        "cpr_index",
                        "born_on",
                        "birth_year",
                        "address",
                        "has_protected_address",
                        "delete_on",
                    )
                },
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="young_person_reached_by_name",
            ),
        ),
    ]
