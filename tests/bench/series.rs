//! What was measured, by name: medians with the least and the most, and how many times one is the other.

use std::fmt::{self, Display, Formatter};

/// Rows in the order in which they were first measured.
pub(crate) struct Series {
    title: String,
    rows: Vec<(&'static str, Vec<f64>)>,
    ratios: Vec<(&'static str, &'static str)>,
}

impl Series {
    pub(crate) fn new(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            rows: Vec::new(),
            ratios: Vec::new(),
        }
    }

    /// Asks for the ratio of one row to another to be printed.
    pub(crate) fn compare(mut self, row: &'static str, with: &'static str) -> Self {
        self.ratios.push((row, with));
        self
    }

    pub(crate) fn note(&mut self, row: &'static str, value: f64) {
        match self.rows.iter_mut().find(|(name, _)| *name == row) {
            Some((_, values)) => values.push(value),
            None => self.rows.push((row, vec![value])),
        }
    }

    fn median(&self, row: &str) -> Option<f64> {
        let (_, values) = self.rows.iter().find(|(name, _)| *name == row)?;
        Some(sorted(values)[values.len() / 2])
    }
}

impl Display for Series {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        writeln!(
            out,
            "{:<46}{:>10}{:>10}{:>10}",
            self.title, "median", "least", "most"
        )?;
        for (name, values) in &self.rows {
            let values = sorted(values);
            let (middle, least, most) = (
                values[values.len() / 2],
                values[0],
                values[values.len() - 1],
            );
            writeln!(out, "  {name:<44}{middle:>10.1}{least:>10.1}{most:>10.1}")?;
        }
        for (row, with) in &self.ratios {
            if let (Some(row_median), Some(other)) = (self.median(row), self.median(with)) {
                let times = row_median / other;
                writeln!(out, "  {:<44}{times:>9.2}×", format!("{row} / {with}"))?;
            }
        }
        Ok(())
    }
}

/// Returns the one in the middle.
pub(crate) fn median(values: &[f64]) -> f64 {
    sorted(values)[values.len() / 2]
}

fn sorted(values: &[f64]) -> Vec<f64> {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    values
}
