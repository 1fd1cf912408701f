"""What a provider's logout request says; its signature lies in the address and was verified before."""

from __future__ import annotations

from rundbord.identity.saml.answers import name_in
from rundbord.identity.saml.names import PROTOCOL
from rundbord.identity.saml.told import ToldLogout
from rundbord.identity.saml.trees import Doubt, children, only, text_of, tree_of

_MOST_BYTES = 16 * 1024


def read_logout(content: bytes) -> ToldLogout:
    """Read a logout request, or raise Doubt."""
    root = tree_of(content, most=_MOST_BYTES)
    if root.tag != f"{{{PROTOCOL}}}LogoutRequest":
        raise Doubt("form")
    if root.get("Version") != "2.0":
        raise Doubt("version")
    return {
        "id": root.get("ID", ""),
        "issuer": text_of(only(root, "a:Issuer")),
        "destination": root.get("Destination", ""),
        "issued_at": root.get("IssueInstant", ""),
        "until": root.get("NotOnOrAfter", ""),
        "name": name_in(only(root, "a:NameID")),
        "sessions": [text_of(each) for each in children(root, "p:SessionIndex")],
    }
