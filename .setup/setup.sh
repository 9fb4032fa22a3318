#!/usr/bin/env bash
# Installs what one way of working needs and is missing: `setup.sh build`, `check`, `test`, `bench`,
# `office` or `deny`.
# May be run again at any time; costs about a second when all is there.
#
# Only package registries are used: crates, npm, and Debian's packages where `apt-get` exists.
# Tools go to their own folder, so that nobody's installed versions are replaced.
#
#   SO_TIEN_DO_TOOLS           where tools are kept (default ~/.cache/so-tien-do)
#   SO_TIEN_DO_NO_RUSTUP=1     does without `rustup target add`, to try the way for closed networks
#   CHROME, CHROMEDRIVER       a browser and its driver that are not on PATH; likewise FIREFOX, GECKODRIVER,
#                              MINIBROWSER and WEBKITDRIVER
set -euo pipefail
cd "$(dirname "$0")/.."
. .setup/env.sh

main() {
  local build="have_rust have_wasm_target have_small_std have_wasm_bindgen have_wasm_split have_wasm_opt have_minifier have_trunk"
  local steps number=0 step
  case ${1:-build} in
    build) steps=$build ;;
    check) steps="have_rust have_linters have_wasm_target have_wasm_linter" ;;
    test) steps="$build have_browser have_driver have_axe have_firefox have_firefox_driver have_webkit" ;;
    bench) steps="$build have_browser have_driver" ;;
    office) steps="have_rust have_office" ;;
    deny) steps="have_rust have_deny" ;;
    *) echo "usage: setup.sh build|check|test|bench|office|deny" >&2; exit 2 ;;
  esac
  mkdir -p "$TOOLS"
  for step in $steps; do
    number=$((number + 1))
    position="$number/$(wc -w <<<"$steps" | tr -d ' ')"
    "$step"
  done
}

ready()   { printf 'set-up %s: %s ready\n' "$position" "$1"; }
working() { printf 'set-up %s: %s ...\n' "$position" "$1"; }
lacking() { printf 'set-up %s: %s is NOT here, so the tests in it will fail: %s\n' "$position" "$1" "$2" >&2; }
stop()    { printf 'set-up %s stopped: %s\n' "$position" "$1" >&2; exit 1; }

have_rust() {
  command -v cargo >/dev/null || stop "Rust is missing: install it with rustup, then run this again"
  ready "Rust $(rustc --version | cut -d' ' -f2)"
}

have_linters() {
  if ! { cargo fmt --version && cargo clippy --version; } >/dev/null 2>&1; then
    working "rustfmt and clippy, by rustup"
    rustup component add rustfmt clippy || stop "install rustfmt and clippy"
  fi
  ready "rustfmt and clippy"
}

# The ordinary way first; then, for networks that reach package registries only, Debian's compiler
# with a standard library that is built here once.
have_wasm_target() {
  local toolchain
  if ! toolchain=$(wasm_toolchain); then
    add_target_by_rustup || add_target_from_debian
    toolchain=$(wasm_toolchain) || stop "add the target wasm32-unknown-unknown to your Rust by hand"
  fi
  printf '%s' "$toolchain" >"$TOOLS/wasm-toolchain"
  ready "target wasm32-unknown-unknown${toolchain:+ ($toolchain)}"
}

# Prints the toolchain that can build for the browser: nothing for the ordinary one. Fails if there is none.
wasm_toolchain() {
  if [ -z "${SO_TIEN_DO_NO_RUSTUP:-}" ] && builds_wasm rustc; then return; fi
  if builds_wasm rustc +debian-web; then echo debian-web; return; fi
  return 1
}

# Tries it, since a standard library may be another compiler's, and a linker may be missing.
builds_wasm() {
  echo '#[unsafe(no_mangle)] pub fn probe() -> String { String::from("std") }' |
    "$@" --edition 2024 --crate-type cdylib --target wasm32-unknown-unknown -o "$TOOLS/probe.wasm" - 2>/dev/null
}

add_target_by_rustup() {
  [ -z "${SO_TIEN_DO_NO_RUSTUP:-}" ] || return 1
  working "target wasm32-unknown-unknown, by rustup"
  at_most 120 rustup target add wasm32-unknown-unknown
}

# A network that swallows requests would otherwise be waited for without an end.
at_most() {
  local seconds=$1; shift
  if command -v timeout >/dev/null; then timeout "$seconds" "$@"; else "$@"; fi
}

add_target_from_debian() {
  working "target wasm32-unknown-unknown, from Debian's packages (about 2 minutes)"
  command -v rustup >/dev/null || stop "rustup is missing"
  debian cargo-web rust-web-src rust-web-llvm || return 1
  # The linker is a link to a version of LLVM's, which is a package of that name.
  debian "$(basename "$(readlink /usr/bin/rust-lld)")"
  rustup toolchain link debian-web /usr
  build_wasm_std
}

# Debian ships the standard library's source and all crates that it needs, but not the built library.
build_wasm_std() {
  local crate library=/usr/lib/rustlib/wasm32-unknown-unknown/lib
  crate=$(mktemp -d)
  mkdir "$crate/src"
  printf '[package]\nname = "empty"\nversion = "0.0.0"\nedition = "2021"\n[workspace]\n' >"$crate/Cargo.toml"
  : >"$crate/src/lib.rs"
  # Without the bitcode a later build with lto = "fat" fails.
  (cd "$crate" && RUSTFLAGS=-Cembed-bitcode=yes RUSTC_BOOTSTRAP=1 CARGO_TARGET_DIR="$crate/target" \
    cargo +debian-web build --quiet --release --target wasm32-unknown-unknown \
    -Zbuild-std=std,panic_abort,proc_macro,test)
  rm -f "$crate"/target/wasm32-unknown-unknown/release/deps/libempty*.rlib
  # Two compilers' libraries side by side would be ambiguous.
  as_root rm -rf "$library"
  as_root mkdir -p "$library"
  as_root cp "$crate"/target/wasm32-unknown-unknown/release/deps/*.rlib "$library/"
  rm -rf "$crate"
}

# What is left out of a standard library that is compiled along with the app makes the first screen's file a tenth
# smaller: all that a panic would say. Without its source the app is built with the library as it comes.
have_small_std() {
  local toolchain
  toolchain=$(cat "$TOOLS/wasm-toolchain")
  if ! builds_std "$toolchain"; then
    working "the standard library's source"
    if { [ -z "$toolchain" ] && at_most 120 rustup component add rust-src; } || add_target_from_debian; then
      toolchain=$(wasm_toolchain)
      builds_std "$toolchain" || toolchain=debian-web
    fi
  fi
  if builds_std "$toolchain"; then
    printf '%s' "$toolchain" >"$TOOLS/wasm-toolchain"
    : >"$TOOLS/small-std"
    ready "a standard library for small files"
  else
    rm -f "$TOOLS/small-std"
    printf 'set-up %s: no source of the standard library, so the first screen is a tenth larger\n' "$position" >&2
  fi
}

# Has the source, and knows of panics that say nothing.
builds_std() {
  local toolchain=${1:+"+$1"}
  # shellcheck disable=SC2086
  [ -f "$(rustc $toolchain --print sysroot)/lib/rustlib/src/rust/library/std/Cargo.toml" ] &&
    RUSTC_BOOTSTRAP=1 rustc $toolchain -Zunstable-options -Cpanic=immediate-abort --print cfg >/dev/null 2>&1
}

# Debian's compiler has a linter of its own, which reads what that compiler built.
have_wasm_linter() {
  if [ "$(cat "$TOOLS/wasm-toolchain")" = debian-web ] && ! cargo +debian-web clippy --version >/dev/null 2>&1; then
    working "clippy for the target wasm32-unknown-unknown"
    debian rust-web-clippy || stop "install Debian's package rust-web-clippy"
  fi
  ready "clippy for the target wasm32-unknown-unknown"
}

have_wasm_bindgen() {
  local version
  version=$(sed -n 's/^wasm-bindgen = .*"=\([0-9.]*\)".*/\1/p' Cargo.toml)
  cargo_tool wasm-bindgen-cli "$version" wasm-bindgen "about 3 minutes"
}

# It tells no version of itself; cargo's own list does.
have_wasm_split() {
  local version=0.2.4
  if ! grep -qsF "\"wasm_split_cli_support $version " "$TOOLS/.crates.toml"; then
    working "wasm-split-cli $version (about 1 minute)"
    cargo install "wasm_split_cli_support@$version" --root "$TOOLS" --quiet --force --locked --features build-binary
  fi
  ready "wasm-split-cli $version"
}

have_deny() { cargo_tool cargo-deny 0.20.2 cargo-deny "about 5 minutes" --locked; }

have_trunk() { cargo_tool trunk 0.21.14 trunk "about 5 minutes" --locked; }

cargo_tool() {
  local crate=$1 version=$2 command=$3 duration=$4; shift 4
  if ! "$TOOLS/bin/$command" --version 2>/dev/null | grep -qF "$version"; then
    working "$crate $version ($duration)"
    cargo install "$crate@$version" --root "$TOOLS" --quiet --force "$@"
  fi
  ready "$command $version"
}

# From npm, since Debian's version 108 exports a wrong table, with which no page starts.
have_wasm_opt() { npm_package binaryen 132.0.0; }

# Makes scripts and styles small.
have_minifier() { npm_package esbuild 0.28.2; }

# The accessibility rules that every screen is held against.
have_axe() { npm_package axe-core 4.14.1; }

npm_package() {
  local name=$1 version=$2
  if ! grep -qsF "\"version\": \"$version\"" "$TOOLS/npm/node_modules/$name/package.json"; then
    working "$name $version"
    command -v npm >/dev/null || debian nodejs npm || stop "install Node.js with npm"
    npm install --prefix "$TOOLS/npm" --no-audit --no-fund --silent "$name@$version"
  fi
  ready "$name $version"
}

have_browser() {
  [ -n "$(browser)" ] || { working "Chromium"; debian chromium || stop "install Chromium or Chrome"; }
  ready "browser $(browser)"
}

have_driver() {
  [ -n "$(browser_driver)" ] || { working "ChromeDriver"; debian chromium-driver || stop "install ChromeDriver"; }
  ready "ChromeDriver"
}

# With letters of the same widths as those of Times New Roman, and what tells of pages.
have_office() {
  if ! { command -v soffice && command -v pdftotext; } >/dev/null; then
    working "LibreOffice (about 1 minute)"
    debian libreoffice-writer-nogui libreoffice-calc-nogui poppler-utils fonts-liberation ||
      stop "install LibreOffice, poppler and the Liberation fonts"
  fi
  ready "LibreOffice"
}

# Firefox and WebKit cannot be had on every machine. Without them all else is built and tested all the same, and
# their own tests say what is missing.
have_firefox() {
  [ -n "$(firefox)" ] || { working "Firefox"; debian firefox-esr || true; }
  if [ -n "$(firefox)" ]; then ready "Firefox $(firefox)"; else lacking Firefox "install it"; fi
}

have_firefox_driver() {
  if [ -n "$(firefox_driver)" ]; then ready "geckodriver"; else
    cargo_tool geckodriver 0.36.0 geckodriver "about 3 minutes" --locked
  fi
}

# WebKit as Debian builds it, for a display that nobody sees; its small browser comes along.
have_webkit() {
  if [ -z "$(webkit_driver)" ] || ! command -v Xvfb >/dev/null; then
    working "WebKit"
    debian webkit2gtk-driver xvfb || true
  fi
  if [ -n "$(webkit_driver)" ] && command -v Xvfb >/dev/null; then ready "WebKit"; else
    lacking WebKit "install webkit2gtk-driver and xvfb, which Linux alone has"
  fi
}

debian() {
  command -v apt-get >/dev/null || return 1
  as_root apt-get update -qq || true
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 \
    install -y -qq --no-install-recommends "$@" >/dev/null
}

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

main "$@"
