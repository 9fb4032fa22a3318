# Sourced by set-up and by the Makefile: where the tools are, and which toolchain builds wasm32.
TOOLS=${SO_TIEN_DO_TOOLS:-$HOME/.cache/so-tien-do}
export PATH="$TOOLS/bin:$TOOLS/npm/node_modules/.bin:$PATH"
# Trunk would ask for its own newest version at every start.
export TRUNK_SKIP_VERSION_CHECK=true

# Runs a command with the toolchain that has the wasm32 target, as set-up found it.
with_wasm() {
  local toolchain
  toolchain=$(cat "$TOOLS/wasm-toolchain" 2>/dev/null || true)
  if [ -n "$toolchain" ]; then RUSTUP_TOOLCHAIN=$toolchain "$@"; else "$@"; fi
}

# Runs a build of a release. Its standard library is compiled along with it, small, and stops at a panic without a
# word: nobody reads what one would say there, and the page says the rest (public/page/last-words.js). This is not yet
# among what the compiler promises to keep, hence the leave.
with_small_std() {
  [ -f "$TOOLS/small-std" ] || { with_wasm "$@"; return; }
  RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size \
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="-Zunstable-options -Cpanic=immediate-abort" with_wasm "$@"
}

browser() {
  local name
  for name in "${CHROME:-}" chromium chromium-browser google-chrome google-chrome-stable; do
    [ -n "$name" ] && command -v "$name" && return
  done
  # Where macOS keeps it.
  ls "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" 2>/dev/null || true
}

browser_driver() { command -v "${CHROMEDRIVER:-chromedriver}" || true; }

# By its path, since this function bears the name of the command.
firefox() { type -P "${FIREFOX:-firefox-esr}" || type -P firefox || true; }

firefox_driver() { command -v "${GECKODRIVER:-geckodriver}" || true; }

webkit_driver() { command -v "${WEBKITDRIVER:-WebKitWebDriver}" || true; }
