"""Matrix products in one thread."""

import subprocess
import sys

import pytest

pytest.importorskip("numpy")

_COUNT = """
import time
import numpy as np
from stream.nlp.parse.threads import one_thread

one_thread()
matrix = np.ones((700, 700), dtype="float32")
whole, own = time.process_time(), time.thread_time()
for _ in range(40):
    matrix @ matrix
print((time.process_time() - whole) / (time.thread_time() - own))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems' numpy may have another library")
def test_no_other_thread_helps_with_a_product() -> None:
    """All processor time of a product is that of the thread that asked for it, whatever the environment says."""
    environment = {"OPENBLAS_NUM_THREADS": "2", "PATH": "", "PYTHONPATH": ":".join(sys.path)}
    ran = subprocess.run(
        [sys.executable, "-c", _COUNT],
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    assert float(ran.stdout) == pytest.approx(1.0, abs=0.1)
