"""Publisher and Subscriber: typed, asynchronous clients over aiokafka. Import no linguistics."""

from stream.client.filters import Where, keys_of
from stream.client.positions import Start, parse_start
from stream.client.publisher import Publisher
from stream.client.receipts import Failure, Receipt
from stream.client.received import Received
from stream.client.replay import Replay, Replayed
from stream.client.subscriber import Subscriber
from stream.client.window import Limit

__all__ = [
    "Failure",
    "Limit",
    "Publisher",
    "Receipt",
    "Received",
    "Replay",
    "Replayed",
    "Start",
    "Subscriber",
    "Where",
    "keys_of",
    "parse_start",
]
