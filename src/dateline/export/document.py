"""Make the public JSON document of some stories: what `dateline brief --json` prints.

`story_document(stories, rejects, run=describe_run(…))` is plain dictionaries and lists;
`to_json` writes them the same way each time, so that equal input gives equal bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from dateline.export.stories import story_object
from dateline.export.story_shape import DocumentObject, RunObject
from dateline.model import Reject, Story


def story_document(
    stories: Sequence[Story], rejects: Iterable[Reject], *, run: RunObject
) -> DocumentObject:
    """Return the document of these stories and of the pages that could not be read."""
    from dateline import __version__

    return {
        "dateline": __version__,
        "run": run,
        "stories": [story_object(story) for story in stories],
        "rejects": [{"path": reject.path, "reason": reject.reason} for reject in rejects],
    }


def to_json(document: DocumentObject) -> str:
    """Return the document as JSON text with letters of all scripts as they are."""
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
