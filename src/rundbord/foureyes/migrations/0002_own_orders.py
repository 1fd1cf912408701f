"""What is one authority's own matter is ordered and confirmed within it, and carried out by a machine."""

from django.db import migrations, models

import rundbord.foureyes.row_policies
from rundbord.access.renewing import RenewPolicies
from rundbord.foureyes.sql import ORDERED_BY_TWO, WITHOUT_ORDERED_BY_TWO


class Migration(migrations.Migration):
    """Add when it was carried out, and exchange the policies."""

    dependencies = [
        ("foureyes", "0001_two_persons"),
        ("identity", "0012_oiosaml_providers"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="order", name="order_at_table"),
        migrations.AddField(model_name="order", name="carried_out_at", field=models.DateTimeField(null=True)),
        migrations.AddConstraint(
            model_name="order",
            constraint=rundbord.foureyes.row_policies.OrderedAtTableOrWithin(
                columns={"update": ("withdrawn_at", "carried_out_at")},
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="order_at_table",
            ),
        ),
        RenewPolicies("confirmation"),
        migrations.RunSQL(ORDERED_BY_TWO, WITHOUT_ORDERED_BY_TWO),
    ]
