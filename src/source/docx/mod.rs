//! Word's .docx → text: a zip of XML parts.
//!
//! [`package`] opens the zip, [`xml`] makes a tree of a part, [`styles`] and [`numbering`] read what
//! the document refers to, [`body`] walks through paragraphs and tables, [`paragraph`] and [`table`]
//! write them as lines, with [`counter`] and [`label`] numbering them as Word does.

mod body;
mod counter;
mod font;
mod label;
mod numbering;
mod package;
mod paragraph;
mod styles;
mod table;
mod xml;

pub(super) use package::Package;

use super::{MAX_TEXT, SourceError, Text, charset};
use body::Body;
use numbering::Numbering;
use styles::Styles;
use xml::Tree;

/// Reads a document: a line for each paragraph, an empty line between two.
pub(super) fn read(
    package: &Package<'_>,
    progress: &mut dyn FnMut(f64),
) -> Result<Text, SourceError> {
    let document = package.document()?;
    progress(0.2);
    let tree = Tree::parse(&document)?;
    let styles = part(package, "styles.xml", Styles::read)?;
    let numbering = part(package, "numbering.xml", Numbering::read)?;
    progress(0.4);
    let mut body = Body::new(&styles, &numbering, true);
    body.read(tree.root(), &mut |share| progress(0.4 + 0.6 * share));
    if body.fonts.lie() {
        body = Body::new(&styles, &numbering, false);
        body.read(tree.root(), &mut |_| ());
    }
    if body.is_too_long() {
        return Err(SourceError::TooLong);
    }
    let text = body.blocks.join("\n\n");
    Ok(match body.fonts.converted() {
        None => charset::unicode(text),
        old_font => Text { text, old_font },
    })
}

/// Reads a part that a document may do without.
fn part<T: Default>(
    package: &Package<'_>,
    name: &str,
    read: impl Fn(xml::Element<'_>) -> T,
) -> Result<T, SourceError> {
    let Some(xml) = package.beside_document(name)? else {
        return Ok(T::default());
    };
    Ok(read(Tree::parse(&xml)?.root()))
}

/// The most text that is collected, in bytes; what is longer is refused anyway.
const ENOUGH: usize = 2 * MAX_TEXT;
