"""Reading rights as OIO-BPP writes them (1.1 and 1.2): groups of one scope, each with rights and constraints."""

from __future__ import annotations

import base64
import binascii

from lxml import etree

from rundbord.identity.saml.told import Group
from rundbord.identity.saml.trees import Doubt, text_of, tree_of

_MOST_BYTES = 64 * 1024
_NAMESPACES = ("http://itst.dk/oiosaml/basic_privilege_profile", "http://digst.dk/oiosaml/basic_privilege_profile")
_OWN = {f"{{{namespace}}}" for namespace in _NAMESPACES}


def groups_in(told: str) -> list[Group]:
    """Read the base64 text of one attribute value, or raise Doubt."""
    try:
        content = base64.b64decode("".join(told.split()), validate=True)
    except (binascii.Error, ValueError) as error:
        raise Doubt("privileges") from error
    root = tree_of(content, most=_MOST_BYTES)
    if _name_of(root) != "PrivilegeList" or root.tag == "PrivilegeList":
        raise Doubt("privileges")
    return [_group(each) for each in root if _name_of(each) == "PrivilegeGroup"]


def _group(element: etree._Element) -> Group:
    named = [(_name_of(each), each) for each in element]
    if any(name not in {"Privilege", "Constraint"} for name, _ in named):
        # What is not known might narrow the group.
        raise Doubt("privileges")
    return {
        "scope": element.get("Scope", ""),
        "privileges": [text for name, each in named if name == "Privilege" and (text := text_of(each))],
        "constraints": [(each.get("Name", ""), text_of(each)) for name, each in named if name == "Constraint"],
    }


def _name_of(element: etree._Element) -> str:
    """Give the name without the profile's namespaces; only the outermost element must stand in one."""
    name = str(element.tag)
    return next((name[len(own) :] for own in _OWN if name.startswith(own)), name)
