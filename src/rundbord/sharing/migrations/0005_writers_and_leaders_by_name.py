"""Whoever corrects or delivers stands by their own name, and leaders alone name readers."""

from django.db import migrations

import rundbord.sharing.row_policies
from rundbord.access.renewing import RenewPolicies


class Migration(migrations.Migration):
    """Write the policies anew."""

    dependencies = [
        ("access", "0003_reach_in_words"),
        ("identity", "0009_second_factor_and_introduction"),
        ("sharing", "0004_who_else_follows_whom"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="disclosurecorrection",
            name="correction_of_sender",
        ),
        migrations.RemoveConstraint(
            model_name="outsidedelivery",
            name="outside_delivery_of_sender",
        ),
        migrations.AddConstraint(
            model_name="disclosurecorrection",
            constraint=rundbord.sharing.row_policies.OfDisclosure(
                author="made_by",
                column="authority_id",
                commands=("select", "insert"),
                logins=("rundbord_app", "rundbord_job"),
                name="correction_of_sender",
                table="sharing_disclosurecorrection",
            ),
        ),
        migrations.AddConstraint(
            model_name="outsidedelivery",
            constraint=rundbord.sharing.row_policies.OfDisclosure(
                author="noted_by",
                column="authority_id",
                commands=("select", "insert"),
                logins=("rundbord_app", "rundbord_job"),
                name="outside_delivery_of_sender",
                table="sharing_outsidedelivery",
            ),
        ),
        RenewPolicies("namedreader"),
    ]
