"""Values that the processes of one server keep together, in memory that they share since they were forked.

It is a ring: what is kept last takes the place of what was kept longest ago. Nobody waits for anybody. A seal over key
and value tells who reads whether what stands there is whole and was kept under that very key; when two processes wrote
in one place, or one was killed while it wrote, then it is as if it had not been kept.
"""

from __future__ import annotations

import hashlib
from mmap import mmap
from struct import Struct

NEXT, PLACE = Struct("=Q"), Struct("=QQ")
PLACES = 1 << 14
FIRST = NEXT.size + PLACES * PLACE.size
SEAL_SIZE = 32


class Ring:
    """At most `size` bytes. A key is a digest of 64 bytes at most: of all on which the value depends."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._memory = mmap(-1, FIRST + size)

    def get(self, key: bytes) -> bytes | None:
        start, end = PLACE.unpack_from(self._memory, _place(key))
        seal, value = self._memory[start : start + SEAL_SIZE], self._memory[start + SEAL_SIZE : end]
        return value if seal == _seal(key, value) else None

    def keep(self, key: bytes, value: bytes) -> None:
        sealed = _seal(key, value) + value
        if len(sealed) > self._size:
            return
        (start,) = NEXT.unpack_from(self._memory)
        if not FIRST <= start <= FIRST + self._size - len(sealed):
            start = FIRST
        end = start + len(sealed)
        NEXT.pack_into(self._memory, 0, end)
        self._memory[start:end] = sealed
        PLACE.pack_into(self._memory, _place(key), start, end)


def _place(key: bytes) -> int:
    return NEXT.size + int.from_bytes(key[:4]) % PLACES * PLACE.size


def _seal(key: bytes, value: bytes) -> bytes:
    return hashlib.blake2b(value, key=key, digest_size=SEAL_SIZE).digest()
