//! How the app's module is linked for browsers: it keeps what the linker knows of it, by which it is divided after it is
//! built, and has a small stack. Documents, which nest as deep as their writers want, are read by the second module.

/// Half of what the linker gives by itself, and far more than a text may nest (`src/file/limits.rs`): a phone gives all of
/// it to every page.
const STACK: &str = "-zstack-size=524288";

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let is_for_browsers = std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32");
    if is_for_browsers && std::env::var_os("CARGO_FEATURE_SCREENS").is_some() {
        for argument in ["--emit-relocs", STACK] {
            println!("cargo::rustc-link-arg-bin=so-tien-do={argument}");
        }
    }
}
