use std::{fs, io, path::PathBuf};

use axum::{
    body::Body,
    http::{HeaderValue, Request, StatusCode, Uri, header},
    response::Response,
};
use tower::ServiceExt;
use tower_http::services::ServeDir;

use crate::{answer, header_file::HeaderFile, options::StartError};

/// The name of the header file. Hosts read it and do not serve it; neither does the sandbox.
const HEADER_FILE: &str = "_headers";

/// The built console as a static host without rewrite rules would serve it.
pub(crate) struct Site {
    /// Begins and ends with `/`.
    base: String,
    files: ServeDir,
    headers: HeaderFile,
}

impl Site {
    /// Reads the header file of `dist`; a console without one is served without extra headers.
    ///
    /// # Errors
    /// `NoConsole` without an `index.html`; `HeaderFile` where the header file cannot be read.
    pub fn open(dist: PathBuf, base: &str) -> Result<Self, StartError> {
        if !dist.join("index.html").is_file() {
            return Err(StartError::NoConsole(dist));
        }
        let text = match fs::read_to_string(dist.join(HEADER_FILE)) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
            Err(error) => return Err(StartError::HeaderFile(error.to_string())),
        };
        Ok(Self {
            base: base.to_owned(),
            headers: HeaderFile::parse(&text).map_err(StartError::HeaderFile)?,
            files: ServeDir::new(dist),
        })
    }

    /// Answers a request for a file of the console. What is unknown or outside the base is 404.
    pub async fn answer(&self, request: Request<Body>) -> Response {
        let path = request.uri().path().to_owned();
        if format!("{path}/") == self.base {
            return redirect(request.uri(), &self.base);
        }
        let Some(inside) = path.strip_prefix(&self.base) else {
            return answer::empty(StatusCode::NOT_FOUND);
        };
        let inside = format!("/{inside}");
        let mut response = self.file(&inside, request).await;
        self.headers.apply(&inside, response.headers_mut());
        response
    }

    async fn file(&self, path: &str, mut request: Request<Body>) -> Response {
        if path.trim_start_matches('/') == HEADER_FILE {
            return answer::empty(StatusCode::NOT_FOUND);
        }
        let Ok(uri) = path.parse() else {
            return answer::empty(StatusCode::NOT_FOUND);
        };
        *request.uri_mut() = uri;
        match self.files.clone().oneshot(request).await {
            Ok(response) => response.map(Body::new),
            Err(never) => match never {},
        }
    }
}

/// Sends the browser to `path`, the query kept.
fn redirect(from: &Uri, path: &str) -> Response {
    let mut response = answer::empty(StatusCode::PERMANENT_REDIRECT);
    let query = from.query().map(|query| format!("?{query}"));
    let location = format!("{path}{}", query.unwrap_or_default());
    if let Ok(location) = HeaderValue::from_str(&location) {
        response.headers_mut().insert(header::LOCATION, location);
    }
    response
}
