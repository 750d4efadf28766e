"""Edits of a shop's code, each in one place, for the tests of fingerprints.

A source marks the edit as «before|after» and defines ``shaped``, which a table uses.
"""

from __future__ import annotations

SHAPING = {
    "a function two calls away": """
def shaped(value):
    return twice(value)
def twice(value):
    return value * «2|3»
""",
    "a constant of the module": """
FACTOR = «2|3»
def shaped(value):
    return value * FACTOR
""",
    "two constants that change places": """
FIRST = «2|3»
SECOND = «3|2»
def shaped(value):
    return value * FIRST - SECOND
""",
    "two functions that change bodies": """
def shaped(value):
    return first(second(value))
def first(value):
    return value «+|*» 2
def second(value):
    return value «*|+» 2
""",
    "two functions that change names in a table of functions": """
def plus(value):
    return value + 1
def times(value):
    return value * 2
STEPS = {"a": «plus|times», "b": «times|plus»}
def shaped(value):
    return STEPS["a"](value)
""",
    "the order of a mapping": """
STEPS = {«"a": 1, "b": 2|"b": 2, "a": 1»}
def shaped(value):
    return value + next(iter(STEPS.values()))
""",
    "the default of a pydantic model's field": """
from pydantic import BaseModel
class Step(BaseModel):
    factor: int = «2|3»
def shaped(value):
    return value * Step().factor
""",
    "the name of a pydantic model's field": """
from pydantic import BaseModel
class Step(BaseModel):
    «first|second»: int = 2
    «second|first»: int = 3
def shaped(value):
    return value * Step().first
""",
    "a validator of a pydantic model": """
from pydantic import BaseModel, field_validator
class Step(BaseModel, validate_default=True):
    factor: int = 2
    @field_validator("factor")
    @classmethod
    def larger(cls, value):
        return value + «1|2»
def shaped(value):
    return value * Step().factor
""",
    "an integer that becomes a float": """
FACTOR = «2|2.0»
def shaped(value):
    return value * FACTOR
""",
    "a flag that becomes a number": """
FACTOR = «True|1»
def shaped(value):
    return value * FACTOR
""",
    "a name that becomes None": """
FACTOR = «2|None»
def shaped(value):
    return value * (FACTOR or 1)
""",
    "a statement that leaves its try": """
def shaped(value):
    try:
        «value = value.cast("int64")|pass»
    except TypeError:
        value = 0
    «pass|value = value.cast("int64")»
    return value
""",
    "a default argument": """
def shaped(value, factor=«2|3»):
    return value * factor
""",
    "a keyword's default": """
def shaped(value, *, factor=«2|3»):
    return value * factor
""",
    "a default argument that is a function": """
def twice(value):
    return value * «2|3»
def shaped(value, step=twice):
    return step(value)
""",
    "a default argument that is an instance": """
class Step:
    def __init__(self, factor):
        self.factor = factor
def shaped(value, step=Step(«2|3»)):
    return value * step.factor
""",
    "whether a function takes many arguments by place or by name": """
def taken(«*|**»many):
    return len(many)
def shaped(value):
    return value * taken()
""",
    "an enclosed variable": """
def scaled(factor):
    def inner(value):
        return value * factor
    return inner
shaped = scaled(«2|3»)
""",
    "two enclosed variables that change places": """
def scaled(factor, less):
    def inner(value):
        return value * factor - less
    return inner
shaped = scaled(«2, 3|3, 2»)
""",
    "an attribute of a function": """
def shaped(value):
    return value * shaped.factor
shaped.factor = «2|3»
""",
    "a lambda in a list in a mapping": """
STEPS = {"all": [(lambda value: value * «2|3»)]}
def shaped(value):
    return STEPS["all"][0](value)
""",
    "a nested container": """
STEPS = {"all": [({"factor": «2|3»},)]}
def shaped(value):
    return value * STEPS["all"][0][0]["factor"]
""",
    "a member of a set": """
ITEMS = {"apple", «"bread"|"cheese"»}
def shaped(value):
    return value.isin(ITEMS)
""",
    "a function in a set that it names": """
def shaped(value):
    return value * «2|3» if shaped in ALL else other(value)
def other(value):
    return value if other in ALL else shaped(value)
ALL = {shaped, other}
""",
    "a number in an expression like another": """
def shaped(value):
    return value * «1|True»
""",
    "a method behind a class": """
class Step:
    @staticmethod
    def twice(value):
        return value * «2|3»
def shaped(value):
    return Step.twice(value)
""",
    "a class method": """
class Step:
    @classmethod
    def twice(cls, value):
        return value * «2|3»
twice = Step.twice
def shaped(value):
    return twice(value)
""",
    "whether a method is of the class or of none": """
class Step:
    @«staticmethod|classmethod»
    def twice(value=2):
        return value
def shaped(value):
    return value * Step.twice()
""",
    "a method behind an instance": """
class Step:
    def twice(self, value):
        return value * «2|3»
step = Step()
def shaped(value):
    return step.twice(value)
""",
    "a bound method": """
class Step:
    def twice(self, value):
        return value * «2|3»
twice = Step().twice
def shaped(value):
    return twice(value)
""",
    "a method of a base class": """
class Base:
    def twice(self, value):
        return value * «2|3»
class Step(Base):
    pass
def shaped(value):
    return Step().twice(value)
""",
    "a metaclass": """
class Meta(type):
    def twice(cls, value):
        return value * «2|3»
class Step(metaclass=Meta):
    pass
def shaped(value):
    return Step.twice(value)
""",
    "a property": """
class Step:
    @property
    def factor(self):
        return «2|3»
def shaped(value):
    return value * Step().factor
""",
    "a property's setter": """
class Step:
    @property
    def factor(self):
        return self._factor
    @factor.setter
    def factor(self, value):
        self._factor = value * «2|3»
def shaped(value):
    step = Step()
    step.factor = 1
    return value * step.factor
""",
    "a cached property": """
from functools import cached_property
class Step:
    @cached_property
    def factor(self):
        return «2|3»
def shaped(value):
    return value * Step().factor
""",
    "a function under a cache": """
from functools import cache
FACTOR = «2|3»
@cache
def factor(name="a"):
    return FACTOR
def shaped(value):
    return value * factor()
""",
    "the default of a function under a cache": """
from functools import lru_cache
@lru_cache(maxsize=4)
def factor(base=«2|3»):
    return base
def shaped(value):
    return value * factor()
""",
    "a method under a cache": """
from functools import cache
class Step:
    @staticmethod
    @cache
    def factor():
        return «2|3»
def shaped(value):
    return value * Step.factor()
""",
    "a context manager": """
from contextlib import contextmanager
@contextmanager
def factor():
    yield «2|3»
def shaped(value):
    with factor() as found:
        return value * found
""",
    "a decorator of our own": """
from functools import wraps
def scaled(function):
    @wraps(function)
    def inner(value):
        return function(value) * «2|3»
    return inner
@scaled
def shaped(value):
    return value
""",
    "a function that a decorator of our own wraps": """
from functools import wraps
def scaled(function):
    @wraps(function)
    def inner(value):
        return function(value)
    return inner
@scaled
def shaped(value):
    return value * «2|3»
""",
    "an implementation of a generic function": """
from functools import singledispatch
@singledispatch
def step(value):
    return value
@step.register
def _(value: int):
    return value * «2|3»
def shaped(value):
    return step(value)
""",
    "a class constant": """
class Step:
    factor = «2|3»
def shaped(value):
    return value * Step.factor
""",
    "a class constant that is a mapping": """
class Step:
    factors = {"a": («2|3»,)}
def shaped(value):
    return value * Step.factors["a"][0]
""",
    "a constant of a nested class": """
class Step:
    class Inner:
        factor = «2|3»
def shaped(value):
    return value * Step.Inner.factor
""",
    "the value of an enumeration's member": """
from enum import Enum
class Factor(Enum):
    SMALL = «2|3»
def shaped(value):
    return value * Factor.SMALL.value
""",
    "the value of a text enumeration's member": """
from enum import StrEnum
class Item(StrEnum):
    APPLE = "«apple|bread»"
DEFAULT = Item.APPLE
def shaped(value):
    return value.name(DEFAULT)
""",
    "which member of an enumeration is named": """
from enum import Enum
class Factor(Enum):
    SMALL = 2
    LARGE = 3
DEFAULT = Factor.«SMALL|LARGE»
def shaped(value):
    return value * DEFAULT.value
""",
    "how an enumeration finds a member": """
from enum import Enum
class Factor(Enum):
    SMALL = 2
    LARGE = 3
    @classmethod
    def _missing_(cls, value):
        return cls.«SMALL|LARGE»
def shaped(value):
    return value * Factor("none").value
""",
    "a method of an enumeration": """
from enum import Enum
class Factor(Enum):
    SMALL = 2
    def times(self, value):
        return value * self.value * «2|3»
def shaped(value):
    return Factor.SMALL.times(value)
""",
    "the default of a data class's field": """
from dataclasses import dataclass
@dataclass(frozen=True, slots=True)
class Step:
    factor: int = «2|3»
def shaped(value):
    return value * Step().factor
""",
    "the default factory of a data class's field": """
from dataclasses import dataclass, field
@dataclass
class Step:
    factors: list = field(default_factory=lambda: [«2|3»])
def shaped(value):
    return value * Step().factors[0]
""",
    "the order of a data class's fields": """
from dataclasses import dataclass
@dataclass
class Step:
    «factor|less»: int
    «less|factor»: int
def shaped(value):
    step = Step(2, 3)
    return value * step.factor - step.less
""",
    "whether a data class is compared by value": """
from dataclasses import dataclass
@dataclass(eq=«True|False»)
class Step:
    factor: int
def shaped(value):
    return value * (Step(2) == Step(2))
""",
    "a field of an instance": """
from dataclasses import dataclass
@dataclass
class Step:
    factor: int
    less: int
STEP = Step(«2, 3|3, 2»)
def shaped(value):
    return value * STEP.factor - STEP.less
""",
    "the default of a named tuple's field": """
from typing import NamedTuple
class Step(NamedTuple):
    factor: int = «2|3»
def shaped(value):
    return value * Step().factor
""",
    "an instance of a named tuple": """
from collections import namedtuple
Step = namedtuple("Step", "factor less")
STEP = Step(«2, 3|3, 2»)
def shaped(value):
    return value * STEP.factor - STEP.less
""",
    "an attribute of an instance": """
class Step:
    def __init__(self, factor):
        self.factor = factor
STEP = Step(«2|3»)
def shaped(value):
    return value * STEP.factor
""",
    "an attribute in a slot": """
class Step:
    __slots__ = ("factor",)
    def __init__(self, factor):
        self.factor = factor
STEP = Step(«2|3»)
def shaped(value):
    return value * STEP.factor
""",
    "the content of a list of our own kind": """
class Factors(list):
    pass
FACTORS = Factors([«2|3»])
def shaped(value):
    return value * FACTORS[0]
""",
    "a descriptor of our own": """
class Constant:
    def __init__(self, value):
        self.value = value
    def __get__(self, instance, owner):
        return self.value
class Step:
    factor = Constant(«2|3»)
def shaped(value):
    return value * Step.factor
""",
    "what a default dictionary holds": """
from collections import defaultdict
FACTORS = defaultdict(int, {"a": «2|3»})
def shaped(value):
    return value * FACTORS["a"]
""",
    "which method of a library's type is named": """
STEPS = [str.«upper|lower», "a".«join|split»]
def shaped(value):
    return STEPS[0](value)
""",
    "the state of a library's object": """
from random import Random
RANDOM = Random(«2|3»)
def shaped(value):
    return value * RANDOM.random()
""",
    "the function of a partial": """
from functools import partial
def scaled(factor, value):
    return value * factor * «2|3»
shaped = partial(scaled, 2)
""",
    "an argument of a partial": """
from functools import partial
def scaled(factor, value):
    return value * factor
twice = partial(scaled, «2|3»)
def shaped(value):
    return twice(value)
""",
    "a keyword of a partial": """
from functools import partial
def scaled(value, factor):
    return value * factor
twice = partial(scaled, factor=«2|3»)
def shaped(value):
    return twice(value)
""",
    "a method that is a partial": """
from functools import partialmethod
class Step:
    def scaled(self, factor, value):
        return value * factor
    twice = partialmethod(scaled, «2|3»)
def shaped(value):
    return Step().twice(value)
""",
    "an attribute getter": """
from operator import attrgetter
taken = attrgetter("«sold|stock»")
def shaped(value):
    return taken(value)
""",
    "an item getter": """
from operator import itemgetter
taken = itemgetter("«sold|stock»")
def shaped(value):
    return taken(value)
""",
    "a regular expression": """
import re
WORD = re.compile("«a|b»")
def shaped(value):
    return WORD.match(value)
""",
    "the flags of a regular expression": """
import re
WORD = re.compile("a", «0|re.IGNORECASE»)
def shaped(value):
    return WORD.match(value)
""",
    "a date": """
from datetime import date
FIRST = date(2024, 1, «1|2»)
def shaped(value):
    return value > FIRST
""",
    "a decimal number": """
from decimal import Decimal
FACTOR = Decimal("«1|2»")
def shaped(value):
    return value * FACTOR
""",
    "an array": """
import numpy as np
FACTORS = np.array([1, «2|3»])
def shaped(value):
    return value * FACTORS[1]
""",
    "a time zone": """
from zoneinfo import ZoneInfo
ZONE = ZoneInfo("America/«New_York|Chicago»")
def shaped(value):
    return value.astimezone(ZONE)
""",
    "a range": """
PLACES = range(«2|3»)
def shaped(value):
    return value + sum(PLACES)
""",
    "a library's function": """
from math import «floor|ceil»
def shaped(value):
    return «floor|ceil»(value)
""",
    "which library's function a name stands for": """
from math import «floor|ceil» as rounded
def shaped(value):
    return rounded(value)
""",
    "a function that calls itself": """
def shaped(value, left=2):
    return value if not left else shaped(value * «2|3», left - 1)
""",
    "functions that call each other": """
def shaped(value, left=2):
    return value if not left else other(value, left - 1)
def other(value, left):
    return shaped(value * «2|3», left)
""",
    "classes that name each other": """
class Left:
    def other(self, value):
        return Right().times(value)
class Right:
    origin = Left
    def times(self, value):
        return value * «2|3»
def shaped(value):
    return Left().other(value)
""",
    "a list that holds itself": """
STEPS = [«2|3»]
STEPS.append(STEPS)
def shaped(value):
    return value * STEPS[1][0]
""",
    "a nested function": """
def shaped(value):
    def inner(value: int = «2|3») -> int:
        return value
    return value * inner()
""",
    "a class inside a function": """
def shaped(value):
    class Step:
        factor = FACTOR
    return value * Step.factor
FACTOR = «2|3»
""",
    "a comprehension": """
FACTOR = «2|3»
def shaped(value):
    return value * sum(FACTOR for _ in range(2))
""",
    "a constant among more than a byte can count": f"""
def shaped(value):
    many = [{", ".join(f"value + {n}.25" for n in range(300))}]
    return value * many[0] * «1000.5|1001.5»
""",
    "two constants among more than a byte can count": f"""
def shaped(value):
    many = [{", ".join(f"value + {n}.25" for n in range(300))}]
    return value * «many[0] + 0.25|many[0] + 256.25»
""",
}
UNIMPORTANT = {
    "a comment": """
def shaped(value):
    return value * 2«|  # twice»
""",
    "a docstring": '''
def shaped(value):
    """«Twice.|Two times.»"""
    return value * 2
''',
    "a new docstring": '''
def shaped(value):
    «|"""Twice."""»
    if value is None:
        return None
    return value * 2
''',
    "a docstring of a nested function": '''
def shaped(value):
    def inner():
        «|"""Twice."""»
        return 2, None
    return value * inner()[0]
''',
    "a docstring of a class": '''
class Step:
    «|"""A step."""»
    factor = 2
def shaped(value):
    return value * Step.factor
''',
    "a line that is moved": """«|

»
def shaped(value):«|
»
    return value * 2
""",
    "formatting": """
def shaped(value):
    return «value * 2|(
        value
        * 2
    )»
""",
    "an annotation": """
def shaped(value«|: Value») «|-> Value»:
    return value * 2
""",
    "an annotation of a nested function": """
def shaped(value):
    def inner(first«|: int», *, second: «int|float» = 3)«| -> int»:
        return first, second, None
    return value * inner(2)[0]
""",
    "the first annotation of a nested function": """
def shaped(value):
    def inner(first«|: int»):
        return first, None
    return value * inner(2)[0]
""",
    "the annotation of a variable": """
def shaped(value):
    factor«|: int» = 2
    return value * factor
""",
    "the annotation of a data class's field": """
from dataclasses import dataclass
@dataclass
class Step:
    factor: «int|float» = 2
def shaped(value):
    return value * Step().factor
""",
    "the parameter of a generic base class": """
from typing import Generic, TypeVar
Value = TypeVar("Value")
class Base(Generic[Value]):
    factor = 2
class Step(Base[«int|float»]):
    pass
def shaped(value):
    return value * Step.factor
""",
    "an import for type checkers": """
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    import «decimal|a_module_that_there_is_not»
def shaped(value):
    return value * 2
""",
    "code that is not used": """
def unused(value):
    return value * «2|3»
def shaped(value):
    return value * 2
""",
    "an attribute of the name of a global": """
sold = «2|3»
def shaped(value):
    return value.sold
""",
    "the order in which a set is written": """
ITEMS = {«"a", "b", "c"|"c", "b", "a"»}
def shaped(value):
    return value.isin(ITEMS)
""",
    "how equal values are shared": """
FIRST = (1.5, [2])
SECOND = «FIRST|(1.5, [2])»
def shaped(value):
    return value * FIRST[0] * SECOND[0]
""",
    "the address of an instance": """
class Step:
    pass
STEP = Step()
def shaped(value):
    return value if STEP else 0
""",
}
IMPORTS = {
    "a function": """
def shaped(value):
    from shop_parts.steps import twice
    return twice(value)
""",
    "a function under another name": """
def shaped(value):
    from shop_parts.steps import once as _, twice as step
    return step(value)
""",
    "a constant, in a nested function": """
def shaped(value):
    def inner():
        from shop_parts.steps import FACTOR
        return FACTOR
    return value * inner()
""",
    "a module by its full name": """
def shaped(value):
    import shop_parts.steps
    return shop_parts.steps.twice(value)
""",
    "a module under another name": """
def shaped(value):
    import shop_parts.steps as steps
    return steps.twice(value)
""",
    "a module two packages down under another name": """
def shaped(value):
    import shop_parts.inner.steps as steps
    return steps.twice(value)
""",
    "a module from its package": """
def shaped(value):
    from shop_parts import steps
    return steps.twice(value)
""",
    "a module that is handed on": """
def shaped(value):
    from shop_parts import steps
    return getattr(steps, "twice")(value)
""",
    "a module that a nested function uses": """
def shaped(value):
    from shop_parts import steps
    def inner():
        return steps.twice(value)
    return inner()
""",
    "a package whose submodule is taken": """
import shop_parts
import shop_parts.steps
def shaped(value):
    return shop_parts.steps.twice(value)
""",
    "a module at the top": """
from shop_parts import steps
def shaped(value):
    return steps.twice(value)
""",
    "a module in a container": """
from shop_parts import steps
STEPS = {"all": steps}
def shaped(value):
    return STEPS["all"].twice(value)
""",
    "a relative import further on": """
from shop_parts.relative import shaped
""",
    "a module that needs a library which is not installed": """
def shaped(value):
    from shop_parts.lacking import twice
    return twice(value)
""",
}


def sides(source: str) -> tuple[str, str]:
    """Return the source before and after an edit, which it marks as «before|after»."""
    sides: tuple[list[str], list[str]] = ([], [])
    for place, text in enumerate(source.replace("»", "«").split("«")):
        edited = place % 2 == 1
        for side, written in zip(sides, text.split("|") if edited else (text, text), strict=True):
            side.append(written)
    return "".join(sides[0]), "".join(sides[1])
