//! A server that has packed every file beforehand, as a good host has: what is measured is the way and the browser.

use std::collections::HashMap;
use std::fs;
use std::net::TcpListener;
use std::path::Path;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_ENCODING, CONTENT_TYPE};
use axum::response::Response;
use tokio::runtime::{Builder, Runtime};

use crate::harness::Result;
use crate::harness::files::all_files;
use crate::sizes::packed;

/// A folder's files, packed.
#[derive(Clone)]
pub(crate) struct Site(Arc<HashMap<String, Vec<u8>>>);

/// A site at an address of its own; it is gone when this is dropped.
pub(crate) struct Served {
    url: String,
    running: Option<Runtime>,
}

impl Site {
    pub(crate) fn pack(folder: &Path) -> Result<Self> {
        let mut files = HashMap::new();
        for file in all_files(folder)? {
            let bytes = packed(&fs::read(folder.join(&file))?)?;
            files.insert(format!("/{}", file.display()), bytes);
        }
        Ok(Self(Arc::new(files)))
    }

    pub(crate) fn serve(&self) -> Result<Served> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        listener.set_nonblocking(true)?;
        let url = format!("http://{}/", listener.local_addr()?);
        let router = Router::new().fallback(answer).with_state(self.clone());
        let running = Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()?;
        running.spawn(async move {
            let listener = tokio::net::TcpListener::from_std(listener)?;
            axum::serve(listener, router).await
        });
        Ok(Served {
            url,
            running: Some(running),
        })
    }
}

impl Served {
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// Goes away as a lost network does.
    pub(crate) fn stop(&mut self) {
        if let Some(running) = self.running.take() {
            running.shutdown_background();
        }
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.stop();
    }
}

async fn answer(State(site): State<Site>, request: Request) -> Response {
    let path = request.uri().path();
    let name = if path == "/" { "/index.html" } else { path };
    let Some(bytes) = site.0.get(name) else {
        let mut nothing = Response::new(Body::empty());
        *nothing.status_mut() = StatusCode::NOT_FOUND;
        return nothing;
    };
    let response = Response::builder()
        .header(CONTENT_TYPE, kind(name))
        .header(CONTENT_ENCODING, "br");
    response.body(Body::from(bytes.clone())).unwrap_or_default()
}

fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("webmanifest") => "application/manifest+json",
        _ => "application/octet-stream",
    }
}
