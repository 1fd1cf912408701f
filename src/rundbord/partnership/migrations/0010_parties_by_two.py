"""A party joins or leaves by an order that another person has confirmed."""

from django.db import migrations

import rundbord.partnership.row_policies


class Migration(migrations.Migration):
    """Exchange the policy of parties."""

    dependencies = [
        ("foureyes", "0001_two_persons"),
        ("identity", "0012_oiosaml_providers"),
        ("partnership", "0009_promises_to_residents"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="party",
            name="party_governed",
        ),
        migrations.AddConstraint(
            model_name="party",
            constraint=rundbord.partnership.row_policies.PartyByTwo(
                author="",
                by_unit=False,
                column="partnership_id",
                columns={"update": ("left_on",)},
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="party_by_two",
                owned=False,
            ),
        ),
    ]
