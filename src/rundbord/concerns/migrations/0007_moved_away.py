"""Somebody who has moved away leaves a restricted copy: read by its responsible and by leaders, changed by nobody."""

from django.db import migrations, models

import rundbord.concerns.row_policies


class Migration(migrations.Migration):
    """Add the day, and write the policies anew that ask for it."""

    dependencies = [("concerns", "0006_who_is_assigned_a_narrow_file")]

    operations = [
        migrations.RemoveConstraint(model_name="assignment", name="assignment_in_file"),
        migrations.RemoveConstraint(model_name="concern", name="concern_in_file"),
        migrations.RemoveConstraint(model_name="fact", name="fact_in_file"),
        migrations.RemoveConstraint(model_name="youngperson", name="young_person_handed_over_by_name"),
        migrations.RemoveConstraint(model_name="youngperson", name="young_person_reached_by_name"),
        migrations.AddField(model_name="youngperson", name="moved_on", field=models.DateField(null=True)),
        migrations.AddConstraint(
            model_name="youngperson",
            constraint=rundbord.concerns.row_policies.HandedOverUnlessMoved(
                column="authority_id",
                columns={
                    "select": ("id", "authority_id", "unit_id", "lead_id", "is_narrow", "moved_on"),
                    "update": ("unit_id", "lead_id", "lead_label"),
                },
                commands=("select", "update"),
                logins=("rundbord_policy",),
                name="young_person_handed_over_by_name",
            ),
        ),
        migrations.AddConstraint(
            model_name="youngperson",
            constraint=rundbord.concerns.row_policies.ReachedUnlessMoved(
                column="authority_id",
                columns={
                    "update": (
                        "lead_id",
                        "lead_label",
                        "is_narrow",
                        "name",
                        "cpr",
                        "cpr_index",
                        "born_on",
                        "birth_year",
                        "address",
                        "has_protected_address",
                        "delete_on",
                        "moved_on",
                    )
                },
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="young_person_reached_by_name",
            ),
        ),
        migrations.AddConstraint(
            model_name="concern",
            constraint=rundbord.concerns.row_policies.InFileUnlessMoved(
                author="opened_by",
                column="authority_id",
                columns={
                    "update": (
                        "role",
                        "level",
                        "next_on",
                        "next_step",
                        "contacted_at",
                        "offered_at",
                        "secured_at",
                        "closed_at",
                    )
                },
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="concern_in_file",
                table="concerns_concern",
            ),
        ),
        migrations.AddConstraint(
            model_name="fact",
            constraint=rundbord.concerns.row_policies.FactUnlessMoved(
                author="written_by",
                column="authority_id",
                columns={
                    "update": (
                        "readers",
                        "approved_at",
                        "approved_label",
                        "confirmed_on",
                        "keep_until",
                        "withdrawn_at",
                        "withdrawn_why",
                    )
                },
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="fact_in_file",
                table="concerns_fact",
            ),
        ),
        migrations.AddConstraint(
            model_name="assignment",
            constraint=rundbord.concerns.row_policies.InFileUnlessMoved(
                author="given_by",
                column="authority_id",
                columns={"update": ("ended_at",)},
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="assignment_in_file",
                table="concerns_assignment",
            ),
        ),
    ]
