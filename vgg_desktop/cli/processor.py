"""How the arithmetic's threads share the processor with everything else on the machine."""

import os

# Read by the OpenMP libraries (GNU, Intel and LLVM) when they are loaded.
_SLEEP_WHEN_IDLE = {"OMP_WAIT_POLICY": "PASSIVE", "KMP_BLOCKTIME": "0"}


def let_idle_threads_sleep() -> None:
    """Call before torch is loaded; child processes inherit it, and what the user has set stays.

    A thread that spins while it waits for its sibling takes the core that the sibling needs as soon as anything else
    runs: on 2 busy cores one picture took ten times as long.
    """
    for name, value in _SLEEP_WHEN_IDLE.items():
        os.environ.setdefault(name, value)
