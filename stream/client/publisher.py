"""Writing articles to Kafka."""

from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Iterable
from contextlib import aclosing
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

from schemas import ARTICLES, Article, digest, event_id, identified
from stream.client.producer import Outgoing, Producer
from stream.client.receipts import Failure, Receipt
from stream.client.window import Limit
from stream.errors import CommuniqueError, RecordTooLargeError
from stream.kafka.codec import check_nesting, encode
from stream.kafka.headers import event_headers
from stream.kafka.topics import topic_name
from stream.settings import BrokerSettings


class Publisher:
    """Publishes articles: an async context manager.

    ::

        async with Publisher() as publisher:
            receipt = await publisher.publish(Article(text="…"))

    The key is the article's id, so that one article's versions and events stay in order. A record counts as published
    when all in-sync replicas have it; where the broker can tell a producer's retries apart, it is written once.

    ``settings`` default to the environment. What the workers would refuse for its size (``max_article_bytes``) is
    refused here.

    Raises:
        BrokerError: on entering: nothing answers, the credentials are refused or the topic is missing.

    """

    def __init__(self, settings: BrokerSettings | None = None) -> None:
        self.settings = settings or BrokerSettings()
        self.topic = topic_name(ARTICLES, self.settings)
        self._producer = Producer(self.settings)

    @property
    def idempotent(self) -> bool:
        """Whether the broker writes a retried record once."""
        return self._producer.broker.idempotent

    async def __aenter__(self) -> Self:
        await self._producer.__aenter__()
        try:
            self._producer.broker.require(self.topic)
        except CommuniqueError as error:
            await self._producer.__aexit__(type(error), error, None)
            raise
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self._producer.__aexit__(kind, error, traceback)

    async def publish(self, article: Article, *, traceparent: str | None = None) -> Receipt:
        """Publish one article and wait until the broker has it.

        ``traceparent`` is the W3C trace context that the article's events carry on.

        Raises:
            InvalidArticleError: its metadata is nested deeper than ``max_nesting``.
            RecordTooLargeError: the article is larger than ``max_article_bytes``.
            BrokerError: the broker did not take it.

        """
        return await self._producer.send(self._outgoing(article, traceparent))

    async def publish_all(
        self,
        articles: Iterable[Article] | AsyncIterable[Article],
        *,
        traceparent: str | None = None,
        in_flight: Limit | None = None,
    ) -> AsyncGenerator[Receipt | Failure, None]:
        """Publish many articles: one receipt or failure for each, in their order, as soon as it is known.

        Memory is bounded by ``in_flight``: articles are read no faster than the broker takes them. A fault of the
        broker, rather than of an article, ends it: what is in flight is still reported, then the error is raised. An
        ordinary iterable is read in the event loop: give an async one where reading blocks.
        """
        records = (self._attempt(article, traceparent) async for article in _async(articles))
        async with aclosing(self._producer.send_all(records, in_flight or Limit())) as results:
            async for result in results:
                yield result

    async def publish_raw(
        self, values: AsyncIterable[bytes], *, in_flight: Limit | None = None
    ) -> AsyncGenerator[Receipt | Failure, None]:
        """Write bytes to the topic as they are, unchecked and without a key, to see what the workers make of them."""
        records = (Outgoing(self.topic, value, None) async for value in values)
        async with aclosing(self._producer.send_all(records, in_flight or Limit())) as results:
            async for result in results:
                yield result

    def _attempt(self, article: Article, traceparent: str | None) -> Outgoing | Failure:
        try:
            return self._outgoing(article, traceparent)
        except CommuniqueError as error:
            return Failure(identified(article).id, error)

    def _outgoing(self, article: Article, traceparent: str | None) -> Outgoing:
        article = identified(article)
        article_id = str(article.id)
        check_nesting(article.metadata, self.settings.max_nesting)
        value = encode(article)
        if len(value) > (limit := self.settings.max_article_bytes):
            raise RecordTooLargeError(f"the article has {len(value)} bytes; the limit is {limit}")
        identity = event_id(ARTICLES.event_type, article_id, digest(value.decode()))
        now = datetime.now(UTC)
        headers = event_headers(ARTICLES, identity, source=self.settings.source, time=now, traceparent=traceparent)
        return Outgoing(self.topic, value, article_id.encode(), headers, article_id)


async def _async(articles: Iterable[Article] | AsyncIterable[Article]) -> AsyncIterator[Article]:
    if isinstance(articles, AsyncIterable):
        async for article in articles:
            yield article
    else:
        for article in articles:
            yield article
