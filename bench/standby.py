"""Measures what users lose when an application host, its network, the proxy, the standby or the primary is lost.

Usage: ./rundbord bench standby   (as root: each host is a network namespace)
"""

import os
import sys
from pathlib import Path

import django

RESULT = Path(__file__).parent / "results" / "standby.md"


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rundbord.config.settings")
    django.setup()
    from tests.operating.standby_story import keep, results, tell  # noqa: PLC0415 - needs Django set up

    story = tell()
    keep(story, RESULT)
    print(results(story))  # noqa: T201 - the terminal is its screen
    return 0


if __name__ == "__main__":
    sys.exit(main())
