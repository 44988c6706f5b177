use async_graphql::{
    Name, Pos, Positioned,
    parser::types::{
        ExecutableDocument, Field, OperationDefinition, OperationType, Selection, SelectionSet,
    },
};

/// Where in a document an error was found.
pub(super) struct Place {
    /// Operation, fields and argument, as graphql-ruby writes a path: `mutation CreateHook`,
    /// `create_webhook_subscription`, `callback_url`.
    pub path: Vec<String>,
    /// The name of the field.
    pub field: String,
    /// Where the field begins.
    pub at: Pos,
    /// The argument that the error is about, and what stands for it in the document.
    pub argument: Option<(String, String)>,
}

impl Place {
    /// The field or argument that begins at this position.
    pub fn find(document: &ExecutableDocument, at: Pos) -> Option<Self> {
        let in_operations = document.operations.iter().find_map(|(name, operation)| {
            let path = [root(name, &operation.node)];
            find(&operation.node.selection_set.node, &path, at)
        });
        let in_fragments = || {
            document.fragments.iter().find_map(|(name, fragment)| {
                let path = [format!("fragment {name}")];
                find(&fragment.node.selection_set.node, &path, at)
            })
        };
        in_operations.or_else(in_fragments)
    }

    /// The fields that stand directly in an operation.
    pub fn roots(document: &ExecutableDocument) -> impl Iterator<Item = Self> {
        document.operations.iter().flat_map(|(name, operation)| {
            let items = operation.node.selection_set.node.items.iter();
            items.filter_map(move |item| match &item.node {
                Selection::Field(field) => Some(Self::of(field, &[root(name, &operation.node)])),
                Selection::FragmentSpread(_) | Selection::InlineFragment(_) => None,
            })
        })
    }

    fn of(field: &Positioned<Field>, above: &[String]) -> Self {
        let mut path = above.to_vec();
        path.push(field.node.response_key().node.to_string());
        Self {
            path,
            field: field.node.name.node.to_string(),
            at: field.pos,
            argument: None,
        }
    }
}

fn root(name: Option<&Name>, operation: &OperationDefinition) -> String {
    let kind = match operation.ty {
        OperationType::Query => "query",
        OperationType::Mutation => "mutation",
        OperationType::Subscription => "subscription",
    };
    name.map_or_else(|| kind.to_owned(), |name| format!("{kind} {name}"))
}

fn find(set: &SelectionSet, above: &[String], at: Pos) -> Option<Place> {
    set.items.iter().find_map(|item| match &item.node {
        Selection::Field(field) => {
            let mut place = Place::of(field, above);
            if field.pos == at {
                return Some(place);
            }
            let mut arguments = field.node.arguments.iter();
            if let Some((name, value)) = arguments.find(|(name, _)| name.pos == at) {
                place.path.push(name.node.to_string());
                place.argument = Some((name.node.to_string(), value.node.to_string()));
                return Some(place);
            }
            find(&field.node.selection_set.node, &place.path, at)
        }
        Selection::InlineFragment(fragment) => find(&fragment.node.selection_set.node, above, at),
        Selection::FragmentSpread(_) => None,
    })
}
