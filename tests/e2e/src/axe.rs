//! The accessibility rules of axe-core, run in the page.

use std::env;

use serde_json::Value;

use crate::page::Page;

/// WCAG 2.2, levels A and AA.
const RUN: &str = "
    const [done] = arguments;
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })
        .then(result => done(result.violations.map(v =>
            v.id + ': ' + v.help + ' ' + v.nodes.map(n => n.target.join(' ') + ' (' + n.any.concat(n.all, n.none).map(c => c.message).join('; ') + ')').join(', '))))
        .catch(error => done(['axe failed: ' + error]));
";

/// What breaks a rule on the page as it is now. Moving things have come to rest.
pub async fn violations(page: &Page) -> Vec<String> {
    let path = env::var_os("AXE_PATH")
        .expect("AXE_PATH does not name axe.min.js: run `cargo xtask test`, which sets it.");
    if page.script("return typeof axe").await == "undefined" {
        let source =
            std::fs::read_to_string(&path).expect("AXE_PATH names a file that can be read");
        page.script(&format!("{source}\nwindow.axe = axe;")).await;
    }
    page.rest().await;
    let found = page.ask(RUN).await;
    let found = found.as_array().cloned().unwrap_or_default();
    found
        .iter()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect()
}
