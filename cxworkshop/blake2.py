"""BLAKE2b without OpenSSL: `hashlib` loads all of it, which takes a command a tenth of its time."""

from __future__ import annotations

try:
    from _blake2 import blake2b  # what `hashlib` has, too
except ImportError:  # another Python than CPython
    from hashlib import blake2b

__all__ = ["blake2b"]
