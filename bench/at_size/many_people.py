"""Files on 100,000 young people and half a million disclosures over ten authorities, behind the demonstration.

Names, days and facts are sealed by real keys, so that what is measured opens them. Copies that nobody opens in a
measurement hold random bytes of the same length, and their keys' counterparts lie in no store.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Sequence
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
    say("- sager")
    files = [
        file
        for number, house in enumerate(houses)
        for file in _files(connection, house, keys[house.authority], share(people, AUTHORITIES, number), seed)
    ]
    say("- videregivelser")
    _disclosures(connection, houses, keys, files, seed)
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
    key: OpenKey


def _houses(connection: Connection) -> list[House]:
    """Take the demonstration's municipalities and police, and add invented ones until there are ten."""
    table = _one(connection, "SELECT id FROM partnership_partnership WHERE short_name = 'Vestegnen'")
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
        {"id": uuid4(), "partnership_id": table, "authority_id": authority, "kind": "municipality",
         "joined_on": date(2020, 1, 1)},
    )  # fmt: skip
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
            {"id": unit, "authority_id": authority, "name": f"SSP {number + 1}", "kind": "ssp", "regime": "gdpr",
             "channels": ["ssp"]},
        )  # fmt: skip
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


def _files(connection: Connection, house: House, keys: Keys, count: int, seed: Random) -> list[File]:
    laid, tables = [], _Tables(connection)
    table = _one(connection, "SELECT id FROM partnership_partnership WHERE short_name = 'Vestegnen'")
    cheap = IndexKey(secret=keys.index.secret, cost=keys.index.cost)
    names = {first: indexes_of_name(first, cheap) for first in _FIRST_NAMES}
    for number in range(count):
        place = number % len(house.units)
        key, row = keys.made()
        tables.add("keys_datakey", ("id", "authority_id", "wrapped", "version", "created_at"), row)
        person, born = uuid4(), date(2009, 1, 1) + timedelta(days=seed.randrange(2500))
        file = File(person=person, house=house, unit=house.units[place], key=key)
        _file(tables, file, number, born, house.users[place], cheap, names, seed)
        _concern(tables, file, table, house.users[place], seed)
        laid.append(file)
    tables.write()
    return laid


def _file(
    tables: _Tables, file: File, number: int, born: date, lead: UUID, index: IndexKey,
    names: dict[str, tuple[bytes, ...]], seed: Random,
) -> None:  # fmt: skip
    first = seed.choice(_FIRST_NAMES)
    digits = f"{born.day + 60:02d}{born:%m%y}{4000 + number % 1000:04d}"
    authority = file.house.authority

    def sealed(column: str, text: str) -> bytes:
        place = Place(table="concerns_youngperson", column=column, row=file.person, authority=authority)
        return file.key.seal(text, at=place)

    tables.add(
        "concerns_youngperson",
        ("id", "authority_id", "unit_id", "lead_id", "lead_label", "is_narrow", "data_key_id", "name", "cpr",
         "cpr_index", "born_on", "birth_year", "has_protected_address", "opened_at", "delete_on"),
        (file.person, authority, file.unit, lead, "SSP-konsulent", False, file.key.key_id,
         sealed("name", f"{first} Person {number}"), sealed("cpr", digits), index_of_cpr(Cpr(digits, born), index),
         sealed("born_on", born.isoformat()), born.year, False, _now(), date.today() + timedelta(days=365)),
    )  # fmt: skip
    for part in names[first]:
        tables.add("concerns_namepart", ("id", "authority_id", "person_id", "index"),
                   (uuid4(), authority, file.person, part))  # fmt: skip


def _concern(tables: _Tables, file: File, table: UUID, lead: UUID, seed: Random) -> None:
    authority = file.house.authority
    due = date.today() + timedelta(days=seed.randrange(-20, 60))
    tables.add(
        "concerns_concern",
        ("id", "authority_id", "partnership_id", "person_id", "role", "grounds", "level", "observed_on", "opened_at",
         "opened_by", "opened_label", "next_on", "next_step"),
        (uuid4(), authority, table, file.person, "concern", ["own_relation"], "1", date.today(), _now(), lead,
         "SSP-konsulent", due, "Vurdering"),
    )  # fmt: skip
    for _ in range(3):
        fact = uuid4()
        place = Place(table="concerns_fact", column="body", row=fact, authority=authority)
        tables.add(
            "concerns_fact",
            ("id", "authority_id", "person_id", "kind", "information_class", "body", "grade", "observed_on",
             "received_under", "holds_address", "names_others", "readers", "approved_label", "written_at", "written_by",
             "written_label"),
            (fact, authority, file.person, "seen", "p2", file.key.seal(_FACT, at=place), "seen", date.today(), "", False,
             False, [], "", _now(), lead, "SSP-konsulent"),
        )  # fmt: skip


def _disclosures(
    connection: Connection, houses: list[House], keys: dict[UUID, Keys], files: list[File], seed: Random
) -> None:
    table = _one(connection, "SELECT id FROM partnership_partnership WHERE short_name = 'Vestegnen'")
    measured = houses[0].units[0]
    tables = _Tables(connection)
    told = as_text(_content())
    for file in files:
        for _ in range(DISCLOSURES_EACH):
            to = seed.choice([house for house in houses if house is not file.house])
            unit = seed.choice(list(to.units))
            _disclosure(tables, file, table, to, unit, told, seed)
            is_read = unit == measured
            key, row = keys[to.authority].made(is_kept=is_read)
            tables.add("keys_datakey", ("id", "authority_id", "wrapped", "version", "created_at"), row)
            _received(tables, file, table, to, unit, told, key, is_read=is_read, seed=seed)
    tables.write()


_TOLD = ("basis", "purpose", "role", "necessity", "content", "classes", "conditions", "expires_on", "told_at")


def _disclosure(tables: _Tables, file: File, table: UUID, to: House, unit: UUID, told: str, seed: Random) -> None:
    disclosure = uuid4()

    def sealed(column: str, text: str) -> bytes:
        place = Place(table="sharing_disclosure", column=column, row=disclosure, authority=file.house.authority)
        return file.key.seal(text, at=place)

    tables.add(
        "sharing_disclosure",
        ("id", "partnership_id", "authority_id", "unit_id", "readers", "about_id", "data_key_id", "recipient_id",
         "recipient_unit_id", "recipient_readers", "recipient_capacity", "written_by", "written_label", *_TOLD),
        (disclosure, table, file.house.authority, file.unit, [], file.person, file.key.key_id, to.authority, unit, [],
         "ssp", uuid4(), "SSP-konsulent", *_terms(sealed("necessity", _FACT), sealed("content", told), seed)),
    )  # fmt: skip


def _received(
    tables: _Tables, file: File, table: UUID, to: House, unit: UUID, told: str, key: OpenKey, *, is_read: bool,
    seed: Random,
) -> None:  # fmt: skip
    received = uuid4()

    def sealed(column: str, text: str) -> bytes:
        place = Place(table="sharing_receiveddisclosure", column=column, row=received, authority=to.authority)
        return key.seal(text, at=place) if is_read else secrets.token_bytes(len(text) + 64)

    tables.add(
        "sharing_receiveddisclosure",
        ("id", "partnership_id", "authority_id", "unit_id", "readers", "disclosure_id", "sender_id", "sender_unit_id",
         "sender_label", "data_key_id", *_TOLD),
        (received, table, to.authority, unit, [], uuid4(), file.house.authority, file.unit, "SSP-konsulent", key.key_id,
         *_terms(sealed("necessity", _FACT), sealed("content", told), seed)),
    )  # fmt: skip


def _terms(necessity: bytes, content: bytes, seed: Random) -> tuple[Any, ...]:
    told_at = _now() - timedelta(days=seed.randrange(300))
    return ("rpl115_ssp", "crime_prevention", "concern", necessity, content, ["p1", "p2"], ["prevention_only"],
            date.today() + timedelta(days=120), told_at)  # fmt: skip


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
    import time

    index = FileKeyStore(folder, cost=cost).index_key(authority, IndexPurpose.LOOK_UP)
    dear = IndexKey(secret=index.secret, cost=cost)
    while True:
        began = time.perf_counter()
        index_of_cpr(Cpr("6101094000", date(2009, 1, 1)), dear)
        yield time.perf_counter() - began
