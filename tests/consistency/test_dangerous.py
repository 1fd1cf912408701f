"""What code can do that is dangerous, looked for in the source: where it is done on purpose, a line here says so."""

from __future__ import annotations

import ast
import io
import json
import logging
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.conf import settings
from django.contrib.auth.hashers import Argon2PasswordHasher

from rundbord.config.environment import ROOT
from rundbord.identity.tokens import new_token
from rundbord.web.logs import strike_secrets
from rundbord.web.uploaded_sheets import MOST_UNPACKED, text_of
from rundbord.web.uploaded_tables import UnreadableTable

SOURCE = ROOT / "src" / "rundbord"
# The operator's commands, which no request reaches, and what reads SAML answers in a process of its own (ADR 0045).
STARTS_PROGRAMS = ("operating", "identity/providers/reading_apart.py")
# Simulation and invention, not secrets: the permutations of a statistical test and the invented partnership.
PLAYS_WITH_CHANCE = ("patterns/near_repeat/knox.py", "demo")
UNSAFE_MODULES = {"pickle", "marshal", "shelve", "dill", "yaml", "xml.sax", "telnetlib", "ftplib"}
# Patterns made of words: of our own lists, or of words that were escaped a line before.
MADE_OF_KNOWN_WORDS = {
    "partnership/rules/streets.py",  # own abbreviations
    "reading/categories/lexicon.py",  # own lists of words
    "reading/persons/smoothing.py",  # a noun of an own pattern
    "reading/source/tags.py",  # script and style
    "reading/source/tidying.py",  # an own pattern
    "situation/rules/striking.py",  # escaped in the line before
}
FUNCTIONS_OF_PATTERNS = {"compile", "search", "match", "fullmatch", "sub", "findall", "finditer", "split"}


@cache
def _sources() -> dict[str, ast.Module]:
    files = sorted(SOURCE.rglob("*.py"))
    return {str(path.relative_to(SOURCE)): ast.parse(path.read_text("utf-8")) for path in files}


def _calls() -> Iterator[tuple[str, ast.Call, str]]:
    for place, tree in _sources().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                yield place, node, ast.unparse(node.func)


def _imports() -> Iterator[tuple[str, str]]:
    for place, tree in _sources().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                yield from ((place, each.name) for each in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield place, node.module


def test_only_the_operators_commands_start_programs() -> None:
    starters = {"subprocess", "pty", "popen2", "multiprocessing"}
    found = {place for place, name in _imports() if name.split(".")[0] in starters}
    found |= {place for place, _, name in _calls() if re.fullmatch(r"os\.(system|popen|exec\w+|spawn\w+|fork)", name)}

    assert {place for place in found if not place.startswith(STARTS_PROGRAMS)} == set()
    assert found, "the search finds what the operator's commands do"


def test_nothing_is_evaluated_or_unpickled() -> None:
    evaluated = [place for place, _, name in _calls() if name in {"eval", "exec", "compile", "__import__"}]
    unsafe = [
        (place, name) for place, name in _imports() if name in UNSAFE_MODULES or name.split(".")[0] in UNSAFE_MODULES
    ]

    assert evaluated == []
    assert unsafe == []


def test_no_template_is_made_from_words() -> None:
    makers = {"Template", "Engine", "engines", "from_string"}
    taken = [
        (place, each.name)
        for place, tree in _sources().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(("django.template", "jinja2"))
        for each in node.names
        if each.name in makers
    ]

    assert taken == []
    assert [place for place, _, name in _calls() if name.endswith(".from_string")] == []


def test_no_pattern_is_made_of_unescaped_words() -> None:
    """A pattern is a constant, a name of a constant, or made of one; a word from outside goes through re.escape."""
    loose = {
        place
        for place, node, name in _calls()
        if name in {f"re.{each}" for each in FUNCTIONS_OF_PATTERNS} and node.args and not _is_fixed(node.args[0])
    }

    assert loose == MADE_OF_KNOWN_WORDS


def _is_fixed(pattern: ast.expr) -> bool:
    if isinstance(pattern, ast.Constant):
        return True
    if isinstance(pattern, ast.Name | ast.Attribute):
        return _last_name(pattern).isupper() or _last_name(pattern) == "_expression"
    if isinstance(pattern, ast.BinOp):
        return _is_fixed(pattern.left) and _is_fixed(pattern.right)
    if isinstance(pattern, ast.JoinedStr):
        return all(_is_fixed(each.value) for each in pattern.values if isinstance(each, ast.FormattedValue))
    if isinstance(pattern, ast.Call):
        return ast.unparse(pattern.func) == "re.escape" or (
            _last_name(pattern.func) == "join" and all(_is_escaped(each) for each in pattern.args)
        )
    return False


def _is_escaped(words: ast.expr) -> bool:
    text = ast.unparse(words)
    return "re.escape" in text or bool(re.search(r"\b_?[A-Z][A-Z_]+\b", text))


def _last_name(node: ast.expr) -> str:
    return ast.unparse(node).split(".")[-1]


def test_what_must_not_be_guessed_comes_from_secrets() -> None:
    by_chance = {place for place, name in _imports() if name == "random" or name.startswith("numpy.random")}
    by_chance |= {place for place, _, name in _calls() if ".random." in f".{name}."}
    by_clock = {place for place, _, name in _calls() if name in {"uuid1", "uuid.uuid1"}}

    assert {place for place in by_chance if not place.startswith(PLAYS_WITH_CHANCE)} == set()
    assert by_clock == set()
    assert any(name == "secrets" for _, name in _imports())


def test_tokens_hold_256_bits_and_never_repeat() -> None:
    tokens = {new_token() for _ in range(1000)}

    assert len(tokens) == 1000
    assert all(len(token) == 43 for token in tokens)


def test_no_weak_hash_is_made() -> None:
    weak = {"hashlib.md5", "hashlib.sha1", "md5", "sha1", "MD5", "SHA1", "hashes.MD5", "hashes.SHA1"}

    # OAEP in XML encryption names SHA-1, which does no harm there: nothing rests on its collisions.
    assert {place for place, _, name in _calls() if name in weak} <= {"identity/saml/decryption.py"}


def test_passwords_are_kept_by_argon2_at_full_cost() -> None:
    hasher = Argon2PasswordHasher()

    assert settings.PASSWORD_HASHERS == ["django.contrib.auth.hashers.Argon2PasswordHasher"]
    assert hasher.memory_cost >= 19456
    assert hasher.time_cost >= 2
    assert hasher.encode("en-adgangskode", "salt-salt-salt-salt").startswith("argon2$argon2id$")


def test_spreadsheets_are_written_as_words() -> None:
    """A sheet writes strings alone, and the book is told to take no string for anything else."""
    written = [
        (place, name)
        for place, _, name in _calls()
        if re.fullmatch(r"\w+\.write(_\w+)?", name) and "spreadsheet" in place and not name.endswith("write_string")
    ]
    told = (SOURCE / "situation" / "screens" / "spreadsheet.py").read_text("utf-8")

    assert written == []
    for option in ("strings_to_formulas", "strings_to_urls", "strings_to_numbers"):
        assert f'"{option}": False' in told


def test_a_spreadsheet_that_unpacks_into_a_flood_is_refused() -> None:
    held = io.BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b"0" * (MOST_UNPACKED + 1))

    with pytest.raises(UnreadableTable, match="for stort"):
        text_of(held.getvalue())


SCRIPTS = sorted(path for path in SOURCE.rglob("static/**/*.js"))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_no_script_writes_to_a_property_named_from_outside(script: Path) -> None:
    text = script.read_text("utf-8")

    assert not re.search(r"__proto__|Object\.assign\(\s*\w+\s*,\s*JSON|\w\[[^\]'\"\d]+\]\s*=[^=]", text)


def test_a_log_line_stays_one_line() -> None:
    event = strike_secrets(None, "info", {"event": 'en\nto\r\n{"level": "critical"} 010107-1234', "timestamp": "x"})
    line = json.dumps(event, ensure_ascii=False)

    assert "\n" not in line
    assert "010107" not in line


def test_log_lines_go_to_standard_error_alone() -> None:
    configured = (SOURCE / "web" / "logs.py").read_text("utf-8")
    made = {name for _, _, name in _calls() if name.endswith("Handler") and name.startswith("logging")}

    assert made == {"logging.StreamHandler"}
    assert "logging.StreamHandler(sys.stderr)" in configured
    assert "JSONRenderer" in configured
    assert not [each for each in logging.getLogger("rundbord").handlers if isinstance(each, logging.FileHandler)]
