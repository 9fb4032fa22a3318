//! Who leads a duty, and who supports it.

use super::desk::Desk;
use crate::domain::{Part, TaskId};
use crate::draft::Edit;
use crate::ui::dom::{El, el, live};
use crate::ui::parts::{Icon, form_field, icon};
use crate::ui::state::{Memo, RwSignal, StoredValue};
use crate::view::draft::{assigned, known_names, likely_names};
use crate::words::{self, draft as say, screens};
use crate::workspace::Action;

/// A duty's list of names.
#[derive(Clone, Copy)]
struct Assigned {
    desk: Desk,
    task: StoredValue<TaskId>,
    part: Part,
    names: Memo<Vec<String>>,
}

pub(super) fn who(desk: Desk, id: &TaskId, part: Part) -> El {
    let task = desk.task(id);
    let names = Memo::new(move || {
        task.with(|task| task.as_ref().map(|task| assigned(task, part)))
            .unwrap_or_default()
    });
    let list = Assigned {
        desk,
        task: StoredValue::new(id.clone()),
        part,
        names,
    };
    let chosen = live(move || {
        let names = names.get();
        if names.is_empty() {
            vec![el("li").class("hint").with(say::NO_ONE)]
        } else {
            names.into_iter().map(|name| list.row(name)).collect()
        }
    });
    el("section")
        .class("items who")
        .with(el("h3").with(words::part(part)))
        .with(el("ul").with(chosen))
        .with(live(move || list.likely()))
        .with(list.form())
}

impl Assigned {
    fn set(self, names: Vec<String>) {
        self.desk.edit(self.edit(names));
    }

    fn edit(self, names: Vec<String>) -> Edit {
        let id = self.task.get_value();
        match self.part {
            Part::Lead => Edit::Lead(id, names),
            Part::Support => Edit::Support(id, names),
        }
    }

    fn add(self, name: &str) {
        let mut names = self.names.get_untracked();
        names.push(name.to_owned());
        self.set(names);
    }

    /// Adds the name that was typed and not added yet when the sheet is left.
    fn add_when_left(self, typed: RwSignal<String>) {
        self.desk.session.act_when_left(move || {
            let name = typed.get_untracked().trim().to_owned();
            if name.is_empty() {
                return None;
            }
            // The duty may be dropped with the sheet.
            let mut names = self.desk.with_untracked(|draft| {
                let task = self.task.with_value(|id| draft.plan().task(id))?;
                Some(assigned(task, self.part))
            })?;
            let said = say::added(&name);
            names.push(name);
            Some((Action::EditDraft(self.edit(names)), said))
        });
    }

    fn row(self, name: String) -> El {
        let label = format!("{}: {name}", screens::REMOVE);
        let gone = name.clone();
        let remove = move || {
            let mut names = self.names.get_untracked();
            names.retain(|known| *known != gone);
            self.set(names);
        };
        let button = el("button")
            .attr("type", "button")
            .class("round")
            .attr("aria-label", &label)
            .with(icon(Icon::Close))
            .on_click(remove);
        el("li")
            .with(el("span").class("grow").with(name))
            .with(button)
    }

    /// Names that this plan gives duties to most often, one tap each.
    fn likely(self) -> Option<El> {
        let names = self.names.get();
        let likely = self
            .desk
            .with(|draft| likely_names(draft, self.part, &names));
        let chip = |name: String| {
            el("button")
                .attr("type", "button")
                .class("chip name-chip")
                .with(icon(Icon::Plus))
                .with(name.as_str())
                .on_click(move || self.add(&name))
        };
        let chips: Vec<_> = likely.into_iter().map(chip).collect();
        (!chips.is_empty()).then(|| el("div").class("chips").with(chips))
    }

    fn form(self) -> El {
        let typed = RwSignal::new(String::new());
        self.add_when_left(typed);
        let add = move || {
            let name = typed.get_untracked();
            if !name.trim().is_empty() {
                self.add(&name);
                typed.set(String::new());
            }
        };
        let id = match self.part {
            Part::Lead => "known-leads",
            Part::Support => "known-supports",
        };
        let known = self.desk.session.workspace.with_untracked(known_names);
        let options: Vec<_> = known
            .into_iter()
            .map(|name| el("option").attr("value", &name))
            .collect();
        let label = format!(
            "{} – {}",
            say::ADD_NAME,
            say::small_letters(words::part(self.part))
        );
        el("form")
            .class("add one-line")
            .on_submit(add)
            .with(form_field(
                &label,
                el("input").attr("type", "text").attr("list", id),
                typed,
            ))
            .with(el("datalist").attr("id", id).with(options))
            .with(
                el("button")
                    .class("second")
                    .attr("type", "submit")
                    .with(screens::ADD),
            )
    }
}
