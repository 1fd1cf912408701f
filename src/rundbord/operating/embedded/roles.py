"""Applies deploy/roles.sql to an embedded cluster and gives its logins their generated passwords."""

from __future__ import annotations

from psycopg import sql

from rundbord.operating.embedded.cluster import DATABASE, SUPERUSER, Cluster
from rundbord.operating.places import ROOT

LOGINS = ("rundbord_deploy", "rundbord_app", "rundbord_job", "rundbord_auth", "rundbord_place", "rundbord_backup")


def ensure_roles(cluster: Cluster) -> None:
    """Create the database and the roles, or bring them in line with the file."""
    _ensure_database(cluster)
    with cluster.connect(SUPERUSER, DATABASE) as connection:
        connection.execute((ROOT / "deploy" / "roles.sql").read_bytes())
        for login in LOGINS:
            # Hashed here, so that the server and its log never see the password.
            verifier = connection.pgconn.encrypt_password(cluster.password_of(login).encode(), login.encode())
            connection.execute(
                sql.SQL("ALTER ROLE {} PASSWORD {}").format(sql.Identifier(login), sql.Literal(verifier.decode()))
            )


def _ensure_database(cluster: Cluster) -> None:
    with cluster.connect() as connection:
        found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone()
        if found is None:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(DATABASE)))
