"""The environment variables that Rundbord is started with, other than in production (there: .env.example)."""

from __future__ import annotations

import os
from pathlib import Path

from rundbord.operating.embedded.cluster import SUPERUSER, Cluster
from rundbord.operating.embedded.passwords import generated
from rundbord.operating.places import CACHE, ROOT, SOURCE

# Which login each variable is for.
LOGINS = {
    "DATABASE_URL": "rundbord_app",
    "DATABASE_URL_AUTH": "rundbord_auth",
    "DATABASE_URL_PLACE": "rundbord_place",
    # Read by `operating.worker` alone: the worker signs in with it in place of DATABASE_URL.
    "DATABASE_URL_JOB": "rundbord_job",
}
KEYS = ("RUNDBORD_SECRET_KEY", "RUNDBORD_CONTEXT_KEY")


def without_database() -> dict[str, str]:
    """For commands that read the code and never a row: the addresses lead nowhere, and reaching out fails at once."""
    return {
        **_code(),
        **{name: f"postgresql://{role}:none@%2Fnonexistent/rundbord" for name, role in LOGINS.items()},
        "RUNDBORD_MODE": "production",
        "RUNDBORD_SECRET_KEY": "only-for-reading-the-code-0123456789-abcdefghij",
        "RUNDBORD_CONTEXT_KEY": "only-for-reading-the-code-9876543210-jihgfedcba",
        "RUNDBORD_ORIGIN": "http://127.0.0.1:8000",
        "RUNDBORD_KEY_STORE": "/nonexistent",
        # makemigrations asks the database whether its history is consistent, and warns that it cannot be reached.
        "PYTHONWARNINGS": "ignore::RuntimeWarning",
    }


def of_tests(cluster: Cluster) -> dict[str, str]:
    """For the tests: this cluster, and its superuser so that each worker can make a database of its own."""
    return {
        **_code(),
        **_database(cluster),
        **_keys(cluster.home),
        "RUNDBORD_CLUSTER_URL": cluster.url_of(SUPERUSER, "postgres"),
        # Journeys load the demonstration into databases of their own, as an operator would.
        "DATABASE_URL_DEPLOY": cluster.url_of("rundbord_deploy"),
        "RUNDBORD_MODE": "test",
        "RUNDBORD_ORIGIN": "http://127.0.0.1:8000",
        # For the server of the journeys; the other tests read the files where they lie.
        "RUNDBORD_STATIC": str(cluster.home / "static"),
        **_key_store(cluster.home),
        # Hundreds of tests look somebody up; what it costs in production is measured by bench/keys.py.
        "RUNDBORD_INDEX_MEMORY_KIB": "8",
        "RUNDBORD_INDEX_PASSES": "1",
        # Playwright drives the browser that we found; it is never to fetch one.
        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD": "1",
    }


def of_demo(cluster: Cluster, port: int) -> dict[str, str]:
    """For the demo: this cluster on this port, keys kept beside the data."""
    return {
        **_code(),
        **_database(cluster),
        **_keys(cluster.home),
        "RUNDBORD_MODE": "demo",
        "RUNDBORD_ORIGIN": f"http://127.0.0.1:{port}",
        "RUNDBORD_STATIC": str(cluster.home / "static"),
        **_key_store(cluster.home),
    }


def with_owner(environment: dict[str, str], cluster: Cluster) -> dict[str, str]:
    """The same with the deploying login, for the command that prepares the database and nothing else."""
    return {**environment, "DATABASE_URL_OWNER": cluster.url_of("rundbord_deploy")}


def _code() -> dict[str, str]:
    return {
        "DJANGO_SETTINGS_MODULE": "rundbord.config.settings",
        "PYTHONPATH": os.pathsep.join([str(SOURCE), str(ROOT)]),
        # What a browser keeps of fonts and crashes belongs in the checkout, like everything else.
        "XDG_CACHE_HOME": str(CACHE),
        "XDG_CONFIG_HOME": str(CACHE / "config"),
    }


def _database(cluster: Cluster) -> dict[str, str]:
    return {name: cluster.url_of(role) for name, role in LOGINS.items()}


def _key_store(folder: Path) -> dict[str, str]:
    return {"RUNDBORD_KEY_STORE": str(folder / "key-store")}


def _keys(folder: Path) -> dict[str, str]:
    return generated(folder / "keys.json", KEYS)
