//! Keeps in the app's module what the linker knows of it, by which the module is divided after it is built.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let is_for_browsers = std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32");
    if is_for_browsers && std::env::var_os("CARGO_FEATURE_SCREENS").is_some() {
        println!("cargo::rustc-link-arg-bin=so-tien-do=--emit-relocs");
    }
}
