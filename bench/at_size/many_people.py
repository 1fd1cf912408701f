"""Files on 100,000 young people and half a million disclosures over ten authorities, behind the demonstration.

Names, days and facts are sealed by real keys, so that what is measured opens them. Copies that nobody opens in a
measurement hold random bytes of the same length, and their keys' counterparts lie in no store.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID, uuid4

import psycopg

from rundbord.keys.core.blind_index import Cost, IndexKey, IndexPurpose, index_of_cpr, indexes_of_name
from rundbord.keys.core.cpr import Cpr
from rundbord.keys.core.sealing import KEY_BYTES, OpenKey, Place
from rundbord.keys.core.wrapping import KeyName, Lock
from rundbord.keys.store.files import FileKeyStore
from rundbord.sharing.rules.content import Content, Line, as_text
from rundbord.sharing.vocabulary import InformationClass, SourceGrade

Connection = psycopg.Connection[tuple[Any, ...]]

AUTHORITIES = 10
UNITS_EACH = 20
DISCLOSURES_EACH = 5
# What a look-up costs while seeding; one at production cost is timed by itself (bench/people.py).
CHEAP = Cost(memory_kib=8, passes=1)
MEASURED_USER = ("ssp", "gladsaxe")
_WRAPPED_BYTES = 65
_FACTS_EACH = 3
# Files are nominated when they have stood for a day (sharing.rules.who_else).
_OPENED_AT = datetime.now(UTC) - timedelta(days=10)
_PARTNERSHIP = "SELECT id FROM partnership_partnership WHERE short_name = 'Vestegnen'"
_FIRST_NAMES = ("Ung", "Test", "Prøve", "Eksempel", "Opdigtet")
_FACT = "Set med gruppen ved stationen klokken ti om aftenen; gik hjem, da gadeteamet kom forbi."


@dataclass(frozen=True, kw_only=True)
class House:
    """One authority with its units; the measured one among them stands first."""

    authority: UUID
    units: Sequence[UUID]
    users: Sequence[UUID]


@dataclass(kw_only=True)
class Keys:
    """What seals one authority's rows, read from the store once."""

    owner: UUID
    store: Path
    authority_key: bytes
    index: IndexKey

    def made(self, *, is_kept: bool = True) -> tuple[OpenKey, tuple[Any, ...]]:
        """Make a data key and give it open with its row; where it is not kept nobody will ever open it."""
        key_id, secret = uuid4(), secrets.token_bytes(KEY_BYTES)
        wrapped = secrets.token_bytes(_WRAPPED_BYTES)
        if is_kept:
            counterpart = secrets.token_bytes(KEY_BYTES)
            name = KeyName(owner=self.owner, key_id=key_id)
            wrapped = Lock(version=1, authority_key=self.authority_key, counterpart=counterpart).wrap(name, secret)
            file = self.store / str(self.owner) / "counterparts" / str(key_id)
            file.touch(mode=0o600)
            file.write_bytes(counterpart)
        return OpenKey(key_id, secret), (key_id, self.owner, wrapped, 1, _now())


def fill_people(connection: Connection, *, people: int, store: Path, say: Callable[[str], None]) -> None:
    """Lay files and disclosures behind a freshly loaded demonstration."""
    connection.execute("SET session_replication_role = replica")
    connection.execute("SET synchronous_commit = off")
    say("- myndigheder og enheder")
    houses = _houses(connection)
    keys = {house.authority: _keys_of(house.authority, store) for house in houses}
    seed = Random(231)  # noqa: S311 - what is drawn keeps no secret
    laying = _Laying(tables=_Tables(connection), partnership=_one(connection, _PARTNERSHIP), seed=seed)
    say("- sager")
    files = [
        file
        for number, house in enumerate(houses)
        for file in _files(laying, house, keys[house.authority], share(people, AUTHORITIES, number))
    ]
    say("- videregivelser")
    _disclosures(laying, houses, keys, files)
    connection.execute("VACUUM (ANALYZE)")


def share(whole: int, parts: int, number: int) -> int:
    """Give one part of so many as equal as whole numbers can be."""
    return whole // parts + (number < whole % parts)


@dataclass(frozen=True, kw_only=True)
class File:
    """A file as laid: whose, and what seals it."""

    person: UUID
    house: House
    unit: UUID
    lead: UUID
    key: OpenKey


def _houses(connection: Connection) -> list[House]:
    """Take the demonstration's municipalities and police, and add invented ones until there are ten."""
    table = _one(connection, _PARTNERSHIP)
    found = connection.execute(
        "SELECT a.id FROM identity_authority a JOIN partnership_party p ON p.authority_id = a.id"
        " WHERE p.partnership_id = %s AND a.kind IN ('police', 'municipality') ORDER BY a.code <> %s, a.code",
        [table, MEASURED_USER[1]],
    ).fetchall()
    authorities = [row[0] for row in found]
    for number in range(AUTHORITIES - len(authorities)):
        authorities.append(_authority(connection, table, number))
    return [_house(connection, authority) for authority in authorities]


def _authority(connection: Connection, table: UUID, number: int) -> UUID:
    authority, name = uuid4(), f"Prøvekommune {number + 1}"
    _add(
        connection,
        "identity_authority",
        {"id": authority, "name": name, "short_name": name, "code": f"proeve{number}", "kind": "municipality"},
    )
    _add(
        connection,
        "partnership_party",
        {
            "id": uuid4(),
            "partnership_id": table,
            "authority_id": authority,
            "kind": "municipality",
            "joined_on": date(2020, 1, 1),
        },
    )
    return authority


def _house(connection: Connection, authority: UUID) -> House:
    measured = connection.execute(
        "SELECT d.unit_id, u.id FROM identity_user u JOIN identity_authority a ON a.id = u.authority_id"
        " JOIN identity_duty d ON d.user_id = u.id WHERE u.sign_in_name = %s AND a.code = %s AND a.id = %s",
        [*MEASURED_USER, authority],
    ).fetchone()
    units, users = ([measured[0]], [measured[1]]) if measured else ([], [])
    for number in range(UNITS_EACH - len(units)):
        unit, user = uuid4(), uuid4()
        _add(
            connection,
            "identity_unit",
            {
                "id": unit,
                "authority_id": authority,
                "name": f"SSP {number + 1}",
                "kind": "ssp",
                "regime": "gdpr",
                "channels": ["ssp"],
            },
        )
        units.append(unit)
        users.append(user)
    return House(authority=authority, units=units, users=users)


def _keys_of(authority: UUID, folder: Path) -> Keys:
    store = FileKeyStore(folder, cost=CHEAP)
    store.found(authority)
    own = folder / str(authority)
    (own / "counterparts").mkdir(mode=0o700, exist_ok=True)
    return Keys(
        owner=authority,
        store=folder,
        authority_key=(own / "keys" / "1").read_bytes(),
        index=store.index_key(authority, IndexPurpose.LOOK_UP),
    )


@dataclass(kw_only=True)
class _Laying:
    """What laying rows needs again and again."""

    tables: _Tables
    partnership: UUID
    seed: Random

    def key(self, row: tuple[Any, ...]) -> None:
        """Lay the row of a data key."""
        self.tables.add("keys_datakey", ("id", "authority_id", "wrapped", "version", "created_at"), row)


def _files(laying: _Laying, house: House, keys: Keys, count: int) -> list[File]:
    names = {first: indexes_of_name(first, keys.index) for first in _FIRST_NAMES}
    laid = []
    for number in range(count):
        place = number % len(house.units)
        key, row = keys.made()
        laying.key(row)
        file = File(person=uuid4(), house=house, unit=house.units[place], lead=house.users[place], key=key)
        first = laying.seed.choice(_FIRST_NAMES)
        _file(laying, file, name=f"{first} Person {number}", index=keys.index)
        for part in names[first]:
            laying.tables.add(
                "concerns_namepart",
                ("id", "authority_id", "person_id", "index"),
                (uuid4(), house.authority, file.person, part),
            )
        _concern(laying, file)
        laid.append(file)
    laying.tables.write()
    return laid


def _file(laying: _Laying, file: File, *, name: str, index: IndexKey) -> None:
    born = date(2009, 1, 1) + timedelta(days=laying.seed.randrange(2500))
    digits = f"{born.day + 60:02d}{born:%m%y}{laying.seed.randrange(4000, 5000):04d}"
    seal = _Sealing(key=file.key, table="concerns_youngperson", row=file.person, authority=file.house.authority)
    laying.tables.add(
        "concerns_youngperson",
        (
            *("id", "authority_id", "unit_id", "lead_id", "lead_label", "is_narrow", "data_key_id", "name", "cpr"),
            *("cpr_index", "born_on", "birth_year", "has_protected_address", "opened_at", "delete_on"),
        ),
        (
            *(file.person, file.house.authority, file.unit, file.lead, "SSP-konsulent", False, file.key.key_id),
            *(seal.text("name", name), seal.text("cpr", digits), index_of_cpr(Cpr(digits, born), index)),
            *(seal.text("born_on", born.isoformat()), born.year, False, _OPENED_AT, date.today() + timedelta(days=365)),
        ),
    )


def _concern(laying: _Laying, file: File) -> None:
    authority = file.house.authority
    due = date.today() + timedelta(days=laying.seed.randrange(-20, 60))
    laying.tables.add(
        "concerns_concern",
        (
            *("id", "authority_id", "partnership_id", "person_id", "role", "grounds", "level", "observed_on"),
            *("opened_at", "opened_by", "opened_label", "next_on", "next_step"),
        ),
        (
            *(uuid4(), authority, laying.partnership, file.person, "concern", ["own_relation"], "1", date.today()),
            *(_OPENED_AT, file.lead, "SSP-konsulent", due, "Vurdering"),
        ),
    )
    for _ in range(_FACTS_EACH):
        seal = _Sealing(key=file.key, table="concerns_fact", row=uuid4(), authority=authority)
        laying.tables.add(
            "concerns_fact",
            (
                *("id", "authority_id", "person_id", "kind", "information_class", "body", "grade", "observed_on"),
                *("written_at", "written_by", "written_label"),
            ),
            (
                *(seal.row, authority, file.person, "seen", "p2", seal.text("body", _FACT), "seen", date.today()),
                *(_now(), file.lead, "SSP-konsulent"),
            ),
        )


def _disclosures(laying: _Laying, houses: Sequence[House], keys: Mapping[UUID, Keys], files: Sequence[File]) -> None:
    measured = houses[0].units[0]
    told = as_text(_content())
    for file in files:
        for _ in range(DISCLOSURES_EACH):
            to = laying.seed.choice([house for house in houses if house is not file.house])
            unit = laying.seed.choice(list(to.units))
            _disclosure(laying, file, to=(to.authority, unit), told=told)
            key, row = keys[to.authority].made(is_kept=unit == measured)
            laying.key(row)
            _received(laying, file, to=(to.authority, unit), told=told, key=key if unit == measured else None)
    laying.tables.write()


_TOLD = ("basis", "purpose", "role", "necessity", "content", "classes", "conditions", "expires_on", "told_at")


def _disclosure(laying: _Laying, file: File, *, to: tuple[UUID, UUID], told: str) -> None:
    seal = _Sealing(key=file.key, table="sharing_disclosure", row=uuid4(), authority=file.house.authority)
    laying.tables.add(
        "sharing_disclosure",
        (
            *("id", "partnership_id", "authority_id", "unit_id", "about_id", "data_key_id", "recipient_id"),
            *("recipient_unit_id", "recipient_capacity", "written_by", "written_label", *_TOLD),
        ),
        (
            *(seal.row, laying.partnership, file.house.authority, file.unit, file.person, file.key.key_id, *to),
            *("ssp", file.lead, "SSP-konsulent"),
            *_terms(seal.text("necessity", _FACT), seal.text("content", told), laying.seed),
        ),
    )


def _received(laying: _Laying, file: File, *, to: tuple[UUID, UUID], told: str, key: OpenKey | None) -> None:
    """Lay the recipient's copy; without a key it is noise that nobody opens."""
    row = uuid4()
    seal = _Sealing(key=key, table="sharing_receiveddisclosure", row=row, authority=to[0])
    laying.tables.add(
        "sharing_receiveddisclosure",
        (
            *("id", "partnership_id", "authority_id", "unit_id", "disclosure_id", "sender_id", "sender_unit_id"),
            *("sender_label", "data_key_id", *_TOLD),
        ),
        (
            *(row, laying.partnership, *to, uuid4(), file.house.authority, file.unit, "SSP-konsulent"),
            key.key_id if key else uuid4(),
            *_terms(seal.text("necessity", _FACT), seal.text("content", told), laying.seed),
        ),
    )


def _terms(necessity: bytes, content: bytes, seed: Random) -> tuple[Any, ...]:
    told_at = _now() - timedelta(days=seed.randrange(300))
    ends_on = date.today() + timedelta(days=120)
    words = (necessity, content, ["p1", "p2"], ["prevention_only"], ends_on, told_at)
    return ("rpl115_ssp", "crime_prevention", "concern", *words)


@dataclass(frozen=True, kw_only=True)
class _Sealing:
    """Seals columns of one row; without a key it gives noise of about the same length."""

    key: OpenKey | None
    table: str
    row: UUID
    authority: UUID

    def text(self, column: str, text: str) -> bytes:
        """Seal a text for a column."""
        if self.key is None:
            return secrets.token_bytes(len(text) + 64)
        return self.key.seal(text, at=Place(table=self.table, column=column, row=self.row, authority=self.authority))


def _content() -> Content:
    line = Line(
        text=_FACT,
        kind="Set eller hørt",
        information_class=InformationClass.PRIVATE,
        grade=SourceGrade.SEEN,
        observed_on=date(2026, 11, 1),
    )
    return Content(name="Ung Person", cpr="", born_on=None, lines=(line,))


class _Tables:
    """Rows by table, written by COPY a hundred thousand at a time; columns that nobody names get a plain value."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.rows: dict[str, list[tuple[Any, ...]]] = {}
        self.columns: dict[str, tuple[str, ...]] = {}
        self.plain: dict[str, tuple[tuple[str, ...], tuple[Any, ...]]] = {}

    def add(self, table: str, columns: tuple[str, ...], row: tuple[Any, ...]) -> None:
        """Take one row."""
        if table not in self.columns:
            self.columns[table], self.rows[table] = columns, []
            self.plain[table] = _plain(self.connection, table, columns)
        self.rows[table].append(row + self.plain[table][1])
        if len(self.rows[table]) >= 100_000:
            self._copy(table)

    def write(self) -> None:
        """Write what is left."""
        for table in self.rows:
            self._copy(table)

    def _copy(self, table: str) -> None:
        columns = ", ".join(f'"{name}"' for name in (*self.columns[table], *self.plain[table][0]))
        with self.connection.cursor().copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
            for row in self.rows[table]:
                copy.write_row(row)
        self.rows[table] = []


def _plain(connection: Connection, table: str, given: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[Any, ...]]:
    """Give plain values for columns that must have one, so that a new column needs nothing here."""
    needed = connection.execute(
        "SELECT column_name, data_type FROM information_schema.columns WHERE table_name = %s AND is_nullable = 'NO'"
        " AND column_default IS NULL AND is_generated = 'NEVER'",
        [table],
    ).fetchall()
    values: dict[str, Any] = {"ARRAY": [], "boolean": False, "uuid": UUID(int=0), "date": date.today(), "bytea": b""}
    missing = [(name, kind) for name, kind in needed if name not in given]
    return tuple(name for name, _ in missing), tuple(
        values.get(kind, 0 if "int" in kind else _now() if "time" in kind else "") for _, kind in missing
    )


def _add(connection: Connection, table: str, columns: dict[str, Any]) -> None:
    names = tuple(columns)
    more, values = _plain(connection, table, names)
    listed = ", ".join(f'"{name}"' for name in (*names, *more))
    marks = ", ".join(["%s"] * (len(names) + len(more)))
    connection.execute(f"INSERT INTO {table} ({listed}) VALUES ({marks})", [*columns.values(), *values])


def _one(connection: Connection, query: str) -> Any:
    row = connection.execute(query).fetchone()
    assert row, query  # noqa: S101 - the demonstration has it
    return row[0]


def _now() -> datetime:
    return datetime.now(UTC)


def seconds_of_look_up(folder: Path, authority: UUID, cost: Cost) -> Iterator[float]:
    """Time looking one CPR number up at a cost, again and again."""
    index = FileKeyStore(folder, cost=cost).index_key(authority, IndexPurpose.LOOK_UP)
    dear = IndexKey(secret=index.secret, cost=cost)
    while True:
        began = time.perf_counter()
        index_of_cpr(Cpr("6101094000", date(2009, 1, 1)), dear)
        yield time.perf_counter() - began
