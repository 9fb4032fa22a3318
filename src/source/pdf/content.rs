//! A page's operators, played as far as they show text.

use super::font::{Code, Font};
use super::lines::Piece;
use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction as Op;
use hayro_syntax::object::dict::keys::{MATRIX, RESOURCES};
use hayro_syntax::object::{Array, Dict, Name, Object, ObjectIdentifier};
use hayro_syntax::page::{Page, Resources};
use std::collections::BTreeMap;
use std::rc::Rc;

/// Drawings may be nested, even in themselves.
const MAX_DEPTH: usize = 8;

/// More operators than any page has; nested drawings count too.
const MAX_OPERATORS: usize = 2_000_000;

/// Saved states that are kept; more is a mistake.
const MAX_SAVED: usize = 500;

/// A gap that parts words, and one that parts columns, in font sizes.
const WORD_GAP: f64 = 0.18;
const COLUMN_GAP: f64 = 2.5;

/// Plays pages; fonts are read once for all of them.
#[derive(Default)]
pub(super) struct Player {
    fonts: BTreeMap<ObjectIdentifier, Rc<Font>>,
    operators: usize,
    pieces: Vec<Piece>,
}

/// A transformation of the plane, as PDF writes it.
type Matrix = [f64; 6];

const IDENTITY: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// What is saved and restored.
#[derive(Clone)]
struct State {
    page: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    letter_space: f64,
    word_space: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
}

/// Where text goes on.
struct Cursor {
    text: Matrix,
    line: Matrix,
}

impl Player {
    /// Returns the pieces of text on a page.
    pub(super) fn play(&mut self, page: &Page<'_>) -> Vec<Piece> {
        self.operators = 0;
        let state = State {
            page: page.initial_transform(false).as_coeffs(),
            font: None,
            size: 0.0,
            letter_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        };
        if let Some(content) = page.page_stream() {
            self.run(content, page.resources(), state, 0);
        }
        std::mem::take(&mut self.pieces)
    }

    fn run(&mut self, content: &[u8], resources: &Resources<'_>, mut state: State, depth: usize) {
        let mut operators = TypedIter::new(content);
        let mut saved = Vec::new();
        let mut cursor = Cursor {
            text: IDENTITY,
            line: IDENTITY,
        };
        while let Some(operator) = operators.next() {
            self.operators += 1;
            if self.operators > MAX_OPERATORS {
                return;
            }
            match operator {
                Op::SaveState(_) if saved.len() < MAX_SAVED => saved.push(state.clone()),
                Op::RestoreState(_) => state = saved.pop().unwrap_or(state),
                Op::Transform(m) => {
                    let matrix = [m.0, m.1, m.2, m.3, m.4, m.5].map(|number| number.as_f64());
                    state.page = times(&state.page, &matrix);
                }
                Op::XObject(name) => self.draw(name.0, resources, &state, depth),
                Op::TextFont(font) => {
                    state.font = self.font(font.0, resources);
                    state.size = font.1.as_f64();
                }
                operator => self.step(&operator, &mut state, &mut cursor),
            }
        }
    }

    /// Plays one operator of text.
    fn step(&mut self, operator: &Op<'_, '_>, state: &mut State, cursor: &mut Cursor) {
        match operator {
            Op::CharacterSpacing(space) => state.letter_space = space.0.as_f64(),
            Op::WordSpacing(space) => state.word_space = space.0.as_f64(),
            Op::HorizontalScaling(stretch) => state.stretch = stretch.0.as_f64() / 100.0,
            Op::TextLeading(leading) => state.leading = leading.0.as_f64(),
            Op::TextRise(rise) => state.rise = rise.0.as_f64(),
            Op::BeginText(_) => cursor.set(IDENTITY),
            Op::SetTextMatrix(m) => {
                cursor.set([m.0, m.1, m.2, m.3, m.4, m.5].map(|number| number.as_f64()));
            }
            Op::NextLine(by) => cursor.go(by.0.as_f64(), by.1.as_f64()),
            Op::NextLineAndSetLeading(by) => {
                state.leading = -by.1.as_f64();
                cursor.go(by.0.as_f64(), by.1.as_f64());
            }
            Op::NextLineUsingLeading(_) => cursor.go(0.0, -state.leading),
            Op::ShowText(text) => self.show(&[Shown::Codes(text.0.as_bytes())], state, cursor),
            Op::NextLineAndShowText(text) => {
                cursor.go(0.0, -state.leading);
                self.show(&[Shown::Codes(text.0.as_bytes())], state, cursor);
            }
            Op::ShowTextWithParameters(text) => {
                state.word_space = text.0.as_f64();
                state.letter_space = text.1.as_f64();
                cursor.go(0.0, -state.leading);
                self.show(&[Shown::Codes(text.2.as_bytes())], state, cursor);
            }
            Op::ShowTexts(texts) => self.show_all(texts.0, state, cursor),
            _ => {}
        }
    }

    fn show_all(&mut self, texts: &Array<'_>, state: &State, cursor: &mut Cursor) {
        let texts: Vec<_> = texts.iter::<Object<'_>>().collect();
        let shown: Vec<_> = texts
            .iter()
            .filter_map(|text| match text {
                Object::String(codes) => Some(Shown::Codes(codes.as_bytes())),
                Object::Number(by) => Some(Shown::Gap(by.as_f64())),
                _ => None,
            })
            .collect();
        self.show(&shown, state, cursor);
    }

    /// Shows text; what stands far apart becomes pieces of their own.
    fn show(&mut self, shown: &[Shown<'_>], state: &State, cursor: &mut Cursor) {
        let Some(font) = &state.font else {
            return;
        };
        let mut piece: Option<Piece> = None;
        for part in shown {
            let codes = match part {
                Shown::Gap(by) => {
                    cursor.advance(-by / 1000.0 * state.size * state.stretch);
                    continue;
                }
                Shown::Codes(codes) => codes,
            };
            for Code {
                text,
                width,
                is_blank,
            } in font.codes(codes)
            {
                let space = state.letter_space + if is_blank { state.word_space } else { 0.0 };
                let letter = Piece {
                    text,
                    ..state.piece(cursor, width)
                };
                cursor.advance((width * state.size + space) * state.stretch);
                let apart = match &mut piece {
                    Some(piece) => join(piece, letter),
                    None => Some(letter),
                };
                if apart.is_some() {
                    self.pieces.extend(std::mem::replace(&mut piece, apart));
                }
            }
        }
        self.pieces.extend(piece);
    }

    /// Plays a drawing that stands apart from the page.
    fn draw(&mut self, name: &Name<'_>, resources: &Resources<'_>, state: &State, depth: usize) {
        let Some(drawing) = resources.get_x_object(name).filter(|_| depth < MAX_DEPTH) else {
            return;
        };
        let is_form = drawing.dict().get::<Name<'_>>("Subtype");
        if is_form.is_none_or(|kind| kind.as_ref() != b"Form") {
            return;
        }
        let mut state = state.clone();
        if let Some(matrix) = matrix(drawing.dict()) {
            state.page = times(&state.page, &matrix);
        }
        let own = drawing.dict().get::<Dict<'_>>(RESOURCES);
        if let Ok(content) = drawing.decoded_data() {
            match own {
                Some(own) => self.run(&content, &Resources::new(own), state, depth + 1),
                None => self.run(&content, resources, state, depth + 1),
            }
        }
    }

    fn font(&mut self, name: &Name<'_>, resources: &Resources<'_>) -> Option<Rc<Font>> {
        let font = resources.get_font(name)?;
        let Some(id) = font.obj_id() else {
            return Some(Rc::new(Font::read(&font)));
        };
        let known = self.fonts.entry(id);
        Some(known.or_insert_with(|| Rc::new(Font::read(&font))).clone())
    }
}

/// What one operator shows.
enum Shown<'a> {
    Codes(&'a [u8]),
    /// To the left, in thousandths of the font size.
    Gap(f64),
}

impl State {
    /// A piece without text where the cursor stands.
    fn piece(&self, cursor: &Cursor, width: f64) -> Piece {
        let text = [
            self.size * self.stretch,
            0.0,
            0.0,
            self.size,
            0.0,
            self.rise,
        ];
        let place = times(&times(&self.page, &cursor.text), &text);
        Piece {
            text: String::new(),
            x: place[4],
            end: place[4] + width * place[0],
            y: place[5],
            size: place[2].hypot(place[3]),
            // Watermarks and stamps stand askew.
            level: place[1].abs() < 0.1 * place[0],
        }
    }
}

impl Cursor {
    fn set(&mut self, matrix: Matrix) {
        self.text = matrix;
        self.line = matrix;
    }

    fn go(&mut self, x: f64, y: f64) {
        self.set(times(&self.line, &[1.0, 0.0, 0.0, 1.0, x, y]));
    }

    fn advance(&mut self, by: f64) {
        self.text = times(&self.text, &[1.0, 0.0, 0.0, 1.0, by, 0.0]);
    }
}

/// Puts a letter behind a piece; gives it back if the gap between them parts columns.
fn join(piece: &mut Piece, letter: Piece) -> Option<Piece> {
    let gap = (letter.x - piece.end) / piece.size.max(0.1);
    if !(-COLUMN_GAP..COLUMN_GAP).contains(&gap) {
        return Some(letter);
    }
    if gap > WORD_GAP && !piece.text.ends_with(' ') && !letter.text.starts_with(' ') {
        piece.text.push(' ');
    }
    piece.text.push_str(&letter.text);
    piece.end = letter.end;
    None
}

fn matrix(dictionary: &Dict<'_>) -> Option<Matrix> {
    let numbers: Vec<f32> = dictionary.get::<Array<'_>>(MATRIX)?.iter::<f32>().collect();
    let numbers: [f32; 6] = numbers.try_into().ok()?;
    Some(numbers.map(f64::from))
}

/// What comes of doing `inner` and then `outer`.
fn times(outer: &Matrix, inner: &Matrix) -> Matrix {
    let turn = |x: f64, y: f64| {
        [
            outer[0].mul_add(x, outer[2] * y),
            outer[1].mul_add(x, outer[3] * y),
        ]
    };
    let across = turn(inner[0], inner[1]);
    let up = turn(inner[2], inner[3]);
    let place = turn(inner[4], inner[5]);
    [
        across[0],
        across[1],
        up[0],
        up[1],
        place[0] + outer[4],
        place[1] + outer[5],
    ]
}
