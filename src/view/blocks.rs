//! A long list of rows in blocks that hardly change when a row comes or goes.

use super::duty::Row;
use std::sync::Arc;

/// Blocks have no fewer rows than these, but for the last one,
const FEWEST: usize = 20;

/// and no more than these.
const MOST: usize = 100;

/// One row in so many may begin a block.
const SELDOM: u32 = 32;

/// Divides rows. Where a block begins is told by the row itself and not by its place, so that a row
/// that comes or goes changes its own block, and seldom others.
#[must_use]
pub fn blocks(rows: &[Arc<Row>]) -> Vec<Vec<Arc<Row>>> {
    let mut blocks: Vec<Vec<Arc<Row>>> = Vec::new();
    for row in rows {
        match blocks.last_mut() {
            Some(block) if block.len() < FEWEST || (block.len() < MOST && !begins(row)) => {
                block.push(row.clone());
            }
            _ => blocks.push(vec![row.clone()]),
        }
    }
    blocks
}

fn begins(row: &Row) -> bool {
    let bytes = row.id.task.as_str().bytes();
    // Multiplied and mixed as by Fowler, Noll and Vo; the upper bits are the better mixed ones.
    let hash = bytes.fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    (hash >> 8).is_multiple_of(SELDOM)
}
