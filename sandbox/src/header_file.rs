use axum::http::{HeaderMap, HeaderName, HeaderValue};

/// The rules of a `_headers` file, in the form that Netlify and Cloudflare Pages share: a path
/// pattern at the start of a line, below it indented `Name: value` lines, and `#` for comments.
/// Where several rules give the same header, both hosts join the values by a comma; so does this.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct HeaderFile {
    rules: Vec<Rule>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Rule {
    pattern: String,
    headers: Vec<(HeaderName, HeaderValue)>,
}

impl HeaderFile {
    /// Reads the text of a header file.
    ///
    /// # Errors
    /// The first line that is neither a pattern nor a header, as a sentence with its number.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut rules: Vec<Rule> = Vec::new();
        for (index, line) in text.lines().enumerate() {
            let number = index + 1;
            let content = line.trim();
            if content.is_empty() || content.starts_with('#') {
                continue;
            }
            if !line.starts_with([' ', '\t']) {
                if !content.starts_with('/') {
                    return Err(format!("line {number} is not a path that begins with /"));
                }
                rules.push(Rule {
                    pattern: content.to_owned(),
                    headers: Vec::new(),
                });
                continue;
            }
            let header = content.split_once(':').and_then(|(name, value)| {
                Some((name.trim().parse().ok()?, value.trim().parse().ok()?))
            });
            match (rules.last_mut(), header) {
                (Some(rule), Some(header)) => rule.headers.push(header),
                (None, _) => return Err(format!("line {number} stands before any path")),
                (_, None) => return Err(format!("line {number} is not \"Name: value\"")),
            }
        }
        Ok(Self { rules })
    }

    /// Applies every rule that fits `path` (from the root of the console, beginning with `/`).
    pub fn apply(&self, path: &str, headers: &mut HeaderMap) {
        let mut given: Vec<(&HeaderName, String)> = Vec::new();
        let fitting = self.rules.iter().filter(|rule| fits(&rule.pattern, path));
        for (name, value) in fitting.flat_map(|rule| &rule.headers) {
            let value = String::from_utf8_lossy(value.as_bytes());
            match given.iter_mut().find(|(known, _)| *known == name) {
                Some((_, joined)) => *joined = format!("{joined}, {value}"),
                None => given.push((name, value.into_owned())),
            }
        }
        for (name, value) in given {
            if let Ok(value) = value.parse() {
                headers.insert(name, value);
            }
        }
    }
}

/// `*` stands for any run of characters; everything else for itself.
fn fits(pattern: &str, path: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == path,
        Some((start, rest)) => path.strip_prefix(start).is_some_and(|tail| {
            tail.char_indices()
                .map(|(at, _)| at)
                .chain([tail.len()])
                .any(|at| fits(rest, &tail[at..]))
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn applied(text: &str, path: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        HeaderFile::parse(text).unwrap().apply(path, &mut headers);
        headers
    }

    #[test]
    fn patterns_fit_as_on_the_hosts() {
        for (pattern, path, expected) in [
            ("/*", "/", true),
            ("/*", "/a/b.wasm", true),
            ("/*.wasm", "/a/b.wasm", true),
            ("/*.wasm", "/a/b.js", false),
            ("/index.html", "/index.html", true),
            ("/index.html", "/", false),
            ("/a/*/c", "/a/b/c", true),
        ] {
            assert_eq!(fits(pattern, path), expected, "{pattern} {path}");
        }
    }

    #[test]
    fn rules_apply_together_and_join_equal_names() {
        let text = "# all\n/*\n  X-Frame-Options: DENY\n  Cache-Control: no-cache\n\n/*.js\n\tCache-Control: immutable\n";
        let page = applied(text, "/");
        assert_eq!(page["x-frame-options"], "DENY");
        assert_eq!(page["cache-control"], "no-cache");
        assert_eq!(
            applied(text, "/a.js")["cache-control"],
            "no-cache, immutable"
        );
    }

    #[test]
    fn a_value_may_contain_colons() {
        let headers = applied(
            "/*\n  Content-Security-Policy: connect-src https://a.example:8443\n",
            "/",
        );
        assert_eq!(
            headers["content-security-policy"],
            "connect-src https://a.example:8443"
        );
    }

    #[test]
    fn a_broken_line_is_named() {
        for (text, expected) in [
            ("  A: b\n", "line 1 stands before any path"),
            ("/*\n  no header\n", "line 2 is not \"Name: value\""),
            ("index.html\n", "line 1 is not a path that begins with /"),
        ] {
            assert_eq!(HeaderFile::parse(text), Err(expected.to_owned()));
        }
    }
}
