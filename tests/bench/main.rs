//! Prints what the release weighs and how fast it is beside small pages that do little: `make bench`. It judges
//! nothing. Sections can be named to run alone: `cargo bench --profile dev --bench bench -- cold tick`.
//!
//! Subjects take turns in every round, so that a busy machine slows all of them alike; the ratios count, not the
//! times. `SO_TIEN_DO_ROUNDS` says how many rounds there are.

mod country;
mod growth;
#[path = "../e2e/harness/mod.rs"]
mod harness;
mod loads;
mod memory;
mod merging;
mod office;
#[path = "../scale/mod.rs"]
mod scale;
mod screens;
mod series;
mod served;
mod sizes;
#[path = "../scale/stored.rs"]
mod stored;
mod subject;
mod ticks;

use std::collections::BTreeSet;

use country::Country;
use harness::files::dist;
use harness::{Failure, Result};
use loads::{Cold, Warm};
use memory::Memory;
use merging::Merging;
use screens::Screens;
use subject::Subjects;
use ticks::Ticks;

const ROUNDS: usize = 7;

/// `sizes` needs `cold`, by which it knows what the first screen asks for.
const SECTIONS: [&str; 9] = [
    "sizes", "cold", "warm", "tick", "memory", "growth", "screens", "merging", "country",
];

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result {
    let sections = Sections::named()?;
    let subjects = Subjects::pack()?;
    let mut cold = Cold::new();
    let mut warm = Warm::new()?;
    let mut ticks = Ticks::new()?;
    let mut memory = Memory::new()?;
    let mut screens = [Screens::of(20)?, Screens::of(50)?];
    let mut country = Country::new();
    let mut merging = Merging::of(country.lands())?;
    let rounds = rounds();
    for round in 1..=rounds {
        eprintln!("round {round} of {rounds}");
        if sections.has("cold") || (sections.has("sizes") && round == 1) {
            cold.round(&subjects).await?;
        }
        if sections.has("warm") {
            warm.round(&subjects).await?;
        }
        if sections.has("tick") {
            ticks.round(&subjects).await?;
        }
        if sections.has("memory") {
            memory.round(&subjects).await?;
        }
        if sections.has("screens") {
            for screens in &mut screens {
                screens.round(&subjects).await?;
            }
        }
        if sections.has("merging") {
            merging.round().await?;
        }
        if sections.has("country") {
            country.round(&subjects).await?;
        }
    }
    println!();
    if sections.has("sizes") {
        println!("{}", sizes::table(&dist()?, &cold.loaded)?);
    }
    if sections.has("cold") {
        println!("{}", cold.series);
    }
    if sections.has("warm") {
        println!("{}{}", warm.series, warm.stored());
    }
    if sections.has("tick") {
        println!("{}", ticks.series);
    }
    if sections.has("memory") {
        println!("{}", memory.series);
    }
    if sections.has("screens") {
        for screens in &screens {
            println!("{screens}");
        }
    }
    if sections.has("merging") {
        print!("{merging}");
    }
    if sections.has("country") {
        println!("{}", country.table()?);
    }
    if sections.has("growth") {
        println!("{}", growth::growth(&subjects).await?);
    }
    Ok(())
}

/// What was asked for; nothing means all.
struct Sections(BTreeSet<String>);

impl Sections {
    fn named() -> Result<Self> {
        // Cargo adds options of its own.
        let named = std::env::args().skip(1);
        let named: BTreeSet<_> = named.filter(|word| !word.starts_with("--")).collect();
        match named.iter().find(|name| !SECTIONS.contains(&name.as_str())) {
            Some(name) => Err(Failure::new(format!(
                "there is no section {name}; there are {}",
                SECTIONS.join(", ")
            ))),
            None => Ok(Self(named)),
        }
    }

    fn has(&self, name: &str) -> bool {
        self.0.is_empty() || self.0.contains(name)
    }
}

fn rounds() -> usize {
    let given = std::env::var("SO_TIEN_DO_ROUNDS").ok();
    given
        .and_then(|given| given.parse().ok())
        .filter(|rounds| *rounds > 0)
        .unwrap_or(ROUNDS)
}
