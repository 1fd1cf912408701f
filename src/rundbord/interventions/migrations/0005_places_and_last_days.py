"""An intervention holds a place in an offer, and a joint visit has a last day on which the database lets go of it."""

from datetime import date

import django.db.models.deletion
from django.db import migrations, models
from django.utils import timezone

import rundbord.concerns.row_policies
import rundbord.interventions.row_policies
from rundbord.interventions.rules.joint import last_day_of_visit
from rundbord.interventions.sql import HOLDS_ON, LETS_GO


def _in_a_year() -> date:
    """Give visits that were asked for before they had a last day a year from today."""
    return last_day_of_visit(timezone.localdate())


class Migration(migrations.Migration):
    """Add the columns, let the night delete, and let foreign keys act."""

    dependencies = [
        ("concerns", "0006_who_is_assigned_a_narrow_file"),
        ("identity", "0009_second_factor_and_introduction"),
        ("interventions", "0004_exit_coordinators_tell_each_other"),
        ("partnership", "0005_areas_know_their_age"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="intervention",
            name="intervention_in_file",
        ),
        migrations.AddField(
            model_name="intervention",
            name="place",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="interventions.offer",
            ),
        ),
        migrations.AddField(
            model_name="jointvisit",
            name="delete_on",
            field=models.DateField(default=_in_a_year),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name="intervention",
            name="joint_visit",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="interventions.jointvisit",
            ),
        ),
        migrations.AlterField(
            model_name="jointanswer",
            name="visit",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="answers",
                to="interventions.jointvisit",
            ),
        ),
        migrations.AddIndex(
            model_name="jointvisit",
            index=models.Index(fields=["authority", "delete_on"], name="joint_visit_by_last_day"),
        ),
        migrations.AddConstraint(
            model_name="intervention",
            constraint=rundbord.concerns.row_policies.InFile(
                author="started_by",
                column="authority_id",
                columns={"update": ("joint_visit_id", "place_id", "next_step", "due_at", "ended_at", "ending")},
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="intervention_in_file",
                table="interventions_intervention",
            ),
        ),
        migrations.AddConstraint(
            model_name="jointvisit",
            constraint=rundbord.interventions.row_policies.PastItsDay(
                commands=("delete",), logins=("rundbord_app", "rundbord_job"), name="joint_visit_past_its_day"
            ),
        ),
        migrations.RunSQL(LETS_GO, HOLDS_ON),
    ]
