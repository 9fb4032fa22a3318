//! Prints what the release weighs and how soon it can be used: `make bench`. It judges nothing.

#[path = "../e2e/harness/mod.rs"]
mod harness;
mod sizes;
mod times;

use harness::Result;
use harness::files::dist;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result {
    let dist = dist()?;
    let times = times::measure().await?;
    println!("\n{}", sizes::table(&dist, &times.loaded)?);
    println!("{times}");
    Ok(())
}
