"""What moves when the chair moves."""

from __future__ import annotations

from django.db import models

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ_ADD_CHANGE
from rundbord.partnership.models.agreement import ChairTerm
from rundbord.partnership.models.partnership import Partnership
from rundbord.partnership.row_policies import InPartnership


class HandOverStep(models.Model):
    """Hand-over step — overdragelsesskridt: one thing that moves to the next chair, and whether it has moved."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    chair = models.ForeignKey(ChairTerm, models.PROTECT, related_name="steps")
    kind = term()
    done_on = models.DateField(null=True)
    done_by = models.CharField(max_length=160, blank=True)

    class Meta:
        """Written with the term, ticked by either secretariat; `done_by` is a unit, never a person."""

        constraints = [
            models.UniqueConstraint(fields=["partnership", "chair", "kind"], name="hand_over_step_once"),
            InPartnership(
                name="hand_over_step_of_parties",
                commands=READ_ADD_CHANGE,
                columns={"update": ("done_on", "done_by")},
            ),
        ]
