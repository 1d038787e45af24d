"""Making sure that a process can reach nothing but itself."""

import fcntl
import os
import socket
import struct
import sys
from typing import Any

SIOCGIFFLAGS, SIOCSIFFLAGS, IFF_UP = 0x8913, 0x8914, 0x1


def shut() -> str:
    """Bring up loopback in a namespace of our own, or forbid connections; returns which."""
    if os.environ.get("BIMTEK_JARINGAN") == "namespace":
        _loopback_up()
        return "namespace"
    sys.addaudithook(_refuse)
    return "audit"


def _loopback_up() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        request = struct.pack("16sh14s", b"lo", 0, b"")
        flags = struct.unpack("16sh14s", fcntl.ioctl(sock, SIOCGIFFLAGS, request))[1]
        fcntl.ioctl(sock, SIOCSIFFLAGS, struct.pack("16sh14s", b"lo", flags | IFF_UP, b""))


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if event in ("socket.connect", "socket.sendto"):
        address = arguments[1]
        if isinstance(address, tuple) and not str(address[0]).startswith(("127.", "::1")):
            raise PermissionError(f"the day must not leave this machine: {address!r}")
    if event == "socket.getaddrinfo" and arguments[0] not in ("localhost", "127.0.0.1", None):
        raise PermissionError(f"the day must not look up names: {arguments[0]!r}")


def interfaces() -> list[str]:
    """Names of the network interfaces this process sees."""
    return [name for _index, name in socket.if_nameindex()]
