from threading import Thread

import pytest

from dashboard.recent import Recent


def test_what_was_not_asked_for_longest_goes_first() -> None:
    recent: Recent[str, int] = Recent(2)
    recent.keep("a", 1)
    recent.keep("b", 2)
    assert recent.get("a") == 1
    recent.keep("c", 3)
    assert [recent.get(key) for key in "abc"] == [1, None, 3]


def test_a_value_is_made_once() -> None:
    recent: Recent[str, object] = Recent(2)
    first = recent.get_or_make("a", object)
    assert recent.get_or_make("a", object) is first


def test_a_failure_is_not_kept() -> None:
    recent: Recent[str, int] = Recent(2)
    with pytest.raises(ZeroDivisionError):
        recent.get_or_make("a", lambda: 1 // 0)
    assert recent.get_or_make("a", lambda: 1) == 1


def test_threads_share_it_without_losing_the_bound() -> None:
    recent: Recent[int, int] = Recent(10)
    threads = [
        Thread(target=lambda part=part: [recent.keep(part * 100 + at, at) for at in range(100)]) for part in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(recent.get(key) is not None for key in range(800)) == 10
