"""The build's own step: the built-in rule set is compiled once here, so that no first run of an installation has to."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

READY = "stancelint/_prepared"
STEP = "import sys, pathlib; from stancelint.engine.preparing import make_ready; make_ready(pathlib.Path(sys.argv[1]))"


class MakeReady(BuildHookInterface):
    """Puts what ``stancelint.engine.preparing`` makes into the wheel, or into the checkout where that is what gets installed."""

    made = ""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called before the wheel is filled. A step that fails is told of, and costs the ready-made files alone."""
        editable = version == "editable"
        if not editable:
            self.made = tempfile.mkdtemp()
        folder = Path(self.root, READY) if editable else Path(self.made)
        search = os.pathsep.join([self.root, *filter(None, [os.environ.get("PYTHONPATH")])])
        done = subprocess.run(
            [sys.executable, "-c", STEP, str(folder)], env={**os.environ, "PYTHONPATH": search}, capture_output=True, text=True
        )
        if done.returncode:
            self.app.display_warning(f"the rule set is not compiled beforehand: {done.stderr.strip()[-500:]}")
        elif not editable:
            build_data["force_include"].update({str(made): f"{READY}/{made.name}" for made in folder.glob("*.bin")})

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Called when the wheel is there."""
        shutil.rmtree(self.made, ignore_errors=True)
