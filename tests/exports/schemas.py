"""The published schemas, which stand beside the project and are no part of it."""

from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[3] / "shared" / "domain" / "schemas"
needs_schemas = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the published schemas are not beside the project (../shared/domain/schemas)"
)
