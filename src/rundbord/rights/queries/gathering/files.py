"""What a file itself holds: who it is about, and its facts, each with the group that it is answered in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from uuid import UUID

from rundbord.concerns.models import Fact, YoungPerson
from rundbord.concerns.vocabulary import FactKind
from rundbord.interventions.models import StepTaken
from rundbord.interventions.rules.kinds import KINDS
from rundbord.interventions.rules.words import read
from rundbord.interventions.vocabulary import InterventionKind
from rundbord.keys.core.blind_index import index_of_cpr
from rundbord.keys.core.cpr import Cpr
from rundbord.keys.core.sealing import OpenKey
from rundbord.keys.core.two_keys import open_under_both
from rundbord.keys.current import look_up_key
from rundbord.keys.places import place_of
from rundbord.keys.queries import open_keys
from rundbord.rights.queries.gathering.found import Item, Line, Sought, day_of, in_words
from rundbord.rights.queries.gathering.tables import ids_or_nobody, with_notifier
from rundbord.rights.vocabulary import ItemGroup
from rundbord.sharing.queries import CopyNow, copies_now
from rundbord.sharing.queries.about_person import senders_of
from rundbord.sharing.vocabulary import InformationClass, SourceGrade

SOURCE = "Kilde"


def files_on(cpr: Cpr, authority_id: UUID) -> dict[UUID, YoungPerson]:
    """Find the own authority's files by the number's blind index, whichever unit has them."""
    index = index_of_cpr(cpr, look_up_key(authority_id))
    return {each.pk: each for each in YoungPerson.objects.filter(authority_id=authority_id, cpr_index=index)}


def of_files(sought: Sought) -> Iterator[Item]:
    """Give who each file says that it is about."""
    for file in sought.files.values():
        key = sought.key_of(file.pk)
        if key is not None:
            yield Item(
                group=ItemGroup.OWN,
                model=YoungPerson._meta.label,
                lines=tuple(_of_file(file, key)),
                source_id=file.pk,
                root_id=file.pk,
                on=day_of(file.opened_at),
            )


def _of_file(file: YoungPerson, key: OpenKey) -> Iterator[Line]:
    for column, label in (("name", "Navn"), ("address", "Adresse")):
        value = getattr(file, column)
        if value:
            yield label, key.open(bytes(value), at=place_of(file, column))
    yield "Oprettet", in_words(file.opened_at)
    yield "Slettes senest", in_words(file.delete_on)


def of_facts(sought: Sought) -> Iterator[Item]:
    """Give the facts; one that was taken from a copy belongs to whoever told it."""
    facts = list(Fact.objects.filter(person_id__in=ids_or_nobody(list(sought.files))).order_by("written_at", "id"))
    senders = senders_of({fact.disclosure_id for fact in facts if fact.disclosure_id})
    copies = copies_now(ids_or_nobody([fact.disclosure_id for fact in facts if fact.disclosure_id]))
    taken = open_keys(ids_or_nobody([fact.taken_key_id for fact in facts if fact.taken_key_id]))
    for fact in facts:
        key = sought.key_of(fact.person_id)
        words = _words_of(fact, key, taken)
        copy = copies.get(fact.disclosure_id) if fact.disclosure_id else None
        if key is not None and words:
            yield from _with_source(fact, _fact(fact, words, senders, copy or CopyNow()), key)


def _with_source(fact: Fact, item: Item, key: OpenKey) -> Iterator[Item]:
    """Give the fact, and apart from it who told it; whom another authority had it from is that authority's to tell."""
    source = key.open(bytes(fact.source), at=place_of(fact, "source")) if fact.source else ""
    named = ((SOURCE, source),) if source else ()
    if fact.received_under:
        yield replace(item, lines=(*item.lines, *named), needs_eyes=item.needs_eyes or bool(named))
    else:
        yield from with_notifier(item, named)


def _fact(fact: Fact, words: str, senders: Mapping[UUID, UUID], copy: CopyNow) -> Item:
    # What was taken back is read by nobody any more, though its key lives until the unit has confirmed.
    gone, righted = copy.taken_back, copy.of_line(fact.taken_line, since=fact.written_at)
    lines = (
        (in_words(fact.kind, FactKind), "" if gone else words),
        ("Kaldt tilbage af afsenderen", in_words(gone.made_at if gone else None)),
        ("Rettet af afsenderen til", righted.new_wording if righted and not gone else ""),
        ("Trukket tilbage", in_words(fact.withdrawn_at)),
        ("Set den", in_words(fact.observed_on)),
        ("Grundlag", in_words(fact.grade, SourceGrade)),
    )
    return Item(
        group=_group_of(fact),
        model=Fact._meta.label,
        lines=tuple(line for line in lines if line[1]),
        source_id=fact.pk,
        root_id=fact.person_id,
        sender_id=senders.get(fact.disclosure_id) if fact.disclosure_id else None,
        disclosure_id=fact.disclosure_id,
        on=day_of(fact.written_at),
        needs_eyes=fact.names_others,
    )


def _group_of(fact: Fact) -> ItemGroup:
    if fact.information_class == InformationClass.GANG.value:
        return ItemGroup.GANG
    return ItemGroup.RECEIVED if fact.received_under else ItemGroup.OWN


def _words_of(fact: Fact, key: OpenKey | None, taken: Mapping[UUID, OpenKey]) -> str:
    if key is None:
        return ""
    at = place_of(fact, "body")
    if fact.taken_key_id is None:
        return key.open(bytes(fact.body), at=at)
    inner = taken.get(fact.taken_key_id)
    return open_under_both(bytes(fact.body), outer=key, inner=inner, at=at) if inner else ""


def of_steps(sought: Sought) -> Iterator[Item]:
    """Give what was written of each step that was taken, under the labels of the form."""
    found = StepTaken.objects.filter(person_id__in=ids_or_nobody(list(sought.files))).select_related("intervention")
    steps = list(found.order_by("taken_at", "id"))
    own = open_keys(ids_or_nobody([step.data_key_id for step in steps if step.data_key_id]))
    for step in steps:
        key = own.get(step.data_key_id) if step.data_key_id else sought.key_of(step.person_id)
        yield Item(
            group=ItemGroup.OWN,
            model=StepTaken._meta.label,
            lines=tuple(_said(step, key)),
            source_id=step.pk,
            root_id=step.person_id,
            on=day_of(step.held_at),
            needs_eyes=True,
        )


def _said(step: StepTaken, key: OpenKey | None) -> Iterator[Line]:
    kind = KINDS[InterventionKind(step.intervention.kind)]
    form = next((each for each in kind.steps if each.key == step.step), None)
    if form is None:
        return
    yield "Skridt", form.label
    if key is not None and step.words:
        text = key.open(bytes(step.words), at=place_of(step, "words"))
        yield from ((said.label, "\n".join(said.lines)) for said in read(form, text))
