"""Kafka as the service needs it: codec, headers, topics, security, failures, embedded broker. Knows no linguistics."""
