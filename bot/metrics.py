"""What the house did, counted for Prometheus."""

from collections.abc import Mapping

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from handlers.contract import Sighting


class Metrics:
    """The numbers of one house, in a registry of its own so that two houses in one process do not mix."""

    def __init__(self) -> None:
        """Begin at zero."""
        self.registry = CollectorRegistry()
        self._sightings = Counter(
            "dragoman_sightings",
            "What the house did, by kind (polled, sent, digest, refused)",
            ["kind"],
            registry=self.registry,
        )
        self._answers = Histogram(
            "dragoman_answer_seconds", "From a request to its reply, by command", ["command"], registry=self.registry
        )
        self._outbox = Gauge(
            "dragoman_outbox_messages", "Messages in the outbox, by state", ["state"], registry=self.registry
        )
        self._feeds = Gauge("dragoman_feeds", "Feeds, by health", ["health"], registry=self.registry)

    def saw(self, sighting: Sighting) -> None:
        """Count something the house did."""
        self._sightings.labels(sighting.kind).inc()

    def answered(self, command: str, seconds: float) -> None:
        """Count an answer and how long it took; `command` is a name out of the table, never what somebody typed."""
        self._answers.labels(command).observe(seconds)

    def page(self, outbox: Mapping[str, int], feeds: Mapping[str, int]) -> bytes:
        """The page for Prometheus, with the states of outbox and feeds as they stand now."""
        self._outbox.clear()
        self._feeds.clear()
        for state, count in outbox.items():
            self._outbox.labels(state).set(count)
        for health, count in feeds.items():
            self._feeds.labels(health).set(count)
        return generate_latest(self.registry)
