"""TLS to the last link: standby, two application hosts and backups believe a primary by its certificate alone."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
import pytest
from pytest_django import DjangoDbBlocker

from rundbord.operating.application_server import command_line
from rundbord.operating.backup.catalogue import bases_in
from rundbord.operating.backup.dumps import dumps_in
from rundbord.operating.children import spawn, stop
from rundbord.operating.embedded.binaries import postgresql_program
from rundbord.operating.embedded.cluster import SUPERUSER, Cluster
from rundbord.operating.embedded.unprivileged import find_runner
from rundbord.operating.environments import LOGINS
from rundbord.operating.health import wait_until_well
from tests.operating.a_database import environment_of, fill, in_memory, rundbord
from tests.operating.a_tls_server import ADDRESS, a_certificate, an_authority, lay_programs
from tests.operating.test_restore_drill import give_keys

pytestmark = [pytest.mark.left_out, pytest.mark.xdist_group("tls")]

# Nobody comes in by the network without TLS.
HBA = (
    f"local all all scram-sha-256\nhostssl all all {ADDRESS}/32 scram-sha-256\n"
    f"hostssl replication rundbord_backup {ADDRESS}/32 scram-sha-256\n"
)
STANDBY = "rundbord_standby"
_SOON = 90.0


@dataclass
class Pair:
    """A primary and a standby on ports of this machine, each behind a certificate of an authority of ours."""

    cluster: Cluster
    folder: Path
    programs: Path
    believed: Path
    ports: dict[str, int]
    running: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    @property
    def at_home(self) -> dict[str, str]:
        """PostgreSQL's user has a home of its own, where libpq looks for a certificate of the user's."""
        return {**os.environ, "HOME": str(self.folder)}

    def address(self, role: str, *names: str, believed: Path | None = None) -> str:
        """How a login reaches one of them or both, believing certificates of the authority alone."""
        hosts = ",".join(f"{ADDRESS}:{self.ports[name]}" for name in names)
        how = f"sslmode=verify-full&sslrootcert={believed or self.believed}"
        return f"postgresql://{role}:{self.cluster.password_of(role)}@{hosts}/rundbord?{how}"

    def serve(self, name: str, data: Path) -> None:
        """Start one, on its port and by nothing but TLS."""
        runner = find_runner(postgresql_program("initdb"), self.cluster.home)
        tls = [f"-cssl_{what}={self.folder / file}" for what, file in _TLS.items()]
        port = f"-cport={self.ports[name]}"
        command: list[str | Path] = [
            self.programs / "postgres",
            "-D",
            data,
            "-k",
            "",
            "-h",
            ADDRESS,
            port,
            "-cssl=on",
            *tls,
        ]
        with (self.folder / f"{name}.log").open("ab") as log:
            self.running[name] = subprocess.Popen(
                command,
                stdout=log,
                stderr=log,
                env=self.at_home,
                start_new_session=True,
                preexec_fn=runner.prepare(),  # noqa: PLW1509 - no other thread runs
            )
        self.until_well(name)

    def until_well(self, name: str) -> None:
        """Wait until it answers."""
        deadline = time.monotonic() + _SOON
        while time.monotonic() < deadline:
            try:
                self.ask(name, "SELECT 1")
            except psycopg.OperationalError:
                time.sleep(0.1)
            else:
                return
        pytest.fail((self.folder / f"{name}.log").read_text()[-1500:])

    def ask(self, name: str, statement: str) -> list[tuple[object, ...]]:
        """Ask one server as its superuser."""
        with psycopg.connect(self.address(SUPERUSER, name), autocommit=True) as connection:
            done = connection.execute(statement.encode())
            return done.fetchall() if done.description else []

    def kill(self, name: str) -> None:
        """As when the machine goes."""
        process = self.running.pop(name)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


_TLS = {"cert_file": "server.pem", "key_file": "server.key"}


@pytest.fixture(scope="module")
def pair(django_db_blocker: DjangoDbBlocker) -> Iterator[Pair]:
    """The primary with its synchronous standby."""
    with in_memory("tls") as folder, django_db_blocker.unblock():
        cluster = Cluster(folder / "home")
        cluster.start()
        try:
            fill(cluster)
        finally:
            cluster.stop()
        authority = an_authority(folder, "ours")
        runner = find_runner(postgresql_program("initdb"), cluster.home)
        for file in a_certificate(authority, folder):
            runner.own(file)
        (cluster.data / "pg_hba.conf").write_text(HBA)
        ports = dict(zip(("primary", "standby"), _free_ports(), strict=True))
        made = Pair(cluster=cluster, folder=folder, programs=lay_programs(folder / "programs"),
                    believed=authority.file, ports=ports)  # fmt: skip
        try:
            made.serve("primary", cluster.data)
            _follow(made)
            yield made
        finally:
            for name in [*made.running]:
                made.kill(name)


def test_a_standby_follows_over_tls_and_is_waited_for(pair: Pair) -> None:
    (found,) = pair.ask(
        "primary",
        "SELECT s.sync_state, t.ssl, t.version FROM pg_stat_replication s JOIN pg_stat_ssl t USING (pid)"
        f" WHERE s.application_name = '{STANDBY}'",
    )

    assert found[:2] == ("sync", True)
    assert str(found[2]) >= "TLSv1.2"


def test_who_is_not_believed_is_not_spoken_to(pair: Pair) -> None:
    stranger = an_authority(pair.folder, "stranger")
    believed = pair.address("rundbord_app", "primary")
    for address, says in (
        (pair.address("rundbord_app", "primary", believed=stranger.file), "certificate verify failed"),
        (believed.replace(f"@{ADDRESS}", "@localhost"), "does not match host name"),
        (believed.replace("verify-full", "disable"), "no encryption"),
    ):
        with pytest.raises(psycopg.OperationalError, match=says):
            psycopg.connect(address)
    with psycopg.connect(believed) as connection:
        assert connection.execute("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()").fetchone() == (True,)


def test_backups_are_taken_over_tls(pair: Pair) -> None:
    environment = {
        **environment_of(pair.cluster, pair.folder),
        "DATABASE_URL_BACKUP": pair.address("rundbord_backup", "primary", "standby"),
        "RUNDBORD_POSTGRESQL_PROGRAMS": str(pair.programs),
    }
    give_keys(pair.folder, environment)

    told = rundbord(environment, "backup")

    assert told.returncode == 0, told.stderr
    backups = pair.folder / "backups"
    assert (len(bases_in(backups)), len(dumps_in(backups))) == (1, 1)
    stranger = an_authority(pair.folder, "other")
    environment["DATABASE_URL_BACKUP"] = pair.address("rundbord_backup", "primary", believed=stranger.file)
    refused = rundbord(environment, "backup")
    assert (refused.returncode, "certificate verify failed" in refused.stderr) == (1, True)


def test_two_application_hosts_speak_tls_and_find_the_standby_when_the_primary_is_lost(pair: Pair) -> None:
    with _hosts(pair) as ports:
        served = pair.ask(
            "primary",
            "SELECT count(*) FILTER (WHERE NOT ssl), count(*) FROM pg_stat_ssl JOIN pg_stat_activity USING (pid)"
            " WHERE usename = 'rundbord_app'",
        )
        pair.kill("primary")
        pair.ask("standby", "SELECT pg_promote(wait => true)")
        for port, process in ports.items():
            wait_until_well(port, process)

    assert served[0][0] == 0
    assert int(str(served[0][1])) >= len(ports)


def _follow(pair: Pair) -> None:
    """The documented commands (docs/operating.md), with the certificate checked."""
    data = pair.cluster.home / "standby"
    runner = find_runner(postgresql_program("initdb"), pair.cluster.home)
    runner.own(pair.cluster.home)
    address = (
        f"host={ADDRESS} port={pair.ports['primary']} user=rundbord_backup application_name={STANDBY}"
        f" password={pair.cluster.password_of('rundbord_backup')} sslmode=verify-full sslrootcert={pair.believed}"
    )
    asked: list[str | Path] = [
        pair.programs / "pg_basebackup", f"--pgdata={data}", f"--dbname={address}", "--write-recovery-conf",
        "--create-slot", f"--slot={STANDBY}", "--wal-method=stream", "--checkpoint=fast",
    ]  # fmt: skip
    prepare = runner.prepare()
    done = subprocess.run(asked, env=pair.at_home, capture_output=True, text=True, preexec_fn=prepare, check=False)
    assert done.returncode == 0, done.stderr
    with (data / "postgresql.auto.conf").open("a") as conf:
        conf.write("synchronous_standby_names = ''\n")
    pair.serve("standby", data)
    pair.ask("primary", f"ALTER SYSTEM SET synchronous_standby_names = '{STANDBY}'")
    pair.ask("primary", "SELECT pg_reload_conf()")
    deadline = time.monotonic() + _SOON
    while pair.ask("primary", "SELECT max(sync_state) FROM pg_stat_replication") != [("sync",)]:
        assert time.monotonic() < deadline, "the standby does not follow"
        time.sleep(0.1)


@contextmanager
def _hosts(pair: Pair) -> Iterator[dict[int, subprocess.Popen[bytes]]]:
    """Two application servers that share a key store and nothing else."""
    urls = {variable: pair.address(role, "primary", "standby") for variable, role in LOGINS.items()}
    environment = {**environment_of(pair.cluster, pair.folder), **urls}
    served: dict[int, subprocess.Popen[bytes]] = {}
    with ExitStack() as opened:
        for number in range(2):
            listener = opened.enter_context(socket.create_server((ADDRESS, 0)))
            command = command_line(f"fd://{listener.fileno()}")
            log = pair.folder / f"app{number}.log"
            process = spawn(command, environment, log=log, descriptors=[listener.fileno()])
            opened.callback(stop, process)
            served[listener.getsockname()[1]] = process
            wait_until_well(listener.getsockname()[1], process)
        yield served


def _free_ports() -> list[int]:
    with socket.create_server((ADDRESS, 0)) as one, socket.create_server((ADDRESS, 0)) as other:
        return [one.getsockname()[1], other.getsockname()[1]]
