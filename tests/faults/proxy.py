"""A TCP proxy on loopback whose connections can be cut, slowed and stalled."""

import asyncio
from contextlib import suppress
from types import TracebackType
from typing import Self

_CHUNK = 64 * 1024


class Proxy:
    """Forwards ``port`` to ``target`` on 127.0.0.1, inside an ``async with``."""

    def __init__(self, port: int, target: int) -> None:
        self.port = port
        self._target = target
        self._server: asyncio.Server | None = None
        self._open: set[asyncio.StreamWriter] = set()
        self._flows = asyncio.Event()
        self._flows.set()
        self.delay = 0.0
        """Seconds by which each chunk of data is held back."""

    async def __aenter__(self) -> Self:
        await self._listen()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self._refuse()

    async def cut(self, seconds: float) -> None:
        """Break all connections and refuse new ones for so long."""
        await self._refuse()
        await asyncio.sleep(seconds)
        await self._listen()

    async def slow(self, seconds: float, delay: float) -> None:
        """Hold each chunk back by ``delay`` seconds for so long."""
        self.delay = delay
        await asyncio.sleep(seconds)
        self.delay = 0.0

    async def stall(self, seconds: float) -> None:
        """Forward nothing for so long, with the connections open: as a network that loses every packet."""
        self._flows.clear()
        await asyncio.sleep(seconds)
        self._flows.set()

    async def _listen(self) -> None:
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", self.port)

    async def _refuse(self) -> None:
        server, self._server = self._server, None
        if server is not None:
            server.close()
        for writer in list(self._open):
            writer.transport.abort()

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            there, back = await asyncio.open_connection("127.0.0.1", self._target)
        except OSError:
            writer.transport.abort()
            return
        self._open |= {writer, back}
        try:
            await asyncio.gather(self._pump(reader, back), self._pump(there, writer))
        finally:
            self._open -= {writer, back}

    async def _pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while data := await reader.read(_CHUNK):
                await self._flows.wait()
                if self.delay:
                    await asyncio.sleep(self.delay)
                writer.write(data)
                await writer.drain()
        writer.close()
