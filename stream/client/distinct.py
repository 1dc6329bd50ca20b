"""Telling repeated events from new ones, with bounded memory."""

import hashlib
from collections import OrderedDict
from collections.abc import Iterable
from typing import Final

from stream.kafka.headers import last

Place = tuple[int, int]
"""Partition and offset."""

WINDOW: Final = 100_000
"""Ids remembered, of about 200 bytes each. A worker repeats what it had in hand when it was stopped: far fewer."""
_ID: Final = "ce_id"


class Distinct:
    """The ids of the last events, and where each was seen first."""

    def __init__(self, window: int = WINDOW) -> None:
        self._window = window
        self._seen: OrderedDict[bytes, Place] = OrderedDict()

    def repeats(self, headers: Iterable[tuple[str, bytes]], place: Place) -> bool:
        """Whether an event with this id was seen before, at another place.

        At the same place it is the same one, which is read again. An event without an id is never a repetition.
        """
        identity = last(headers, _ID)
        if identity is None:
            return False
        # Whatever length an id has, what is remembered of it is short.
        short = hashlib.blake2b(identity, digest_size=16).digest()
        first = self._seen.setdefault(short, place)
        self._seen.move_to_end(short)
        if len(self._seen) > self._window:
            self._seen.popitem(last=False)
        return first != place
