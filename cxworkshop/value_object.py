"""Frozen values without a compiler: what `dataclasses.dataclass` writes for each class stands here.

It compiles five methods for each frozen class, which takes half a millisecond; a short command
imports eighty of them.
"""

from __future__ import annotations

from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, fields
from typing import Any, ClassVar, NoReturn, dataclass_transform

from cxworkshop.compat import override


@dataclass_transform(frozen_default=True)
class ValueObject:
    """The base of frozen dataclasses: `fields` and `replace` work, and methods are inherited.

    Two of them are equal when they are of one class and all their fields are.
    """

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]
    _names: ClassVar[tuple[str, ...]] = ()
    _all_names: ClassVar[frozenset[str]] = frozenset()
    _defaults: ClassVar[dict[str, Any]] = {}
    _factories: ClassVar[dict[str, Any]] = {}

    @override
    def __init_subclass__(cls) -> None:
        dataclass(init=False, repr=False, eq=False, match_args=False)(cls)
        declared = fields(cls)
        made = {one.name: one.default_factory for one in declared}
        cls._names = tuple(one.name for one in declared)
        cls._all_names = frozenset(cls._names)
        cls._defaults = {one.name: one.default for one in declared if one.default is not MISSING}
        cls._factories = {name: make for name, make in made.items() if make is not MISSING}

    def __init__(self, *in_order: Any, **given: Any) -> None:
        values = self._defaults | given
        if in_order or self._factories:
            self._complete(values, in_order, given)
        if values.keys() != self._all_names:
            raise TypeError(self._wrong())
        # One by one: a whole dictionary is copied, and then no instance of the class, however it is
        # made, shares the names with the others. Each would take 270 bytes instead of 130.
        own = self.__dict__
        for name in self._names:
            own[name] = values[name]

    def _complete(
        self, values: dict[str, Any], in_order: tuple[Any, ...], given: dict[str, Any]
    ) -> None:
        """Add what is not given by name: values in the order of the fields, and fresh ones."""
        names = self._names
        if len(in_order) > len(names) or not given.keys().isdisjoint(names[: len(in_order)]):
            raise TypeError(self._wrong())
        values |= zip(names, in_order, strict=False)
        for name in self._factories.keys() - values.keys():
            values[name] = self._factories[name]()

    def _wrong(self) -> str:
        return f"{type(self).__name__} takes each once: {', '.join(self._names)}"

    @override
    def __setattr__(self, name: str, _value: object) -> NoReturn:
        raise FrozenInstanceError(name)

    @override
    def __delattr__(self, name: str) -> NoReturn:
        raise FrozenInstanceError(name)

    def _values(self) -> tuple[Any, ...]:
        return tuple(map(self.__dict__.__getitem__, self._names))

    @override
    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self._values() == other._values()

    @override
    def __hash__(self) -> int:
        return hash(self._values())

    @override
    def __repr__(self) -> str:
        said = ", ".join(f"{name}={self.__dict__[name]!r}" for name in self._names)
        return f"{type(self).__qualname__}({said})"
