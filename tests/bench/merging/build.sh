#!/bin/sh
# Builds what merges alone as a release is built, and made small in the same ways.
set -eu
page=target/bench-merging
rm -rf "$page"
cargo build --quiet --release --target wasm32-unknown-unknown --no-default-features --example merging
wasm-bindgen --target web --no-typescript --out-name merging --out-dir "$page" \
  target/wasm32-unknown-unknown/release/examples/merging.wasm
options=$(sed -n 's/.*data-wasm-opt-params="\(.*\)".*/\1/p' index.html)
# shellcheck disable=SC2086
wasm-opt -Oz $options "$page/merging_bg.wasm" -o "$page/merging_bg.wasm"
cp tests/bench/references/empty/index.html "$page/"
