"""The days that a draft's links are held against."""

from __future__ import annotations

from datetime import date, timedelta

from stancelint.text.value import Value


class Days(Value):
    """What links are held against: ``first`` the draft's own date, ``latest`` the last day it names; None keeps checks silent."""

    first: date | None = None
    latest: date | None = None
    max_age: int = 730

    def against(self, on: date) -> str | None:
        """What is wrong with a post made on that day, or None."""
        # a post made in the evening of the draft's day in the West is dated the next day in UTC
        if self.latest is not None and on > self.latest + timedelta(days=1):
            named = "the draft's own date" if self.latest == self.first else "the latest date that the draft names"
            return f"after {named}, {self.latest.isoformat()}"
        if self.first is not None and (self.first - on).days > self.max_age:
            return f"{(self.first - on).days:,} days before the draft's own date, {self.first.isoformat()}"
        return None
