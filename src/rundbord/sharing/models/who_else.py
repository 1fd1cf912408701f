"""A round in which authorities nominate whom they follow, and learn of those that another follows too."""

from __future__ import annotations

from django.db import models

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ, READ_AND_ADD, OwnAuthority
from rundbord.identity.models import Authority, Unit
from rundbord.keys.models import DataKey
from rundbord.partnership.models import Partnership
from rundbord.partnership.row_policies import ForPolicyFunctions
from rundbord.sharing.who_else_policies import MarkAdded, NominatedByUnit, NominatedInRound, OfRound, RoundAtTable


class WhoElseRound(models.Model):
    """Who-else round — runde om fælles kendskab: for one meeting, opened with a reason, closed at a set time.

    `sealed_at` is when no more is taken and every party is bound by its commitment; `closed_at` when all were answered,
    at once, and the round's key was destroyed. `band` says how large it was, as a `SizeBand`.
    """

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    reason = models.CharField(max_length=300)
    meeting_on = models.DateField()
    opened_at = models.DateTimeField()
    opened_by = models.UUIDField()
    opened_label = models.CharField(max_length=180)
    closes_at = models.DateTimeField()
    sealed_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    band = term(blank=True)

    class Meta:
        """No login changes a round: two functions close it (sharing/who_else_sql.py)."""

        indexes = [models.Index(fields=["partnership", "-opened_at"], name="round_newest_first")]
        constraints = [
            RoundAtTable(name="round_at_table", owned=True, by_unit=True, author="opened_by", commands=READ_AND_ADD),
            ForPolicyFunctions(
                name="round_for_functions",
                commands=("select", "update"),
                columns={
                    "select": (
                        "id",
                        "partnership_id",
                        "authority_id",
                        "opened_at",
                        "closes_at",
                        "sealed_at",
                        "closed_at",
                    ),
                    "update": ("sealed_at", "closed_at", "band"),
                },
            ),
        ]


class Nomination(models.Model):
    """Nomination — indmelding: that a unit asks of an own file who else follows the same young person.

    `about_id` is the own file's key, and means nothing to anybody else. `job` is the nominator's role. The reason lies
    sealed by the young person's key. What is not matched is deleted when the round closes.
    """

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    round = models.ForeignKey(WhoElseRound, models.PROTECT, related_name="nominations")
    about_id = models.UUIDField()
    data_key = models.ForeignKey(DataKey, models.PROTECT, related_name="+")
    kind = term()
    basis = term()
    purpose = term()
    role = term()
    reason = models.BinaryField()
    job = term()
    nominated_at = models.DateTimeField()
    nominated_by = models.UUIDField()
    nominated_label = models.CharField(max_length=180)

    class Meta:
        """Only added: taking it back would be a way of trying."""

        indexes = [models.Index(fields=["round", "authority"], name="nomination_by_round")]
        constraints = [
            models.UniqueConstraint(fields=["authority", "round", "about_id", "kind"], name="nomination_once_a_round"),
            NominatedInRound(name="nomination_in_round", commands=READ_AND_ADD),
            ForPolicyFunctions(
                name="nomination_for_functions",
                commands=("select", "delete"),
                columns={
                    "select": (
                        *("id", "partnership_id", "authority_id", "unit_id", "round_id", "about_id", "kind", "basis"),
                        "job",
                    )
                },
            ),
        ]


class NominationMark(models.Model):
    """Nomination mark — mærke: 128 bits by which a nomination is matched, and a leaf that binds to it.

    Made outside the database with the round's own key (keys.core.matching). No login can read it back.
    """

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    nomination_id = models.UUIDField()
    round_id = models.UUIDField()
    mark = models.UUIDField()
    leaf = models.BinaryField()

    class Meta:
        """One a nomination; all of a round's go when it closes."""

        indexes = [models.Index(fields=["round_id", "mark"], name="mark_by_round")]
        constraints = [
            models.UniqueConstraint(fields=["authority", "nomination_id"], name="mark_once_a_nomination"),
            MarkAdded(name="mark_added"),
            ForPolicyFunctions(
                name="mark_for_functions",
                commands=("select", "delete"),
                columns={"select": ("authority_id", "nomination_id", "round_id", "mark", "leaf")},
            ),
        ]


class WhoElseCommitment(models.Model):
    """Who-else commitment — forpligtelse: what binds a party to its nominations, without telling how many or whom."""

    id = identifier()
    round = models.ForeignKey(WhoElseRound, models.PROTECT, related_name="commitments")
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    root = models.BinaryField()

    class Meta:
        """One for each party, those that nominated nobody included."""

        constraints = [
            models.UniqueConstraint(fields=["round", "authority"], name="commitment_once_a_party"),
            OfRound(name="commitment_of_round", table="sharing_whoelsecommitment"),
            ForPolicyFunctions(
                name="commitment_for_functions",
                commands=("select", "insert"),
                columns={"select": ("round_id", "authority_id")},
            ),
        ]


class WhoElseSize(models.Model):
    """Who-else size — antal indmeldinger: how many an authority nominated in a round; its own number alone."""

    id = identifier()
    round = models.ForeignKey(WhoElseRound, models.PROTECT, related_name="sizes")
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()

    class Meta:
        """Written when the round is sealed."""

        constraints = [
            models.UniqueConstraint(fields=["round", "authority"], name="size_once_a_party"),
            OwnAuthority(name="size_own_authority", commands=READ),
            ForPolicyFunctions(
                name="size_for_functions", commands=("select", "insert"), columns={"select": ("round_id", "number")}
            ),
        ]


class CommonKnowledge(models.Model):
    """Common knowledge — fælles kendskab: that another unit follows the same young person, and nothing more.

    Each side has its own row, written in the same act. It is the record of a disclosure too: what the own unit told by
    it is that it follows the young person, to the other unit, on the nomination's basis.
    """

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    round = models.ForeignKey(WhoElseRound, models.PROTECT, related_name="+")
    nomination = models.ForeignKey(Nomination, models.PROTECT, related_name="found")
    about_id = models.UUIDField()
    kind = term()
    basis = term()
    other_authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    other_unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    other_role = term()
    found_at = models.DateTimeField()

    class Meta:
        """Written by the function that closes a round."""

        indexes = [models.Index(fields=["authority", "about_id", "-found_at"], name="common_knowledge_by_file")]
        constraints = [
            NominatedByUnit(name="common_knowledge_of_unit", commands=READ),
            ForPolicyFunctions(
                name="common_knowledge_for_functions",
                commands=("select", "insert"),
                columns={"select": ("nomination_id",)},
            ),
        ]
