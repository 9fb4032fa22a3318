//! The second module, which reads and writes documents, and signs and locks files: on wasm32 alone, in a worker.

#[cfg(target_arch = "wasm32")]
fn main() {
    so_tien_do::browser::serve_readings();
}

/// On the host the command line reads documents by itself.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
