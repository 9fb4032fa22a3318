//! Pieces of text at their places → lines.

/// A piece of text that stands together.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) text: String,
    /// Where it begins and ends, from the left.
    pub(super) x: f64,
    pub(super) end: f64,
    /// The line it stands on, from the bottom.
    pub(super) y: f64,
    /// The font size.
    pub(super) size: f64,
    pub(super) level: bool,
}

/// Pieces of one line, from the left.
struct Line {
    pieces: Vec<Piece>,
    y: f64,
    size: f64,
}

/// A gap within a line that parts columns, in font sizes.
const COLUMN_GAP: f64 = 2.5;

/// A gap within a line that parts words, in font sizes.
const WORD_GAP: f64 = 0.18;

/// Pieces whose lines are this near stand on one line, in font sizes.
const SAME_LINE: f64 = 0.4;

/// Writes the lines of a page.
pub(super) fn text(pieces: Vec<Piece>) -> String {
    let lines = without_number(lines(pieces));
    let usual = usual_gap(&lines);
    let mut text = String::new();
    let mut at = 0;
    while at < lines.len() {
        let columns = columns(&lines[at..]);
        let count = columns.len().max(1);
        if !text.ends_with("\n\n") && at > 0 && lines[at - 1].y - lines[at].y > 1.25 * usual {
            text.push('\n');
        }
        if columns.is_empty() {
            push_line(&lines[at].pieces, &mut text);
        } else {
            push_columns(&columns, &mut text);
        }
        at += count;
    }
    text.truncate(text.trim_end().len());
    text
}

/// Puts pieces on lines, from the top.
fn lines(pieces: Vec<Piece>) -> Vec<Line> {
    let mut pieces: Vec<_> = pieces
        .into_iter()
        .filter(|piece| piece.level && piece.y.is_finite() && piece.x.is_finite())
        .collect();
    pieces.sort_by(|a, b| b.y.total_cmp(&a.y));
    let mut lines: Vec<Line> = Vec::new();
    for piece in pieces {
        match lines.last_mut() {
            Some(line) if line.y - piece.y < SAME_LINE * line.size.max(piece.size) => {
                line.size = line.size.max(piece.size);
                line.pieces.push(piece);
            }
            _ => lines.push(Line {
                y: piece.y,
                size: piece.size,
                pieces: vec![piece],
            }),
        }
    }
    for line in &mut lines {
        line.pieces.sort_by(|a, b| a.x.total_cmp(&b.x));
        line.pieces = segments(std::mem::take(&mut line.pieces));
    }
    lines.retain(|line| !line.pieces.is_empty());
    lines
}

/// Joins the pieces of a line that stand near each other.
fn segments(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut segments: Vec<Piece> = Vec::new();
    for piece in pieces {
        let Some(last) = segments.last_mut() else {
            segments.push(piece);
            continue;
        };
        let gap = (piece.x - last.end) / last.size.max(0.1);
        // Some programs draw twice for bold.
        let twice =
            last.text.ends_with(&piece.text) && (piece.end - last.end).abs() < 0.1 * last.size;
        if twice && !piece.text.is_empty() {
            continue;
        }
        if gap > COLUMN_GAP && !piece.text.trim().is_empty() && !last.text.trim().is_empty() {
            segments.push(piece);
            continue;
        }
        if gap > WORD_GAP {
            last.text.push(' ');
        }
        last.text.push_str(&piece.text);
        last.end = last.end.max(piece.end);
    }
    segments.retain(|segment| !segment.text.trim().is_empty());
    segments
}

/// The distance that most lines have from the one before, so that larger ones stand out.
fn usual_gap(lines: &[Line]) -> f64 {
    let mut gaps: Vec<f64> = lines.windows(2).map(|pair| pair[0].y - pair[1].y).collect();
    gaps.sort_by(f64::total_cmp);
    // Of a page of short paragraphs every other gap is a large one.
    gaps.get(gaps.len() * 2 / 5).copied().unwrap_or(f64::MAX)
}

/// The two columns of lines at the top, such as the head or the end of a letter; nothing if the first line
/// has one column. Lines of more columns are a table's and stay.
fn columns(lines: &[Line]) -> Vec<&Line> {
    let Some((mut left, mut right)) = lines.first().and_then(gutter) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for line in lines {
        match (line.pieces.as_slice(), gutter(line)) {
            (_, Some((own_left, own_right))) => {
                (left, right) = (left.max(own_left), right.min(own_right));
                if left >= right {
                    break;
                }
            }
            ([piece], _) if piece.end < right || piece.x > left => {}
            _ => break,
        }
        found.push(line);
    }
    // A line below that belongs to one side alone is only known by a line of two sides around it.
    let whole = found.iter().rposition(|line| line.pieces.len() == 2);
    found.truncate(whole.map_or(0, |last| last + 1));
    found
}

/// The gap between the two columns of a line.
fn gutter(line: &Line) -> Option<(f64, f64)> {
    match line.pieces.as_slice() {
        [left, right] => Some((left.end, right.x)),
        _ => None,
    }
}

fn push_columns(lines: &[&Line], text: &mut String) {
    let pieces = || lines.iter().flat_map(|line| &line.pieces);
    let start = lines
        .iter()
        .filter_map(|line| Some(gutter(line)?.1))
        .fold(f64::MAX, f64::min);
    let (left, right): (Vec<_>, Vec<_>) = pieces().partition(|piece| piece.x < start - 0.1);
    for column in [left, right] {
        for piece in column {
            push_line(std::slice::from_ref(piece), text);
        }
        text.push('\n');
    }
}

fn push_line(pieces: &[Piece], text: &mut String) {
    for piece in pieces {
        for c in piece.text.trim().chars() {
            match ligature(c) {
                Some(letters) => text.push_str(letters),
                None => text.push(c),
            }
        }
        text.push(' ');
    }
    text.truncate(text.trim_end_matches(' ').len());
    text.push('\n');
}

/// Letters that a font draws as one.
fn ligature(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{fb00}' => "ff",
        '\u{fb01}' => "fi",
        '\u{fb02}' => "fl",
        '\u{fb03}' => "ffi",
        '\u{fb04}' => "ffl",
        '\u{fb05}' | '\u{fb06}' => "st",
        _ => return None,
    })
}

/// Drops the number of the page, which stands alone on the first line or the last.
fn without_number(mut lines: Vec<Line>) -> Vec<Line> {
    if lines.last().is_some_and(is_number) {
        lines.pop();
    }
    if lines.first().is_some_and(is_number) {
        lines.remove(0);
    }
    lines
}

fn is_number(line: &Line) -> bool {
    let [piece] = line.pieces.as_slice() else {
        return false;
    };
    let text = piece.text.trim().trim_start_matches("Trang").trim();
    let number = text.trim_matches(|c: char| matches!(c, '-' | '–' | '—') || c.is_whitespace());
    let (page, of) = number.split_once('/').unwrap_or((number, "1"));
    [page, of]
        .iter()
        .all(|part| (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()))
}
