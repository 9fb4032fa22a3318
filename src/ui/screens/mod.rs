//! The screens, one file each.

mod add;
mod assign;
mod backup;
mod beginning;
mod charts;
mod checklist;
mod choose;
mod draft;
mod due;
mod duty;
mod entry_form;
mod exchange;
mod finder;
mod fold;
mod followed;
mod form;
mod groups;
mod hand_out;
mod heap;
mod help;
mod items;
mod key_sheet;
mod marks;
mod matrix;
mod matrix_row;
mod matrix_rows;
mod overview;
mod own;
mod paper_matrix;
mod plan;
mod plan_tools;
mod plans;
mod poster;
mod preview;
mod receive;
mod reminders;
mod report;
mod reports;
mod review;
mod room;
mod send_up;
mod settings;
mod signatures;
mod signing;
mod snapshots;
mod today;
mod unit;
mod unit_list;
mod units;

pub(super) use key_sheet::key_sheet;
pub(super) use own::own;
pub(super) use preview::take_in;
pub(super) use today::today;
pub(super) use unit::unit_foot;

use super::dom::{El, Node};
use super::session::Session;
use crate::view::{Open, Screen};

/// Builds a screen.
pub(super) fn show(session: Session, screen: Screen) -> Node {
    match screen {
        Screen::Today => today(session.page),
        Screen::Plans => plans::plans(session),
        Screen::Plan(plan) => plan::plan(session, &plan, None),
        Screen::PlanAt(plan, task) => plan::plan(session, &plan, Some(&task)),
        Screen::Add => add::add(session),
        Screen::Draft => draft::draft(session),
        Screen::Units => units::units(session),
        Screen::Unit(id) => unit::unit(session, &id),
        Screen::Assign(plan) => assign::assign(session, &plan),
        Screen::Overview(plan) => overview::overview(session, &plan),
        Screen::Report(plan) => report::report(session, plan.as_ref()),
        Screen::Exchange => exchange::exchange(session),
        Screen::Settings => settings::settings(session),
        Screen::Help => help::help(session),
    }
}

/// Builds what lies open over a screen.
pub(super) fn show_open(session: Session, open: Open) -> El {
    match open {
        Open::Duty(unit, duty) => duty::duty(session, unit, duty),
        Open::Draft(task) => draft::draft_duty(session, &task),
    }
}
