//! Cài đặt: who writes, how days are counted, what is kept on this device.

use crate::browser;
use crate::domain::{BeforeDay, Plan};
use crate::store::Aside;
use crate::ui::parts::{header, save_all_to_file, text_field};
use crate::ui::session::{Session, session};
use crate::words::{self, screens as say};
use crate::workspace::Action;
use leptos::prelude::*;

pub(in crate::ui) fn settings() -> impl IntoView {
    let session = session();
    let author = Signal::derive(move || session.workspace.with(|known| known.settings.author.clone()));
    let name = move |name: String| {
        session.act(Action::SetAuthor(name));
    };
    let plans: Vec<_> = session.workspace.with_untracked(|known| known.plans.values().cloned().collect());
    view! {
        {header(say::SETTINGS, (), ())}
        <section class="card">
            {text_field(say::AUTHOR, author, name)}
            <p class="hint">{say::AUTHOR_HINT}</p>
        </section>
        {plans.into_iter().map(|plan| before_day(session, &plan)).collect_view()}
        <section class="card">
            <h2>{say::DATA}</h2>
            <p>{say::DATA_HINT}</p>
            <p>{move || { session.workspace.track(); say::room_taken(&words::size(session.room_taken())) }}</p>
            <button class="second wide" on:click=move |_| save_all_to_file(session)>{say::SAVE_ALL}</button>
            {move || set_aside(&session.aside.get())}
        </section>
        <p class="hint version">{say::APP}" · "{say::VERSION}" "{env!("CARGO_PKG_VERSION")}</p>
    }
}

fn before_day(session: Session, plan: &Plan) -> AnyView {
    let id = StoredValue::new(plan.id.clone());
    let now = Memo::new(move |_| {
        session.workspace.with(|known| known.plans.get(&id.get_value()).map(|plan| plan.before_day))
    });
    let option = move |offered: BeforeDay| {
        let choose = move |_| {
            session.act(Action::SetBeforeDay(id.get_value(), offered));
        };
        let name = format!("before-{}", id.get_value());
        view! {
            <label class="choice">
                <input type="radio" name=name prop:checked=move || now.get() == Some(offered) on:change=choose />
                <span>{words::rule(offered == BeforeDay::Included)}</span>
            </label>
        }
    };
    view! {
        <section class="card">
            <fieldset class="status">
                <legend>{say::BEFORE_DAY}" – "{plan.short_name().to_owned()}</legend>
                {[BeforeDay::Excluded, BeforeDay::Included].map(option).collect_view()}
            </fieldset>
        </section>
    }
    .into_any()
}

fn set_aside(aside: &[Aside]) -> Option<AnyView> {
    let item = |aside: &Aside| {
        let (name, text) = (aside.found_at.replace('/', "-"), aside.text.clone());
        let save = move |_| {
            // A failed download shows itself; the text stays where it is.
            let _ = browser::download(&format!("{name}.txt"), &text);
        };
        view! {
            <li>
                <span class="grow">{words::aside(aside)}<small>{aside.found_at.clone()}</small></span>
                <button class="second" on:click=save>{say::SAVE_ASIDE}</button>
            </li>
        }
    };
    (!aside.is_empty()).then(|| {
        view! { <h3>{say::ASIDE}</h3><ul class="items">{aside.iter().map(item).collect_view()}</ul> }.into_any()
    })
}
