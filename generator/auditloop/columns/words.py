"""A column of words of which few are different: each word is kept once, each row only says which one it has."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Words(Sequence[str | None]):
    """Reads like a list of words. `known` has every different one once; where rows were left out, maybe others too."""

    __slots__ = ("codes", "known")

    def __init__(self, codes: array[int], known: Sequence[str | None]) -> None:
        self.codes = codes
        """Type code `i`, one per row: the position of its word in `known`."""
        self.known = known

    @classmethod
    def of(cls, words: Iterable[str | None]) -> Words:
        found: dict[str | None, int] = {}
        codes = array("i", [found.setdefault(word, len(found)) for word in words])
        return cls(codes, list(found))

    def __len__(self) -> int:
        return len(self.codes)

    @overload
    def __getitem__(self, row: int) -> str | None: ...
    @overload
    def __getitem__(self, row: slice) -> Sequence[str | None]: ...
    def __getitem__(self, row: int | slice) -> str | Sequence[str | None] | None:
        if isinstance(row, slice):
            return [self.known[code] for code in self.codes[row]]
        return self.known[self.codes[row]]

    def __iter__(self) -> Iterator[str | None]:
        return map(self.known.__getitem__, self.codes)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return repr(list(self))

    def index(self, value: str | None, start: int = 0, stop: int | None = None) -> int:
        code = self.known.index(value)
        return self.codes.index(code, start, len(self) if stop is None else stop)

    def numbers(self) -> NDArray[np.int32]:
        """The codes, for NumPy: the same memory, shape (rows,)."""
        import numpy as np

        return np.asarray(self.codes)

    def are(self, wanted: Set[str]) -> NDArray[np.bool_]:
        """Rows whose word is one of these, as a mask of shape (rows,)."""
        import numpy as np

        return np.array([word in wanted for word in self.known], dtype=np.bool_)[self.numbers()]

    def where(self, mask: NDArray[np.bool_]) -> Words:
        """The column with these rows only."""
        codes = array("i")
        codes.frombytes(self.numbers()[mask].tobytes())
        return Words(codes, self.known)
