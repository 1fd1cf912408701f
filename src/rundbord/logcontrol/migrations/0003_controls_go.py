"""The night deletes old controls, limits and stops."""

from django.db import migrations

import rundbord.access.aged_rows
import rundbord.access.row_policies


class Migration(migrations.Migration):
    """Open that to the worker's login alone."""

    dependencies = [
        ("identity", "0013_users_and_sessions_go"),
        ("logcontrol", "0002_readings_have_limits"),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="control",
            constraint=rundbord.access.row_policies.AgedRows(
                column="authority_id",
                commands=("select", "delete"),
                days=365,
                logins=("rundbord_job",),
                moment="drawn_at",
                name="control_gone_by_night",
            ),
        ),
        migrations.AddConstraint(
            model_name="controlanswer",
            constraint=rundbord.access.aged_rows.AgedWith(
                column="authority_id",
                commands=("select", "delete"),
                days=365,
                logins=("rundbord_job",),
                moment="drawn_at",
                name="control_answer_gone_by_night",
                way=(("item_id", "logcontrol_controlitem"), ("control_id", "logcontrol_control")),
            ),
        ),
        migrations.AddConstraint(
            model_name="controlitem",
            constraint=rundbord.access.aged_rows.AgedWith(
                column="authority_id",
                commands=("select", "delete"),
                days=365,
                logins=("rundbord_job",),
                moment="drawn_at",
                name="control_item_gone_by_night",
                way=(("control_id", "logcontrol_control"),),
            ),
        ),
        migrations.AddConstraint(
            model_name="controljudgement",
            constraint=rundbord.access.aged_rows.AgedWith(
                column="authority_id",
                commands=("select", "delete"),
                days=365,
                logins=("rundbord_job",),
                moment="drawn_at",
                name="control_judgement_gone_by_night",
                way=(("item_id", "logcontrol_controlitem"), ("control_id", "logcontrol_control")),
            ),
        ),
        migrations.AddConstraint(
            model_name="controlsignature",
            constraint=rundbord.access.aged_rows.AgedWith(
                column="authority_id",
                commands=("select", "delete"),
                days=365,
                logins=("rundbord_job",),
                moment="drawn_at",
                name="control_signature_gone_by_night",
                way=(("control_id", "logcontrol_control"),),
            ),
        ),
        migrations.AddConstraint(
            model_name="readinglift",
            constraint=rundbord.access.aged_rows.AgedWith(
                column="authority_id",
                commands=("select", "delete"),
                days=365,
                logins=("rundbord_job",),
                moment="at",
                name="reading_lift_gone_by_night",
                way=(("stop_id", "logcontrol_readingstop"),),
            ),
        ),
        migrations.AddConstraint(
            model_name="readinglimit",
            constraint=rundbord.access.row_policies.AgedRows(
                column="authority_id",
                commands=("select", "delete"),
                days=365,
                logins=("rundbord_job",),
                moment="at",
                name="reading_limit_gone_by_night",
            ),
        ),
        migrations.AddConstraint(
            model_name="readingstop",
            constraint=rundbord.access.row_policies.AgedRows(
                column="authority_id",
                commands=("select", "delete"),
                days=365,
                logins=("rundbord_job",),
                moment="at",
                name="reading_stop_gone_by_night",
            ),
        ),
    ]
