"""Policy files to one policy: what a file extends is laid beneath it, and every mistake is told with its place."""

from __future__ import annotations

import os
from pathlib import Path

from stancelint.errors import PolicyError
from stancelint.policy.policy import PolicyFile
from stancelint.policy.tree import tree_of
from stancelint.rulebook.convert import MisfitError, convert, nearest
from stancelint.rulebook.knowledge import builtin_rules
from stancelint.rulebook.yaml_nodes import Node, locate, read_nodes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# keys whose values of two files are joined; all others are replaced by the nearer file
_JOINED = frozenset({"sources", "packs", "exclude", "overrides"})
_MAX_CHAIN = 16


def read_policy(path: Path | None) -> tuple[dict[str, Any], tuple[Path, ...], dict[str, str]]:
    """The plain data of that policy (None: the built-in one), the files it was read from, and which file set each rule pattern.

    Raises ``PolicyError``.
    """
    setters: dict[str, str] = {}
    if path is None:
        path = _builtin("default", None)
    data, files = _chain(path, (), setters)
    data.pop("extends", None)
    return data, files, setters


def _chain(path: Path, below: tuple[Path, ...], setters: dict[str, str]) -> tuple[dict[str, Any], tuple[Path, ...]]:
    if path in below or len(below) > _MAX_CHAIN:
        raise PolicyError("extends itself", path=str(path), hint=f"by way of {' → '.join(str(p) for p in below)}")
    node = read_nodes(path, PolicyError)
    data = _validated(node, path)
    base: dict[str, Any] = {}
    files: tuple[Path, ...] = ()
    builtin = path.parent == builtin_rules() / "policies"
    extends = data.get("extends", [] if builtin else ["default"])
    for name in [extends] if isinstance(extends, str) else extends or []:
        parent = _builtin(name, path) if "/" not in name and not name.endswith((".yaml", ".yml")) else _in_tree(name, path)
        beneath, read = _chain(parent, (*below, path), setters)
        base = _lay(base, beneath)
        files += read
    for pattern in data.get("rules") or {}:
        setters[pattern] = str(path)
    return _lay(base, _absolute(data, path)), (*files, path)


def _validated(node: Node, path: Path) -> dict[str, Any]:
    data = node.plain()
    if data is None:
        return {}
    if not isinstance(data, dict):
        raise PolicyError("a policy is “name: value” lines", path=str(path), line=node.line, hint="see `stancelint schema policy`")
    try:
        convert(PolicyFile, data)
    except MisfitError as misfit:
        line, column = locate(node, misfit.path, at_key=misfit.at_key)
        raise PolicyError(misfit.message, path=str(path), line=line, column=column, hint=misfit.hint) from None
    return data


def _builtin(name: str, asked_by: Path | None) -> Path:
    folder = builtin_rules() / "policies"
    path = folder / f"{name}.yaml"
    if not os.path.isfile(path):  # unlike the path's own question, this one has an answer for a name too long to be a file's
        known = sorted(p.stem for p in folder.glob("*.yaml"))
        meant = nearest(name, known)
        hint = f"did you mean “{meant}”?" if meant else f"built-in policies: {', '.join(known)}; a file is written with its .yaml"
        raise PolicyError(f"extends “{name}”, which is no built-in policy", path=str(asked_by) if asked_by else None, hint=hint)
    return path


def _absolute(data: dict[str, Any], path: Path) -> dict[str, Any]:
    written = dict(data)
    for key in ("sources", "packs"):
        if written.get(key):
            names = [written[key]] if isinstance(written[key], str) else written[key]
            written[key] = [_inside(name, path, key) for name in names]
    return written


def _inside(name: str, path: Path, key: str) -> str:
    root = path.parent.resolve()
    found = (root / name).resolve()
    if not found.is_relative_to(root):
        hint = "copy it beside the policy, or move the policy up"
        raise PolicyError(f"{key}: “{name}” lies outside the policy's own folder", path=str(path), hint=hint)
    if not os.path.exists(found):
        raise PolicyError(f"{key}: “{name}” does not exist", path=str(path), hint=f"looked for {found}")
    return str(found)


def _in_tree(name: str, path: Path) -> Path:
    found, tree = (path.parent / name).resolve(), tree_of(path.parent)
    if not found.is_relative_to(tree):
        raise PolicyError(f"extends: “{name}” lies outside the tree", path=str(path), hint=f"the tree is {tree}: copy the policy into it")
    return found


def _lay(beneath: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    laid = dict(beneath)
    for key, value in over.items():
        if value is None:
            continue
        if isinstance(value, dict) and isinstance(laid.get(key), dict):
            laid[key] = _lay(laid[key], value)
            if key == "rules":  # what is written nearest the draft is weighed last
                laid[key] = {**{k: v for k, v in laid[key].items() if k not in value}, **value}
        elif key in _JOINED and isinstance(laid.get(key), list):
            laid[key] = [*laid[key], *([value] if isinstance(value, str) else value)]
        else:
            laid[key] = value
    return laid
