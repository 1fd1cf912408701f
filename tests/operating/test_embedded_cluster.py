"""The embedded PostgreSQL: closed to everybody without a password, and never left behind."""

import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest

from rundbord.operating.embedded.cluster import Cluster
from rundbord.operating.embedded.leftover import running_server
from rundbord.operating.embedded.sockets import LONGEST_PATH, SOCKET

# One cluster for all of them, not one for each core.
pytestmark = pytest.mark.xdist_group("cluster-embedded_cluster")

START_AND_WAIT = """
import sys, time
from pathlib import Path
from rundbord.operating.embedded.cluster import Cluster
Cluster(Path(sys.argv[1]), durable=False).start()
print("kører", flush=True)
time.sleep(60)
"""


def test_a_wrong_password_is_refused(cluster: Cluster) -> None:
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(host=str(cluster.socket), user="rundbord_app", password="gættet", dbname="rundbord")


def test_the_machines_own_superuser_is_not_trusted_either(cluster: Cluster) -> None:
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(host=str(cluster.socket), user="postgres", dbname="postgres", password="")


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("listen_addresses", ""),
        ("password_encryption", "scram-sha-256"),
        ("log_error_verbosity", "terse"),
        ("unix_socket_permissions", "0700"),
        ("server_encoding", "UTF8"),
    ],
)
def test_the_server_is_hardened(cluster: Cluster, setting: str, value: str) -> None:
    with cluster.connect() as connection:
        shown = connection.execute("SELECT current_setting(%s)", [setting]).fetchone()

    assert shown == (value,)


def test_no_rule_of_access_trusts_anybody(cluster: Cluster) -> None:
    with cluster.connect() as connection:
        methods = connection.execute("SELECT DISTINCT auth_method FROM pg_hba_file_rules").fetchall()

    assert methods == [("scram-sha-256",)]


def test_socket_data_and_passwords_are_for_the_owner_alone(cluster: Cluster) -> None:
    def mode(path: Path) -> int:
        return stat.S_IMODE(path.stat().st_mode)

    assert mode(cluster.socket) == 0o700
    assert mode(cluster.data) == 0o700
    assert mode(cluster.home / "passwords.json") == 0o600
    assert mode(cluster.log) == 0o600


def test_the_password_stands_in_no_log(cluster: Cluster) -> None:
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(host=str(cluster.socket), user="rundbord_app", password="gættet", dbname="rundbord")

    said = cluster.log.read_text()
    assert cluster.password_of("rundbord_app") not in said
    assert "gættet" not in said


def test_data_and_passwords_outlive_a_stop(tmp_path: Path) -> None:
    first = Cluster(tmp_path / "home", durable=False)
    first.start()
    with first.connect() as connection:
        connection.execute("CREATE TABLE husket (tal integer); INSERT INTO husket VALUES (231)")
    first.stop()

    second = Cluster(tmp_path / "home", durable=False)
    second.start()
    with second.connect() as connection:
        kept = connection.execute("SELECT tal FROM husket").fetchone()
    second.stop()

    assert kept == (231,)
    assert not second.socket.exists()


def test_a_long_path_gets_its_socket_elsewhere(tmp_path: Path) -> None:
    far = tmp_path / ("et-meget-langt-mappenavn-" * 4) / "home"
    cluster = Cluster(far, durable=False)

    cluster.start()

    folder = cluster.socket
    assert len(os.fsencode(folder / SOCKET)) <= LONGEST_PATH
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    cluster.stop()
    assert not folder.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child that its parent died")
def test_a_parent_that_is_killed_takes_the_server_with_it(tmp_path: Path) -> None:
    home = tmp_path / "home"
    parent = _start_in_a_process_of_its_own(home)
    server = running_server(home / "data")

    parent.kill()
    parent.wait()

    assert server is not None
    assert _is_gone_within(10, home)


def test_a_server_left_behind_is_stopped_by_the_next_start(tmp_path: Path) -> None:
    home = tmp_path / "home"
    forgotten = Cluster(home, durable=False)
    forgotten.start()
    left_behind = forgotten.process
    assert left_behind is not None

    taking_over = Cluster(home, durable=False)
    taking_over.start()

    assert left_behind.wait(10) == 0
    with taking_over.connect() as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)
    taking_over.stop()


def test_another_program_with_the_same_number_is_not_taken_for_the_server(tmp_path: Path) -> None:
    (tmp_path / "postmaster.pid").write_text(f"{os.getpid()}\n{tmp_path}\n")

    assert running_server(tmp_path) is None


def _start_in_a_process_of_its_own(home: Path) -> subprocess.Popen[str]:
    parent = subprocess.Popen([sys.executable, "-c", START_AND_WAIT, home], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    with parent.stdout as said:
        assert said.readline() == "kører\n"
    return parent


def _is_gone_within(seconds: float, home: Path) -> bool:
    deadline = time.monotonic() + seconds
    while running_server(home / "data") is not None and time.monotonic() < deadline:
        time.sleep(0.05)
    return running_server(home / "data") is None
