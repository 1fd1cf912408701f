"""The words of sharing stand in the glossary, and the rows of the table in the document for the lawyers."""

from __future__ import annotations

import inspect
import re

import pytest

from rundbord.config.environment import ROOT
from rundbord.privacy.legal_bases import legal_bases
from rundbord.sharing import vocabulary
from rundbord.sharing.rules import ages, answers, corrections, information, objections, opening
from rundbord.sharing.rules.bases import BASES, basis, file_of
from rundbord.sharing.vocabulary import LegalBasis
from rundbord.vocabulary import Term

MODULES = (vocabulary, ages, answers, corrections, information, objections, opening, basis)
TERMS = sorted(
    {
        each
        for module in MODULES
        for _, each in inspect.getmembers(module, inspect.isclass)
        if issubclass(each, Term) and each.__module__ == module.__name__
    },
    key=lambda each: each.__name__,
)


def _glossary() -> dict[str, str]:
    rows = re.findall(r"^\| ([^|]+?) \| ([^|]+?) \|", (ROOT / "docs" / "glossary.md").read_text("utf-8"), re.MULTILINE)
    return {english.casefold(): danish.casefold() for english, danish in rows}


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.__name__)
def test_a_vocabulary_names_itself_as_the_glossary_does(term: type[Term]) -> None:
    match = re.match(r"([A-Z][\w -]+?) — ([\wæøå ,§-]+?)[:;.]", term.__doc__ or "")

    assert match, f"{term.__name__} does not begin with its English and its Danish name"
    assert _glossary().get(match[1].casefold()) == match[2].casefold()


@pytest.mark.parametrize("legal_basis", LegalBasis)
def test_the_document_has_a_row_for_every_basis(legal_basis: LegalBasis) -> None:
    row = BASES[legal_basis]
    [line] = [line for line in legal_bases().splitlines() if f"(`{legal_basis.value}`)" in line]

    assert row.paragraph in line
    assert f"`sharing/rules/bases/{file_of(legal_basis)}.py`" in line
    assert all(check.__name__ in line for check in row.own_checks)
    assert all(need.label in line for need in row.needs)
    assert line.count(" | ") == 7
    assert row.sentence in legal_bases()


def test_the_file_that_carries_a_basis_exists() -> None:
    folder = ROOT / "src" / "rundbord" / "sharing" / "rules" / "bases"

    assert all((folder / f"{file_of(each)}.py").exists() for each in LegalBasis)
