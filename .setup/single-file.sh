#!/bin/sh
# Trunk's hook after a build, behind precache.sh: writes the release as one page beside it, by the command line of the
# host build. That one is built by the usual toolchain, whichever builds wasm32.
set -eu
unset RUSTUP_TOOLCHAIN
cargo run --quiet --bin so-tien-do -- single-file "$TRUNK_STAGING_DIR" >/dev/null
