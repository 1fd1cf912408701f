"""What is done in an exit case: the plan by life area, contacts, notes."""

from __future__ import annotations

from django.db import models

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ_ADD_CHANGE, READ_AND_ADD
from rundbord.identity.models import Authority
from rundbord.interventions.exit_row_policies import GoneExit, InExit
from rundbord.interventions.models.exit_case import ExitCase


class ExitStep(models.Model):
    """Exit step — skridt i exitplan: what is to be done in one life area, by when; done or left standing."""

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT)
    case = models.ForeignKey(ExitCase, models.PROTECT, related_name="steps")
    area = term()
    words = models.BinaryField()
    due_on = models.DateField()
    planned_at = models.DateTimeField()
    planned_by = models.UUIDField()
    planned_label = models.CharField(max_length=180)
    done_at = models.DateTimeField(null=True)
    done_label = models.CharField(max_length=180, blank=True)

    class Meta:
        """Added, and then done."""

        indexes = [models.Index(fields=["case", "due_on"], name="exit_step_by_day")]
        constraints = [
            InExit(
                name="exit_step_in_case",
                table="interventions_exitstep",
                author="planned_by",
                commands=READ_ADD_CHANGE,
                columns={"update": ("done_at", "done_label")},
            ),
            GoneExit(name="exit_step_gone"),
        ]


class ExitContact(models.Model):
    """Exit contact — kontakt i exitforløb: that an agreed contact came about or not, with one line at most."""

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT)
    case = models.ForeignKey(ExitCase, models.PROTECT, related_name="contacts")
    attendance = term()
    on = models.DateField()
    line = models.BinaryField(null=True)
    noted_at = models.DateTimeField()
    noted_by = models.UUIDField()
    noted_label = models.CharField(max_length=180)

    class Meta:
        """Only added."""

        indexes = [models.Index(fields=["case", "-on"], name="exit_contact_newest_first")]
        constraints = [
            InExit(
                name="exit_contact_in_case",
                table="interventions_exitcontact",
                author="noted_by",
                commands=READ_AND_ADD,
            ),
            GoneExit(name="exit_contact_gone"),
        ]


class ExitNote(models.Model):
    """Exit note — notat i exitforløb: suitability, agreement, crisis plan, threat, a ban, or why it lasts longer.

    `until` is the last day of a ban, and the new last day of a case that was prolonged.
    """

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT)
    case = models.ForeignKey(ExitCase, models.PROTECT, related_name="notes")
    kind = term()
    body = models.BinaryField()
    until = models.DateField(null=True)
    written_at = models.DateTimeField()
    written_by = models.UUIDField()
    written_label = models.CharField(max_length=180)

    class Meta:
        """Only added: a newer one stands above the older."""

        indexes = [models.Index(fields=["case", "kind", "-written_at"], name="exit_note_newest_first")]
        constraints = [
            InExit(
                name="exit_note_in_case", table="interventions_exitnote", author="written_by", commands=READ_AND_ADD
            ),
            GoneExit(name="exit_note_gone"),
        ]
