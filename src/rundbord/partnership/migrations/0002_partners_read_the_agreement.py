"""Housing and civil partners read what the partnership has agreed, over their own login."""

from django.db import migrations

import rundbord.partnership.row_policies


class Migration(migrations.Migration):
    dependencies = [
        ("partnership", "0001_parties_and_areas"),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="agreement",
            constraint=rundbord.partnership.row_policies.InPartnership(
                column="partnership_id",
                commands=("select",),
                logins=("rundbord_place",),
                name="agreement_for_partners",
                owned=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="agreementextension",
            constraint=rundbord.partnership.row_policies.InPartnership(
                column="partnership_id",
                commands=("select",),
                logins=("rundbord_place",),
                name="extension_for_partners",
                owned=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="chairterm",
            constraint=rundbord.partnership.row_policies.InPartnership(
                column="partnership_id",
                commands=("select",),
                logins=("rundbord_place",),
                name="chair_for_partners",
                owned=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="focuspoint",
            constraint=rundbord.partnership.row_policies.InPartnership(
                column="partnership_id",
                commands=("select",),
                logins=("rundbord_place",),
                name="focus_point_for_partners",
                owned=False,
            ),
        ),
    ]
