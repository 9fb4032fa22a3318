//! The last step of a build, on the host: `assemble RELEASE PARTS` puts a release together in its folder.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::io::Result<()> {
    let mut folders = std::env::args_os().skip(1).map(std::path::PathBuf::from);
    let (Some(release), Some(parts)) = (folders.next(), folders.next()) else {
        return Err(std::io::Error::other("usage: assemble RELEASE PARTS"));
    };
    so_tien_do::release::assemble(&release, &parts)
}

/// A build for browsers has nothing to put together.
#[cfg(target_arch = "wasm32")]
fn main() {}
