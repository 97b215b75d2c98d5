"""How much memory a device has free and this process uses. On a CPU, pages of mapped files do not count as used."""

import sys
from pathlib import Path

import psutil
import torch


def used_bytes(device: torch.device) -> int:
    """What this process holds now: of the GPU's memory where it trains there, else of the machine's."""
    if device.type == "cuda":
        return torch.cuda.memory_reserved(device)
    if device.type == "mps":
        return torch.mps.driver_allocated_memory()
    return psutil.Process().memory_info().rss - _mapped_bytes()


def peak_bytes(device: torch.device) -> int:
    """The most that this process has held so far."""
    if device.type == "cuda":
        return torch.cuda.max_memory_reserved(device)
    if device.type == "mps":
        return torch.mps.driver_allocated_memory()
    if sys.platform == "win32":
        return psutil.Process().memory_info().peak_wset
    if sys.platform == "linux":
        # Not getrusage: its figure begins with that of the process that started this one.
        status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
        return int(status.partition("VmHWM:")[2].split()[0]) * 1024 - _mapped_bytes()
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def free_bytes(device: torch.device) -> int:
    """What could still be taken without taking it from anyone."""
    if device.type == "cuda":
        free, _ = torch.cuda.mem_get_info(device)
        return free + torch.cuda.memory_reserved(device) - torch.cuda.memory_allocated(device)
    if device.type == "mps":
        return torch.mps.recommended_max_memory() - torch.mps.driver_allocated_memory()
    return min(psutil.virtual_memory().available, _left_in_container())


def total_bytes(device: torch.device) -> int:
    """A GPU's whole memory; 0 for a CPU, which shares its own with everything else."""
    if device.type == "cuda":
        return torch.cuda.mem_get_info(device)[1]
    return torch.mps.recommended_max_memory() if device.type == "mps" else 0


def _mapped_bytes() -> int:
    """Pages that are files' own, as far as the system tells them apart."""
    return getattr(psutil.Process().memory_info(), "shared", 0)


def _left_in_container() -> int:
    """What a container's own limit leaves, of which psutil knows nothing; without one, more than any machine has."""
    try:
        limit = Path("/sys/fs/cgroup/memory.max").read_text(encoding="ascii").strip()
        current = Path("/sys/fs/cgroup/memory.current").read_text(encoding="ascii").strip()
    except OSError:
        return sys.maxsize
    return sys.maxsize if limit == "max" else max(0, int(limit) - int(current))
