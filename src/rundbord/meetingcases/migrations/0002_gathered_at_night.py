"""Cases at meetings are read by the machine that gathers what a person asks to see."""

from django.db import migrations

import rundbord.meetingcases.row_policies


class Migration(migrations.Migration):
    """Add a policy."""

    dependencies = [
        ("concerns", "0012_a_move_takes_along_what_was_told"),
        ("identity", "0011_what_authorities_call_users"),
        ("meetingcases", "0001_what_each_authority_keeps"),
        ("meetings", "0002_open_and_held_meetings_are_found"),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="meetingcase",
            constraint=rundbord.meetingcases.row_policies.CaseAtNight(
                column="authority_id",
                commands=("select",),
                logins=("rundbord_app", "rundbord_job"),
                name="meeting_case_gathered",
            ),
        ),
    ]
