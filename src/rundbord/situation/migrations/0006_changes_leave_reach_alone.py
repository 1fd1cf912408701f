"""A change of a common row touches its words and never its owner, its readers or its place."""

from django.db import migrations

import rundbord.partnership.row_policies
import rundbord.situation.row_policies


class Migration(migrations.Migration):
    """Replace seven policies, each with the columns that an update may touch."""

    dependencies = [
        ("identity", "0004_links_for_own_users"),
        ("partnership", "0003_seats_change_in_one_way"),
        ("situation", "0005_black_out_reaches_revisions"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="correction",
            name="correction_by_audience",
        ),
        migrations.RemoveConstraint(
            model_name="entry",
            name="entry_by_audience",
        ),
        migrations.RemoveConstraint(
            model_name="incident",
            name="incident_by_audience",
        ),
        migrations.RemoveConstraint(
            model_name="incidentrevision",
            name="revision_by_audience",
        ),
        migrations.RemoveConstraint(
            model_name="picture",
            name="picture_of_parties",
        ),
        migrations.RemoveConstraint(
            model_name="section",
            name="section_by_audience",
        ),
        migrations.RemoveConstraint(
            model_name="triage",
            name="triage_by_audience",
        ),
        migrations.AddConstraint(
            model_name="correction",
            constraint=rundbord.partnership.row_policies.ByAudience(
                by_parties=True,
                columns={"update": ("text",)},
                commands=("select", "insert", "update"),
                has_unit=False,
                logins=("rundbord_app", "rundbord_job"),
                name="correction_by_audience",
                parent="situation_picture.picture_id",
            ),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=rundbord.partnership.row_policies.ByAudience(
                by_parties=True,
                columns={"update": ("content",)},
                commands=("select", "insert", "update"),
                has_unit=False,
                logins=("rundbord_app", "rundbord_job"),
                name="entry_by_audience",
                parent="situation_picture.picture_id",
            ),
        ),
        migrations.AddConstraint(
            model_name="incident",
            constraint=rundbord.situation.row_policies.ReachesAsItsSource(
                by_parties=True,
                columns={
                    "update": (
                        "category",
                        "heading",
                        "starts_at",
                        "ends_at",
                        "starts_precision",
                        "ends_precision",
                        "occurred_at",
                        "area_id",
                        "place_text",
                        "place_key",
                        "town",
                        "lat",
                        "lon",
                        "point_precision",
                        "is_confirmed",
                        "changed_at",
                        "closed_at",
                        "withdrawn_at",
                        "version",
                    )
                },
                commands=("select", "insert", "update"),
                has_unit=True,
                is_optional=True,
                logins=("rundbord_app", "rundbord_job"),
                name="incident_by_audience",
                parent="situation_report.first_report_id",
                table="situation_incident",
            ),
        ),
        migrations.AddConstraint(
            model_name="incidentrevision",
            constraint=rundbord.situation.row_policies.ReachesAsItsSource(
                by_parties=True,
                columns={"update": ("content",)},
                commands=("select", "insert", "update"),
                has_unit=True,
                is_optional=False,
                logins=("rundbord_app", "rundbord_job"),
                name="revision_by_audience",
                parent="situation_incident.incident_id",
                table="situation_incidentrevision",
            ),
        ),
        migrations.AddConstraint(
            model_name="picture",
            constraint=rundbord.partnership.row_policies.InPartnership(
                column="partnership_id",
                columns={
                    "update": (
                        "number",
                        "covers_from",
                        "covers_to",
                        "published_at",
                        "published_by",
                        "publisher_label",
                        "authority_id",
                        "digests",
                        "seal",
                    )
                },
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="picture_of_parties",
                owned=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="section",
            constraint=rundbord.partnership.row_policies.ByAudience(
                by_parties=True,
                columns={"update": ("text",)},
                commands=("select", "insert", "update"),
                has_unit=False,
                logins=("rundbord_app", "rundbord_job"),
                name="section_by_audience",
                parent="situation_picture.picture_id",
            ),
        ),
        migrations.AddConstraint(
            model_name="triage",
            constraint=rundbord.situation.row_policies.ReachesAsItsSource(
                by_parties=True,
                columns={"update": ("note", "undone_at", "changed_at")},
                commands=("select", "insert", "update"),
                has_unit=True,
                is_optional=False,
                logins=("rundbord_app", "rundbord_job"),
                name="triage_by_audience",
                parent="situation_report.report_id",
                table="situation_triage",
            ),
        ),
    ]
