"""Log control: each week a sample of what was read about persons, and whatever stands out, looked through by people."""
