"""The rights desk sees how telling families stands, without whom a file is about."""

from django.db import migrations

import rundbord.concerns.row_policies
from rundbord.concerns.telling_sql import DUTY_TO_TELL, WITHOUT_DUTY_TO_TELL


class Migration(migrations.Migration):
    """Open some columns to the function, and add it."""

    dependencies = [("concerns", "0015_look_ups_go_after_two_years")]

    operations = [
        migrations.AddConstraint(
            model_name="youngperson",
            constraint=rundbord.concerns.row_policies.ForDesk(
                column="authority_id",
                columns={
                    "select": (
                        "id",
                        "authority_id",
                        "unit_id",
                        "lead_label",
                        "is_narrow",
                        "opened_at",
                        "delete_on",
                        "moved_on",
                    )
                },
                commands=("select",),
                logins=("rundbord_policy",),
                name="young_person_for_desk",
            ),
        ),
        migrations.AddConstraint(
            model_name="familynotice",
            constraint=rundbord.concerns.row_policies.ForDesk(
                column="authority_id",
                columns={
                    "select": ("id", "authority_id", "person_id", "state", "recheck_on", "approved_at", "written_at")
                },
                commands=("select",),
                logins=("rundbord_policy",),
                name="family_notice_for_desk",
            ),
        ),
        migrations.RunSQL(DUTY_TO_TELL, WITHOUT_DUTY_TO_TELL),
    ]
