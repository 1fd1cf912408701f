"""The start page, *I dag*: gathers what the other apps offer; read by nobody."""
