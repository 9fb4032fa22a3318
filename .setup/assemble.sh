#!/bin/sh
# Trunk's hook after a build: divides the app's module, and puts the release together of all parts. The last step is a
# program of the project itself, built by the usual toolchain, whichever builds for browsers.
set -eu
target=$(cd "$TRUNK_SOURCE_DIR" && cargo metadata --format-version 1 --no-deps | sed 's/.*"target_directory":"\([^"]*\)".*/\1/')
parts=$target/parts
sh .setup/split.sh "$target" "$parts"
env -u RUSTUP_TOOLCHAIN -u RUSTC_BOOTSTRAP -u CARGO_UNSTABLE_BUILD_STD cargo run --quiet --bin assemble -- "$TRUNK_STAGING_DIR" "$parts"
