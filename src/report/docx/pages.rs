//! Pages: their size, their edges, and the number on all but the first.

use super::paragraph::{Letters, run};
use super::rules::{
    MARGIN_BOTTOM, MARGIN_LEFT, MARGIN_RIGHT, MARGIN_TOP, PAGE_HEIGHT, PAGE_WIDTH, TO_HEADER,
    USUAL_SIZE,
};
use super::xml::Xml;

/// How a page lies.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Lie {
    Upright,
    Across,
}

/// The name under which the document knows [`header`].
pub(super) const HEADER: &str = "rId3";

/// Ends the pages of all that was written since the last such end.
pub(super) fn end(xml: &mut Xml, lie: Lie) {
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| {
            xml.empty("w:spacing", &[("w:line", "20"), ("w:lineRule", "exact")]);
            section(xml, lie);
        });
    });
}

/// Describes pages, numbered from 1.
pub(super) fn section(xml: &mut Xml, lie: Lie) {
    xml.element("w:sectPr", &[], |xml| {
        let header = [("w:type", "default"), ("r:id", HEADER)];
        xml.empty("w:headerReference", &header);
        xml.set("w:type", "nextPage");
        size(xml, lie);
        let [top, right, bottom, left, header] = [
            MARGIN_TOP,
            MARGIN_RIGHT,
            MARGIN_BOTTOM,
            MARGIN_LEFT,
            TO_HEADER,
        ]
        .map(|it| it.to_string());
        xml.empty(
            "w:pgMar",
            &[
                ("w:top", &top),
                ("w:right", &right),
                ("w:bottom", &bottom),
                ("w:left", &left),
                ("w:header", &header),
                ("w:footer", &header),
                ("w:gutter", "0"),
            ],
        );
        xml.empty("w:pgNumType", &[("w:start", "1")]);
        xml.empty("w:titlePg", &[]);
    });
}

fn size(xml: &mut Xml, lie: Lie) {
    let (width, height) = (PAGE_WIDTH.to_string(), PAGE_HEIGHT.to_string());
    match lie {
        Lie::Upright => xml.empty("w:pgSz", &[("w:w", &width), ("w:h", &height)]),
        Lie::Across => xml.empty(
            "w:pgSz",
            &[("w:w", &height), ("w:h", &width), ("w:orient", "landscape")],
        ),
    }
}

/// The part that shows the number of a page, in the middle.
pub(super) fn header(names: &[(&str, &str)]) -> Vec<u8> {
    let letters = Letters::of(USUAL_SIZE, &[]);
    Xml::part("w:hdr", names, |xml| {
        xml.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| xml.set("w:jc", "center"));
            xml.element("w:fldSimple", &[("w:instr", "PAGE")], |xml| {
                run(xml, letters, "2");
            });
        });
    })
}
