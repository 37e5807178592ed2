# Each target sets up what it needs in .venv; only Python 3.11 or newer and make must be there.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready

.PHONY: bench generate check test demo golden reference lint soak explore mutants clean

generate: $(READY)  ## write the client and its documentation
	$(BIN)/python -m generator generate --strict
	$(BIN)/python -m generator docs --strict

check: $(READY)  ## fail if client or documentation are not what the description gives
	$(BIN)/python -m generator check --strict
	$(BIN)/python -m generator docs --strict --check

test: $(READY)  ## run every test
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

demo: $(READY)  ## see the client at work, against a mock of the API
	@$(BIN)/python -m demo

golden: $(READY)  ## write the expectations of the golden tests anew
	$(BIN)/python -m tests.rewrite_expectations

reference: $(READY)  ## rewrite the reference page and the JSON Schema of the configuration
	$(BIN)/python -m tests.rewrite_reference

bench: $(READY)  ## every figure as a ratio against the official client: benchmarks/RESULTS.md
	@ROW="$(ROW)" PAIRS="$(PAIRS)" $(BIN)/python -m benchmarks

soak: $(READY)  ## 100,000 requests with each client: the memory must stay flat
	$(BIN)/python -m tests.soak

explore: $(READY)  ## try properties on random examples, many more than the fixed ones of `make test`
	PROPERTIES=explore $(BIN)/python -m pytest -m hypothesis

mutants: $(READY)  ## change the policies in small ways: a test must notice each
	$(BIN)/python -m pip install --quiet --disable-pip-version-check '.[mutants]'
	$(BIN)/python -m pip uninstall --quiet --yes clientwright
	$(BIN)/mutmut run
	$(BIN)/python -m tests.mutants

lint: $(READY)  ## formatting, lint, types
	$(BIN)/black --check --quiet benchmarks demo/__main__.py generator tests
	$(BIN)/ruff check benchmarks demo/__main__.py generator tests
	$(BIN)/mypy
	$(BIN)/pyright --project pyproject.toml --pythonpath $(BIN)/python

clean:  ## forget the environment
	rm -rf $(VENV)

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check '.[dev]'
	# Only for its dependencies: the generator runs from the checkout.
	$(BIN)/python -m pip uninstall --quiet --yes clientwright
	touch $@
