"""The CommonMark specification's own examples, each read as a draft and held to the laws of places.

    npm pack commonmark-spec && tar xzf commonmark-spec-*.tgz
    python benchmarks/commonmark_spec.py package/spec.txt

Prints how many examples there are, and in how many a character of prose stands in the wrong place.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from stancelint.readers import read
from tests.readers import laws

_EXAMPLE = re.compile(r"^`{32} example\n(.*?)^\.\n.*?^`{32}$", re.MULTILINE | re.DOTALL)


def misplaced(markdown: str) -> str | None:
    """What law of places the example breaks, or None."""
    try:
        laws.hold(read(markdown.encode(), "example.md"))
    except Exception as problem:
        return f"{type(problem).__name__}: {problem}"
    return None


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    examples = [found.replace("→", "\t") for found in _EXAMPLE.findall(Path(sys.argv[1]).read_text("utf-8"))]
    faults = [(example, fault) for example in examples if (fault := misplaced(example))]
    for example, fault in faults:
        print(repr(example), fault)
    print(f"{len(examples)} examples, {len(faults)} misplaced")


if __name__ == "__main__":
    main()
