use async_graphql::{
    Request, Variables,
    parser::{
        Error as SyntaxError, parse_query,
        types::{ExecutableDocument, Selection, SelectionSet},
    },
};
use axum::http::header;
use serde::Deserialize;
use serde_json::Value;

use crate::call::Call;

/// The JSON body of a GraphQL call.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct GraphqlBody {
    pub query: String,
    #[serde(default)]
    variables: Option<Value>,
    #[serde(default)]
    operation_name: Option<String>,
}

/// A GraphQL call whose document has been parsed.
pub(crate) struct GraphqlCall {
    pub document: ExecutableDocument,
    variables: Variables,
    operation_name: Option<String>,
    query: String,
}

impl GraphqlBody {
    /// The body of a call, where it is JSON and says so.
    pub fn read(call: &Call) -> Option<Self> {
        let content_type = call.header(header::CONTENT_TYPE)?.to_ascii_lowercase();
        let essence = content_type.split(';').next()?.trim();
        (essence == "application/json")
            .then(|| serde_json::from_slice(&call.body).ok())
            .flatten()
    }

    /// The parts of a call by GET, `variables` being a JSON text.
    pub fn from_query(call: &Call) -> Option<Self> {
        let (_, query) = call.path.split_once('?')?;
        let part = |name: &str| {
            let mut parts = url::form_urlencoded::parse(query.as_bytes());
            parts
                .find(|(known, _)| known == name)
                .map(|(_, value)| value.into_owned())
        };
        let variables = part("variables").map(|text| serde_json::from_str(&text));
        Some(Self {
            query: part("query")?,
            variables: variables.transpose().ok()?,
            operation_name: part("operationName"),
        })
    }

    /// Parses the document.
    ///
    /// # Errors
    /// What the parser found, with the text it was found in.
    pub fn parse(self) -> Result<GraphqlCall, (SyntaxError, String)> {
        match parse_query(&self.query) {
            Ok(document) => Ok(GraphqlCall {
                document,
                variables: Variables::from_json(self.variables.unwrap_or_default()),
                operation_name: self.operation_name,
                query: self.query,
            }),
            Err(error) => Err((error, self.query)),
        }
    }
}

impl GraphqlCall {
    /// The name of the operation that is asked for.
    pub fn name(&self) -> Option<String> {
        let first = || self.document.operations.iter().find_map(|(name, _)| name);
        self.operation_name
            .clone()
            .or_else(|| first().map(ToString::to_string))
    }

    /// The response key of the first field, which is where an error of the whole call points.
    pub fn first_key(&self) -> Option<String> {
        let (_, operation) = self.document.operations.iter().next()?;
        let first = operation.node.selection_set.node.items.first()?;
        match &first.node {
            Selection::Field(field) => Some(field.node.response_key().node.to_string()),
            Selection::FragmentSpread(_) | Selection::InlineFragment(_) => None,
        }
    }

    /// Whether the schema itself is asked for. `__typename` is no introspection in this sense.
    pub fn introspects(&self) -> bool {
        let operations = self.document.operations.iter();
        let fragments = self.document.fragments.values();
        operations
            .map(|(_, operation)| &operation.node.selection_set.node)
            .chain(fragments.map(|fragment| &fragment.node.selection_set.node))
            .any(asks_for_schema)
    }

    /// Whether nothing but the schema is asked for.
    pub fn only_introspects(&self) -> bool {
        let mut operations = self.document.operations.iter();
        operations.all(|(_, operation)| {
            let set = &operation.node.selection_set.node;
            set.items.iter().all(|item| match &item.node {
                Selection::Field(field) => field.node.name.node.starts_with("__"),
                Selection::FragmentSpread(_) | Selection::InlineFragment(_) => false,
            })
        })
    }

    /// The call as async-graphql takes it.
    pub fn into_request(self) -> Request {
        let mut request = Request::new(self.query).variables(self.variables);
        request.operation_name = self.operation_name;
        request.set_parsed_query(self.document);
        request
    }
}

fn asks_for_schema(set: &SelectionSet) -> bool {
    set.items.iter().any(|item| match &item.node {
        Selection::Field(field) => {
            matches!(field.node.name.node.as_str(), "__schema" | "__type")
        }
        Selection::InlineFragment(fragment) => asks_for_schema(&fragment.node.selection_set.node),
        Selection::FragmentSpread(_) => false,
    })
}
