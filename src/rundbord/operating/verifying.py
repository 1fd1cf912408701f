"""`./rundbord verify-log`: whether somebody rewrote the log; on the demo's when DATABASE_URL is not set."""

from __future__ import annotations

import sys

from rundbord.operating.managing import main as manage

if __name__ == "__main__":
    sys.exit(manage(["verify_log", *sys.argv[1:]]))
