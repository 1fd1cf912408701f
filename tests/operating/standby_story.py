"""What happens to users when each part is lost in turn, under load; told once, for the test and for the bench."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from rundbord.operating.embedded.cluster import Cluster
from tests.operating.a_database import acknowledged, environment_of, fill, in_memory, wait_for
from tests.operating.networks import hosts
from tests.operating.two_servers import (
    HBA,
    STANDBY,
    World,
    answers,
    ask,
    environment_of_web,
    make_standby,
    serve_database,
    serve_proxy,
    serve_web,
    until,
    web_answers,
)
from tests.operating.visitors import Loss, good_since, lost, now, visitors

PATIENCE = 120
# How long an operator, or a program in their place, takes to see that the primary is gone.
NOTICED = 2.0


@dataclass
class Story:
    """What was lost by what, and what the survivors know."""

    losses: dict[str, Loss] = field(default_factory=dict)
    acknowledged: set[str] = field(default_factory=set)
    there: set[str] = field(default_factory=set)
    # Writes that were acknowledged while the primary had no standby, and before an operator let it go on without.
    acknowledged_alone: int = 0
    hosts: int = 0

    def table(self) -> list[str]:
        """As it is kept."""
        head = "| what was lost | requests | failed | seconds to the last failure | slowest good answer, s |"
        return [head, "|---|---|---|---|---|", *(loss.row(what) for what, loss in self.losses.items())]


def tell() -> Story:
    """Live through all of it."""
    with _world() as world, visitors(world):
        story = Story(hosts=len(world.hosts))
        _both_hosts_are_back(world)
        until(lambda: good_since(world.folder, 0), PATIENCE, "nobody was ever answered")
        _undisturbed(world, story)
        _an_application_host(world, story)
        _a_cable(world, story)
        _the_proxy(world, story)
        _the_standby(world, story)
        _the_primary(world, story)
        wait_for(1)
        story.acknowledged = {line for line, _, answered in acknowledged(world.folder) if answered < now() - 0.5}
        story.there = _lines(world, "db2")
        return story


@contextmanager
def _world() -> Iterator[World]:
    names = ("db1", "db2", "app1", "app2", "proxy", "user")
    with in_memory("standby") as folder, hosts(*names) as made:
        cluster = Cluster(folder / "home")
        cluster.start()
        try:
            fill(cluster)
            environment = environment_of(cluster, folder)
        finally:
            cluster.stop()
        world = World(hosts=made, cluster=cluster, folder=folder, environment=environment)
        world.environment = environment_of_web(world, environment)
        try:
            _start(world)
            yield world
        finally:
            world.stop_all()


def _start(world: World) -> None:
    data = world.cluster.data
    (data / "pg_hba.conf").write_text(HBA)
    serve_database(world, "db1", data)
    until(lambda: answers(world, "db1"), PATIENCE, "the primary does not answer")
    standby = make_standby(world)
    serve_database(world, "db2", standby)
    ask(world, "db1", f"ALTER SYSTEM SET synchronous_standby_names = '{STANDBY}'")
    ask(world, "db1", "SELECT pg_reload_conf()")
    until(lambda: _is_synchronous(world), PATIENCE, "the standby does not follow")
    for name in ("app1", "app2"):
        serve_web(world, name)
    serve_proxy(world)


def _is_synchronous(world: World) -> bool:
    return ask(world, "db1", "SELECT max(sync_state) FROM pg_stat_replication") == "sync"


def _undisturbed(world: World, story: Story) -> None:
    began = now()
    wait_for(4)
    story.losses["nothing"] = lost(world.folder, began, now())


def _an_application_host(world: World, story: Story) -> None:
    died = world.kill("app1")
    wait_for(4)
    serve_web(world, "app1")
    _until_good(world, story, "an application host (kill -9)", died)
    _both_hosts_are_back(world)


def _a_cable(world: World, story: Story) -> None:
    cut = now()
    world.hosts["app2"].unplug()
    wait_for(6)
    world.hosts["app2"].plug()
    _until_good(world, story, "an application host's network (cable out)", cut)
    _both_hosts_are_back(world)


def _the_proxy(world: World, story: Story) -> None:
    died = world.kill("proxy")
    wait_for(NOTICED)
    serve_proxy(world)
    _until_good(world, story, f"the proxy (kill -9, started again after {NOTICED:g} s)", died)


def _the_standby(world: World, story: Story) -> None:
    """Writes wait and are not acknowledged; pages that only read are answered. Then it comes back."""
    died = world.kill("db2")
    wait_for(3)
    alone = [answered for _, _, answered in acknowledged(world.folder) if died + 0.5 < answered < now()]
    story.acknowledged_alone = len(alone)
    serve_database(world, "db2", world.cluster.home / "standby")
    until(lambda: _is_synchronous(world), PATIENCE, "the standby does not come back")
    _until_good(world, story, "the standby (kill -9, back after 3 s)", died)


def _the_primary(world: World, story: Story) -> None:
    """The documented command on the standby's host; nothing is told to the application hosts."""
    died = world.kill("db1")
    wait_for(NOTICED)
    ask(world, "db2", "SELECT pg_promote(wait => true)")
    _until_good(world, story, f"the primary (kill -9, standby promoted after {NOTICED:g} s)", died)
    began = now()
    until(lambda: any(answered > began for *_, answered in acknowledged(world.folder)), PATIENCE, "nobody can write")


def _until_good(world: World, story: Story, what: str, since: float) -> None:
    began = now()
    until(lambda: good_since(world.folder, began), PATIENCE, f"{what}: users are not answered any more")
    story.losses[what] = lost(world.folder, since, now())


def _both_hosts_are_back(world: World) -> None:
    """Wait until each answers, and give the proxy the time to find it, before the next is lost."""
    for name in ("app1", "app2"):
        until(lambda name=name: web_answers(world, name), PATIENCE, f"{name} did not come back")  # type: ignore[misc]
    wait_for(3)


def _lines(world: World, name: str) -> set[str]:
    found = ask(world, name, "SELECT coalesce(string_agg(id::text, ' '), '') FROM audit.event")
    return set(str(found).split())


def results(story: Story) -> str:
    """The file that is kept."""
    lost_lines = len(story.acknowledged - story.there)
    lines = [
        "# What users lose when a part is lost",
        "",
        f"{story.hosts} hosts, each a network namespace on one switch: two application hosts behind HAProxy, a primary"
        " with a synchronous standby, and users who ask for four pages at a time, ten times a second each at most. All"
        " on the same two cores, so the seconds are upper bounds. `./rundbord bench standby`.",
        "",
        *story.table(),
        "",
        f"Acknowledged writes: {len(story.acknowledged):,}. Lost with the primary: {lost_lines}."
        f" Acknowledged by a primary whose standby was gone: {story.acknowledged_alone}.",
        "",
        "Writes went beside the screens, from both application hosts and by the addresses that they use: one line of"
        " the log a transaction. Pages were the health page and the sign-in page, each of which asks the database.",
    ]
    return "\n".join(lines) + "\n"


def keep(story: Story, file: Path) -> None:
    """Write it down."""
    file.write_text(results(story), "utf-8")
