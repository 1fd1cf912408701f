"""What is decided between meetings: proposals to a forum, and the answers of its units."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import rundbord.tasks.row_policies


class Migration(migrations.Migration):
    """Create the tables with their policies."""

    dependencies = [
        ("identity", "0009_second_factor_and_introduction"),
        ("partnership", "0007_signatures_budget_and_renewals"),
        ("tasks", "0007_forums_and_reminders"),
    ]

    operations = [
        migrations.CreateModel(
            name="Proposal",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("what", models.CharField(max_length=200)),
                ("why", models.TextField(blank=True)),
                ("alternatives", models.TextField(blank=True)),
                ("basis", models.TextField(blank=True)),
                ("due_on", models.DateField()),
                ("review_on", models.DateField(null=True)),
                ("counts", models.CharField(max_length=40)),
                ("quorum", models.PositiveSmallIntegerField()),
                ("closes_at", models.DateTimeField()),
                ("proposed_at", models.DateTimeField()),
                ("settled_at", models.DateTimeField(null=True)),
                ("result", models.CharField(blank=True, max_length=40)),
                (
                    "area",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnership.area"
                    ),
                ),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.authority"
                    ),
                ),
                (
                    "forum",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnership.forum"
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.unit"
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnership.partnership"
                    ),
                ),
                (
                    "task",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tasks.task"
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.unit"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ProposalAnswer",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("answer", models.CharField(max_length=40)),
                ("reason", models.TextField(blank=True)),
                ("at", models.DateTimeField()),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.authority"
                    ),
                ),
                (
                    "forum",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnership.forum"
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnership.partnership"
                    ),
                ),
                (
                    "proposal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="answers", to="tasks.proposal"
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.unit"
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="proposal",
            index=models.Index(fields=["partnership", "-proposed_at"], name="proposal_by_time"),
        ),
        migrations.AddIndex(
            model_name="proposal",
            index=models.Index(
                condition=models.Q(("settled_at", None)), fields=["partnership", "closes_at"], name="proposal_by_clock"
            ),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=rundbord.tasks.row_policies.FromOurSeat(
                author="",
                by_unit=True,
                column="forum_id",
                columns={"update": ("what", "why", "alternatives", "basis", "settled_at", "result", "task_id")},
                commands=("select", "insert", "update"),
                led=False,
                logins=("rundbord_app", "rundbord_job"),
                name="proposal_of_seated",
                owned=False,
                parent="",
            ),
        ),
        migrations.AddConstraint(
            model_name="proposalanswer",
            constraint=models.UniqueConstraint(
                fields=("partnership", "proposal", "unit"), name="proposal_answer_once_a_unit"
            ),
        ),
        migrations.AddConstraint(
            model_name="proposalanswer",
            constraint=rundbord.tasks.row_policies.FromOurSeat(
                author="",
                by_unit=True,
                column="forum_id",
                columns={"update": ("reason",)},
                commands=("select", "insert", "update"),
                led=False,
                logins=("rundbord_app", "rundbord_job"),
                name="proposal_answer_of_seated",
                owned=False,
                parent="tasks_proposal.proposal_id",
            ),
        ),
    ]
