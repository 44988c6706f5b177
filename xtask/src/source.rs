//! Rules of ours that no linter knows.

use std::path::Path;

use crate::{
    failure::{Done, Failure},
    workspace,
};

/// A file that is longer is about more than one thing.
const LONGEST: usize = 300;

/// Where the code is, relative to the top of the repository. The rules about calls hold for the console, in the first.
const CONSOLE: &str = "src";
const OTHERS: &[&str] = &["markup", "sandbox", "style", "tests", "xtask"];

/// Checks every source file and lists all that is wrong.
pub fn check() -> Done {
    let mut problems = Vec::new();
    for top in [CONSOLE].iter().chain(OTHERS) {
        for file in workspace::files(&workspace::root().join(top))? {
            if file
                .extension()
                .is_some_and(|extension| extension == "rs" || extension == "css")
            {
                let path = file.strip_prefix(workspace::root()).unwrap_or(&file);
                problems.extend(problems_in(path, &workspace::read(&file)?));
            }
        }
    }
    match problems.is_empty() {
        true => Ok(()),
        false => Err(Failure::new(problems.join("\n  "))),
    }
}

fn problems_in(path: &Path, text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().collect();
    let mut problems = Vec::new();
    if lines.len() > LONGEST {
        problems.push(format!(
            "{}: {} lines; the longest file has {LONGEST}",
            path.display(),
            lines.len()
        ));
    }
    if !path.starts_with(CONSOLE) {
        return problems;
    }
    let tests = lines
        .iter()
        .position(|line| line.trim_start().starts_with("#[cfg(test)]"))
        .unwrap_or(lines.len());
    for (index, line) in lines[..tests].iter().enumerate() {
        let mut report =
            |problem: &str| problems.push(format!("{}:{}: {problem}", path.display(), index + 1));
        let code = line.split("//").next().unwrap_or_default();
        if ["innerHTML", "inner_html"]
            .iter()
            .any(|name| code.contains(name))
        {
            report("innerHTML is refused by the content security policy");
        }
        let above = index.checked_sub(1).map_or("", |above| lines[above]);
        if [".unwrap()", ".expect("]
            .iter()
            .any(|call| code.contains(call))
            && !line.contains("//")
            && !above.contains("//")
        {
            report("unwrap or expect without a comment that says why it cannot fail");
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(path: &str, text: &str) -> usize {
        problems_in(Path::new(path), text).len()
    }

    #[test]
    fn files_end_after_300_lines() {
        assert_eq!(count("sandbox/src/main.rs", &"\n".repeat(300)), 0);
        assert_eq!(count("sandbox/src/main.rs", &"\n".repeat(301)), 1);
    }

    #[test]
    fn an_unproven_unwrap_in_the_console_is_found() {
        assert_eq!(count("src/app.rs", "let a = b.unwrap();"), 1);
        assert_eq!(count("src/app.rs", "let a = b.expect(\"b\");"), 1);
        assert_eq!(
            count("src/app.rs", "// b is checked above.\nlet a = b.unwrap();"),
            0
        );
        assert_eq!(count("src/app.rs", "let a = b.unwrap_or_default();"), 0);
        assert_eq!(
            count("src/app.rs", "#[cfg(test)]\nmod tests { b.unwrap(); }"),
            0
        );
        assert_eq!(count("xtask/src/main.rs", "let a = b.unwrap();"), 0);
    }

    #[test]
    fn inner_html_in_the_console_is_found() {
        assert_eq!(count("src/app.rs", "element.set_inner_html(text);"), 1);
        assert_eq!(count("src/app.rs", "<p inner_html=text />"), 1);
        assert_eq!(count("src/app.rs", "// Never innerHTML."), 0);
    }
}
