//! GraphQL over HTTP, ikas contract, sections 7 and 11.

use async_graphql::Response as Executed;
use axum::{
    http::{HeaderValue, Method, StatusCode, header},
    response::Response,
};
use serde_json::json;

use super::{platform::Ikas, switches::Invalid, token::Token, version::Version};
use crate::{
    answer,
    call::Call,
    graphql::{
        GraphqlBody, GraphqlCall, Reply, ReplyError, failed_validation, syntax_message,
        validation_message,
    },
};

/// Marks a response with errors, which count against a token.
#[derive(Clone, Copy)]
pub(super) struct Failed;

impl Ikas {
    /// Answers a call that is within the rate limit.
    pub(super) async fn process(&self, call: &Call) -> Response {
        if call.method != Method::POST {
            let mut response = answer::empty(StatusCode::METHOD_NOT_ALLOWED);
            response
                .headers_mut()
                .insert(header::ALLOW, HeaderValue::from_static("POST"));
            return response;
        }
        let Some(body) = GraphqlBody::read(call) else {
            let body = json!({ "message": "Bad Request" });
            return answer::json(StatusCode::BAD_REQUEST, &body);
        };
        match body.parse() {
            Ok(graphql) => self.execute(call, graphql).await,
            Err((error, query)) => {
                let error = ReplyError::new(syntax_message(&error, &query));
                let reply = Reply::refused([error.with("code", "GRAPHQL_PARSE_FAILED")]);
                self.respond(&reply)
            }
        }
    }

    /// Introspection needs no token, everything else does.
    async fn execute(&self, call: &Call, graphql: GraphqlCall) -> Response {
        let token = self.token(call);
        if token.is_none() && !graphql.only_introspects() {
            return self.respond(&login_required(graphql.first_key()));
        }
        let mut request = graphql.into_request();
        if let Some(token) = token {
            request = request.data(token);
        }
        let executed = match Version::of(call) {
            Version::V1 => self.v1.execute(request).await,
            Version::V2 => self.v2.execute(request).await,
        };
        self.respond(&reply(executed))
    }

    fn respond(&self, reply: &Reply) -> Response {
        let status = match (&reply.data, self.state().switches.invalid) {
            (None, Invalid::Http400) => StatusCode::BAD_REQUEST,
            _ => StatusCode::OK,
        };
        let mut response = answer::json(status, reply);
        if !reply.errors.is_empty() {
            response.extensions_mut().insert(Failed);
        }
        response
    }

    /// The token of the call, where it is known and has not expired.
    fn token(&self, call: &Call) -> Option<Token> {
        let state = self.state();
        let token = state.store.token(call.bearer()?)?;
        (!token.expired).then(|| token.clone())
    }
}

fn login_required(first_key: Option<String>) -> Reply {
    let error = ReplyError::new("LOGIN_REQUIRED")
        .with("code", "LOGIN_REQUIRED")
        .with("serviceName", "merchant-service-public");
    Reply {
        data: Some(async_graphql::Value::Null),
        errors: vec![error.at(first_key)],
    }
}

/// A document that does not fit the schema is refused, with the places where it does not.
fn reply(executed: Executed) -> Reply {
    if failed_validation(&executed.errors) {
        let errors = executed.errors.into_iter().map(|error| ReplyError {
            locations: error.locations,
            ..ReplyError::new(nearest_only(validation_message(error.message)))
                .with("code", "GRAPHQL_VALIDATION_FAILED")
        });
        return Reply::refused(errors);
    }
    let Reply { data, errors } = executed.into();
    Reply {
        data,
        errors: errors
            .into_iter()
            .map(ReplyError::without_locations)
            .collect(),
    }
}

/// A message that suggests one name at most, as the contract has it in section 11.2.
fn nearest_only(message: String) -> String {
    match message.split_once("\", \"") {
        Some((nearest, _)) if nearest.contains("Did you mean") => format!("{nearest}\"?"),
        _ => message,
    }
}
