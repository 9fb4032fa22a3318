//! A plain web server for a release. It can stop, as a lost network does, and come back at the same address.

use std::collections::HashMap;
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY_REPORT_ONLY, CONTENT_TYPE, HOST};
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use tokio::runtime::{Builder, Runtime};
use tower_http::services::ServeDir;

use super::Result;
use super::files::dist;
use super::injected::{injected, page_with, worker_with};

pub(crate) struct Server {
    folder: PathBuf,
    base: &'static str,
    address: SocketAddr,
    visits: Visits,
    running: Option<Runtime>,
}

/// What every request goes through.
#[derive(Clone)]
struct Visits {
    folder: PathBuf,
    counts: Arc<Mutex<HashMap<String, usize>>>,
    header: Option<Header>,
}

/// A line that is added to the head of every answer.
type Header = (HeaderName, HeaderValue);

impl Server {
    /// Serves the built release at the root of an address.
    pub(crate) fn start() -> Result<Self> {
        Self::serve(&dist()?, "/", None)
    }

    /// Serves the built release from a folder such as `/so/`, with nothing beside it.
    pub(crate) fn start_under(base: &'static str) -> Result<Self> {
        Self::serve(&dist()?, base, None)
    }

    /// Serves any folder, which may change while it is served.
    pub(crate) fn start_with(folder: &Path) -> Result<Self> {
        Self::serve(folder, "/", None)
    }

    /// Serves any folder and lets browsers keep every answer for an hour without asking again.
    pub(crate) fn start_with_long_caches(folder: &Path) -> Result<Self> {
        let header = (CACHE_CONTROL, HeaderValue::from_static("max-age=3600"));
        Self::serve(folder, "/", Some(header))
    }

    /// Serves the built release under a content security policy that is only watched: what breaks it
    /// happens all the same, and browsers report it to the policy's `report-uri`.
    pub(crate) fn start_watching(policy: &'static str) -> Result<Self> {
        let header = (
            CONTENT_SECURITY_POLICY_REPORT_ONLY,
            HeaderValue::from_static(policy),
        );
        Self::serve(&dist()?, "/", Some(header))
    }

    fn serve(folder: &Path, base: &'static str, header: Option<Header>) -> Result<Self> {
        let visits = Visits {
            folder: folder.to_owned(),
            counts: Arc::default(),
            header,
        };
        let mut server = Self {
            folder: folder.to_owned(),
            base,
            address: SocketAddr::from(([127, 0, 0, 1], 0)),
            visits,
            running: None,
        };
        server.resume()?;
        Ok(server)
    }

    /// Comes back at the address that it had before.
    pub(crate) fn resume(&mut self) -> Result {
        let listener = TcpListener::bind(self.address)?;
        listener.set_nonblocking(true)?;
        self.address = listener.local_addr()?;
        let router = self.router();
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()?;
        runtime.spawn(async move {
            let listener = tokio::net::TcpListener::from_std(listener)?;
            axum::serve(listener, router).await
        });
        self.running = Some(runtime);
        Ok(())
    }

    /// Closes the port and every open connection.
    pub(crate) fn stop(&mut self) {
        if let Some(runtime) = self.running.take() {
            runtime.shutdown_background();
        }
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}{}", self.address, self.base)
    }

    /// How often a path was asked for so far, such as `/index.html`.
    pub(crate) fn requests_for(&self, path: &str) -> usize {
        self.requests().get(path).copied().unwrap_or(0)
    }

    pub(crate) fn requests(&self) -> HashMap<String, usize> {
        self.visits
            .counts
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    fn router(&self) -> Router {
        let files = ServeDir::new(&self.folder);
        let router = if self.base == "/" {
            Router::new().fallback_service(files)
        } else {
            Router::new().nest_service(self.base, files)
        };
        router.layer(from_fn_with_state(self.visits.clone(), note_visit))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

async fn note_visit(State(visits): State<Visits>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    *visits
        .counts
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .entry(path)
        .or_default() += 1;
    let host = request.headers().get(HOST).cloned();
    let mut response = match host.and_then(|host| injected(host.to_str().ok()?)) {
        Some(script) => prepared(&visits.folder, request, next, &script).await,
        None => next.run(request).await,
    };
    if let Some((name, value)) = visits.header {
        response.headers_mut().insert(name, value);
    }
    response
}

/// Serves the page with a script within it, the service worker that fits such a page, and all else as it is.
async fn prepared(folder: &Path, request: Request, next: Next, script: &str) -> Response {
    let path = request.uri().path();
    let (kind, text) = if path.ends_with('/') || path.ends_with("/index.html") {
        ("text/html", page_with(script, folder))
    } else if path.ends_with("/service-worker.js") {
        ("text/javascript", worker_with(script, folder))
    } else {
        return next.run(request).await;
    };
    match text {
        Ok(text) => {
            let mut response = Response::new(Body::from(text));
            let kind = HeaderValue::from_static(kind);
            response.headers_mut().insert(CONTENT_TYPE, kind);
            response
        }
        Err(_) => next.run(request).await,
    }
}
