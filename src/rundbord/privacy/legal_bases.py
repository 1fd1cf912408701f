"""The legal bases, the classes of information and the refusals, as Markdown in Danish for the parties' lawyers."""

from __future__ import annotations

from collections.abc import Iterable

from rundbord.sharing.rules import capacities
from rundbord.sharing.rules.bases import BASES, file_of
from rundbord.sharing.rules.bases.basis import EVERY_ROLE, Basis
from rundbord.sharing.rules.information import TREATMENT
from rundbord.sharing.rules.objections import ObjectionKind
from rundbord.sharing.rules.remedies import REMEDIES
from rundbord.sharing.vocabulary import Capacity, InformationClass, LegalBasis
from rundbord.vocabulary import Term

_LEAD = (
    "Skrevet ud fra koden med `./rundbord manage write_legal_documents`. Ingen hjemmel har efterforskning som formål:"
    " retsplejelovens § 115, stk. 2. Vished gælder paragraffen; hvilke roller og klasser den åbner for, og hvor længe"
    " en kopi bevares, er en forsigtig læsning, indtil en jurist har svaret (`open-questions.md`, S1–S16)."
)
_WHO_HEAD = ("Hjemmel", "Paragraf", "Fra hvem", "Til hvem", "Om hvem", "Oplysninger", "Kræver", "Regel")
_WHAT_HEAD = ("Hjemmel", "Hvad den siger", "Vilkår for modtageren", "Kopien slettes senest", "Vished")
_CLASS_HEAD = ("Klasse", "Indhold", "Skabes af", "Læses af", "Krydser ved")
_GROUP_HEAD = ("Gruppe", "Hvem")
_REFUSAL_HEAD = ("Indsigelse", "Paragraf", "Udveje")
# Written by name where all of them are meant; the widest first.
_GROUPS = (
    ("*alle myndigheder*", capacities.AUTHORITIES),
    ("*de forebyggende enheder*", capacities.PREVENTIVE),
    ("*kommunens enheder*", capacities.MUNICIPAL),
    ("*de sociale myndigheder*", capacities.SOCIAL_AUTHORITIES),
    ("*familien*", capacities.FAMILY),
    ("*udenforstående*", capacities.OUTSIDERS),
)
# A longer list reads better as "everybody but".
_FEW = 3


def legal_bases() -> str:
    """Write each basis, each class of information and each refusal."""
    return "\n".join(
        [
            *("# Hjemler for videregivelse", "", _LEAD, ""),
            *_table(_WHO_HEAD, (_who(basis, row) for basis, row in BASES.items())),
            *("", "## Grupper", "", *_table(_GROUP_HEAD, ((name, _labels(group)) for name, group in _GROUPS))),
            *("", "## Hvad der følger", "", *_table(_WHAT_HEAD, (_what(basis, row) for basis, row in BASES.items()))),
            *("", "## Oplysningsklasser", "", *_table(_CLASS_HEAD, _classes())),
            *("", "## Indsigelser og udveje", "", *_table(_REFUSAL_HEAD, _refusals()), ""),
        ]
    )


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> list[str]:
    return [_line(head), _line(("---",) * len(head)), *(_line(row) for row in rows)]


def _line(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"


def _who(basis: LegalBasis, row: Basis) -> tuple[str, ...]:
    checks = "".join(f", `{check.__name__}`" for check in row.own_checks)
    return (
        f"{basis.label} (`{basis.value}`)",
        row.paragraph,
        _all_of(row.senders),
        _all_of(row.recipients_from(row.senders)),
        _about(row),
        ", ".join(each.value.upper() for each in InformationClass if each in row.classes),
        _needs(row),
        f"`sharing/rules/bases/{file_of(basis)}.py`{checks}",
    )


def _what(basis: LegalBasis, row: Basis) -> tuple[str, ...]:
    conditions = " ".join(condition.label for condition in row.conditions) or "Ingen"
    ends = f"Efter {row.kept_days} dage" if row.kept_days else "Ingen kopi om en person"
    return basis.label, row.sentence, conditions, ends, row.certainty.label


def _classes() -> Iterable[tuple[str, ...]]:
    for each, how in TREATMENT.items():
        yield each.value.upper(), each.label, _all_of(how.creators), how.readers.label, how.crosses


def _refusals() -> Iterable[tuple[str, ...]]:
    for kind in ObjectionKind:
        remedy = REMEDIES[kind]
        ways = " ".join(_said(way).replace("{basis}", "den smalleste, der holder") for way in remedy.ways)
        yield _said(kind), remedy.paragraph or "Den valgte hjemmels egen", ways


def _said(term: Term) -> str:
    return term.label.replace("{about}", "»…«")


def _about(row: Basis) -> str:
    if not row.is_about_person:
        return "Ingen"
    youngest = f"fra {row.youngest} år" if row.youngest is not None else ""
    oldest = f"til og med {row.oldest} år" if row.oldest is not None else ""
    ages = " ".join(part for part in (youngest, oldest) if part) or "alle aldre"
    return f"{ages}; {'alle roller' if row.roles == EVERY_ROLE else _labels(row.roles)}"


def _needs(row: Basis) -> str:
    needs = [
        *(["nødvendighed med egne ord"] if row.wants_necessity else []),
        *(["en aftale i kraft, som alle er part i"] if row.in_partnership else []),
        *([f"deltagelse i {row.channel.label}"] if row.channel else []),
        *(need.label for need in row.needs),
        *([f"senest {row.due_days} dage efter politiets dokumentation"] if row.due_days else []),
    ]
    return "; ".join(needs)


def _all_of(members: frozenset[Capacity]) -> str:
    others = frozenset(Capacity) - members
    if len(others) <= _FEW:
        return f"Alle undtagen {_labels(others)}" if others else "Alle"
    named, left = [], members
    for name, group in _GROUPS:
        if group <= left:
            named.append(name)
            left -= group
    return "; ".join([*named, *([_labels(left)] if left else [])])


def _labels(terms: frozenset[Capacity] | frozenset[Term]) -> str:
    """List labels in the order of their vocabulary, however the set is ordered."""
    vocabulary = type(next(iter(terms)))
    return "; ".join(term.label for term in vocabulary if term in terms)
