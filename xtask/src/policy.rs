//! The content security policy: every class of content closed, then opened by name.

/// What the page may connect to, besides its own origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    origins: Vec<String>,
}

impl Policy {
    /// `origins` must be serialized origins, or `https://*.` and a domain: nothing here is escaped.
    pub fn new(origins: Vec<String>) -> Self {
        Self { origins }
    }

    /// The policy for a `<meta>` element.
    pub fn for_page(&self) -> String {
        self.directives().join("; ")
    }

    /// The policy for a header, which can also say who may frame the page.
    pub fn for_header(&self) -> String {
        let mut directives = self.directives();
        directives.push("frame-ancestors 'none'".to_owned());
        directives.join("; ")
    }

    fn directives(&self) -> Vec<String> {
        let mut connect = String::from("connect-src 'self'");
        for origin in &self.origins {
            connect.push(' ');
            connect.push_str(origin);
        }
        let mut directives = vec![
            "default-src 'none'".to_owned(),
            "script-src 'self' 'wasm-unsafe-eval'".to_owned(),
        ];
        directives.push("style-src 'self'".to_owned());
        directives.push("img-src 'self'".to_owned());
        directives.push(connect);
        for closed in ["base-uri", "form-action", "object-src"] {
            directives.push(format!("{closed} 'none'"));
        }
        directives.push("require-trusted-types-for 'script'".to_owned());
        directives.push("trusted-types 'none'".to_owned());
        directives
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CLOSED: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; \
                          connect-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'; \
                          require-trusted-types-for 'script'; trusted-types 'none'";

    #[test]
    fn without_origins_the_page_speaks_to_its_own_only() {
        let policy = Policy::new(Vec::new());
        assert_eq!(policy.for_page(), CLOSED);
        assert_eq!(
            policy.for_header(),
            format!("{CLOSED}; frame-ancestors 'none'")
        );
    }

    #[test]
    fn origins_are_added_to_connections_alone() {
        let policy = Policy::new(vec![
            "https://a.example".to_owned(),
            "https://*.b.example".to_owned(),
        ]);
        let opened = CLOSED.replace(
            "connect-src 'self'",
            "connect-src 'self' https://a.example https://*.b.example",
        );
        assert_eq!(policy.for_page(), opened);
    }
}
