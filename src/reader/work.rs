//! Counts the work of reading, so that a test can say that it grows no faster than the text.

use super::read;
use std::cell::Cell;

thread_local! {
    static STEPS: Cell<usize> = const { Cell::new(0) };
}

/// Counts letters that are split into words, and look-ups of phrases.
pub(super) fn count(steps: usize) {
    STEPS.set(STEPS.get() + steps);
}

fn steps(text: &str) -> usize {
    STEPS.set(0);
    let reading = read(text);
    assert!(reading.plan.tasks.len() <= text.len());
    STEPS.get()
}

/// Pieces of texts that a careless loop would go through again and again.
const PIECES: [&str; 17] = [
    "1. Phòng A chủ trì, phối hợp với Công an xã họp trước ngày 12/6/2026.\n",
    "- ",
    "- \n",
    "(",
    "; Phòng B",
    "Phòng A, ",
    ", các xã",
    "I. A\n1. B\n1.1. C\na) D\n(1) E\n- F\n+ G\n",
    "|\nSTT\n|\nNội dung\n|\nThời hạn\n|\n|\n1\n|\nA\n|\n",
    "STT\n\nNội dung\n\nThời hạn\n\n1\n\n",
    "| STT | Nội dung | Chủ trì |\n| 1 | Họp | Sở A |\n",
    "trước ngày 12/6/2026, hằng quý ",
    "Thời gian: Quý I/2026. ",
    "kế hoạch\n",
    "**x\n",
    "chậm nhất 05 (năm ",
    "phối hợp với ",
];

#[test]
fn work_grows_no_faster_than_the_text() {
    const HEAD: &str = "KẾ HOẠCH\nVề việc họp\nI. NỘI DUNG\n1. Phòng A tổ chức ";
    for piece in PIECES {
        for head in ["", HEAD] {
            // The first reading also builds the tables.
            let [_, short, long] = [4_000, 4_000, 16_000].map(|size: usize| {
                let text = format!("{head}{}", piece.repeat(size / piece.len()));
                steps(&text)
            });
            let grown = short * 9 / 2 + 2_000;
            assert!(long < grown, "{piece:?}: {short}, then {long}");
        }
    }
}
