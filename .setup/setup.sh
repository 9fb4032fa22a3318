#!/usr/bin/env bash
# Installs what building (`setup.sh build`) and testing (`setup.sh test`) need and are missing.
# May be run again at any time; costs about a second when all is there.
#
# Only package registries are used: crates, npm, and Debian's packages where `apt-get` exists.
# Tools go to their own folder, so that nobody's installed versions are replaced.
#
#   SO_TIEN_DO_TOOLS           where tools are kept (default ~/.cache/so-tien-do)
#   SO_TIEN_DO_NO_RUSTUP=1     skips `rustup target add`, to try the way for closed networks
set -euo pipefail
cd "$(dirname "$0")/.."
. .setup/env.sh

want=${1:-build}
steps_build=(have_rust have_wasm_target have_wasm_bindgen have_wasm_opt have_trunk)
steps_test=(have_browser have_driver have_axe)
steps=("${steps_build[@]}")
[ "$want" = test ] && steps+=("${steps_test[@]}")

main() {
  mkdir -p "$TOOLS"
  local number=0
  for step in "${steps[@]}"; do
    number=$((number + 1))
    position="[$number/${#steps[@]}]"
    "$step"
  done
}

ready()   { printf 'set-up %s %s: ready\n' "$position" "$1"; }
working() { printf 'set-up %s %s ...\n' "$position" "$1"; }
stop()    { printf 'set-up %s stopped: %s\n' "$position" "$1" >&2; exit 1; }

have_rust() {
  command -v cargo >/dev/null || stop "Rust is missing: install it with rustup, then run this again"
  ready "Rust ($(rustc --version | cut -d' ' -f2))"
}

# The ordinary way first; then, for networks that reach package registries only, Debian's compiler
# with a standard library that is built here once.
have_wasm_target() {
  if has_wasm_std ""; then remember_toolchain ""; ready "target wasm32-unknown-unknown"; return; fi
  if has_wasm_std debian-web; then remember_toolchain debian-web; ready "target wasm32-unknown-unknown (Debian's Rust)"; return; fi
  if [ -z "${SO_TIEN_DO_NO_RUSTUP:-}" ]; then
    working "target wasm32-unknown-unknown, by rustup"
    if timeout 120 rustup target add wasm32-unknown-unknown && has_wasm_std ""; then remember_toolchain ""; return; fi
    echo "rustup could not fetch the target; trying Debian's packages instead"
  fi
  working "target wasm32-unknown-unknown, from Debian's packages (about 2 minutes)"
  command -v rustup >/dev/null || stop "rustup is missing"
  debian cargo-web rust-web-src rust-web-llvm || stop "add the target wasm32-unknown-unknown to your Rust by hand"
  rustup toolchain link debian-web /usr
  build_wasm_std
  has_wasm_std debian-web || stop "the standard library for wasm32 could not be built"
  remember_toolchain debian-web
}

# Debian ships the standard library's source and all crates that it needs, but not the built library.
build_wasm_std() {
  local crate library
  crate=$(mktemp -d)
  library=/usr/lib/rustlib/wasm32-unknown-unknown/lib
  mkdir "$crate/src"
  printf '[package]\nname = "empty"\nversion = "0.0.0"\nedition = "2021"\n[workspace]\n' >"$crate/Cargo.toml"
  : >"$crate/src/lib.rs"
  # Without the bitcode a later build with lto = "fat" fails.
  (cd "$crate" && RUSTFLAGS=-Cembed-bitcode=yes RUSTC_BOOTSTRAP=1 CARGO_TARGET_DIR="$crate/target" cargo +debian-web build \
    --release --target wasm32-unknown-unknown -Zbuild-std=std,panic_abort,proc_macro,test)
  rm -f "$crate"/target/wasm32-unknown-unknown/release/deps/libempty*.rlib
  as_root mkdir -p "$library"
  as_root cp "$crate"/target/wasm32-unknown-unknown/release/deps/*.rlib "$library/"
  rm -rf "$crate"
}

has_wasm_std() {
  local root
  root=$(RUSTUP_TOOLCHAIN=${1:-${RUSTUP_TOOLCHAIN:-}} rustc_quiet --print sysroot) || return 1
  [ -z "$1" ] && [ -n "${SO_TIEN_DO_NO_RUSTUP:-}" ] && return 1
  compgen -G "$root/lib/rustlib/wasm32-unknown-unknown/lib/libstd-*.rlib" >/dev/null
}

rustc_quiet() {
  [ -n "$RUSTUP_TOOLCHAIN" ] || unset RUSTUP_TOOLCHAIN
  rustc "$@" 2>/dev/null
}

remember_toolchain() { printf '%s' "$1" >"$TOOLS/wasm-toolchain"; }

have_wasm_bindgen() {
  local version
  version=$(sed -n 's/^wasm-bindgen = .*"=\([0-9.]*\)".*/\1/p' Cargo.toml)
  cargo_tool wasm-bindgen-cli "$version" wasm-bindgen "about 3 minutes"
}

have_trunk() { cargo_tool trunk 0.21.14 trunk "about 5 minutes" --locked; }

cargo_tool() {
  local crate=$1 version=$2 command=$3 duration=$4; shift 4
  if ! "$TOOLS/bin/$command" --version 2>/dev/null | grep -qF "$version"; then
    working "$crate $version ($duration)"
    cargo install "$crate@$version" --root "$TOOLS" --quiet --force "$@"
  fi
  ready "$command $version"
}

# Where no package can be had, Trunk finds the optimiser its own way.
have_wasm_opt() {
  command -v wasm-opt >/dev/null || { working "wasm-opt"; debian binaryen || true; }
  ready "wasm-opt ($(wasm-opt --version 2>/dev/null || echo 'left to Trunk'))"
}

have_browser() {
  [ -n "$(browser)" ] || { working "Chromium"; debian chromium || stop "install Chromium or Chrome"; }
  ready "browser ($(browser))"
}

have_driver() {
  command -v chromedriver >/dev/null || { working "ChromeDriver"; debian chromium-driver || stop "install ChromeDriver"; }
  ready "ChromeDriver"
}

# The accessibility rules that every screen is held against.
have_axe() {
  local version=4.14.1
  if ! grep -qsF "\"version\": \"$version\"" "$TOOLS/npm/node_modules/axe-core/package.json"; then
    working "axe-core $version"
    command -v npm >/dev/null || debian nodejs npm || stop "install Node.js with npm"
    npm install --prefix "$TOOLS/npm" --no-audit --no-fund --silent "axe-core@$version"
  fi
  ready "axe-core $version"
}

debian() {
  command -v apt-get >/dev/null || return 1
  as_root apt-get update -qq || true
  DEBIAN_FRONTEND=noninteractive as_root apt-get install -y -qq --no-install-recommends "$@"
}

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

main
