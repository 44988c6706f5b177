//! GraphQL over HTTP, Sentera contract, sections 1 and 11: errors come with HTTP 200.

use async_graphql::parser::types::ExecutableDocument;
use axum::{
    http::{HeaderValue, Method, StatusCode, header},
    response::Response,
};
use serde_json::json;

use super::{platform::Sentera, ruby, switches::ErrorForm, token::Token};
use crate::{
    answer,
    call::Call,
    graphql::{GraphqlBody, GraphqlCall, Reply, ReplyError, failed_validation},
};

impl Sentera {
    /// Answers a call that is within the rate limit.
    pub(super) async fn process(&self, call: &Call) -> Response {
        if call.method != Method::POST && call.method != Method::GET {
            let mut response = answer::empty(StatusCode::METHOD_NOT_ALLOWED);
            response
                .headers_mut()
                .insert(header::ALLOW, HeaderValue::from_static(super::METHODS));
            return response;
        }
        let Some(token) = self.token(call) else {
            let body = json!({ "message": "Unauthorized" });
            return answer::json(StatusCode::UNAUTHORIZED, &body);
        };
        let Some(body) = read_body(call) else {
            let body = json!({ "message": "Bad Request" });
            return answer::json(StatusCode::BAD_REQUEST, &body);
        };
        let reply = match body.parse() {
            Ok(graphql) => self.execute(graphql, token).await,
            Err((error, _)) => Reply::refused([ReplyError {
                locations: error.positions().collect(),
                ..ReplyError::new("Parse error")
            }]),
        };
        if !reply.errors.is_empty() && self.state().switches.errors == ErrorForm::Message {
            let body = json!({ "message": "An unexpected error occurred" });
            return answer::json(StatusCode::OK, &body);
        }
        answer::json(StatusCode::OK, &reply)
    }

    async fn execute(&self, graphql: GraphqlCall, token: Token) -> Reply {
        let switches = self.state().switches.clone();
        if graphql.introspects() && !switches.introspection {
            return Reply::refused(ruby::introspection_refused(&graphql.document));
        }
        let document: ExecutableDocument = graphql.document.clone();
        let request = graphql.into_request().data(token);
        let executed = if switches.discovery {
            self.discoverable.execute(request).await
        } else {
            self.documented.execute(request).await
        };
        if failed_validation(&executed.errors) {
            let sdl = self.sdl();
            let errors = executed.errors.into_iter();
            return Reply::refused(errors.map(|error| ruby::error(error, &document, &sdl)));
        }
        executed.into()
    }

    /// The token of the call, where it is known and has not expired.
    fn token(&self, call: &Call) -> Option<Token> {
        let state = self.state();
        let token = state.store.token(call.bearer()?)?;
        (!token.expired).then(|| token.clone())
    }
}

/// The body of a POST, or what the query of a GET says.
pub(super) fn read_body(call: &Call) -> Option<GraphqlBody> {
    if call.method == Method::GET {
        GraphqlBody::from_query(call)
    } else {
        GraphqlBody::read(call)
    }
}
