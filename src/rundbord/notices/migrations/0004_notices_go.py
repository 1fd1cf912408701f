"""The night deletes notices, and who has seen them."""

from django.db import migrations

import rundbord.access.aged_rows
import rundbord.access.row_policies


class Migration(migrations.Migration):
    """Open that to the worker's login alone."""

    dependencies = [
        ("identity", "0013_users_and_sessions_go"),
        ("notices", "0003_a_notice_names_what_opens_it"),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="notice",
            constraint=rundbord.access.row_policies.AgedRows(
                column="recipient_id",
                commands=("select", "delete"),
                days=90,
                logins=("rundbord_job",),
                moment="at",
                name="notice_gone_by_night",
            ),
        ),
        migrations.AddConstraint(
            model_name="noticeseen",
            constraint=rundbord.access.aged_rows.AgedWith(
                column="authority_id",
                commands=("select", "delete"),
                days=90,
                logins=("rundbord_job",),
                moment="at",
                name="notice_seen_gone_by_night",
                way=(("notice_id", "notices_notice"),),
            ),
        ),
    ]
