"""Say what made a document: codebook, models with their digests, package versions.

`describe_run(codebook="plover@3f2a…", parser="en_core_web_sm", encoder=None, reports=ids)` has
an id that is the same whenever version, codebook, models and reports are: no clock, no chance.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256
from importlib import metadata, util
from pathlib import Path

from dateline import __version__
from dateline.export.story_shape import ModelsObject, RunObject

_PACKAGES = ("numpy", "onnxruntime", "spacy")
"""Packages whose release can change what is read."""


def describe_run(
    *, codebook: str, parser: str, encoder: str | None, reports: Iterable[str]
) -> RunObject:
    """Return the run's codebook, models and packages, with an id that is their digest.

    `codebook` is "name@digest", `parser` the name of an installed package, `encoder`
    the weights of the coder as "name sha256:…", `reports` ids.
    """
    models: ModelsObject = {"encoder": encoder, "parser": _parser(parser)}
    made_of = [__version__, codebook, models, sorted(reports)]
    return {
        "id": sha256(json.dumps(made_of, sort_keys=True).encode()).hexdigest()[:16],
        "codebook": codebook,
        "models": models,
        "packages": {name: found for name in _PACKAGES if (found := _version(name))},
    }


def _version(package: str) -> str | None:
    """Return the release of an installed package."""
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None


@lru_cache(maxsize=2)
def _parser(name: str) -> str:
    """Return a parser as "name release sha256:…", over all its data files in sorted order."""
    spec = util.find_spec(name)
    if spec is None or spec.origin is None:
        return name
    digest = sha256()
    home = Path(spec.origin).parent
    for file in sorted(home.rglob("*")):
        if file.is_file() and "__pycache__" not in file.parts:
            digest.update(file.relative_to(home).as_posix().encode() + b"\0")
            digest.update(file.read_bytes())
    return f"{name} {_version(name) or ''} sha256:{digest.hexdigest()}".replace("  ", " ")
