"""The night deletes what proves a deletion, when its time is over."""

from django.db import migrations

import rundbord.access.row_policies


class Migration(migrations.Migration):
    """Open that to the worker's login alone."""

    dependencies = [
        ("deletion", "0001_rules_records_and_what_falls_due"),
        ("identity", "0013_users_and_sessions_go"),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="archiveword",
            constraint=rundbord.access.row_policies.AgedRows(
                column="authority_id",
                commands=("select", "delete"),
                days=730,
                logins=("rundbord_job",),
                moment="said_at",
                name="archive_word_gone_by_night",
            ),
        ),
        migrations.AddConstraint(
            model_name="deletionrecord",
            constraint=rundbord.access.row_policies.AgedRows(
                column="authority_id",
                commands=("select", "delete"),
                days=730,
                logins=("rundbord_job",),
                moment="at",
                name="deletion_record_gone_by_night",
            ),
        ),
        migrations.AddConstraint(
            model_name="perioddecision",
            constraint=rundbord.access.row_policies.AgedRows(
                column="authority_id",
                commands=("select", "delete"),
                days=730,
                logins=("rundbord_job",),
                moment="said_at",
                name="period_decision_gone_by_night",
            ),
        ),
        migrations.AddConstraint(
            model_name="periodproposal",
            constraint=rundbord.access.row_policies.AgedRows(
                column="authority_id",
                commands=("select", "delete"),
                days=730,
                logins=("rundbord_job",),
                moment="said_at",
                name="period_proposal_gone_by_night",
            ),
        ),
        migrations.AddConstraint(
            model_name="rulesapproval",
            constraint=rundbord.access.row_policies.AgedRows(
                column="authority_id",
                commands=("select", "delete"),
                days=730,
                logins=("rundbord_job",),
                moment="said_at",
                name="rules_approval_gone_by_night",
            ),
        ),
    ]
