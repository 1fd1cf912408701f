"""Wrong versions of what guards persons: one condition left out, an owner swapped, a closed thing opened."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from django.apps import apps
from django.db import connection

from tests.leaks.filling import table_of
from tests.leaks.oracles import ORACLES
from tests.leaks.world import APP, DOOR, PLACE

# Whose a row is, as the tables name it: one taken for another is the classic mistake.
_SWAPS = (
    ("authority_id", "sender_id"),
    ("authority_id", "recipient_id"),
    ("authority_id", "partner_id"),
    ("sender_id", "authority_id"),
    ("unit_id", "recipient_unit_id"),
    ("unit_id", "partner_unit_id"),
    ("readers", "recipient_readers"),
    ("responsible_id", "deputy_id"),
)


# Long enough that no two conditions of one policy are told alike.
_TOLD = 400


@dataclass(frozen=True, kw_only=True)
class Mutant:
    """One wrong version: `statement` makes it; it should show in the rows of `label`, asked by `verb`."""

    name: str
    statement: str
    label: str
    verb: str


def mutants() -> list[Mutant]:
    """Make all of them, from the policies and functions as the database has them."""
    return [*chain.from_iterable(of_policy(each) for each in policies()), *_of_tables(), *of_functions()]


@dataclass(frozen=True, kw_only=True)
class Policy:
    """A policy as the database has it."""

    name: str
    label: str
    verb: str
    using: str
    check: str


def policies() -> list[Policy]:
    """Read what holds for the application of every table that has an oracle.

    What break-glass opens is tried in tests/emergency: no world here has a use that runs, so nothing would be missed.
    """
    labels = {table_of(label): label for label in ORACLES}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT policyname, tablename, lower(cmd), coalesce(qual, ''), coalesce(with_check, '') FROM pg_policies"
            " WHERE tablename = ANY (%s) AND 'rundbord_app' = ANY (roles)"
            " AND policyname NOT LIKE '%%in_emergency_select' ORDER BY tablename, policyname",
            [list(labels)],
        )
        return [
            Policy(name=name, label=labels[table], verb=verb, using=using, check=check)
            for name, table, verb, using, check in cursor.fetchall()
        ]


def of_policy(policy: Policy) -> Iterator[Mutant]:
    """Make the wrong versions of one policy; a condition that stands there twice is numbered."""
    for part, text in (("USING", policy.using), ("WITH CHECK", policy.check)):
        seen: Counter[str] = Counter()
        for told, wrong in _wrong(text) if text else ():
            seen[told] += 1
            numbered = told if seen[told] == 1 else f"{told} ({seen[told]})"
            yield Mutant(
                name=f"{policy.name}: {part} {numbered}",
                statement=f'ALTER POLICY "{policy.name}" ON "{table_of(policy.label)}" {part} ({wrong})',
                label=policy.label,
                verb=policy.verb,
            )


def _wrong(text: str) -> Iterator[tuple[str, str]]:
    """Give wrong versions of a condition: true, each part left out, each owner swapped wherever it is named."""
    yield "true", "true"
    for begin, end, parts, word in _groups(text):
        for number, part in enumerate(parts):
            rest = f" {word} ".join(parts[:number] + parts[number + 1 :])
            yield f"without {' '.join(part.split())[:_TOLD]}", text[:begin] + rest + text[end:]
    for column, other in _SWAPS:
        if re.search(rf"\b{other}\b", text):
            for found in re.finditer(rf"\b{column}\b", text):
                yield f"{other} for {column}", text[: found.start()] + other + text[found.end() :]


def _groups(text: str) -> Iterator[tuple[int, int, list[str], str]]:
    """Find what stands between parentheses, or after WHERE, and is joined by AND or OR."""
    for begin, end in _spans(text):
        for word in ("AND", "OR"):
            parts = _split(text[begin:end], word)
            if len(parts) > 1:
                yield begin, end, parts, word


def _spans(text: str) -> Iterator[tuple[int, int]]:
    opened: list[int] = []
    yield 0, len(text)
    for place, sign in enumerate(text):
        if sign == "(":
            opened.append(place + 1)
        elif sign == ")":
            yield opened.pop(), place
    for where in re.finditer(r"\bWHERE\s", text):
        yield where.end(), _end_of(text, where.end())


def _end_of(text: str, begin: int) -> int:
    """Give where the parentheses around a place close, or where its statement goes on otherwise."""
    depth = 0
    for place in range(begin, len(text)):
        depth += {"(": 1, ")": -1}.get(text[place], 0)
        if depth < 0 or (depth == 0 and re.match(r"\s(LIMIT|GROUP|ORDER)\b", text[place:])):
            return place
    return len(text)


def _split(text: str, word: str) -> list[str]:
    """Split at a word that stands outside all parentheses; a text that is a SELECT is no condition."""
    if re.match(r"\s*SELECT\b", text):
        return [text]
    parts, depth, last = [], 0, 0
    for found in re.finditer(rf"[()]|\b{word}\b", text):
        sign = found.group()
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if sign == word and depth == 0:
            parts.append(text[last : found.start()].strip())
            last = found.end()
    return [*parts, text[last:].strip()]


def _of_tables() -> Iterator[Mutant]:
    for label, oracle in ORACLES.items():
        table = table_of(label)
        opened = {
            f"everybody's {verb}": f'CREATE POLICY mutant ON "{table}" FOR {verb} TO rundbord_app USING (true);'
            f' GRANT {verb} ON "{table}" TO rundbord_app'
            for verb in ("select", "update", "delete")
        }
        opened["everybody's insert"] = (
            f'CREATE POLICY mutant ON "{table}" FOR insert TO rundbord_app WITH CHECK (true);'
            f' GRANT insert ON "{table}" TO rundbord_app'
        )
        closed = {
            "no row security": f'ALTER TABLE "{table}" DISABLE ROW LEVEL SECURITY',
            "row security not forced": f'ALTER TABLE "{table}" NO FORCE ROW LEVEL SECURITY',
            "read by the partners' login": f'GRANT SELECT ON "{table}" TO {PLACE}',
            "read at the door": f'GRANT SELECT ON "{table}" TO {DOOR}',
        }
        if len(oracle.changes) < len(apps.get_model(label)._meta.concrete_fields):
            closed["update of every column"] = f'GRANT UPDATE ON "{table}" TO {APP}'
        if not _opens("delete", label):
            closed["granted delete"] = f'GRANT DELETE ON "{table}" TO {APP}'
        # What nobody reads is asked by adding to it.
        asked = "select" if _opens("select", label) else "insert"
        for name, statement in (opened | closed).items():
            verb = name.removeprefix("everybody's ") if name in opened else asked
            yield Mutant(name=f"{table}: {name}", statement=statement, label=label, verb=verb)


def _opens(verb: str, label: str) -> bool:
    return any(policy.label == label and policy.verb == verb for policy in policies())


def of_functions() -> Iterator[Mutant]:
    """Make those of what policies ask: each condition left out, and what gives everybody everything."""
    for name, (label, verb) in _ASKED_BY.items():
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_get_functiondef(%s::regprocedure), prosrc FROM pg_proc WHERE oid = %s::regprocedure",
                [name, name],
            )
            row = cursor.fetchone()
        assert row is not None
        definition, source = (str(part) for part in row)
        wrong = {f"without {told[8:]}": text for told, text in _wrong(source) if told.startswith("without")}
        wrong |= {f"says {text}": text for text in _LIES.get(name, ())}
        for told, text in wrong.items():
            yield Mutant(
                name=f"{name}: {told}", statement=definition.replace(source, f" {text} "), label=label, verb=verb
            )


_ASKED_BY = {
    "ctx.assigned_persons()": ("concerns.YoungPerson", "select"),
    "ctx.persons_assigned_by_name()": ("concerns.YoungPerson", "update"),
    "ctx.reaches_persons()": ("concerns.YoungPerson", "select"),
    "ctx.partnership()": ("interventions.JointVisit", "select"),
    "ctx.fellow_authorities()": ("sharing.Disclosure", "insert"),
}
_LIES = {
    "ctx.reaches_persons()": ("SELECT true",),
    "ctx.assigned_persons()": ("SELECT array_agg(given.person_id) FROM public.concerns_assignment given",),
    "ctx.persons_assigned_by_name()": ("SELECT array_agg(given.person_id) FROM public.concerns_assignment given",),
    "ctx.partnership()": ("SELECT ctx.claimed_partnership()",),
    "ctx.fellow_authorities()": ("SELECT array_agg(p.authority_id) FROM public.partnership_party p",),
}
