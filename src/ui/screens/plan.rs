//! Kế hoạch: the plan as a document, with an outline to jump by and a search.

use crate::browser;
use crate::domain::{Plan, PlanId, Role};
use crate::ui::parts::{Icon, header, icon, sign, tone};
use crate::ui::session::{Session, session};
use crate::view::{self, Hit, Passage, Route, Row, Screen, Share};
use crate::words::{self, screens as say};
use leptos::prelude::*;

pub(in crate::ui) fn plan(wanted: Option<PlanId>) -> AnyView {
    let session = session();
    let found = session.workspace.with_untracked(|workspace| match &wanted {
        Some(id) => workspace.plans.get(id).cloned(),
        None => workspace.plans.values().next().cloned(),
    });
    match found {
        Some(plan) => document(session, plan).into_any(),
        None => view! {
            {header(say::PLAN, (), ())}
            <p class="empty">{say::NO_PLAN}" "<a href="#/ke-hoach">{say::TO_FIRST_PLAN}</a></p>
        }
        .into_any(),
    }
}

fn document(session: Session, plan: Plan) -> impl IntoView {
    let id = plan.id.clone();
    let passages = Memo::new(move |_| {
        session.workspace.with(|workspace| {
            let plan = workspace.plans.get(&id)?;
            Some(view::passages(workspace, plan, session.me().as_ref(), session.today.get()))
        })
    });
    let phrase = RwSignal::new(String::new());
    let blocks = StoredValue::new(plan.blocks.clone());
    let hits = Memo::new(move |_| blocks.with_value(|blocks| view::search(blocks, &phrase.get())));
    let sections: Vec<_> =
        plan.sections().map(|section| (section.block, section.marker.to_owned(), section.title.to_owned())).collect();
    let count = plan.blocks.len();
    view! {
        {header(plan.short_name().to_owned(), plan.title.clone(), ())}
        <div class="finder">
            {search(phrase, hits)}
            {outline(sections)}
        </div>
        <article class="document" lang="vi">
            <p class="document-head">
                <span>{plan.issuer.clone()}</span>
                <span>{plan.issued.map_or(say::ISSUED_UNKNOWN.to_owned(), |day| say::issued(&words::date(day)))}</span>
            </p>
            {(0..count).map(|block| passage(session, passages, hits, block)).collect_view()}
        </article>
    }
}

fn outline(sections: Vec<(usize, String, String)>) -> impl IntoView {
    let open = RwSignal::new(false);
    let jump = move |block: usize| {
        open.set(false);
        browser::scroll_to(&anchor(block));
        browser::focus(&anchor(block));
    };
    view! {
        <details class="outline" prop:open=move || open.get() on:toggle:target=move |event| open.set(event.target().open())>
            <summary>{icon(Icon::Outline)}<span>{say::OUTLINE}</span></summary>
            <ol>
                {sections
                    .into_iter()
                    .map(|(block, marker, title)| {
                        view! {
                            <li><button class="plain" on:click=move |_| jump(block)><b>{marker}</b>". "{title}</button></li>
                        }
                    })
                    .collect_view()}
            </ol>
        </details>
    }
}

fn search(phrase: RwSignal<String>, hits: Memo<Vec<Hit>>) -> impl IntoView {
    let at = RwSignal::new(0_usize);
    let count = move || hits.with(Vec::len);
    let step = move |by: usize| {
        let all = count();
        if all > 0 {
            at.update(|at| *at = (*at + by) % all);
            hits.with(|hits| browser::scroll_to(&anchor(hits[at.get()].block)));
        }
    };
    let typed = move |text: String| {
        phrase.set(text);
        at.set(0);
        hits.with_untracked(|hits| hits.first().inspect(|hit| browser::scroll_to(&anchor(hit.block))).is_some());
    };
    let said = move || match (phrase.with(|phrase| phrase.trim().is_empty()), count()) {
        (true, _) => String::new(),
        (false, 0) => say::NOT_FOUND.to_owned(),
        (false, all) => say::hit(at.get() + 1, all),
    };
    let no_hit = move || count() == 0;
    view! {
        <form role="search" class="search" on:submit=move |event| { event.prevent_default(); step(1) }>
            <label class="unseen" for="search">{say::SEARCH}</label>
            {icon(Icon::Search)}
            <input
                id="search"
                type="search"
                autocomplete="off"
                placeholder=say::SEARCH
                title=say::SEARCH_HINT
                on:input:target=move |event| typed(event.target().value())
            />
            <output for="search">{said}</output>
            <button type="button" class="round" aria-label=say::PREVIOUS_HIT disabled=no_hit on:click=move |_| step(count() - 1)>{icon(Icon::Up)}</button>
            <button type="submit" class="round" aria-label=say::NEXT_HIT disabled=no_hit>{icon(Icon::Down)}</button>
        </form>
    }
}

/// One paragraph. Only the duty's line below it follows the progress; the text follows the search.
fn passage(session: Session, passages: Memo<Option<Vec<Passage>>>, hits: Memo<Vec<Hit>>, block: usize) -> AnyView {
    let Some(content) = passages.with_untracked(|all| all.as_ref().and_then(|all| all.get(block).cloned())) else {
        return ().into_any();
    };
    let duty = Memo::new(move |_| {
        passages.with(|all| all.as_ref().and_then(|all| all.get(block)).and_then(|passage| passage.duty.clone()))
    });
    let found = Memo::new(move |_| {
        hits.with(|hits| hits.iter().find(|hit| hit.block == block).map(|hit| hit.ranges.clone()).unwrap_or_default())
    });
    let (role, marker) = (content.content.role, content.content.marker.clone());
    let marker = (!marker.is_empty()).then(|| view! { <span class="marker">{marker}" "</span> });
    let text = move || found.with(|found| content.shares(found)).into_iter().map(share).collect_view();
    let id = anchor(block);
    let class = move || match duty.with(|duty| duty.as_ref().map(|duty| tone(duty.standing))) {
        Some(tone) => format!("{} task {tone}", class(role)),
        None => class(role).to_owned(),
    };
    if role == Role::Section {
        return view! { <h2 id=id tabindex="-1" class=class>{marker}{text}</h2> }.into_any();
    }
    view! {
        <div id=id class=class>
            <p>{marker}{text}</p>
            {move || duty.get().map(|duty| mark(session, &duty))}
        </div>
    }
    .into_any()
}

/// The mark below a duty: its standing, its countdown, who leads.
fn mark(session: Session, duty: &Row) -> AnyView {
    let period = duty.id.period.map(words::period);
    let count = words::count_down(duty.countdown);
    let word = match period {
        Some(period) => format!("{period}: {count}"),
        None => count,
    };
    let mine = session.me().filter(|_| duty.part.is_some());
    let open = mine.map(|me| {
        let address = Route { screen: Screen::Plan(Some(duty.id.plan.clone())), duty: Some((me, duty.id.clone())) }.address();
        let label = format!("{}: {}", say::CHECKLIST, words::task_path(&duty.path));
        view! { <a class="mine" href=address aria-label=label>{duty.part.map(words::part)}</a> }
    });
    view! {
        <div class="mark">
            {sign(duty.standing, &word)}
            <span class="who">{duty.leads.clone()}</span>
            {open}
        </div>
    }
    .into_any()
}

fn share(share: Share) -> AnyView {
    let Share { text, strong, italic, found } = share;
    let text = if found { view! { <mark>{text}</mark> }.into_any() } else { text.into_any() };
    let text = if italic { view! { <em>{text}</em> }.into_any() } else { text };
    if strong { view! { <strong>{text}</strong> }.into_any() } else { text }
}

fn anchor(block: usize) -> String {
    format!("doan-{block}")
}

fn class(role: Role) -> &'static str {
    match role {
        Role::Letterhead => "letterhead",
        Role::Number => "number",
        Role::Kind => "kind",
        Role::Title => "title",
        Role::Opening => "opening",
        Role::Section => "section",
        Role::Point => "point",
        Role::Paragraph => "paragraph",
        Role::RecipientsHeading => "recipients",
        Role::Recipient => "recipient",
        Role::Authority => "authority",
        Role::Signer => "signer",
    }
}
