"""What was told and received about somebody who moves away is read by whoever keeps the restricted copy."""

from django.db import migrations, models

import rundbord.partnership.row_policies
import rundbord.sharing.row_policies


class Migration(migrations.Migration):
    """Add who keeps it, and swap the policies of reading."""

    dependencies = [
        ("identity", "0009_second_factor_and_introduction"),
        ("keys", "0003_keys_of_persons_and_exit"),
        ("partnership", "0009_promises_to_residents"),
        ("sharing", "0008_who_has_left_reads_nothing"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="disclosure",
            name="disclosure_of_sender",
        ),
        migrations.RemoveConstraint(
            model_name="receiveddisclosure",
            name="received_of_recipient",
        ),
        migrations.RemoveConstraint(
            model_name="receiveddisclosure",
            name="received_added_by_sender",
        ),
        migrations.AddField(
            model_name="disclosure",
            name="kept_by",
            field=models.UUIDField(null=True),
        ),
        migrations.AddField(
            model_name="receiveddisclosure",
            name="kept_by",
            field=models.UUIDField(null=True),
        ),
        migrations.AddConstraint(
            model_name="disclosure",
            constraint=rundbord.sharing.row_policies.SentUnlessMoved(
                column="authority_id",
                commands=("select", "insert"),
                logins=("rundbord_app", "rundbord_job"),
                name="disclosure_of_sender",
            ),
        ),
        migrations.AddConstraint(
            model_name="disclosure",
            constraint=rundbord.partnership.row_policies.ForPolicyFunctions(
                columns={
                    "select": ("authority_id", "unit_id", "about_id", "readers", "in_answer_to"),
                    "update": ("readers", "kept_by"),
                },
                commands=("select", "update"),
                logins=("rundbord_policy",),
                name="disclosure_for_functions",
            ),
        ),
        migrations.AddConstraint(
            model_name="receiveddisclosure",
            constraint=rundbord.sharing.row_policies.ReceivedUnlessMoved(
                column="authority_id",
                commands=("select",),
                logins=("rundbord_app", "rundbord_job"),
                name="received_of_recipient",
            ),
        ),
        migrations.AddConstraint(
            model_name="receiveddisclosure",
            constraint=rundbord.sharing.row_policies.CopyAddedBySender(
                commands=("insert",),
                logins=("rundbord_app", "rundbord_job"),
                name="received_added_by_sender",
                same=("readers", "basis", "purpose", "conditions", "expires_on", "asks", "answer_by", "kept_by"),
                table="sharing_receiveddisclosure",
            ),
        ),
        migrations.AddConstraint(
            model_name="receiveddisclosure",
            constraint=rundbord.partnership.row_policies.ForPolicyFunctions(
                columns={
                    "select": ("id", "authority_id", "unit_id", "disclosure_id", "readers", "conditions"),
                    "update": ("readers", "kept_by"),
                },
                commands=("select", "update"),
                logins=("rundbord_policy",),
                name="received_for_functions",
            ),
        ),
    ]
