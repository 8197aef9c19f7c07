"""The building blocks of the deal's models: answers that may be open, lists, and groups under ids."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from clausekit.facts import kinds
from clausekit.facts.answers import NOT_ASKED, NOT_KNOWN, Open
from clausekit.facts.kinds import NONE, NULL_ADVICE, Refused
from clausekit.facts.shapes import Leaf, Travels

T = TypeVar("T")
Wrapped = Callable[[Any], Any]


class Facts(BaseModel):
    """A group of facts: strict, closed and frozen."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, hide_input_in_errors=True)


@dataclass(frozen=True, slots=True)
class Kind:
    """Marks the type of one answer; its reader does all the checking."""

    leaf: Leaf

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.leaf.read)


class MayBeOpen:
    """Marks ``X | Open``: takes `not known`, refuses null, and leaves the rest to X."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        known, words = _known_type(source)

        def read(value: Any, inner: Wrapped) -> Any:
            if value is None:
                raise Refused("null-answer", NULL_ADVICE)
            if value == NOT_KNOWN.value:
                return NOT_KNOWN
            return value if isinstance(value, Open) or value in words else inner(value)

        return core_schema.no_info_wrap_validator_function(read, handler.generate_schema(known))


def _known_type(source: object) -> tuple[Any, list[str]]:
    """What X is in ``X | Literal[...] | Open``, and the words of the literal."""
    parts = [part for part in get_args(source) if part is not Open]
    words = [word for part in parts if get_origin(part) is Literal for word in get_args(part)]
    return next(part for part in parts if get_origin(part) is not Literal), words


class AsList:
    """Marks a tuple that stands in the file as a list; `none`, alone, is the empty one."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        item = handler.generate_schema(get_args(source)[0])

        def read(value: Any, inner: Wrapped) -> tuple[Any, ...]:
            if value is None:
                raise Refused("null-answer", NULL_ADVICE)
            if value in (NONE, [NONE]):
                return ()
            if isinstance(value, list) and NONE in value:
                raise Refused("contradictory-facts", "none stands beside other answers; keep one or the other")
            return tuple(inner(value))

        return core_schema.no_info_wrap_validator_function(read, core_schema.list_schema(item))


@dataclass(frozen=True, slots=True)
class Keyed:
    """Marks groups under keys; `none` is the empty mapping unless it has a meaning of its own."""

    key: Leaf

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        keys = core_schema.no_info_plain_validator_function(self.key.read)
        values = handler.generate_schema(get_args(source)[1])

        def read(value: Any, inner: Wrapped) -> Any:
            if value is None:
                raise Refused("null-answer", NULL_ADVICE)
            return inner({} if value == NONE else value)

        return core_schema.no_info_wrap_validator_function(read, core_schema.dict_schema(keys, values))


Answer = Annotated[T | Open, MayBeOpen()]
Several = Annotated[tuple[T, ...], AsList()]
ById = Annotated[Mapping[str, T], Keyed(kinds.WORD)]
ByFact = Annotated[Mapping[str, T], Keyed(kinds.FACT)]
ByPlace = Annotated[Mapping[str, T], Keyed(kinds.PLACE)]


def question(
    words: str, *, section: str | None = None, alias: str | None = None, travels: Travels | None = None
) -> Any:
    """A fact that may be left out.

    Args:
        words: the plain question that counsel reads.
        section: the heading under which it and its parts are asked; by default that of the group around it.
        alias: its name in the file where that is a word of Python.
        travels: whether it, and what stands in it, may be taken over into another matter; by default as the group
            around it, and never where no group says.
    """
    return Field(
        default=NOT_ASKED, description=words, title=section, alias=alias, json_schema_extra={"travels": travels}
    )


def required(words: str, *, section: str | None = None, travels: Travels | None = None) -> Any:
    """A fact that must be answered.

    It has a default only so that everything missing is reported at once, by
    `reading`; a Deal that was read never lacks it.
    """
    more: dict[str, Any] = {"required": True, "travels": travels}
    return Field(default=NOT_ASKED, description=words, title=section, json_schema_extra=more)
