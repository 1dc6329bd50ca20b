"""Messages between the worker and its processes: a length, then a pickle.

Both ends are this program, on a socket pair that nobody else can open.
"""

import pickle
import struct
from asyncio import StreamReader, StreamWriter
from typing import IO, Any

_LENGTH = struct.Struct(">Q")


def pack(message: object) -> bytes:
    """The message as it goes over the socket."""
    body = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    return _LENGTH.pack(len(body)) + body


def read(stream: IO[bytes]) -> Any:
    """The next message; raises :class:`EOFError` where the other end is closed."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    (length,) = _LENGTH.unpack(head)
    body = stream.read(length)
    if len(body) < length:
        raise EOFError
    return pickle.loads(body)  # noqa: S301 - written by ourselves, see above


async def receive(reader: StreamReader) -> Any:
    """The next message; raises :class:`asyncio.IncompleteReadError` where the other end is closed."""
    (length,) = _LENGTH.unpack(await reader.readexactly(_LENGTH.size))
    return pickle.loads(await reader.readexactly(length))  # noqa: S301 - written by ourselves, see above


async def send(writer: StreamWriter, message: object) -> None:
    """Send a message; raises :class:`ConnectionError` where the other end is closed."""
    writer.write(pack(message))
    await writer.drain()
