import subprocess
import sys
from hashlib import sha256

import pytest

from dashboard.ring import FIRST, NEXT, Ring

ROOM = 1000
IN_TWO_PROCESSES = """
import os
from dashboard.ring import Ring
ring = Ring(1000)
child = os.fork()
if not child:
    ring.keep(b"question", b"answer")
    os._exit(0)
os.waitpid(child, 0)
print(ring.get(b"question"))
"""


def _key(number: int) -> bytes:
    return sha256(str(number).encode()).digest()


def test_what_is_kept_is_given_under_its_own_key() -> None:
    ring = Ring(ROOM)
    assert ring.get(_key(1)) is None
    ring.keep(_key(1), b"one")
    ring.keep(_key(2), b"")
    assert (ring.get(_key(1)), ring.get(_key(2)), ring.get(_key(3))) == (b"one", b"", None)
    assert ring.get(_key(1)[:4] + _key(2)[4:]) is None, "another key that leads to the same place"
    ring.keep(_key(1), b"other")
    assert ring.get(_key(1)) == b"other"


def test_one_process_gives_what_another_kept() -> None:
    found = subprocess.run([sys.executable, "-c", IN_TWO_PROCESSES], capture_output=True, text=True, check=True)
    assert found.stdout == "b'answer'\n"


def test_the_oldest_goes_first_and_the_room_stays_what_it_is() -> None:
    ring = Ring(ROOM)
    for number in range(20):
        ring.keep(_key(number), bytes([number]) * 200)
        assert ring.get(_key(number)) == bytes([number]) * 200
    assert [number for number in range(20) if ring.get(_key(number))] == [16, 17, 18, 19]
    ring.keep(_key(21), bytes(ROOM))
    assert ring.get(_key(21)) is None
    assert ring.get(_key(19)) is not None


@pytest.mark.parametrize("at", [0, 20, 32, 131])
def test_what_is_not_whole_was_not_kept(at: int) -> None:
    """As when two processes write in one place, or one is killed while it writes."""
    ring = Ring(ROOM)
    ring.keep(_key(1), b"a" * 100)
    ring._memory[FIRST + at] ^= 255
    assert ring.get(_key(1)) is None


def test_where_the_next_one_comes_may_be_nonsense() -> None:
    ring = Ring(ROOM)
    ring._memory[: NEXT.size] = b"\xff" * NEXT.size
    ring.keep(_key(1), b"a")
    assert ring.get(_key(1)) == b"a"
