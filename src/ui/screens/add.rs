//! Thêm kế hoạch: a file or a pasted text is read, and becomes a draft.

use super::plans::draft;
use crate::browser::{self, Job, ReadingEvent};
use crate::json::{field_or_default, from_json, object};
use crate::reader::Reading;
use crate::source::OldFont;
use crate::ui::dom::{El, Node, el, live};
use crate::ui::outgoing::unless_small;
use crate::ui::parts::{Icon, form_field, header, icon, percent, unfinished, work};
use crate::ui::session::Session;
use crate::ui::state::RwSignal;
use crate::view::{Route, Screen};
use crate::words::{self, draft as say};
use crate::workspace::Action;
use leptos::prelude::{LocalStorage, SetValue};

/// What the second module answers.
struct Answer {
    reading: Reading,
    old_font: Option<OldFont>,
}

from_json!(Answer: |json| {
    let old_font = field_or_default(object(json)?, "old_font")?;
    Ok(Self { reading: crate::json::FromJson::from_json(json)?, old_font })
});

/// How far the reading is.
#[derive(Clone, Debug, PartialEq)]
enum Stage {
    Idle,
    Reading { name: String, share: f64 },
    Failed(String),
}

/// The reading that runs. It stops when the screen is left.
#[derive(Clone, Copy)]
struct Desk {
    session: Session,
    stage: RwSignal<Stage>,
    job: leptos::prelude::StoredValue<Option<Job>, LocalStorage>,
}

pub(in crate::ui) fn add(session: Session) -> Node {
    let desk = Desk {
        session,
        stage: RwSignal::new(Stage::Idle),
        job: leptos::prelude::StoredValue::new_local(None),
    };
    let there = live(move || {
        draft(session).map(|banner| {
            let hint = el("p").class("hint").with(say::DRAFT_THERE);
            vec![banner, hint]
        })
    });
    Node::from(vec![
        header(words::plans::ADD_PLAN, say::ADD_HINT).into(),
        there,
        progress(desk),
        from_file(desk).into(),
        from_text(desk).into(),
        el("p").class("hint").with(words::guard::NO_SECRETS).into(),
    ])
}

fn from_file(desk: Desk) -> El {
    let input = el("input")
        .attr("type", "file")
        .attr("accept", ACCEPTED)
        .on("change", move |event| {
            desk.read_file(browser::chosen_file(&event));
        });
    let button = el("label")
        .class("button file")
        .with(icon(Icon::Open))
        .with(el("span").with(say::CHOOSE_FILE))
        .with(input);
    el("section")
        .class("card drop")
        .on("dragover", |event| event.prevent_default())
        .on("drop", move |event| {
            event.prevent_default();
            desk.read_file(browser::dropped_file(&event));
        })
        .with(el("h2").with(say::FROM_FILE))
        .with(button)
        .with(el("p").class("hint").with(say::FILE_HINT))
}

/// What the browser offers first. Whatever is chosen is told by its content.
const ACCEPTED: &str = ".docx,.pdf,.txt,.doc,application/vnd.openxmlformats-officedocument.wordprocessingml.document,application/pdf,text/plain";

/// The box, by which its text is kept over an update.
const PASTED: &str = "plan";

fn from_text(desk: Desk) -> El {
    let typed = unfinished(PASTED);
    let read = move || {
        let text = typed.get_untracked();
        if text.trim().is_empty() {
            desk.session.say(say::PASTE_BLANK);
        } else {
            desk.read_text(&text);
        }
    };
    el("section")
        .class("card")
        .with(el("h2").with(say::FROM_TEXT))
        .with(
            el("form")
                .class("inline")
                .on_submit(read)
                .with(form_field(
                    say::PASTE,
                    el("textarea").class("paste").attr("rows", "8"),
                    typed,
                ))
                .with(
                    el("button")
                        .class("second")
                        .attr("type", "submit")
                        .with(say::READ),
                ),
        )
}

fn progress(desk: Desk) -> Node {
    let doing = move || match desk.stage.get() {
        Stage::Reading { name, share } => {
            let percent = percent(share);
            Some((percent, say::reading(&name, percent)))
        }
        _ => None,
    };
    let failed = move || match desk.stage.get() {
        Stage::Failed(said) => Some(
            el("section")
                .class("banner lacquer")
                .attr("role", "alert")
                .with(el("p").with(said)),
        ),
        _ => None,
    };
    Node::from(vec![
        work(doing, say::STOP, move || desk.stop()),
        live(failed),
    ])
}

impl Desk {
    fn read_file(self, file: Option<web_sys::File>) {
        let Some(file) = file else {
            return;
        };
        let name = file.name();
        self.begin(&name);
        let job = browser::read_file(&file, move |event| self.hear(&name, event));
        self.job.set_value(Some(job));
    }

    fn read_text(self, text: &str) {
        self.begin(say::PASTED);
        let job = browser::read_text(text, move |event| self.hear("", event));
        self.job.set_value(Some(job));
    }

    fn begin(self, name: &str) {
        // A reading that still runs is given up.
        self.job.set_value(None);
        self.stage.set(Stage::Reading {
            name: name.to_owned(),
            share: 0.0,
        });
        browser::scroll_to_top();
    }

    fn stop(self) {
        self.job.set_value(None);
        self.stage.set(Stage::Idle);
        self.session.say(say::STOPPED);
    }

    fn hear(self, source: &str, event: ReadingEvent) {
        match event {
            ReadingEvent::Progress(share) => self.stage.update(|stage| {
                if let Stage::Reading { share: known, .. } = stage {
                    *known = share;
                }
            }),
            ReadingEvent::Done(json) => self.done(source, &json),
            ReadingEvent::Failed(error) => self.fail(words::source_error(&error)),
            // Bytes are no answer to what was asked here.
            ReadingEvent::Broken | ReadingEvent::Written(_) => {
                self.fail(unless_small(words::reading_broken()).to_owned());
            }
        }
    }

    fn fail(self, said: String) {
        self.stage.set(Stage::Failed(said));
    }

    /// Makes a draft of the answer; the one before can be taken back.
    fn done(self, source: &str, json: &str) {
        let Ok(answer) = serde_json::from_str::<Answer>(json) else {
            return self.fail(words::reading_broken().to_owned());
        };
        let session = self.session;
        let (draft, before) = session.workspace.with_untracked(|known| {
            let draft = known.begin(answer.reading, source);
            (Box::new(draft), known.draft.clone().map(Box::new))
        });
        if before.is_some() {
            let said = words::plans::DRAFT_REPLACED.to_owned();
            session.act_with_undo(
                Action::SetDraft(Some(draft)),
                said,
                Action::SetDraft(before),
            );
        } else {
            session.act(Action::SetDraft(Some(draft)));
        }
        if let Some(font) = answer.old_font {
            session.say(words::old_font(font));
        }
        self.stage.set(Stage::Idle);
        browser::keep_unfinished(PASTED, "");
        browser::go(&Route::to(Screen::Draft).address());
    }
}
