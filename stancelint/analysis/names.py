"""Names folded so that their spellings meet: case, the possessive, and Cyrillic against its many Latin forms."""

from __future__ import annotations

# Romanisations of Ukrainian and Russian differ in i, y and j, in h and g, in ie and e: the skeleton keeps one of each.
_LETTERS = str.maketrans({
    "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "h", "д": "d", "е": "e", "є": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i",
    "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
    "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh", "ъ": "", "ы": "i", "ь": "", "э": "e",
    "ю": "u", "я": "a", "y": "i", "j": "i", "g": "h", "'": "", "’": "", "ʼ": "", " ": "", "-": "", ".": "", "‑": "",
})  # fmt: skip
_APOSTROPHES = "'’ʼ"
_PASSING = frozenset({"the", "regional", "region", "oblast", "military", "acting"})
_OFFICE_WORDS = {
    "ukrainian": "ukraine",
    "russian": "russia",
    "defense": "defence",
    "internal": "interior",
    "affairs": "",
    "centre": "center",
}


def fold(name: str) -> str:
    """``name`` without regard to case, spacing and the form of its apostrophes and hyphens."""
    return " ".join(name.replace("’", "'").replace("ʼ", "'").replace("‑", "-").replace("–", "-").split()).casefold()


def possessor(text: str) -> str:
    """``text`` without the space around it, and without a closing possessive: `Reuters'`, `Ukraine’s`."""
    name = " ".join(text.split())
    if len(name) > 2 and name[-1] in "sS" and name[-2] in _APOSTROPHES:
        return name[:-2]
    if len(name) > 2 and name[-1] in _APOSTROPHES and name[-2] in "sS":
        return name[:-1]
    return name


def skeleton(name: str) -> str:
    """What is left of a name when the romanisations' differences are taken away; Cyrillic is turned into Latin first."""
    bare = name.casefold().translate(_LETTERS).replace("shch", "sh")
    while "ii" in bare:
        bare = bare.replace("ii", "i")
    bare = bare.replace("ie", "e").replace("ia", "a").replace("iu", "u").replace("io", "e")
    return bare.replace("aa", "a").rstrip("i")


def office(name: str) -> str:
    """An office's name in one order and spelling: `Ukraine's air force`, `the Air Force of Ukraine` and `Ukrainian Air Force` are one."""
    parts = [part.split() for part in fold(name).split(" of ")]
    words = [_OFFICE_WORDS.get(bare, bare) for part in reversed(parts) for word in part if (bare := _unowned(word)) not in _PASSING]
    return " ".join(word for word in words if word)


def _unowned(word: str) -> str:
    return word[:-2] if word.endswith("'s") else word.rstrip("'")
