"""The version of the tool, in one place: a report, the cache key and the package all name it."""

VERSION = "0.1.0"
