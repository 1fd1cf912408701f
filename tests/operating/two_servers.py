"""Two application hosts behind a proxy, and a primary with a streaming standby, each on a host of its own."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

from rundbord.operating import application_server
from rundbord.operating.embedded.binaries import postgresql_program
from rundbord.operating.embedded.cluster import Cluster
from rundbord.operating.embedded.unprivileged import Runner, find_runner
from rundbord.operating.environments import LOGINS
from rundbord.operating.places import ROOT
from tests.operating.networks import NET, REFUSED, Host, NoNetworks

STANDBY = "rundbord_standby"
HBA = (
    f"local all all scram-sha-256\nhost all all {NET}.0/24 scram-sha-256\n"
    f"host replication rundbord_backup {NET}.0/24 scram-sha-256\n"
)
WEB_PORT, PROXY_PORT = 8000, 8080


@dataclass
class World:
    """What runs where. The primary's files are those of `cluster`, the standby's lie beside them."""

    hosts: dict[str, Host]
    cluster: Cluster
    folder: Path
    environment: Mapping[str, str]
    running: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    @property
    def runner(self) -> Runner:
        """Whom PostgreSQL runs as."""
        return find_runner(postgresql_program("initdb"), self.cluster.home)

    def address(self, role: str, *, host: str = "") -> str:
        """How a login reaches one server, or whichever of both takes writes."""
        password = self.cluster.password_of(role)
        named = self.hosts[host].address if host else f"{self.hosts['db1'].address},{self.hosts['db2'].address}"
        how = "" if host else "?target_session_attrs=read-write&connect_timeout=2&tcp_user_timeout=3000"
        return f"postgresql://{role}:{password}@{named}/rundbord{how}"

    def start(self, name: str, host: str, arguments: list[str | Path], *, as_nobody: bool = False) -> None:
        """Start a program under a name that it is killed by."""
        then: Callable[[], None] = self.runner.prepare() if as_nobody else lambda: None
        log = self.folder / f"{name}.log"
        self.running[name] = self.hosts[host].start(arguments, self.environment, log, then=then)

    def kill(self, name: str) -> float:
        """As when the machine goes: no goodbye; give the moment."""
        process = self.running.pop(name)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return time.time()

    def stop_all(self) -> None:
        """Kill what is left."""
        for name in [*self.running]:
            self.kill(name)


def serve_database(world: World, name: str, data: Path) -> None:
    """Start PostgreSQL on a host, on its address and a private socket."""
    socket = world.folder / f"{name}-socket"
    if not socket.exists():
        socket.mkdir(mode=0o700)
        world.runner.own(socket)
    address = world.hosts[name].address
    arguments: list[str | Path] = [postgresql_program("postgres"), "-D", data, "-k", socket, "-h", address]
    world.start(name, name, arguments, as_nobody=True)


def make_standby(world: World) -> Path:
    """The documented commands: a base backup with a slot, whose settings then wait for nobody themselves."""
    data = world.cluster.home / "standby"
    address = (
        f"host={world.hosts['db1'].address} user=rundbord_backup application_name={STANDBY}"
        f" password={world.cluster.password_of('rundbord_backup')}"
    )
    world.runner.own(world.cluster.home)
    arguments: list[str | Path] = [
        postgresql_program("pg_basebackup"), f"--pgdata={data}", f"--dbname={address}", "--write-recovery-conf",
        "--create-slot", f"--slot={STANDBY}", "--wal-method=stream", "--checkpoint=fast",
    ]  # fmt: skip
    world.start("making", "db2", arguments, as_nobody=True)
    assert world.running.pop("making").wait(120) == 0, (world.folder / "making.log").read_text()
    append(data / "postgresql.auto.conf", "synchronous_standby_names = ''")
    return data


def append(file: Path, line: str) -> None:
    """Add a setting."""
    with file.open("a") as stream:
        stream.write(f"{line}\n")


def serve_web(world: World, name: str) -> None:
    """Start an application host: it knows two addresses of the database and keeps nothing itself."""
    world.start(name, name, application_server.command_line(f"{world.hosts[name].address}:{WEB_PORT}"))


def serve_proxy(world: World) -> None:
    """Start HAProxy with the settings of deploy/, on these addresses and without a certificate."""
    if not shutil.which("haproxy"):
        raise NoNetworks(f"{REFUSED} HAProxy mangler: apt-get install haproxy")
    settings = (ROOT / "deploy" / "haproxy.cfg").read_text("utf-8")
    settings = re.sub(r"bind .*", f"bind {world.hosts['proxy'].address}:{PROXY_PORT}", settings, count=1)
    settings = settings.replace("rundbord.example.dk", world.hosts["proxy"].address)
    for name in ("app1", "app2"):
        settings = re.sub(rf"server {name} \S+", f"server {name} {world.hosts[name].address}:{WEB_PORT}", settings)
    file = world.folder / "haproxy.cfg"
    file.write_text(settings)
    world.start("proxy", "proxy", ["haproxy", "-db", "-f", file])


def environment_of_web(world: World, environment: dict[str, str]) -> dict[str, str]:
    """The same for both application hosts."""
    return {
        **environment,
        **{variable: world.address(role) for variable, role in LOGINS.items()},
        "RUNDBORD_ORIGIN": f"http://{world.hosts['proxy'].address}:{PROXY_PORT}",
    }


def answers(world: World, name: str) -> bool:
    """Whether a server takes connections, asked from its own socket."""
    ready: list[str | Path] = [
        postgresql_program("pg_isready"), "--quiet", f"--host={world.folder / f'{name}-socket'}",
    ]  # fmt: skip
    return subprocess.run(ready, check=False).returncode == 0


def web_answers(world: World, name: str) -> bool:
    """Whether an application host is well, asked from the proxy's."""
    asking = (
        f"import http.client as h; c = h.HTTPConnection('{world.hosts[name].address}', {WEB_PORT}, timeout=3);"
        f" c.request('GET', '/helbred/', headers={{'Host': '{world.hosts['proxy'].address}'}});"
        " raise SystemExit(c.getresponse().status != 200)"
    )
    world.start("asking", "proxy", [sys.executable, "-c", asking])
    return world.running.pop("asking").wait() == 0


def ask(world: World, name: str, statement: str) -> object:
    """Ask one server as its superuser, on its own socket."""
    with psycopg.connect(
        host=str(world.folder / f"{name}-socket"),
        user="postgres",
        password=world.cluster.password_of("postgres"),
        dbname="rundbord",
        autocommit=True,
    ) as connection:
        done = connection.execute(statement.encode())
        row = done.fetchone() if done.description else None
    return row[0] if row else None


def until(done: Callable[[], bool], seconds: float, what: str) -> None:
    """Wait for something that has to come."""
    deadline = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < deadline, what
        time.sleep(0.05)
