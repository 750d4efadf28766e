"""A fingerprint covers everything that can change a table's rows, and nothing else."""

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

import tipoff
from support.edits import IMPORTS, SHAPING, UNIMPORTANT, sides
from support.toy_shop import (
    Shop,
    answer,
    daily_total,
    done,
    forecast,
    many,
    recent_mean,
    sale,
    sales,
)
from tipoff.kernel.declare.graph import Graph
from tipoff.kernel.errors import DeclarationError
from tipoff.kernel.fingerprints import digest, fingerprints
from tipoff.kernel.fingerprints.description import describe
from tipoff.kernel.fingerprints.ownership import versioned

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tipoff.kernel.declare.annotations import Table

MEMBERS = (sales, sale, daily_total, recent_mean, forecast)

TABLES = """
from __future__ import annotations
from tipoff.kernel.declare.table import table
from support.edits import IMPORTS, SHAPING, UNIMPORTANT, sides
from support.toy_shop import DailyTotal

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
"""Three tables: one uses ``shaped``, another reads that one."""

REACHED = {"total", "reader"}


class Modules:
    """A directory of modules, each compiled and loaded again whenever it is written."""

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
        """Return the fingerprints of the three tables, where the source defines ``shaped``."""
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


@pytest.mark.parametrize("source", SHAPING.values(), ids=SHAPING.keys())
def test_what_can_change_rows_changes_the_tables_that_use_it(modules: Modules, source: str) -> None:
    assert modules.changed(*sides(source)) == REACHED


@pytest.mark.parametrize("source", UNIMPORTANT.values(), ids=UNIMPORTANT.keys())
def test_what_cannot_change_rows_changes_no_fingerprint(modules: Modules, source: str) -> None:
    assert modules.changed(*sides(source)) == set()


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
        modules.write("shop_parts.inner.__init__", "")
        modules.write("shop_parts.inner.steps", steps)
        modules.write("shop_parts.lacking", "import a_library_that_there_is_not" + lacking)
        return modules.fingerprints(source)

    before, after = sides(STEPS)
    assert different(edited(before, before), edited(after, after)) == REACHED


@pytest.mark.parametrize(
    "source",
    [
        "import shop_parts\nimport shop_parts.steps\ndef shaped(value):\n"
        "    return shop_parts.steps.once(value) + value.unrelated\n",
        "def shaped(value):\n    from shop_parts import steps\n    return steps.once(value)\n",
        "from shop_parts import steps\ndef shaped(value):\n"
        "    return steps.once(value).steps + value.steps() + len('steps')\n",
    ],
)
def test_what_a_module_holds_besides_and_which_others_are_loaded_does_not_matter(
    modules: Modules, source: str
) -> None:
    modules.write("shop_parts.__init__", "")
    before, after = sides(STEPS)
    modules.write("shop_parts.steps", before)
    modules.write("shop_parts.unrelated", sides(OTHER)[0])
    first = modules.fingerprints(source)
    modules.write("shop_parts.steps", after)
    again = modules.fingerprints("import shop_parts.unrelated\n" + source)
    assert first == again


def test_what_a_module_that_is_handed_on_says_of_itself_does_not_matter(modules: Modules) -> None:
    source = "from shop_parts import steps\nALL = [steps]\ndef shaped(value):\n    return ALL\n"
    modules.write("shop_parts.__init__", "")
    digests = []
    for words in ("Twice.", "Two times."):
        modules.write("shop_parts.steps", f'"""{words}"""\n{sides(STEPS)[0]}')
        digests.append(modules.fingerprints(source))
    assert digests[0] == digests[1]


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


def _install(directory: Path, name: str, version: str, packages: str = "site-packages") -> None:
    """Install a library, as far as Python's import system and its metadata tell."""
    library = directory / packages / name
    library.mkdir(parents=True, exist_ok=True)
    source = "class Base:\n    pass\ndef twice(value):\n    return value\n"
    (library / "__init__.py").write_text(source)
    (library / "parts.py").write_text(source)
    metadata = directory / packages / f"{name}_dist-1.dist-info"
    metadata.mkdir(exist_ok=True)
    (metadata / "METADATA").write_text(f"Name: {name}-dist\nVersion: {version}\n")
    (metadata / "top_level.txt").write_text(f"{name}\n")


PRINT_FINGERPRINTS = """
import shop_tables
from support.edits import IMPORTS, SHAPING, UNIMPORTANT, sides
from support.toy_shop import sales, sale
from tipoff.kernel.fingerprints import fingerprints
from tipoff.kernel.declare.graph import Graph
made = (shop_tables.total, shop_tables.reader, shop_tables.bystander)
for name, fingerprint in fingerprints(Graph.of([sales, sale, *made])).items():
    print(name, fingerprint)
"""


def _in_a_process(directory: Path, first: str = "", hash_seed: str = "0") -> dict[str, str]:
    """Return the fingerprints of the tables in ``directory``, computed by a separate process."""
    tests = Path(__file__).parent.parent
    installed = [str(directory / packages) for packages in ("site-packages", "dist-packages")]
    path = [str(directory), *installed, str(tests), *sys.path]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path), "PYTHONHASHSEED": hash_seed}
    process = subprocess.run(
        [sys.executable, "-B", "-c", first + PRINT_FINGERPRINTS],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return dict(line.split() for line in process.stdout.splitlines())


@pytest.mark.parametrize("use", LIBRARY_USES.values(), ids=LIBRARY_USES.keys())
def test_a_library_counts_with_its_version_where_it_is_used(tmp_path: Path, use: str) -> None:
    source = use.replace("«{0}»", "measures")
    (tmp_path / "shop_tables.py").write_text(TABLES + source)
    _install(tmp_path, "measures", "1.0")
    before = _in_a_process(tmp_path)
    _install(tmp_path, "measures", "1.1")
    assert different(before, _in_a_process(tmp_path)) == REACHED


def test_tipoff_is_followed_by_its_content_where_it_is_installed_too(tmp_path: Path) -> None:
    installed = tmp_path / "site-packages"
    installed.mkdir()
    (installed / "tipoff").symlink_to(Path(tipoff.__file__).parent)
    script = (
        "import tipoff; from tipoff.kernel.fingerprints.ownership import is_ours;"
        "print(tipoff.__file__, is_ours('tipoff'))"
    )
    process = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=True,
    )
    place, ours = process.stdout.split()
    assert Path(place).is_relative_to(installed)
    assert ours == "True"


def test_a_library_of_the_system_counts_with_its_version(tmp_path: Path) -> None:
    (tmp_path / "shop_tables.py").write_text(
        TABLES + LIBRARY_USES["a member"].replace("«{0}»", "measures")
    )
    digests = []
    for version in ("1.0", "1.1"):
        _install(tmp_path, "measures", version, "dist-packages")
        digests.append(_in_a_process(tmp_path))
    assert different(*digests) == REACHED


def test_a_library_that_is_not_installed_yet_may_be_named_inside_a_function(
    tmp_path: Path,
) -> None:
    source = LIBRARY_USES["inside the function"].replace("«{0}»", "measures")
    (tmp_path / "shop_tables.py").write_text(TABLES + source)
    before = _in_a_process(tmp_path)
    _install(tmp_path, "measures", "1.0")
    assert different(before, _in_a_process(tmp_path)) == REACHED


class Uncopied:
    """A function as some extension modules have it: callable, named, and nothing copies it."""

    def __init__(self, module: str) -> None:
        self.__module__, self.__qualname__ = module, "connect"

    def __call__(self) -> None:
        """Do nothing."""

    def __reduce_ex__(self, protocol: Any) -> Any:
        raise TypeError("cannot pickle")


def test_a_function_of_an_extension_module_is_known_by_its_name_and_version() -> None:
    version = importlib.metadata.version("numpy")
    assert describe(Uncopied("numpy.linalg")).head == f"numpy.linalg {version}.connect"
    with pytest.raises(DeclarationError, match="no content to compare"):
        describe(Uncopied("tipoff.engines"))


def test_what_only_compiles_sql_counts_without_its_version() -> None:
    assert versioned("ibis.expr.types") == "ibis.expr.types"
    assert versioned("sqlglot") == "sqlglot"
    assert versioned("numpy.linalg") == f"numpy.linalg {importlib.metadata.version('numpy')}"
    assert versioned("json") == "json"


def test_a_fingerprint_is_the_same_in_every_process_and_order_of_imports(tmp_path: Path) -> None:
    sources = [sides(source)[0] for source in SHAPING.values()]
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


def test_where_the_code_lies_does_not_matter(tmp_path: Path) -> None:
    source = (
        "import shop_parts\nfrom shop_parts import steps\nALL = [shop_parts, steps]\n"
        "def shaped(value):\n    return ALL[1].twice(value)\n"
    )
    digests = []
    for place in (tmp_path / "here", tmp_path / "there"):
        modules = Modules(place)
        modules.write("shop_parts.__init__", "from shop_parts.steps import once")
        modules.write("shop_parts.steps", sides(STEPS)[0])
        modules.write("shop_tables", TABLES + source)
        digests.append(_in_a_process(place))
    assert digests[0] == digests[1]


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
    assert modules.changed(*sides(source)) == REACHED


DECLARED = """
from __future__ import annotations
from tipoff.kernel.declare.schema import Schema, day, integer, rule
from tipoff.kernel.declare.inputs import past
from tipoff.kernel.declare.stream import stream
from tipoff.kernel.declare.table import table
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
    "members": "",
    "column": "",
    "blamed": "total",
    "critical": "",
    "limit": "9",
    "wire": "int64",
    "stream": "",
    "parsed": "1",
    "held": "0",
    "table": ", checks=[holds]",
}
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
    ({"stream": ", other_resources=('more',)"}, {"landed"}),
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

    before, after = sides(source)
    assert shaped(before) == shaped(before)
    assert different(shaped(before), shaped(after)) == set(shaped(before))
    assert different(shaped(before), fingerprints(Graph.of(MEMBERS))) == set(shaped(before))


def test_the_version_of_an_engine_changes_every_table() -> None:
    graph = Graph.of(MEMBERS)
    digests = [
        fingerprints(graph, versions=versions)
        for versions in ({}, {"duckdb": "1"}, {"duckdb": "2"}, {"1": "duckdb"})
    ]
    assert len({each["sale"] for each in digests}) == 4
    both = {"duckdb": "1", "format": "2"}
    backwards = dict(reversed(both.items()))
    assert fingerprints(graph, versions=both) == fingerprints(graph, versions=backwards)


def test_a_digest_covers_what_the_code_uses(modules: Modules) -> None:
    def digest_of(source: str) -> str:
        modules.write("shop_parts", source)
        return digest(modules.load("shop_parts").twice)

    before, after = sides(STEPS)
    assert digest_of(before) == digest_of(before) != digest_of(after)


def test_changed_code_recomputes_its_table_and_what_reads_it(modules: Modules) -> None:
    before, after = sides("def shaped(value):\n    return value * «2|3»\n")
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


def test_another_column_of_the_calendar_changes_which_dates_are_expected_and_no_rows() -> None:
    other = replace(sale, calendar="item")
    assert fingerprints(Graph.of(MEMBERS).replacing(other)) == fingerprints(Graph.of(MEMBERS))


def _other_mean(sale: Table, daily_total: Table) -> Table:
    return daily_total
