# `make` without a target lists the targets. Works with GNU make 3.81 (macOS) and later.

PYTHON ?= python3
VENV := .venv
CLUSTER := .venv-cluster
BIN := $(VENV)/bin
UV := $(VENV)/lock/bin/uv
ARGS ?=

LOCKED := $(VENV)/.locked
INSTALLED := $(VENV)/.installed
TESTED := $(VENV)/.tested
INSTALL := -m pip --disable-pip-version-check --no-input --quiet install
# Python compiles modules as they are imported; compiling every package here would take longer than
# the rest of the installation.
LOCKED_IN := $(INSTALL) --no-compile --require-hashes -r

# The project is built without isolation, so its build requirements are locked too. hatchling needs
# editables for an editable build, but declares that only in isolated builds.
BUILD_REQUIRES := import tomllib; \
	project = tomllib.load(open("pyproject.toml", "rb")); \
	print(*project["build-system"]["requires"], "editables~=0.3", sep="\n")

# Let Python cache bytecode even where the environment turns it off: otherwise each process would
# compile all packages again, for five seconds.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help setup run test cluster coverage chaos check docs sql bench mutants lock clean python

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' Makefile

setup: $(INSTALLED) ## Create .venv with the tipoff command (PYTHON=python3.12 to choose)

run: setup ## Set up, then run the demo league end to end
	$(BIN)/tipoff demo $(ARGS)
	@echo
	@echo "To call tipoff: $(BIN)/tipoff --help, or once: source $(BIN)/activate"

# Test files are distributed in collection order, the longest first; tests/conftest.py sets the
# number of processes.
SPREAD := --numprocesses auto --dist loadfile --no-loadscope-reorder

test: $(TESTED) ## Run the tests (ARGS='-k name' for some)
	$(BIN)/python -m pytest $(SPREAD) $(ARGS)

cluster: $(CLUSTER)/.installed ## Run the tests of Spark (Java 17) and Dagster, in an environment of their own
	$(CLUSTER)/bin/python -m pytest tests/cluster tests/orchestration $(ARGS)

coverage: $(TESTED) ## Run the tests and print the lines that they do not reach
	$(BIN)/python -m pytest $(SPREAD) --cov $(ARGS)

docs: $(TESTED) ## Write the pages generated from the code, and the API reference in build/docs
	$(BIN)/tipoff dictionary --write docs
	$(BIN)/tipoff dev reference > docs/cli.md
	$(BIN)/tipoff dev settings > docs/settings.md
	$(BIN)/pdoc --docformat google --output-directory build/docs tipoff $(addprefix tipoff.,alerts \
		analytics app catalogs domain engines features health kernel landing operations predictions publishing raw \
		simulation sources windows)

chaos: $(TESTED) ## Run the long kill and parity tests
	$(BIN)/python -m pytest -m chaos $(ARGS)

check: $(TESTED) ## Check lint, formatting and types
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

sql: setup ## Compile the SQL that is shipped with the tables
	$(BIN)/python -m tipoff.app.shipped_sql

bench: $(TESTED) ## Run the benchmarks
	$(BIN)/python -m benchmarks $(ARGS)

mutants: $(TESTED) ## Put faults into the code and list those that no test notices (ARGS='kernel --sample 50')
	PYTHONPATH=tests $(BIN)/python -m mutation $(ARGS)

# Requirements of the tests and the cluster are locked in separate files, at the versions of
# requirements.lock, except for python-dateutil: the S3 client needs an earlier version.
COMPILE = @$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock' $(ARGS)
lock: python ## Resolve the lock files again (ARGS=--upgrade for newer versions)
	@$(PYTHON) -m venv $(VENV)/lock
	@$(VENV)/lock/bin/python -m pip --disable-pip-version-check --quiet install uv
	@$(PYTHON) -c '$(BUILD_REQUIRES)' >$(VENV)/lock/build.in
	$(COMPILE) --extra all pyproject.toml $(VENV)/lock/build.in -o requirements.lock
	$(COMPILE) --extra dev --constraint requirements.lock pyproject.toml -o requirements-dev.lock
	@sed -n 's/^\([a-z].*[^ ]\) *\\$$/\1/p' requirements-dev.lock | grep -v '^python-dateutil=' >$(VENV)/lock/dev.in
	$(COMPILE) --no-strip-extras --extra cluster --constraint $(VENV)/lock/dev.in pyproject.toml \
		-o requirements-cluster.lock
	$(COMPILE) --no-strip-extras --extra all --extra dagster --constraint requirements.lock pyproject.toml \
		$(VENV)/lock/build.in -o requirements-dagster.lock

clean: ## Remove .venv and caches, never .tipoff (your data)
	rm -rf $(VENV) $(CLUSTER) .mypy_cache .pytest_cache .ruff_cache build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Created from scratch, so that .venv holds only locked packages.
$(LOCKED): requirements.lock
	@$(MAKE) --no-print-directory python
	@echo "Installing the locked packages into $(VENV): about half a minute"
	@$(PYTHON) -m venv --clear $(VENV)
	@$(BIN)/python $(LOCKED_IN) requirements.lock
	@touch $@

$(INSTALLED): $(LOCKED) pyproject.toml
	@$(BIN)/python $(INSTALL) --no-build-isolation --no-deps -e .
	@$(BIN)/python -c 'import lightgbm' || { echo "LightGBM needs OpenMP:" \
		"'apt-get install libgomp1' (Debian, Ubuntu) or 'brew install libomp' (macOS)" >&2; exit 1; }
	@touch $@

$(TESTED): $(INSTALLED) requirements-dev.lock
	@echo "Installing the test requirements into $(VENV): about half a minute"
	@$(BIN)/python $(LOCKED_IN) requirements-dev.lock
	@touch $@

$(CLUSTER)/.installed: requirements.lock requirements-cluster.lock pyproject.toml
	@$(MAKE) --no-print-directory python
	@echo "Installing Spark, Dagster and the locked packages into $(CLUSTER): a minute or two"
	@$(PYTHON) -m venv --clear $(CLUSTER)
	@$(CLUSTER)/bin/python $(LOCKED_IN) requirements.lock
	@$(CLUSTER)/bin/python $(LOCKED_IN) requirements-cluster.lock
	@$(CLUSTER)/bin/python $(INSTALL) --no-build-isolation --no-deps -e .
	@touch $@

python:
	@command -v $(PYTHON) >/dev/null || { echo "$(PYTHON) is not installed: Tipoff needs" \
		"Python 3.11 or newer; to choose one: make setup PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo \
		"$(PYTHON) is $$($(PYTHON) -V 2>&1): Tipoff needs 3.11 or newer;" \
		"to choose one: make setup PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo \
		"$(PYTHON) cannot make virtual environments: apt-get install" \
		"python$$($(PYTHON) -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv" \
		"(Debian, Ubuntu)" >&2; exit 1; }
