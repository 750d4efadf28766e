"""A fingerprint covers all that can change a table's rows, and nothing else."""

from __future__ import annotations

import importlib
import importlib.metadata
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tipoff.kernel.errors import DeclarationError
from tipoff.kernel.fingerprint import digest, fingerprints
from tipoff.kernel.graph import Graph
from tipoff.kernel.ownership import versioned
from toy_shop import Shop, answer, daily_total, done, forecast, many, recent_mean, sale, sales

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tipoff.kernel.annotations import Table

MEMBERS = (sales, sale, daily_total, recent_mean, forecast)

TABLES = """
from __future__ import annotations
from tipoff.kernel.table import table
from toy_shop import DailyTotal

@table(schema=DailyTotal)
def total(sale: Table) -> Table:
    return sale.group_by("sold_on").aggregate(total=shaped(sale.sold.sum()))

@table(schema=DailyTotal)
def reader(total: Table) -> Table:
    return total

@table(schema=DailyTotal)
def bystander(sale: Table) -> Table:
    return sale.group_by("sold_on").aggregate(total=sale.sold.max())
"""
"""Three tables, of which one uses ``shaped`` and another reads that one."""

REACHED = {"total", "reader"}


class Modules:
    """A directory of modules, each compiled and loaded anew whenever it is written."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory

    def write(self, name: str, source: str) -> None:
        path = self.directory.joinpath(*name.split(".")).with_suffix(".py")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source)

    def load(self, name: str) -> Any:
        for loaded in [n for n in sys.modules if n.split(".")[0] in {"shop_tables", "shop_parts"}]:
            del sys.modules[loaded]
        importlib.invalidate_caches()
        return importlib.import_module(name)

    def fingerprints(self, shaped: str, **more: Any) -> dict[str, str]:
        """Those of the three tables, where ``shaped`` is defined by the source."""
        self.write("shop_tables", TABLES + shaped)
        loaded = self.load("shop_tables")
        made = (loaded.total, loaded.reader, loaded.bystander)
        return fingerprints(Graph.of([sales, sale, *made]), **more)

    def changed(self, before: str, after: str) -> set[str]:
        """The tables whose fingerprint an edit changes."""
        return different(self.fingerprints(before), self.fingerprints(after))


def different(before: Mapping[str, str], after: Mapping[str, str]) -> set[str]:
    return {name for name in before if before[name] != after[name]}


@pytest.fixture
def modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Modules:
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    return Modules(tmp_path)


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


def _sides(source: str) -> tuple[str, str]:
    """The source before and after an edit, which it marks as «before|after»."""
    sides: tuple[list[str], list[str]] = ([], [])
    for place, text in enumerate(source.replace("»", "«").split("«")):
        edited = place % 2 == 1
        for side, written in zip(sides, text.split("|") if edited else (text, text), strict=True):
            side.append(written)
    return "".join(sides[0]), "".join(sides[1])


@pytest.mark.parametrize("source", SHAPING.values(), ids=SHAPING.keys())
def test_what_can_change_rows_changes_the_tables_that_use_it(modules: Modules, source: str) -> None:
    assert modules.changed(*_sides(source)) == REACHED


@pytest.mark.parametrize("source", UNIMPORTANT.values(), ids=UNIMPORTANT.keys())
def test_what_cannot_change_rows_changes_no_fingerprint(modules: Modules, source: str) -> None:
    assert modules.changed(*_sides(source)) == set()


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
STEPS = """
FACTOR = «2|3»
def twice(value):
    return value * FACTOR
def once(value):
    return value
"""
OTHER = """
def unrelated(value):
    return value * «2|3»
"""
RELATIVE = """
def shaped(value):
    from .steps import twice
    from . import steps
    return twice(steps.once(value))
"""


@pytest.mark.parametrize("source", IMPORTS.values(), ids=IMPORTS.keys())
def test_what_a_function_imports_is_followed(modules: Modules, source: str) -> None:
    def edited(steps: str, lacking: str) -> dict[str, str]:
        modules.write("shop_parts.__init__", "")
        modules.write("shop_parts.relative", RELATIVE)
        modules.write("shop_parts.steps", steps)
        modules.write("shop_parts.lacking", "import a_library_that_there_is_not" + lacking)
        return modules.fingerprints(source)

    before, after = _sides(STEPS)
    assert different(edited(before, before), edited(after, after)) == REACHED


@pytest.mark.parametrize(
    "source",
    [
        "import shop_parts\nimport shop_parts.steps\ndef shaped(value):\n"
        "    return shop_parts.steps.once(value) + value.unrelated\n",
        "def shaped(value):\n    from shop_parts import steps\n    return steps.once(value)\n",
    ],
)
def test_what_a_module_holds_besides_and_which_others_are_loaded_does_not_matter(
    modules: Modules, source: str
) -> None:
    modules.write("shop_parts.__init__", "")
    before, after = _sides(STEPS)
    modules.write("shop_parts.steps", before)
    modules.write("shop_parts.unrelated", _sides(OTHER)[0])
    first = modules.fingerprints(source)
    modules.write("shop_parts.steps", after)
    again = modules.fingerprints("import shop_parts.unrelated\n" + source)
    assert first == again


def test_an_import_of_nothing_is_refused(modules: Modules) -> None:
    modules.write("shop_parts.__init__", "")
    source = "def shaped(value):\n    from shop_parts.missing import x\n    return x\n"
    with pytest.raises(DeclarationError, match=r"shop_tables\.shaped.*shop_parts\.missing"):
        modules.fingerprints(source)
    unchecked = (
        "from typing import TYPE_CHECKING\ndef shaped(value):\n"
        "    if TYPE_CHECKING:\n        from shop_parts.missing import x\n    return value\n"
    )
    assert modules.fingerprints(unchecked)


LIBRARY_USES = {
    "at the top": "import «{0}»\ndef shaped(value):\n    return «{0}».twice(value)\n",
    "a member": "from «{0}» import twice\ndef shaped(value):\n    return twice(value)\n",
    "inside the function": (
        "def shaped(value):\n    from «{0}» import twice\n    return twice(value)\n"
    ),
    "inside, as a module": (
        "def shaped(value):\n    import «{0}».parts as p\n    return p.twice(value)\n"
    ),
    "a base class": (
        "import «{0}»\nclass Step(«{0}».Base):\n    pass\ndef shaped(value):\n"
        "    return Step().twice(value)\n"
    ),
    "an instance": (
        "import «{0}»\nSTEP = «{0}».Base()\ndef shaped(value):\n    return STEP.twice(value)\n"
    ),
}


def _install(directory: Path, name: str, version: str) -> None:
    """Install a library, as far as Python's import system and its metadata tell."""
    library = directory / "site-packages" / name
    library.mkdir(parents=True, exist_ok=True)
    source = "class Base:\n    pass\ndef twice(value):\n    return value\n"
    (library / "__init__.py").write_text(source)
    (library / "parts.py").write_text(source)
    metadata = directory / "site-packages" / f"{name}_dist-1.dist-info"
    metadata.mkdir(exist_ok=True)
    (metadata / "METADATA").write_text(f"Name: {name}-dist\nVersion: {version}\n")
    (metadata / "top_level.txt").write_text(f"{name}\n")


PRINT_FINGERPRINTS = """
import shop_tables
from toy_shop import sales, sale
from tipoff.kernel.fingerprint import fingerprints
from tipoff.kernel.graph import Graph
made = (shop_tables.total, shop_tables.reader, shop_tables.bystander)
for name, fingerprint in fingerprints(Graph.of([sales, sale, *made])).items():
    print(name, fingerprint)
"""


def _in_a_process(directory: Path, first: str = "", hash_seed: str = "0") -> dict[str, str]:
    """The fingerprints of the tables in ``directory``, as a process of its own tells them."""
    beside = Path(__file__).parent.parent
    path = [str(directory), str(directory / "site-packages"), str(beside), *sys.path]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path), "PYTHONHASHSEED": hash_seed}
    told = subprocess.run(
        [sys.executable, "-B", "-c", first + PRINT_FINGERPRINTS],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return dict(line.split() for line in told.stdout.splitlines())


@pytest.mark.parametrize("use", LIBRARY_USES.values(), ids=LIBRARY_USES.keys())
def test_a_library_counts_with_its_version_where_it_is_used(tmp_path: Path, use: str) -> None:
    source = use.replace("«{0}»", "measures")
    (tmp_path / "shop_tables.py").write_text(TABLES + source)
    _install(tmp_path, "measures", "1.0")
    before = _in_a_process(tmp_path)
    assert before == _in_a_process(tmp_path)
    _install(tmp_path, "measures", "1.1")
    assert different(before, _in_a_process(tmp_path)) == REACHED


def test_a_library_that_is_not_installed_yet_may_be_named_inside_a_function(
    tmp_path: Path,
) -> None:
    source = LIBRARY_USES["inside the function"].replace("«{0}»", "measures")
    (tmp_path / "shop_tables.py").write_text(TABLES + source)
    before = _in_a_process(tmp_path)
    _install(tmp_path, "measures", "1.0")
    assert different(before, _in_a_process(tmp_path)) == REACHED


def test_what_only_compiles_sql_counts_without_its_version() -> None:
    assert versioned("ibis.expr.types") == "ibis.expr.types"
    assert versioned("sqlglot") == "sqlglot"
    assert versioned("numpy.linalg") == f"numpy.linalg {importlib.metadata.version('numpy')}"
    assert versioned("json") == "json"


def test_a_fingerprint_is_the_same_in_every_process_and_order_of_imports(tmp_path: Path) -> None:
    sources = [_sides(source)[0] for source in SHAPING.values()]
    named = [s.replace("shaped", f"shaped_{n}") for n, s in enumerate(sources)]
    parts = [f"from parts_{n} import shaped_{n}" for n in range(len(named))]
    for n, source in enumerate(named):
        (tmp_path / f"parts_{n}.py").write_text(source)
    calls = "+".join(f"shaped_{n}(value)" for n in range(len(named)))
    shaped = f"\ndef shaped(value):\n    return {calls}\n"
    (tmp_path / "shop_tables.py").write_text(TABLES + "\n".join(parts) + shaped)
    first = _in_a_process(tmp_path)
    backwards = "\n".join(reversed(parts)) + "\nimport ibis, json, decimal\n"
    assert _in_a_process(tmp_path, hash_seed="1") == first
    assert _in_a_process(tmp_path, backwards, hash_seed="2") == first


def test_use_does_not_change_a_fingerprint(modules: Modules) -> None:
    source = """
from functools import cache, cached_property, singledispatch
from dataclasses import dataclass
from typing import Protocol
class Stepping(Protocol):
    def times(self, value): ...
class Step(Stepping):
    @cached_property
    def factor(self):
        return 2
    def times(self, value):
        return value * self.factor
@dataclass
class Other(Step):
    less: int = 0
@cache
def cached(value):
    return value
@singledispatch
def step(value):
    return value
STEP, OTHER = Step(), Other()
def shaped(value):
    return step(cached(OTHER.times(STEP.times(value))))
"""
    before = modules.fingerprints(source)
    loaded = sys.modules["shop_tables"]
    assert loaded.shaped(3) == 12
    loaded.Step()
    after = fingerprints(Graph.of([sales, sale, loaded.total, loaded.reader, loaded.bystander]))
    assert after == before


@pytest.mark.parametrize(
    "made",
    ["import threading\nX = threading.Lock()", "X = (n for n in range(3))", "X = open(__file__)"],
)
def test_what_has_no_content_to_compare_is_refused_by_name(modules: Modules, made: str) -> None:
    source = (
        f"{made}\ndef shaped(value):\n    return inner(value)\ndef inner(value):\n    return X\n"
    )
    with pytest.raises(DeclarationError, match=r"shop_tables\.inner uses X: a .* has no content"):
        modules.fingerprints(source)
    getattr(sys.modules["shop_tables"].X, "close", lambda: None)()


def test_instances_that_differ_in_content_differ(modules: Modules) -> None:
    source = """
class Step:
    def __init__(self, factor):
        self.factor = factor
    def __repr__(self):
        return "<Step at 0x>"
STEPS = (Step(«1|2»), Step(«2|1»))
def shaped(value):
    return value * STEPS[0].factor
"""
    assert modules.changed(*_sides(source)) == REACHED


DECLARED = """
from __future__ import annotations
from tipoff.kernel.schema import Schema, day, integer, rule
from tipoff.kernel.table import past, stream, table
class Counted(Schema):
    \"\"\"Counts.\"\"\"
    %(members)s
    sold_on = day(key=True, partition=True)
    total = integer(%(column)s)

    @rule("%(blamed)s"%(critical)s)
    def small(row):
        return row.total < %(limit)s

@stream(resource="counts", columns={"total": "%(wire)s"}, key=("total",)%(stream)s)
def counts(payload):
    return {"total": [%(parsed)s]}

def holds(sale: Table) -> Table:
    return sale.select(holds=sale.sold > %(held)s)

@table(schema=Counted%(table)s)
def counted(sale: Table, recent_mean: Table) -> Table:
    return sale

@table(schema=Counted)
def landed(counts: Landed) -> Table:
    return counts
"""
PLAIN = {
    "members": "", "column": "", "blamed": "total", "critical": "", "limit": "9",
    "wire": "int64", "stream": "", "parsed": "1", "held": "0", "table": ", checks=[holds]",
}  # fmt: skip
BOTH = {"counted", "landed"}
DECLARATIONS = [
    ({"column": "minimum=0"}, BOTH),
    ({"column": "maximum=9"}, BOTH),
    ({"column": "nullable=True"}, BOTH),
    ({"column": "choices=('a',)"}, BOTH),
    ({"column": "key=True"}, BOTH),
    ({"column": "provenance=True"}, BOTH),
    ({"column": "unit='items', meaning='sold', polarity='higher helps'"}, set()),
    ({"members": "tolerated_share = 0.02"}, BOTH),
    ({"members": "tolerated_rows = 6"}, BOTH),
    ({"members": "more = integer()"}, BOTH),
    ({"blamed": "sold_on"}, BOTH),
    ({"critical": ", critical=True"}, BOTH),
    ({"limit": "8"}, BOTH),
    ({"wire": "float64"}, {"landed"}),
    ({"stream": ", parameters={'a': 'b'}"}, {"landed"}),
    ({"stream": ", also=('more',)"}, {"landed"}),
    ({"stream": ", unused=('more',)"}, set()),
    ({"parsed": "2"}, {"landed"}),
    ({"held": "1"}, {"counted"}),
    ({"table": ""}, {"counted"}),
    ({"table": ", checks=[holds], reads={'sale': past(3)}"}, {"counted"}),
    ({"table": ", checks=[holds], every='month'"}, {"counted"}),
    ({"table": ", checks=[holds], needs_result=True"}, {"counted"}),
    ({"table": ", checks=[holds], dates_at_once=3"}, set()),
    ({"table": ", checks=[holds], may_be_empty=True"}, set()),
    ({"table": ", checks=[holds], may_be_empty='at first'"}, set()),
]


@pytest.mark.parametrize(("edit", "reached"), DECLARATIONS, ids=[str(e) for e, _ in DECLARATIONS])
def test_of_a_declaration_what_shapes_or_refuses_rows_counts(
    modules: Modules, edit: dict[str, str], reached: set[str]
) -> None:
    def declared(edits: dict[str, str]) -> dict[str, str]:
        modules.write("shop_tables", DECLARED % {**PLAIN, **edits})
        loaded = modules.load("shop_tables")
        return fingerprints(Graph.of([*MEMBERS, loaded.counts, loaded.counted, loaded.landed]))

    assert different(declared({}), declared(edit)) == reached


SHAPERS: dict[str, Callable[[Any], Any]] = {
    "a function": lambda loaded: loaded.cast,
    "a class": lambda loaded: loaded.Winner,
    "a module": lambda loaded: loaded,
}


@pytest.mark.parametrize("chosen", SHAPERS.values(), ids=SHAPERS.keys())
def test_code_that_shapes_every_table_changes_every_table(
    modules: Modules, chosen: Callable[[Any], Any]
) -> None:
    source = """
KINDS = {"a": «1|2»}
def cast(value):
    return value, KINDS
class Winner:
    def of(self, rows):
        return cast(rows[0])
"""

    def shaped(code: str) -> dict[str, str]:
        modules.write("shop_parts", code)
        return fingerprints(Graph.of(MEMBERS), [chosen(modules.load("shop_parts"))])

    before, after = _sides(source)
    assert shaped(before) == shaped(before)
    assert different(shaped(before), shaped(after)) == set(shaped(before))
    assert different(shaped(before), fingerprints(Graph.of(MEMBERS))) == set(shaped(before))


def test_the_version_of_an_engine_changes_every_table() -> None:
    graph = Graph.of(MEMBERS)
    found = [
        fingerprints(graph, versions=versions)
        for versions in ({}, {"duckdb": "1"}, {"duckdb": "2"}, {"1": "duckdb"})
    ]
    assert len({each["sale"] for each in found}) == 4
    both = {"duckdb": "1", "format": "2"}
    backwards = dict(reversed(both.items()))
    assert fingerprints(graph, versions=both) == fingerprints(graph, versions=backwards)


def test_a_digest_covers_what_the_code_uses(modules: Modules) -> None:
    def told(source: str) -> str:
        modules.write("shop_parts", source)
        return digest(modules.load("shop_parts").twice)

    before, after = _sides(STEPS)
    assert told(before) == told(before) != told(after)


def test_changed_code_recomputes_its_table_and_what_reads_it(modules: Modules) -> None:
    before, after = _sides("def shaped(value):\n    return value * «2|3»\n")
    modules.write("shop_tables", TABLES + before)
    shop = Shop(modules.directory / "home", Graph.of([*MEMBERS, *_tables(modules)]))
    shop.land(answer(many(5)))
    shop.run()
    modules.write("shop_tables", TABLES + after)
    shop.graph = Graph.of([*MEMBERS, *_tables(modules)])
    assert done(shop.run()) == {"total": 5, "reader": 5}
    assert shop.run().did_nothing


def _tables(modules: Modules) -> tuple[Any, ...]:
    loaded = modules.load("shop_tables")
    return loaded.total, loaded.reader, loaded.bystander


def test_another_definition_of_a_table_changes_its_fingerprint_and_what_reads_it() -> None:
    whole = Graph.of(MEMBERS)
    other = replace(recent_mean, function=_other_mean)
    before, after = fingerprints(whole), fingerprints(whole.replacing(other))
    assert different(before, after) == {"recent_mean", "forecast"}


def _other_mean(sale: Table, daily_total: Table) -> Table:
    return daily_total
