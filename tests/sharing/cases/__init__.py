"""Every case of every legal basis: situations with a name, and what the rules are to say of them."""

from tests.sharing.cases import authorities, children, consents, every_basis, outsiders, procedure_act
from tests.sharing.cases.case import Case

CASES: list[Case] = [
    *procedure_act.CASES,
    *children.CASES,
    *authorities.CASES,
    *consents.CASES,
    *outsiders.CASES,
    *every_basis.CASES,
]
