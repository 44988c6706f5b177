//! GraphQL over HTTP, HappyColis contract, sections 7.1 and 12.2.

use axum::{
    http::{HeaderValue, Method, StatusCode, header},
    response::Response,
};
use serde_json::json;

use super::{
    platform::HappyColis,
    reply::{executed, refused, unauthorized},
    switches::{BadToken, Switches},
    token::Token,
};
use crate::{
    answer,
    call::Call,
    graphql::{GraphqlBody, GraphqlCall, failed_validation, syntax_message, validation_message},
};

impl HappyColis {
    /// Answers a call that is within the rate limit.
    pub(super) async fn process(&self, call: &Call) -> Response {
        if call.method != Method::POST {
            let mut response = answer::empty(StatusCode::METHOD_NOT_ALLOWED);
            response
                .headers_mut()
                .insert(header::ALLOW, HeaderValue::from_static("POST"));
            return response;
        }
        let switches = self.state().switches.clone();
        let token = self.token(call);
        if token.is_none() && switches.bad_token == BadToken::Http401 {
            let body = json!({ "statusCode": 401, "message": "Unauthorized" });
            return answer::json(StatusCode::UNAUTHORIZED, &body);
        }
        let Some(body) = GraphqlBody::read(call) else {
            let body = json!({ "statusCode": 400, "message": "Bad Request" });
            return answer::json(StatusCode::BAD_REQUEST, &body);
        };
        let call = match body.parse() {
            Ok(call) => call,
            Err((error, query)) => {
                let message = syntax_message(&error, &query);
                let reply = refused("GRAPHQL_PARSE_FAILED", [message]);
                return answer::json(StatusCode::BAD_REQUEST, &reply);
            }
        };
        match token {
            Some(token) => self.execute(call, token, &switches).await,
            None => {
                let reply = unauthorized(call.first_key(), switches.no_data);
                answer::json(StatusCode::OK, &reply)
            }
        }
    }

    async fn execute(&self, call: GraphqlCall, token: Token, switches: &Switches) -> Response {
        if call.introspects() && !switches.introspection {
            let message = "GraphQL introspection is not allowed".to_owned();
            return answer::json(
                StatusCode::OK,
                &refused("INTROSPECTION_DISABLED", [message]),
            );
        }
        let response = self.schema.execute(call.into_request().data(token)).await;
        if failed_validation(&response.errors) {
            let messages = response
                .errors
                .into_iter()
                .map(|error| validation_message(error.message));
            let reply = refused("GRAPHQL_VALIDATION_FAILED", messages);
            return answer::json(StatusCode::BAD_REQUEST, &reply);
        }
        answer::json(StatusCode::OK, &executed(response, switches.no_data))
    }

    /// The token of the call, where it is known and has not expired.
    fn token(&self, call: &Call) -> Option<Token> {
        let state = self.state();
        let token = state.store.token(call.bearer()?)?;
        (!token.expired).then(|| token.clone())
    }
}
