"""A seat and a chair term can only end, and who is police is the authority's own kind."""

from django.db import migrations

from rundbord.partnership.row_policies import InPartnership
from rundbord.partnership.sql import AUDIENCE_BY_AUTHORITY

_CHANGE = ("select", "insert", "update")


def _can_only_end(model: str, name: str, column: str) -> list[migrations.operations.base.Operation]:
    policy = InPartnership(name=name, commands=_CHANGE, columns={"update": (column,)})
    return [
        migrations.RemoveConstraint(model_name=model, name=name),
        migrations.AddConstraint(model_name=model, constraint=policy),
    ]


class Migration(migrations.Migration):
    """Narrow what an update may touch, and replace one function."""

    dependencies = [("partnership", "0002_partners_read_the_agreement"), ("identity", "0003_land_of_municipalities")]
    operations = [
        *_can_only_end("party", "party_governed", "left_on"),
        *_can_only_end("chairterm", "chair_of_parties", "ends_on"),
        *_can_only_end("reportingduty", "reporting_duty_of_parties", "ends_on"),
        migrations.RunSQL(AUDIENCE_BY_AUTHORITY, migrations.RunSQL.noop),
    ]
