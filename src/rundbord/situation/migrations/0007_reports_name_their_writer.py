"""A report, a photo and a reading name the unit and the user that they are written by."""

from django.db import migrations

import rundbord.partnership.row_policies


class Migration(migrations.Migration):
    """Replace three policies, and say which columns of a report may change."""

    dependencies = [
        ("identity", "0007_duties_for_own_users_in_own_units"),
        ("partnership", "0003_seats_change_in_one_way"),
        ("situation", "0006_changes_leave_reach_alone"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="photo",
            name="photo_by_audience",
        ),
        migrations.RemoveConstraint(
            model_name="reading",
            name="reading_of_parties",
        ),
        migrations.RemoveConstraint(
            model_name="report",
            name="report_by_audience",
        ),
        migrations.AddConstraint(
            model_name="photo",
            constraint=rundbord.partnership.row_policies.ByAudience(
                author="",
                by_parties=False,
                by_unit=True,
                commands=("select", "insert"),
                has_unit=True,
                logins=("rundbord_app", "rundbord_job", "rundbord_place"),
                name="photo_by_audience",
                parent="situation_report.report_id",
            ),
        ),
        migrations.AddConstraint(
            model_name="reading",
            constraint=rundbord.partnership.row_policies.InPartnership(
                author="user_id",
                by_unit=True,
                column="partnership_id",
                commands=("select", "insert"),
                logins=("rundbord_app", "rundbord_job", "rundbord_place"),
                name="reading_of_parties",
                owned=True,
            ),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=rundbord.partnership.row_policies.ByAudience(
                author="reporter_id",
                by_parties=False,
                by_unit=True,
                columns={
                    "update": (
                        "text",
                        "changed_at",
                        "heading",
                        "category",
                        "place_text",
                        "town",
                        "area_id",
                        "audience",
                        "starts_at",
                        "starts_precision",
                        "ends_at",
                        "ends_precision",
                        "reported_at",
                    )
                },
                commands=("select", "insert", "update"),
                has_unit=True,
                logins=("rundbord_app", "rundbord_job"),
                name="report_by_audience",
                parent="",
            ),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=rundbord.partnership.row_policies.ByAudience(
                author="reporter_id",
                by_parties=False,
                by_unit=True,
                columns={"update": ("text", "changed_at")},
                commands=("select", "insert", "update"),
                has_unit=True,
                logins=("rundbord_place",),
                name="report_by_partners",
                parent="",
            ),
        ),
    ]
