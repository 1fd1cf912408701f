"""Groups: a letter and a neutral word for all; who they are, from the police alone, with every reading logged."""

from __future__ import annotations

from collections.abc import Collection

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.collisions import refusing_collisions
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.conflicts.actions.open_conflict import LETTERS
from rundbord.conflicts.actions.writing import locked, log, open_to_write, part, touch
from rundbord.conflicts.models import Conflict, ConflictGroup, GroupIdentity
from rundbord.conflicts.rules.clearing import objections_to_identity
from rundbord.conflicts.rules.facts import objections_to_groups
from rundbord.identity.vocabulary import AuthorityKind

NOT_POLICE = "Kun politiet angiver, hvem grupperne er."
_TAKEN = {"group_letter_once": {"": "En anden tilføjede en gruppe i samme øjeblik. Prøv igen."}}
_NAMED = {"group_identity_once": {"name": "En kollega angav gruppen i samme øjeblik. Læs det, og gem igen."}}


def add_group(conflict: Conflict, *, label: str, overridden: Collection[str] = (), by: Actor) -> ConflictGroup:
    """Add a group under the next letter."""
    standing = open_to_write(conflict, by=by)
    there = list(ConflictGroup.objects.filter(conflict=standing).order_by("letter"))
    free = [letter for letter in LETTERS if letter not in {group.letter for group in there}]
    if not free:
        raise Refused("Der kan højst være seks grupper i en konflikt. Del den i to konflikter.")
    if objections := objections_to_groups([*(group.label for group in there), label]):
        raise Refused({"label": objections[""]})
    with refusing_collisions(_TAKEN):
        group = ConflictGroup.objects.create(**part(standing, by=by), letter=free[0], label=label)
    touch(standing)
    log(Event.GROUP_ADDED, standing, overridden=overridden, by=by, letter=group.letter)
    return group


def relabel_group(group: ConflictGroup, *, label: str, overridden: Collection[str] = (), by: Actor) -> None:
    """Give a group another neutral word."""
    conflict = open_to_write(group.conflict, by=by)
    others = ConflictGroup.objects.filter(conflict=conflict).exclude(pk=group.pk).values_list("label", flat=True)
    if objections := objections_to_groups([*others, label]):
        raise Refused({"label": objections[""]})
    ConflictGroup.objects.filter(pk=group.pk).update(label=label)
    touch(conflict)
    log(Event.GROUP_RELABELLED, conflict, overridden=overridden, by=by, letter=group.letter)


def name_group(
    group: ConflictGroup, *, name: str, basis: str = "", overridden: Collection[str] = (), by: Actor
) -> GroupIdentity:
    """Say who a group is, in a row that is the police authority's own; a later saying replaces the words."""
    must_be_police(by)
    conflict = locked(group.conflict)
    labels = ConflictGroup.objects.filter(conflict=conflict).values_list("label", flat=True)
    open_words = [conflict.title, conflict.communication, *labels]
    if objections := objections_to_identity(name, read_by_all=open_words):
        raise Refused(objections)
    said = {"name": name, "basis": basis, "written_at": timezone.now(), "written_by": by.user_id}
    own = GroupIdentity.objects.filter(group=group, authority_id=by.authority_id)
    if not own.update(**said):
        with refusing_collisions(_NAMED):
            GroupIdentity.objects.create(
                partnership_id=conflict.partnership_id,
                authority_id=by.authority_id,
                conflict=conflict,
                group=group,
                **said,
            )
    identity = own.get()
    audit.record(Event.GROUP_NAMED, about=identity, by=by, details={"conflict": str(conflict.pk)})
    audit.record_overriding(overridden, about=identity, by=by)
    return identity


def unname_group(group: ConflictGroup, *, by: Actor) -> None:
    """Delete who a group is; the words are kept nowhere."""
    must_be_police(by)
    for identity in GroupIdentity.objects.filter(group=group, authority_id=by.authority_id):
        audit.record(Event.GROUP_UNNAMED, about=identity, by=by, details={"conflict": str(group.conflict_id)})
        identity.delete()


def read_identities(conflict: Conflict, *, only: ConflictGroup | None = None, by: Actor) -> list[GroupIdentity]:
    """Give who the groups are, as far as the reader is cleared, and log each one in the same transaction."""
    by.must(Permission.SEE_CONFLICTS)
    readable = GroupIdentity.objects.filter(conflict=conflict).select_related("group", "authority")
    asked = readable.filter(group=only) if only else readable
    identities = list(asked.order_by("group__letter", "authority__name"))
    for identity in identities:
        audit.record(Event.GROUP_IDENTITY_READ, about=identity, by=by, details={"conflict": str(conflict.pk)})
    return identities


def must_be_police(by: Actor) -> None:
    """Let nobody but the police say who a group is, or who may know it: the database would refuse it anyway."""
    by.must(Permission.NAME_GROUPS)
    if by.authority_kind != AuthorityKind.POLICE:
        raise Refused(NOT_POLICE)
