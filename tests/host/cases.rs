//! How many generated cases a property is tried on, and how.

use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseResult, TestRng, TestRunner};
use std::str::FromStr;

/// The cases of all properties of one file together, where `SO_TIEN_DO_CASES` does not say.
const DEFAULT_CASES: u32 = 2_000;

/// Returns a share of all cases, in hundredths; at least 20, so that counts over a run mean something.
pub(crate) fn share(hundredths: u32) -> u32 {
    let all = setting("SO_TIEN_DO_CASES").unwrap_or(DEFAULT_CASES);
    // 43 million cases would not fit into 32 bits when they are multiplied first.
    let share = u64::from(all) * u64::from(hundredths) / 100;
    u32::try_from(share).unwrap_or(u32::MAX).max(20)
}

/// Tries a property on generated cases: the same ones on every run, so that a failure comes back,
/// and others for each number in `SO_TIEN_DO_SEED`.
///
/// # Panics
/// When a case fails; the message holds the smallest one that was found.
pub(crate) fn check<S: Strategy>(
    cases: u32,
    strategy: &S,
    property: impl Fn(S::Value) -> TestCaseResult,
) {
    let config = Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    };
    let mut runner = TestRunner::new_with_rng(config, random());
    if let Err(failure) = runner.run(strategy, property) {
        panic!("{failure}");
    }
}

fn random() -> TestRng {
    match setting::<u64>("SO_TIEN_DO_SEED") {
        None => TestRng::deterministic_rng(RngAlgorithm::ChaCha),
        Some(number) => {
            let mut seed = [0; 32];
            seed[..8].copy_from_slice(&number.to_le_bytes());
            TestRng::from_seed(RngAlgorithm::ChaCha, &seed)
        }
    }
}

fn setting<T: FromStr>(name: &str) -> Option<T> {
    std::env::var(name).ok()?.parse().ok()
}
