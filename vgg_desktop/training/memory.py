"""How much memory a device has free and this process uses. On a CPU, pages of mapped files do not count as used."""

import ctypes
import os
import re
import sys
from pathlib import Path

import torch

_FALLBACK_SHARE = 0.5


def used_bytes(device: torch.device) -> int:
    """What this process holds now: of the GPU's memory where it trains there, else of the machine's."""
    if device.type == "cuda":
        return torch.cuda.memory_reserved(device)
    if device.type == "mps":
        return torch.mps.driver_allocated_memory()
    if sys.platform == "linux":
        resident, shared = (int(pages) for pages in Path("/proc/self/statm").read_text().split()[1:3])
        return (resident - shared) * os.sysconf("SC_PAGESIZE")
    return peak_bytes(device)


def peak_bytes(device: torch.device) -> int:
    """The most that this process has held so far."""
    if device.type == "cuda":
        return torch.cuda.max_memory_reserved(device)
    if device.type == "mps":
        return torch.mps.driver_allocated_memory()
    if sys.platform == "linux":
        status = _kilobytes(Path("/proc/self/status"))
        return status["VmHWM"] - status.get("RssFile", 0)
    if sys.platform == "win32":
        return _windows_peak_bytes()
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def free_bytes(device: torch.device) -> int:
    """What could still be taken without taking it from anyone."""
    if device.type == "cuda":
        free, _ = torch.cuda.mem_get_info(device)
        return free + torch.cuda.memory_reserved(device) - torch.cuda.memory_allocated(device)
    if device.type == "mps":
        return torch.mps.recommended_max_memory() - torch.mps.driver_allocated_memory()
    if sys.platform == "linux":
        return min(_kilobytes(Path("/proc/meminfo"))["MemAvailable"], _left_in_container())
    if sys.platform == "win32":
        return _windows_free_bytes()
    # macOS says what is free only through a command; half of the memory is what a busy desktop leaves.
    return int(os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") * _FALLBACK_SHARE)


def total_bytes(device: torch.device) -> int:
    """A GPU's whole memory; 0 for a CPU, which shares its own with everything else."""
    if device.type == "cuda":
        return torch.cuda.mem_get_info(device)[1]
    return torch.mps.recommended_max_memory() if device.type == "mps" else 0


def _kilobytes(file: Path) -> dict[str, int]:
    """The rows of a file such as /proc/meminfo, in bytes."""
    rows = re.findall(r"^(\w+):\s+(\d+) kB$", file.read_text(encoding="ascii", errors="replace"), re.MULTILINE)
    return {name: int(value) * 1024 for name, value in rows}


def _left_in_container() -> int:
    """What a container's own limit leaves; without a limit, more than any machine has."""
    try:
        limit = Path("/sys/fs/cgroup/memory.max").read_text(encoding="ascii").strip()
        current = Path("/sys/fs/cgroup/memory.current").read_text(encoding="ascii").strip()
    except OSError:
        return sys.maxsize
    return sys.maxsize if limit == "max" else max(0, int(limit) - int(current))


if sys.platform == "win32":

    class _MemoryStatus(ctypes.Structure):
        """Source: MEMORYSTATUSEX, learn.microsoft.com/windows/win32/api/sysinfoapi."""

        _fields_ = (
            ("length", ctypes.c_ulong),
            ("load", ctypes.c_ulong),
            *((name, ctypes.c_ulonglong) for name in ("total", "free", "f1", "f2", "f3", "f4", "f5")),
        )

    class _ProcessMemory(ctypes.Structure):
        """Source: PROCESS_MEMORY_COUNTERS, learn.microsoft.com/windows/win32/api/psapi."""

        _fields_ = (
            ("length", ctypes.c_ulong),
            ("faults", ctypes.c_ulong),
            ("peak", ctypes.c_size_t),
            *((name, ctypes.c_size_t) for name in ("now", "f1", "f2", "f3", "f4", "f5", "f6")),
        )

    def _windows_free_bytes() -> int:
        status = _MemoryStatus()
        status.length = ctypes.sizeof(status)
        ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(status))
        return int(status.free)

    def _windows_peak_bytes() -> int:
        counters = _ProcessMemory()
        counters.length = ctypes.sizeof(counters)
        kernel = ctypes.windll.kernel32
        kernel.GetCurrentProcess.restype = ctypes.c_void_p
        kernel.K32GetProcessMemoryInfo(
            ctypes.c_void_p(kernel.GetCurrentProcess()), ctypes.byref(counters), counters.length
        )
        return int(counters.peak)
