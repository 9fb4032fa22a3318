//! How many generated cases a property is tried on, and how.

use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseResult, TestRng, TestRunner};

/// The cases of all properties of one file together, where `SO_TIEN_DO_CASES` does not say.
const DEFAULT_CASES: u32 = 2_000;

/// Returns a share of all cases, in hundredths; at least 20, so that counts over a run mean something.
pub(crate) fn share(hundredths: u32) -> u32 {
    let all = std::env::var("SO_TIEN_DO_CASES")
        .ok()
        .and_then(|cases| cases.parse().ok())
        .unwrap_or(DEFAULT_CASES);
    (all.saturating_mul(hundredths) / 100).max(20)
}

/// Tries a property on generated cases, the same ones on every run, so that a failure comes back.
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
    let mut runner =
        TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    if let Err(failure) = runner.run(strategy, property) {
        panic!("{failure}");
    }
}
