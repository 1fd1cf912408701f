"""Pure rules of the sources from outside: addresses, waiting times, formats, sums."""
