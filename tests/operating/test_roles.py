"""The database roles of deploy/roles.sql, on a real server."""

import psycopg
import pytest

from rundbord.config.checks import rights_of_login
from rundbord.config.safety import dangers_of_login
from rundbord.operating.embedded.cluster import DATABASE, SUPERUSER, Cluster
from rundbord.operating.embedded.roles import ensure_roles

# One cluster for all of them, not one for each core.
pytestmark = pytest.mark.xdist_group("cluster-roles")

_ATTRIBUTES = """
SELECT rolname, rolcanlogin, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication, rolconfig,
    ARRAY(SELECT roleid::regrole::text FROM pg_auth_members WHERE member = r.oid ORDER BY 1)
FROM pg_roles r WHERE rolname LIKE 'rundbord%' ORDER BY rolname
"""
APPLICATION = ["rundbord_app", "rundbord_job", "rundbord_auth", "rundbord_place"]


def test_applying_the_roles_twice_changes_nothing(cluster: Cluster) -> None:
    with cluster.connect() as connection:
        before = connection.execute(_ATTRIBUTES).fetchall()

    ensure_roles(cluster)

    with cluster.connect() as connection:
        assert connection.execute(_ATTRIBUTES).fetchall() == before
    assert len(before) == 10


def test_a_role_that_was_widened_by_hand_is_narrowed_again(cluster: Cluster) -> None:
    with cluster.connect() as connection:
        connection.execute("ALTER ROLE rundbord_app SUPERUSER BYPASSRLS CREATEROLE")

    ensure_roles(cluster)

    with cluster.connect("rundbord_app", DATABASE) as connection:
        assert not list(dangers_of_login(rights_of_login(connection.cursor())))


@pytest.mark.parametrize("role", APPLICATION)
def test_the_logins_of_the_application_are_found_safe(cluster: Cluster, role: str) -> None:
    with cluster.connect(role, DATABASE) as connection:
        assert not list(dangers_of_login(rights_of_login(connection.cursor())))


@pytest.mark.parametrize("role", APPLICATION)
@pytest.mark.parametrize(
    "statement",
    [
        "SET ROLE rundbord_owner",
        "SET ROLE rundbord_policy",
        "SET ROLE rundbord_dump",
        "CREATE TABLE public.egen (id integer)",
        "CREATE TEMPORARY TABLE egen (id integer)",
        "CREATE SCHEMA egen",
        "SELECT pg_read_file('/etc/passwd')",
    ],
)
def test_the_application_can_neither_rise_nor_build(cluster: Cluster, role: str, statement: str) -> None:
    with cluster.connect(role, DATABASE) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute(statement.encode())


def test_what_the_deploying_login_makes_belongs_to_the_owner(cluster: Cluster) -> None:
    with cluster.connect("rundbord_deploy", DATABASE) as connection:
        connection.execute("CREATE TABLE prøve (id integer)")
        owner = connection.execute("SELECT tableowner FROM pg_tables WHERE tablename = 'prøve'").fetchone()
        connection.execute("DROP TABLE prøve")

    assert owner == ("rundbord_owner",)


@pytest.mark.parametrize(
    ("role", "says"),
    [(SUPERUSER, "superbruger"), ("rundbord_deploy", "BYPASSRLS"), ("rundbord_backup", "kan blive til rundbord_dump")],
)
def test_logins_that_are_not_for_serving_are_found_out(cluster: Cluster, role: str, says: str) -> None:
    with cluster.connect(role, DATABASE) as connection:
        dangers = list(dangers_of_login(rights_of_login(connection.cursor())))

    assert any(says in danger for danger in dangers)


def test_a_login_that_owns_a_table_is_found_out(cluster: Cluster) -> None:
    with cluster.connect(SUPERUSER, DATABASE) as connection:
        connection.execute("CREATE TABLE forkert_ejer (id integer); ALTER TABLE forkert_ejer OWNER TO rundbord_place")

    with cluster.connect("rundbord_place", DATABASE) as connection:
        dangers = list(dangers_of_login(rights_of_login(connection.cursor())))

    assert dangers == ["databaserollen rundbord_place ejer tabeller"]
    with cluster.connect(SUPERUSER, DATABASE) as connection:
        connection.execute("DROP TABLE forkert_ejer")
