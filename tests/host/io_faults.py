"""Makes the n-th call into the file system fail, as a pulled-out drive or a dying disk does."""

import builtins
import errno
import io
import os
import random
from collections.abc import Iterator
from contextlib import contextmanager

CALLS = ("open", "fsync", "replace", "rename", "mkdir", "stat", "unlink", "sendfile", "copy_file_range")
OPENS = ("w", "a", "+", "x")


class Faults:
    """Counts calls that touch a disk; the one whose turn it is, and all after it while `lasting`, fail."""

    def __init__(self, fail_at: int, code: int = errno.EIO, *, lasting: bool = True) -> None:
        self.fail_at = fail_at
        self.code = code
        self.lasting = lasting
        self.calls = 0

    def pass_or_raise(self) -> None:
        self.calls += 1
        if self.calls == self.fail_at or (self.lasting and self.calls > self.fail_at):
            raise OSError(self.code, os.strerror(self.code))


class _FailingFile(io.FileIO):
    """A file whose writes count; what it was asked to write before stays, half or whole."""

    faults: Faults

    def write(self, data: object) -> int:  # type: ignore[override]
        self.faults.pass_or_raise()
        return super().write(data)  # type: ignore[arg-type]


@contextmanager
def failing(faults: Faults) -> Iterator[Faults]:
    """Let the calls of this process fail as `faults` says; everything is as before afterwards."""
    saved = {name: getattr(os, name) for name in CALLS if hasattr(os, name)}
    real_open, real_io_open = builtins.open, io.open

    def counting(real):  # type: ignore[no-untyped-def]
        def call(*args: object, **kwargs: object) -> object:
            faults.pass_or_raise()
            return real(*args, **kwargs)

        return call

    def open_(file, mode="r", buffering=-1, *args, **kwargs):  # type: ignore[no-untyped-def]
        if isinstance(file, int) or not set(OPENS) & set(mode):
            return real_open(file, mode, buffering, *args, **kwargs)
        faults.pass_or_raise()
        if "b" not in mode:
            return real_open(file, mode, buffering, *args, **kwargs)
        raw = _FailingFile(file, mode.replace("b", ""))
        raw.faults = faults
        if buffering == 0:
            return raw
        return io.BufferedRandom(raw) if "+" in mode else io.BufferedWriter(raw)

    for name, real in saved.items():
        setattr(os, name, counting(real))
    builtins.open = io.open = open_  # type: ignore[assignment]
    try:
        yield faults
    finally:
        builtins.open, io.open = real_open, real_io_open
        for name, real in saved.items():
            setattr(os, name, real)


def calls_of(job):
    """How many calls into the file system a job makes."""
    with failing(Faults(10**9)) as counter:
        job()
    return counter.calls


def some(total, wanted):
    """This many of the calls, the same each time."""
    chosen = range(1, total + 1)
    return chosen if wanted >= total else sorted(random.Random(5).sample(chosen, wanted))


def error_of(job):
    """What a job raised, None when it went well."""
    try:
        job()
    except Exception as error:
        return error
    return None
