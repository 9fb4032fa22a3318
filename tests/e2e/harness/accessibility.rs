//! Holds a screen against the rules of axe-core.

use serde::Deserialize;
use serde_json::{Value, json};

use super::files::tools;
use super::{Failure, Page, Result};

#[derive(Deserialize)]
struct Violation {
    id: String,
    help: String,
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Node {
    html: String,
    failure_summary: String,
}

impl Page {
    /// Fails if the screen, as it is now, breaks a rule of accessibility. The size of targets (WCAG 2.2) is asked
    /// for by name, since axe-core leaves it out by itself.
    pub(crate) async fn accessible(&self) -> Result {
        let list = self
            .broken(json!({ "rules": { "target-size": { "enabled": true } } }))
            .await?;
        if list.is_empty() {
            return Ok(());
        }
        Err(Failure::new(format!(
            "not accessible:\n{}",
            list.join("\n")
        )))
    }

    /// Describes the rules that the screen, as it is now, breaks; `options` are those of axe-core.
    pub(crate) async fn broken(&self, options: Value) -> Result<Vec<String>> {
        self.load_axe().await?;
        let check = format!(
            "return axe.run(Object.assign({{ resultTypes: ['violations'] }}, {options})).then((found) => found.violations)"
        );
        let violations: Vec<Violation> = self.js(&check).await?;
        Ok(violations.iter().map(describe).collect())
    }

    async fn load_axe(&self) -> Result {
        if self.js("return 'axe' in window").await? {
            return Ok(());
        }
        let path = tools().join("npm/node_modules/axe-core/axe.min.js");
        let source = std::fs::read_to_string(&path).map_err(|_| {
            Failure::new(format!(
                "{} is missing: run `make setup-test`",
                path.display()
            ))
        })?;
        self.browser.execute(source, Vec::new()).await?;
        Ok(())
    }
}

fn describe(violation: &Violation) -> String {
    let mut lines = vec![format!("- {}: {}", violation.id, violation.help)];
    for node in &violation.nodes {
        lines.push(format!("    {}", node.html));
        lines.extend(
            node.failure_summary
                .lines()
                .map(|line| format!("      {}", line.trim())),
        );
    }
    lines.join("\n")
}
