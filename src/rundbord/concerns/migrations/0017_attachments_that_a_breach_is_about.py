"""Who has read an attachment is found for a breach."""

from django.db import migrations

import rundbord.concerns.row_policies


class Migration(migrations.Migration):
    """Open the keys of attachments to the function."""

    dependencies = [("concerns", "0016_who_has_not_been_told")]

    operations = [
        migrations.AddConstraint(
            model_name="attachment",
            constraint=rundbord.concerns.row_policies.ForDesk(
                column="authority_id",
                columns={"select": ("id", "authority_id", "person_id")},
                commands=("select",),
                logins=("rundbord_policy",),
                name="attachment_for_desk",
            ),
        ),
    ]
