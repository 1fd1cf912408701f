"""Guards that stand behind another: a wrong version without effect is explained only if it has one without the other.

The proof is made in the database: what stands behind is taken away first, and then the guard. If the second step
changes nothing, there is no explanation. So every guard is real, also one that a second one repeats.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection

from tests.leaks import database
from tests.leaks.filling import table_of
from tests.leaks.mutants import Mutant, Policy, of_functions, of_policy, policies
from tests.leaks.oracles import ORACLES
from tests.leaks.probe import differences_for, nearest_first
from tests.leaks.world import Who, World

_PART = re.compile(r"^(?P<policy>[\w.()]+): (?P<part>USING|WITH CHECK)? ?(?P<told>.*)$")
_OTHER_PART = {"USING": "WITH CHECK", "WITH CHECK": "USING"}


@dataclass(frozen=True, kw_only=True)
class Cover:
    """Why a guard is not missed: `of` finds it by name, `behind` names what stands behind it, in the mutants' names.

    A name that begins with a colon is of any policy of the same rows and command. With `above`, the same condition goes
    from every policy of reading the rows that are asked for. An UPDATE asks before and after, so both are taken away.
    """

    of: str
    because: str
    behind: tuple[str, ...] = ()
    above: bool = False


# Conditions as the database writes them, in the names of wrong versions.
_SAME_OWNER = r": without \(\w+\.authority_id = \w+\.authority_id\)$"
_OWN = r": without \(authority_id = \( SELECT ctx\.authority\(\)"
_WRITER = r": without \(written_by = \( SELECT ctx\.user_id\(\) AS user_id\)\) \(2\)$"
_NOT_MOVED = (
    r": without \(EXISTS \( SELECT 1 FROM concerns_youngperson file WHERE \(\(file\.id = \S+ AND \(file\.moved_on"
)
_STANDING = r": without \(\(moved_on IS NULL\) OR \(\( SELECT ctx\.purpose\(\) AS purpose\) = 'upkeep'"
_RESPONSIBLE = r": without \(responsible_id = \( SELECT ctx\.user_id"
_NO_DEPUTY = r": without \(deputy_id IS NULL\)"
_TWO_COORDINATORS = r": without \(\(\( SELECT ctx\.user_id\(\) AS user_id\) = responsible_id\) OR"
_CONSENTS_CASE = r": without \(yes\.case_id = \w+\.case_id\)"
_OWN_UNIT = r": without \(unit_id = \( SELECT ctx\.unit\(\) AS unit\)\)"
_ROUNDS_TABLE = r": without \(opened\.partnership_id = "
_TABLE = r": without \(partnership_id = \( SELECT ctx\.partnership"
_BY_NAME = r"young_person_reached_by_name_select: USING without \(\(NOT is_narrow\) OR \(id = .*persons_assigned_by"
_NOT_NARROW = r"ctx\.assigned_persons\(\): without NOT file\.is_narrow"

_DESK_ANSWERS = r": without \( SELECT ctx\.reaches\('rights'"

COVERS = (
    Cover(
        of=r"rights_request_at_desk_update: WITH CHECK without .*'desk'",
        behind=(_DESK_ANSWERS,),
        above=True,
        because="who answers follows, before and after",
    ),
    Cover(
        of=r"remedy_in_file_update: WITH CHECK without \(\( SELECT ctx\.reaches\('rights'",
        behind=(r"^remedy_in_file_update: USING without .*(reaches_persons|EXISTS)",),
        above=True,
        because="a file that is reached is asked for before, and must be seen afterwards",
    ),
    Cover(
        of=r"remedy_in_file_insert: WITH CHECK without .*reaches_persons",
        behind=(_DESK_ANSWERS,),
        because="the machine answers, whether it reaches the file or not",
    ),
    Cover(of=r"SELECT ctx\.reaches", above=True, because="the parent's policy asks it again"),
    Cover(
        of=r"without \(authority_id = \( SELECT ctx\.authority",
        behind=(_SAME_OWNER,),
        because="a parent of the own authority is asked for",
    ),
    Cover(
        of=r"nomination\w+: .*without \(\w+\.authority_id = \w+\.authority_id\)",
        behind=(_OWN, _SAME_OWNER),
        because="unit and file are both the own authority's",
    ),
    Cover(
        of=r"without \(\w+\.authority_id = \w+\.authority_id\)",
        behind=(_OWN,),
        because="both are the own authority's, each by its own policy",
    ),
    Cover(of=r"_update: (USING|WITH CHECK) ", because="the row is asked the same before and after"),
    Cover(of=r"_update: WITH CHECK ", above=True, because="a row that is looked for must be seen afterwards as well"),
    Cover(
        of=r"_in_file_insert: WITH CHECK without (\(EXISTS|\(file\.id)",
        behind=(_NOT_MOVED,),
        because="a file that is worked on is asked for, and must be seen for that",
    ),
    Cover(
        of=r"(fact|attachment)_in_file_insert: .*(information_class|readers|upkeep)",
        behind=(_WRITER,),
        because="what is added is the writer's own, who reads it",
    ),
    Cover(of=r"young_person\w+_update: USING ", behind=(_STANDING,), because="a file that moved away changes no more"),
    Cover(
        of=r"young_person\w+: .*persons_assigned_by_name",
        behind=(_NOT_NARROW,),
        because="the function leaves narrow files out",
    ),
    Cover(
        of=r"ctx\.assigned_persons\(\): .*(EXISTS|file\.)",
        behind=(_BY_NAME,),
        because="a narrow file is asked for by name",
    ),
    Cover(
        of=r"ctx\.persons_assigned_by_name\(\): .*authority",
        behind=(r"ctx\.assigned_persons\(\): without given\.authority_id",),
        because="a file must be assigned at all",
    ),
    Cover(
        of=r"exit_case_of_coordinators_insert: .*responsible_id = ",
        behind=(_TWO_COORDINATORS,),
        because="one of two coordinators, and nobody is deputy",
    ),
    Cover(
        of=r"exit_case_of_coordinators_insert: ", behind=(_RESPONSIBLE, _NO_DEPUTY), because="the writer is responsible"
    ),
    Cover(
        of=r"exit_(told|letter)_under_consent_insert: .*own\b",
        behind=(_CONSENTS_CASE,),
        because="a consent of this case is asked for, and must be seen for that",
    ),
    Cover(
        of=r"exit_delivery_of_letter_insert: .*own\b",
        behind=(r": without \(sent\.case_id = ",),
        because="a letter of this case is asked for, and must be seen for that",
    ),
    Cover(
        of=r"nomination_in_round_insert: .*own\.authority_id",
        behind=(_OWN_UNIT + r" \(2\)", r": without \(\(unit_id = "),
        because="the own unit is the own authority's",
    ),
    Cover(
        of=r"nomination_in_round_insert: .*\(partnership_id = ", behind=(_ROUNDS_TABLE,), because="a round of the table"
    ),
    Cover(
        of=r"nomination_in_round_insert: .*\(opened\.partnership_id", behind=(_TABLE,), because="the table is the own"
    ),
    Cover(
        of=r"named_reader\w+insert: .*reaches_persons",
        behind=(r": without \( SELECT ctx\.reaches\('readers'",),
        above=True,
        because="who names readers reaches persons",
    ),
    Cover(
        of=r"nomination_in_round_insert: .*(unit_id = |upkeep)",
        behind=(_OWN_UNIT + r" \(2\)",),
        because="the own unit's alone",
    ),
)


def is_proved(mutant: Mutant, world: World) -> bool:
    """Tell whether a guard has an effect in a standing world once what is said to stand behind it is gone."""
    return any(_holds(cover, mutant, world) for cover in COVERS if re.search(cover.of, mutant.name))


def _holds(cover: Cover, mutant: Mutant, world: World) -> bool:
    behind, after = _behind(cover, mutant), _asked_again(cover, mutant)
    with database.undone():
        is_behind = [_take_away(name, mutant) for name in behind]
        is_after = [_take_away(name, mutant) for name in after]
        if not all(is_behind) or not any(is_behind + is_after):
            return False
        again = next((each for each in _now(mutant) if _plain(each.name) == _plain(mutant.name)), None)
        return again is not None and _has_effect(again, world)


def _has_effect(mutant: Mutant, world: World) -> bool:
    """Ask each before and after: what others stand for is gone already, so that this alone makes the difference."""
    for who in nearest_first(mutant.label, world):
        before = _shown(mutant, who, world)
        with database.undone():
            as_superuser(mutant.statement)
            after = _shown(mutant, who, world)
        if before != after:
            return True
    return False


def _shown(mutant: Mutant, who: Who, world: World) -> set[str]:
    return {str(each) for each in differences_for(who, world, labels=[mutant.label], verbs=[mutant.verb])}


def _behind(cover: Cover, mutant: Mutant) -> list[str]:
    """Name what is to be taken away, as patterns for mutants' names as they are by then."""
    _, part, told = _parts(mutant.name)
    names = [f"^\\w+: {part} {each[2:]}" if each.startswith(":") else each for each in cover.behind]
    if cover.above:
        names += [f"^{each.name}: USING {re.escape(told)}$" for each in _above(mutant) if told in set(_told_of(each))]
    return names


def _asked_again(cover: Cover, mutant: Mutant) -> list[str]:
    """Name the same conditions where they are asked of the row after an UPDATE, or before it."""
    _, part, told = _parts(mutant.name)
    if mutant.verb != "update" or not part:
        return []
    same = [re.escape(told) + "$", *(each[2:] for each in cover.behind if each.startswith(":"))]
    return [f"^\\w+: {_OTHER_PART[part]} {each}" for each in same]


def _parts(name: str) -> tuple[str, str, str]:
    found = _PART.match(name)
    assert found is not None
    return found["policy"], found["part"] or "", found["told"]


def _told_of(policy: Policy) -> Iterator[str]:
    for each in of_policy(policy):
        _, part, told = _parts(each.name)
        if part == "USING":
            yield told


def _above(mutant: Mutant) -> list[Policy]:
    """Give the policies of reading of every table that the row's own ask, and of those that they ask."""
    every = policies()
    tables = {table_of(label): label for label in ORACLES}
    waiting = [each for each in every if _is_of(each, mutant)]
    found = [each for each in every if each.verb == "select" and mutant.verb == "update" and each.label == mutant.label]
    while waiting:
        asked = waiting.pop()
        named = {label for table, label in tables.items() if re.search(rf"\b{table}\b", asked.using + asked.check)}
        new = [each for each in every if each.verb == "select" and each.label in named - {asked.label}]
        new = [each for each in new if each not in found]
        found += new
        waiting += new
    return found


def _is_of(policy: Policy, mutant: Mutant) -> bool:
    return (policy.label, policy.verb) == (mutant.label, mutant.verb)


def _take_away(pattern: str, mutant: Mutant) -> bool:
    """Take every condition of such a name away but for the one that is tried; there must be one."""
    taken: list[str] = []
    while found := next((each for each in _now(mutant, pattern) if _is_meant(each, pattern, mutant)), None):
        if found.statement in taken:  # a condition that is only true already
            break
        as_superuser(found.statement)
        taken.append(found.statement)
    return bool(taken)


def _is_meant(each: Mutant, pattern: str, mutant: Mutant) -> bool:
    return bool(re.search(pattern, each.name)) and _plain(each.name) != _plain(mutant.name)


def _now(mutant: Mutant, pattern: str = "") -> Iterator[Mutant]:
    """Make the wrong versions of what the row's own policies, and the one that a pattern names, have become."""
    named = re.match(r"\^?(\w+): ", pattern.replace("\\w+", ""))
    for each in policies():
        if each.name == named[1] if named else _is_of(each, mutant):
            yield from of_policy(each)
    if "ctx" in pattern + mutant.name.split(":")[0]:
        yield from of_functions()


def _plain(name: str) -> str:
    """Leave out what the database writes in one way or another: casts and parentheses."""
    return re.sub(r"::(character varying|\w+)(\[\])?|[()\s]", "", name)


def as_superuser(statement: str) -> None:
    """Change the shape of the database."""
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
        cursor.execute(statement)
        cursor.execute("SET ROLE rundbord_app")
