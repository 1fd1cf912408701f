"""A line of user administration into the attacked database, as an administrator would have made it."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass

import psycopg
import urllib3

from rundbord.identity.tokens import hash_of, new_token
from tests.journeys.served import in_database

ISSUER = "https://login.example"
_PROVIDER = """
INSERT INTO identity_identityprovider (authority_id, kind, issuer, client_id, subject_claim, level_claim,
    substantial_value, high_value, privilege_claim, cvr, local_sign_in, is_open, changed_at, line_token_hash)
SELECT id, 'oidc', %s, 'rundbord', 'sub', 'acr', 'substantial', '', '', '', 'everybody', true, now(), %s
FROM identity_authority WHERE code = %s"""
_WITNESS = """
INSERT INTO audit.witness (authority, name, keys) SELECT id, 'attacked.example', '' FROM identity_authority
WHERE code = %s RETURNING id"""


@dataclass(frozen=True, kw_only=True)
class Line:
    """What whoever calls must know."""

    code: str
    token: str
    witness: str
    user: str = ""

    @property
    def header(self) -> str:
        """The header that proves it."""
        return f"Bearer {self.token}"


def opened_line(database: str, address: str, *, code: str = "gladsaxe") -> Line:
    """Give an authority a provider, a line and a witness, and tell of one user over it."""
    token = new_token()
    with psycopg.connect(in_database(os.environ["RUNDBORD_CLUSTER_URL"], database), autocommit=True) as owner:
        owner.execute(_PROVIDER, [ISSUER, hash_of(token), code])
        witness = owner.execute(_WITNESS, [code]).fetchone()
    assert witness is not None
    line = Line(code=code, token=token, witness=str(witness[0]))
    told = json.dumps({"externalId": "afproevning-1", "userName": "Proeve.Testesen@gladsaxe.example"})
    headers = {"Authorization": line.header, "Content-Type": "application/scim+json"}
    answer = urllib3.request("POST", f"{address}/scim/v2/{code}/Users", body=told, headers=headers, timeout=60)
    return Line(code=code, token=token, witness=line.witness, user=answer.json()["id"])
