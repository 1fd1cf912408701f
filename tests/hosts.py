"""Whether this machine and user can try what needs a proxy and networks of its own."""

from __future__ import annotations

import os
import shutil

# CI sets it: there the tests are tried whatever happens, and fail where they cannot be.
DEMANDED = "RUNDBORD_HOSTS"


def what_hosts_lack() -> str:
    """Say in Danish what is lacking; empty where nothing is, or where the tests are demanded."""
    if os.environ.get(DEMANDED):
        return ""
    lacking = [program for program in ("haproxy", "ip") if not shutil.which(program)]
    if lacking:
        return f"{' og '.join(lacking)} mangler (apt-get install haproxy iproute2)."
    return "" if os.geteuid() == 0 else "netværk laves kun af root."
