#!/usr/bin/env python3
"""Django's own commands; `./rundbord manage …` calls this with the environment in place."""

import os
import sys

from django.core.management import execute_from_command_line

from rundbord.config.environment import EnvironmentIncomplete

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rundbord.config.settings")
    try:
        execute_from_command_line(sys.argv)
    except EnvironmentIncomplete as incomplete:
        sys.exit(f"Miljøvariabler mangler eller kan ikke læses: {incomplete}")
