# All that is done with this project. Each first fetches what is missing on this machine (.setup/setup.sh).
#
#   make run      builds the release and serves it at http://127.0.0.1:8080/ (another port: make run PORT=9000)
#   make build    builds the release into dist/, which any web server can serve from any folder
#   make single-file  builds the release with dist/so-tien-do.html, which is all of it in one file and needs no server
#   make test     builds the release; runs the tests on this machine, in Chromium, Firefox and WebKit
#   make check    checks formatting and lints, for this machine and for the browser
#   make fuzz     runs the laws of merging, texts and files that came to harm and stores that fail for long
#                 (CASES=1000000)
#   make break    builds the release; kills its page 200 times while it writes, and the browser 20 times (KILLS=200)
#   make office   opens what is written for Word and Excel in LibreOffice; its pages are then in target/tmp/office
#   make deny     checks licences, sources and known faults of all crates that are brought along
#   make bench    builds the release; prints its size, and how fast it is and how much memory it takes beside small
#                 reference pages

SHELL := bash
PORT ?= 8080
CASES ?= 1000000
KILLS ?= 200
WITH_TOOLS := . .setup/env.sh &&
BUILD := $(WITH_TOOLS) with_small_std trunk build --release

.PHONY: help run build single-file test check fuzz break office deny bench setup setup-build setup-test setup-check setup-bench setup-office setup-deny

help:
	@sed '/^$$/q; s/^# \{0,1\}//' Makefile

run: setup-build
	@echo "The app will be at http://127.0.0.1:$(PORT)/ once it is built."
	@$(WITH_TOOLS) with_small_std trunk serve --release --port $(PORT)

build: setup-build
	@$(BUILD)

# Every release has them beside it; the small one is without the module for documents.
single-file: build
	@ls -l dist/so-tien-do.html dist/so-tien-do-nho.html

# A release is built by one processor, so the tests are compiled by another meanwhile. Tests in browsers wait a good
# deal, so there is work for one more than there are processors. The last line runs the store's contract in a browser;
# its runner starts the browser by itself. It does without the screens, since the seam at which they are divided is
# closed in a release alone.
test: setup-test
	@cargo test --no-run --quiet & $(BUILD) && wait $$!
	@$(WITH_TOOLS) cargo test --no-fail-fast -- --test-threads=$$(($$(nproc) + 1))
	@$(WITH_TOOLS) CHROMEDRIVER="$$(browser_driver)" WASM_BINDGEN_TEST_TIMEOUT=120 CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
		with_wasm cargo test --target wasm32-unknown-unknown --no-default-features --test store_in_browser

check: setup-check
	@cargo fmt --check
	@cargo fmt --check --manifest-path tests/bench/references/leptos/Cargo.toml
	@cargo clippy --all-targets -- -D warnings
	@$(WITH_TOOLS) with_wasm cargo clippy --target wasm32-unknown-unknown --lib --bins --test store_in_browser -- -D warnings

# The same tests run within `make test`, bounded to seconds.
fuzz: setup-check
	@SO_TIEN_DO_CASES=$(CASES) cargo test --release --test host -- merge reader_fuzz slots openers sources found

# The same tests run within `make test`, with few kills.
break: setup-test
	@$(BUILD)
	@$(WITH_TOOLS) SO_TIEN_DO_KILLS=$(KILLS) cargo test --test e2e -- killed --nocapture

# Apart from `make test`, since LibreOffice is larger than all else that is fetched.
office: setup-office
	@cargo test --test host -- --ignored office::libreoffice

# The list of known faults is kept in a repository that not every network reaches.
deny: setup-deny
	@$(WITH_TOOLS) cargo deny --log-level error check bans licenses sources
	@$(WITH_TOOLS) if cargo deny --log-level off fetch db; then cargo deny --log-level error check advisories; \
		else echo "deny: known faults were NOT checked, since their list cannot be fetched from this network" >&2; fi

# The programs are built as for tests, so nothing is compiled twice; what is measured is the release. The reference in
# Leptos is built as any page in Leptos is, of the crates that the app has.
bench: setup-bench
	@$(BUILD)
	@cp Cargo.lock tests/bench/references/leptos/
	@$(WITH_TOOLS) CARGO_TARGET_DIR="$(CURDIR)/target/bench-leptos" \
		with_wasm trunk build --release --config tests/bench/references/leptos/Trunk.toml
	@$(WITH_TOOLS) with_small_std sh tests/bench/merging/build.sh
	@$(WITH_TOOLS) cargo bench --profile dev --bench bench

setup: setup-test setup-check

setup-build setup-test setup-check setup-bench setup-office setup-deny: setup-%:
	@.setup/setup.sh $*
