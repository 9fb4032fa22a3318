//! What the coordinator says of an entry, and the answer to the unit.

use super::form::Form;
use crate::domain::Day;
use crate::file::{Kind, Progress, file_name};
use crate::progress::{Entry, Extension, Field, Item, Review, Value, Verdict};
use crate::ui::dom::{El, Node, el, live};
use crate::ui::parts::{JSON, Letter, Sayings, area_field, date_field, form_field, ways};
use crate::ui::state::{Memo, RwSignal};
use crate::words::{exchange, review as say};

const SAYINGS: Sayings = Sayings {
    share: say::SHARE_ANSWER,
    download: say::DOWNLOAD_ANSWER,
    shared: say::ANSWER_SHARED,
    downloaded: say::ANSWER_DOWNLOADED,
    locked: None,
};

/// What was said of the entry, for its unit and for all who look.
pub(super) fn reviewed(form: Form, is_me: bool) -> Node {
    let review = Memo::new(move || {
        form.entry
            .with(|entry| (entry.review.clone(), entry.is_answered))
    });
    let opinion = live(move || {
        let (review, is_answered) = review.get();
        review.map(|review| opinion(form, &review, is_answered, is_me))
    });
    let is_explained = Memo::new(move || is_me && form.entry.with(is_explained));
    let explanation = live(move || is_explained.get().then(|| explanation(form)));
    let extensions = live(move || {
        let list = form.entry.with(|entry| entry.extensions.clone());
        let line = |(at, (_, extension)): (usize, &(_, Extension))| {
            el("p").with(say::extension(at + 1, extension))
        };
        list.iter().enumerate().map(line).collect::<Vec<_>>()
    });
    Node::from(vec![opinion, explanation, extensions])
}

fn opinion(form: Form, review: &Review, is_answered: bool, is_me: bool) -> El {
    let written = form.writes(&Field::Review);
    let by = written.first().map(|write| say::by(&write.by, write.at));
    let next = match review.verdict {
        _ if is_answered => Some(say::ANSWERED),
        Verdict::Returned if is_me => Some(say::REPORT_AGAIN),
        Verdict::ExplanationAsked if is_me => Some(say::EXPLAIN_BELOW),
        _ => None,
    };
    let class = match review.verdict {
        _ if is_answered => "opinion",
        Verdict::Accepted => "opinion green",
        Verdict::Returned => "opinion lacquer",
        Verdict::ExplanationAsked => "opinion gold",
    };
    el("section")
        .class(class)
        .with(el("h3").with(say::OPINION))
        .with(el("p").with(el("b").with(say::opinion(review))))
        .with(by.map(|by| el("small").with(by)))
        .with(next.map(|next| el("p").with(next)))
}

/// Says whether the unit is to explain, or has done so.
fn is_explained(entry: &Entry) -> bool {
    let review = entry.review.as_ref();
    let is_asked = review.is_some_and(|review| review.verdict == Verdict::ExplanationAsked);
    is_asked || !entry.explanation.is_empty()
}

fn explanation(form: Form) -> El {
    let said = form.text(|entry| &entry.explanation);
    area_field(say::EXPLANATION, said, form.write_text(Field::Explanation))
}

/// The forms by which the coordinator reviews, extends and answers.
pub(super) fn review(form: Form) -> El {
    el("section")
        .class("review-form card")
        .with(el("h3").with(say::REVIEW))
        .with(judge(form))
        .with(extend(form))
        .with(answer(form))
}

fn judge(form: Form) -> El {
    let words = RwSignal::new(String::new());
    let button = |verdict: Verdict, class: &str| {
        let give = move || {
            let said = words.get_untracked().trim().to_owned();
            // What is returned without a word helps nobody.
            if said.is_empty() && verdict != Verdict::Accepted {
                return form.session.say(say::WORDS_WANTED);
            }
            form.review(verdict, said, move || {
                words.set(String::new());
                form.session.say(say::SAID);
            });
        };
        el("button")
            .class(class)
            .attr("type", "button")
            .with(say::give(verdict))
            .on_click(give)
    };
    el("div")
        .with(form_field(
            say::WORDS,
            el("textarea").attr("rows", "2"),
            words,
        ))
        .with(
            el("div")
                .class("buttons")
                .with(button(Verdict::Accepted, "second"))
                .with(button(Verdict::Returned, "second danger"))
                .with(button(Verdict::ExplanationAsked, "second")),
        )
}

fn extend(form: Form) -> El {
    let day = RwSignal::new(None::<Day>);
    let ground = RwSignal::new(String::new());
    let save = move || {
        let Some(last_day) = day.get_untracked() else {
            return form.session.say(crate::words::assign::NO_DAY);
        };
        let ground_text = ground.get_untracked().trim().to_owned();
        form.add(Item::Extension(Extension {
            last_day,
            ground: ground_text,
        }));
        day.set(None);
        ground.set(String::new());
        form.session.say(say::EXTENDED);
    };
    let granted = live(move || {
        let list = form.entry.with(|entry| entry.extensions.clone());
        let line = |(at, (id, extension)): (usize, &(_, Extension))| {
            let (field, value) = (
                Field::Extension(crate::domain::ItemId::clone(id)),
                Value::Extension(extension.clone()),
            );
            let take_back = el("button")
                .class("plain")
                .attr("type", "button")
                .with(say::TAKE_BACK)
                .on_click(move || form.remove(field.clone(), value.clone()));
            el("p")
                .with(say::extension(at + 1, extension))
                .with(" ")
                .with(take_back)
        };
        list.iter().enumerate().map(line).collect::<Vec<_>>()
    });
    el("details")
        .with(el("summary").with(say::EXTEND))
        .with(granted)
        .with(
            el("form")
                .on_submit(save)
                .with(date_field(
                    say::EXTEND_TO,
                    Memo::new(move || day.get()),
                    move |chosen| day.set(Some(chosen)),
                ))
                .with(form_field(
                    say::GROUND,
                    el("input").attr("type", "text"),
                    ground,
                ))
                .with(
                    el("button")
                        .class("second")
                        .attr("type", "submit")
                        .with(say::EXTEND_NOW),
                ),
        )
}

/// The file that goes back to the unit: its own record, with what was said of it.
fn answer(form: Form) -> El {
    let session = form.session;
    let letter = move |_| {
        let asked = form.record();
        let parcels = session
            .workspace
            .with_untracked(|known| known.parcels(|id| *id == asked));
        let name = format!(
            "tra-loi-{}",
            file_name(&parcels, session.today.get_untracked())
        );
        let unit = parcels.first()?.sender.name.clone();
        let to = session.workspace.with_untracked(|known| {
            let unit = known.rosters.get(&asked.plan)?.unit(&asked.unit)?;
            unit.mail().map(str::to_owned)
        });
        let text = session.seal(Kind::Progress, &Progress { parcels })?;
        Some(Letter {
            name,
            text,
            ending: JSON,
            sent: None,
            to,
            subject: say::mail_subject(&unit),
            words: exchange::MAIL_WORDS.to_owned(),
        })
    };
    el("details")
        .with(el("summary").with(say::ANSWER))
        .with(
            el("div")
                .class("ways")
                .with(ways(session, "button", SAYINGS, letter)),
        )
        .with(el("p").class("hint").with(say::ANSWER_HINT))
}
