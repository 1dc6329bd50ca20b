# Each target does all its own set-up, in a virtual environment of its own below this folder.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LOCKS := deploy/requirements
# Tests run side by side, so many at a time: they wait for brokers as much as they compute.
JOBS ?= 3

.PHONY: demo test lint check quality faults clean

demo: $(VENV)/.worker ## broker, worker, sample articles: see who said what
	$(BIN)/communique demo

test: $(VENV)/.dev ## all tests; those on real Kafka where Java and Maven are installed
	$(BIN)/python -m pytest -n $(JOBS)

lint: $(VENV)/.dev ## formatting, lint rules, types, and the arrows of the house
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

faults: $(VENV)/.dev ## faults made on purpose on real Kafka, and an account of every article (about 15 minutes a run)
	$(BIN)/python -m tests.faults
	$(BIN)/python -m tests.faults --delivery exactly-once
	$(BIN)/python -m tests.faults --models --articles 300
	$(BIN)/python -m tests.faults.burst

quality: $(VENV)/.dev ## how well articles are read, against annotated texts (COMMUNIQUE_EVAL_DATA)
	$(BIN)/python -m tests.quality --misses 12

bench: $(VENV)/.dev ## how fast articles are read, beside the bare models, as tables and in bench.json
	$(BIN)/python -m tests.bench

check: lint test

clean:
	rm -rf $(VENV) .kafka .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

# Locks pin versions and hashes; the project itself comes last and brings nothing along.
$(VENV)/.worker: $(LOCKS)/worker.txt pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $(LOCKS)/worker.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	touch $@

$(VENV)/.dev: $(LOCKS)/dev.txt pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $(LOCKS)/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	touch $@ $(VENV)/.worker
