"""What was told of the files, what others have told about the person, and that others know them too."""

from __future__ import annotations

from collections.abc import Iterator

from rundbord.keys.core.names import name_parts
from rundbord.rights.queries.gathering.found import Item, Line, Sought, day_of, in_words
from rundbord.rights.vocabulary import ItemGroup
from rundbord.sharing.queries.about_person import ToldAbout, known_to, received_about, told_about
from rundbord.sharing.rules.content import Content
from rundbord.sharing.vocabulary import InformationClass, SourceGrade


def of_told(sought: Sought) -> Iterator[Item]:
    """Give what was told, to whom and why."""
    for told in told_about(list(sought.files)):
        yield Item(
            group=ItemGroup.GANG if _is_gang(told.content) else ItemGroup.OWN,
            model="sharing.Disclosure",
            lines=(("Givet til", told.other), *_standing(told), *_lines(told.content)),
            source_id=told.id,
            root_id=told.root_id,
            on=day_of(told.at),
        )


def of_received(sought: Sought) -> Iterator[Item]:
    """Give what others told about the person; one without a CPR number is found by name and birthday alone."""
    parts = set(name_parts(sought.name))

    def is_it(content: Content) -> bool:
        if content.cpr:
            return content.cpr == sought.cpr.digits
        return content.born_on in {None, sought.cpr.born_on} and set(name_parts(content.name)) == parts

    for told in received_about(is_it, sought.actor):
        yield Item(
            group=ItemGroup.GANG if _is_gang(told.content) else ItemGroup.RECEIVED,
            model="sharing.ReceivedDisclosure",
            lines=(("Modtaget fra", told.other), *_standing(told), *_taken_back(told), *_lines(told.content)),
            source_id=told.id,
            root_id=told.root_id,
            sender_id=told.other_id,
            disclosure_id=told.disclosure_id,
            on=day_of(told.at),
            is_uncertain=not told.content.cpr,
        )


def of_common_knowledge(sought: Sought) -> Iterator[Item]:
    """Give that another authority follows the person: that is the other's to tell."""
    for known in known_to(list(sought.files)):
        yield Item(
            group=ItemGroup.RECEIVED,
            model="sharing.CommonKnowledge",
            lines=(("Myndighed", known.other), ("Fundet", in_words(known.at))),
            source_id=known.id,
            root_id=known.id,
            sender_id=known.other_id,
            on=day_of(known.at),
        )


def _standing(told: ToldAbout) -> tuple[Line, ...]:
    return ("Formål", told.purpose), ("Efter", told.basis)


def _taken_back(told: ToldAbout) -> Iterator[Line]:
    if told.taken_back_at:
        yield "Kaldt tilbage af afsenderen", in_words(told.taken_back_at)


def _lines(content: Content) -> Iterator[Line]:
    for line in content.lines:
        when = f" ({in_words(line.observed_on)})" if line.observed_on else ""
        yield line.kind, f"{line.text}{when}. {in_words(line.grade, SourceGrade)}"


def _is_gang(content: Content) -> bool:
    return any(line.information_class is InformationClass.GANG for line in content.lines)
