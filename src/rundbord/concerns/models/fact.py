"""What is known of a young person: seen, thought or protective, each with class, date and source."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ_ADD_CHANGE
from rundbord.concerns.models.young_person import YoungPerson
from rundbord.concerns.row_policies import FactInEmergency, FactUnlessMoved, FactWordsGo
from rundbord.identity.models import Authority
from rundbord.partnership.row_policies import ForPolicyFunctions


class Fact(models.Model):
    """Fact — oplysning: one thing about a young person, in words sealed by the person's key.

    `received_under` is the basis under which it came, empty for an own one. Such a fact knows the copy that it was
    taken from (`disclosure_id`, the sender's random id, and `taken_line`, the place of the line), and its body lies
    under a second key too (`taken_key_id`), which goes when the copy is taken back. `readers` are users named for a
    fact of class P4, P5 or P7. `replaces` is the older wording that this one puts right. `is_about_case` is said of the
    unit's own handling, such as another level, and is told to nobody. Days are Danish calendar days.
    """

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT)
    person = models.ForeignKey(YoungPerson, models.PROTECT, related_name="facts")
    kind = term()
    information_class = term()
    body = models.BinaryField()
    source = models.BinaryField(null=True)
    grade = term()
    observed_on = models.DateField(null=True)
    keep_until = models.DateField(null=True)
    confirmed_on = models.DateField(null=True)
    received_under = term(blank=True)
    received_id = models.UUIDField(null=True)
    disclosure_id = models.UUIDField(null=True)
    taken_line = models.PositiveSmallIntegerField(null=True)
    taken_key_id = models.UUIDField(null=True)
    holds_address = models.BooleanField(default=False)
    names_others = models.BooleanField(default=False)
    is_about_case = models.BooleanField(default=False)
    readers = ArrayField(models.UUIDField(), default=list)
    approved_at = models.DateTimeField(null=True)
    approved_label = models.CharField(max_length=180, blank=True)
    replaces = models.OneToOneField("self", models.PROTECT, null=True, related_name="replaced_by")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_why = models.BinaryField(null=True)
    written_at = models.DateTimeField()
    written_by = models.UUIDField()
    written_label = models.CharField(max_length=180)

    class Meta:
        """Words never change; readers, approval, confirmation and an end may be set."""

        indexes = [
            models.Index(fields=["person", "-written_at"], name="fact_newest_first"),
            models.Index(
                fields=["authority", "disclosure_id"],
                condition=Q(disclosure_id__isnull=False),
                name="fact_by_disclosure",
            ),
        ]
        constraints = [
            FactInEmergency(name="fact_in_emergency"),
            FactUnlessMoved(
                name="fact_in_file",
                table="concerns_fact",
                author="written_by",
                commands=READ_ADD_CHANGE,
                columns={
                    "update": (
                        *("readers", "approved_at", "approved_label", "confirmed_on", "keep_until", "withdrawn_at"),
                        "withdrawn_why",
                    )
                },
            ),
            FactWordsGo(
                name="fact_words_gone_by_night",
                table="concerns_fact",
                commands=("update",),
                logins=("rundbord_job",),
                columns={"update": ("body", "source")},
            ),
            ForPolicyFunctions(
                name="fact_for_functions", columns={"select": ("person_id", "authority_id", "disclosure_id")}
            ),
        ]
