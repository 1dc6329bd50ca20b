"""One thread for numpy's matrix products: they are small here, and there is a process for each core already.

OpenBLAS starts a thread a core, which spin while they wait for each other: on a busy machine that takes several times the
processor time. Its environment variables count only before numpy is imported, and whoever calls this package may have done so.
"""

import ctypes
from importlib import import_module

_SETTERS = ("scipy_openblas_set_num_threads64_", "openblas_set_num_threads64_", "openblas_set_num_threads")
"""What OpenBLAS calls the function in numpy's own wheels, in Linux distributions and as built from source."""


def one_thread() -> bool:
    """Have this process's numpy multiply in one thread; whether it is OpenBLAS and so was told."""
    # Looked up through numpy's module, which is linked with the library wherever that lies.
    library = ctypes.CDLL(str(import_module("numpy._core._multiarray_umath").__file__))
    for name in _SETTERS:
        setter = getattr(library, name, None)
        if setter is not None:
            setter(1)
            return True
    return False
