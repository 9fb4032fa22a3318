//! On wasm32: the app in the browser. On the host: the command line.

#[cfg(target_arch = "wasm32")]
fn main() {
    so_tien_do::ui::mount();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    let arguments = std::env::args_os().skip(1);
    so_tien_do::cli::run(
        arguments,
        &mut std::io::stdout().lock(),
        &mut std::io::stderr().lock(),
    )
    .into()
}
