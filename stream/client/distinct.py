"""Telling repeated and superseded events from new ones, with bounded memory."""

import hashlib
from collections import OrderedDict
from collections.abc import Iterable
from typing import Final

from stream.kafka.headers import SEQUENCE, last

Place = tuple[int, int]
"""Partition and offset."""

WINDOW: Final = 100_000
"""Ids, and keys, remembered, of about 200 bytes each. A worker repeats what it had in hand when it was stopped: far fewer."""
_ID: Final = "ce_id"


class Distinct:
    """The ids of the last events and where each was seen first; of each key, the newest source record seen."""

    def __init__(self, window: int = WINDOW) -> None:
        self._window = window
        self._seen: OrderedDict[bytes, Place] = OrderedDict()
        self._newest: OrderedDict[bytes, tuple[bytes, bytes]] = OrderedDict()

    def repeats(self, headers: Iterable[tuple[str, bytes]], place: Place, key: bytes | None = None) -> bool:
        """Whether an event is to be left out.

        Because one with its id was seen before, at another place: at the same place it is the same one, which is read
        again. Or because one of a later version of its article (``key``) was: the header ``ce_sequence`` tells. An
        event without an id is never a repetition, one without a sequence never superseded.
        """
        headers = list(headers)
        identity = last(headers, _ID)
        if identity is None:
            return False
        # Whatever length an id has, what is remembered of it is short.
        short = hashlib.blake2b(identity, digest_size=16).digest()
        known = short in self._seen
        first = self._seen.setdefault(short, place)
        self._seen.move_to_end(short)
        if len(self._seen) > self._window:
            self._seen.popitem(last=False)
        return first != place if known else self._superseded(last(headers, SEQUENCE), key)

    def _superseded(self, sequence: bytes | None, key: bytes | None) -> bool:
        if sequence is None or key is None:
            return False
        partition, _, offset = sequence.partition(b"-")
        short = hashlib.blake2b(key, digest_size=16).digest()
        before = self._newest.get(short)
        # In another partition, since partitions were added, nothing is known of the order.
        if before is not None and before[0] == partition and offset < before[1]:
            return True
        self._newest[short] = (partition, offset)
        self._newest.move_to_end(short)
        if len(self._newest) > self._window:
            self._newest.popitem(last=False)
        return False
