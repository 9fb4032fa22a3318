//! Word documents: paragraphs, lists, tables.

use super::check;
use super::make::{Docx, LINES, cell, item, level, list, p, run, table};

fn check_body(body: &str, expected: &str) {
    check(&Docx::new(body).bytes(), expected);
}

fn check_list(numbering: &str, body: &[String], expected: &[&str]) {
    let bytes = Docx::new(body.concat()).numbering(numbering).bytes();
    check(&bytes, &expected.join("\n\n"));
}

#[test]
fn paragraphs_are_parted_by_empty_lines_and_soft_breaks_are_line_ends() {
    check_body(
        &format!(
            "{}<w:p/>{}<w:p>{}<w:r><w:tab/><w:t>năm</w:t><w:noBreakHyphen/><w:t>2026</w:t></w:r></w:p>",
            p("ỦY BAN NHÂN DÂN"),
            "<w:p><w:r><w:t>KẾ HOẠCH</w:t><w:br/><w:t>Dọn &amp; quét &#x111;ường &lt;làng&gt;</w:t></w:r></w:p>",
            run("<w:b/>", "Tháng Ba")
        ),
        "ỦY BAN NHÂN DÂN\n\nKẾ HOẠCH\nDọn & quét đường <làng>\n\nTháng Ba năm-2026",
    );
}

#[test]
fn wrappers_are_seen_through_and_what_word_hides_is_left_out() {
    let body = [
        "<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent>".to_owned(),
        p("trong điều khiển"),
        "</w:sdtContent></w:sdt><w:p>".to_owned(),
        "<w:pPr><w:rPr><w:ins/></w:rPr></w:pPr><w:bookmarkStart/>".to_owned(),
        format!("<w:hyperlink>{}</w:hyperlink>", run("", "liên kết ")),
        format!("<w:smartTag><w:smartTag>{}</w:smartTag></w:smartTag>", run("", "thẻ ")),
        format!("<w:ins>{}</w:ins>", run("", "thêm ")),
        format!("<w:del><w:r><w:delText>{}</w:delText></w:r>{}</w:del>", "bỏ", run("", "bỏ")),
        format!("<w:moveFrom>{}</w:moveFrom><w:moveTo>{}</w:moveTo>", run("", "cũ"), run("", "dời ")),
        run("<w:vanish/>", "ẩn"),
        run("<w:vanish w:val=\"0\"/>", "hiện "),
        format!("<w:fldSimple w:instr=\" PAGE \">{}</w:fldSimple>", run("", "5 ")),
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> DATE </w:instrText><w:t>mã</w:t></w:r>".to_owned(),
        "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>".to_owned(),
        run("", "15/3"),
        "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>".to_owned(),
        "<w:sectPr><w:headerReference w:id=\"1\"/></w:sectPr>".to_owned(),
    ];
    check_body(
        &body.concat(),
        "trong điều khiển\n\nliên kết thẻ thêm dời hiện 5 15/3",
    );
}

#[test]
fn a_text_box_is_read_once() {
    let content = |text| format!("<w:txbxContent>{}</w:txbxContent>", p(text));
    let body = format!(
        "<w:p>{}<w:r><mc:AlternateContent><mc:Choice><w:drawing><a><b>{}</b></a></w:drawing></mc:Choice><mc:Fallback><w:pict><v>{}</v></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>{}",
        run("", "trước"),
        content("trong khung"),
        content("trong khung"),
        p("sau")
    );
    check_body(&body, "trước\n\ntrong khung\n\nsau");
}

/// The levels of most plans.
fn outline() -> String {
    list(
        1,
        &[
            level(0, "upperRoman", "%1.", ""),
            level(1, "decimal", "%2.", ""),
            level(2, "decimal", "%2.%3.", ""),
            level(3, "lowerLetter", "%4)", ""),
            level(4, "bullet", "\u{f0b7}", ""),
            level(5, "bullet", "o", ""),
        ],
    )
}

#[test]
fn numbers_of_lists_are_written_as_word_shows_them() {
    let body = [
        item(1, 0, "MỤC TIÊU"),
        item(1, 1, "Chung"),
        item(1, 1, "Riêng"),
        item(1, 2, "Một"),
        item(1, 2, "Hai"),
        item(1, 3, "chữ"),
        item(1, 3, "chữ"),
        item(1, 4, "gạch"),
        item(1, 5, "cộng"),
        item(1, 0, "NHIỆM VỤ"),
        item(1, 1, "Lại từ đầu"),
        item(0, 0, "Ngoài danh sách"),
        item(9, 0, "Danh sách không có"),
    ];
    let expected = [
        "I. MỤC TIÊU",
        "1. Chung",
        "2. Riêng",
        "2.1. Một",
        "2.2. Hai",
        "a) chữ",
        "b) chữ",
        "- gạch",
        "+ cộng",
        "II. NHIỆM VỤ",
        "1. Lại từ đầu",
        "Ngoài danh sách",
        "Danh sách không có",
    ];
    check_list(&outline(), &body, &expected);
}

#[test]
fn bullets_of_any_look_are_dashes_and_below_them_pluses() {
    let bullets = list(
        1,
        &[
            level(0, "bullet", "\u{f0a7}", ""),
            level(1, "bullet", "o", ""),
            level(2, "bullet", "-", ""),
        ],
    ) + &list(2, &[level(0, "bullet", "+", "")])
        + &list(3, &[level(0, "bullet", "–", "")]);
    let body = [
        item(1, 0, "một"),
        item(1, 1, "hai"),
        item(1, 2, "ba"),
        item(2, 0, "bốn"),
        item(3, 0, "năm"),
    ];
    check_list(
        &bullets,
        &body,
        &["- một", "+ hai", "- ba", "+ bốn", "- năm"],
    );
}

#[test]
fn words_in_labels_are_kept_and_other_levels_count_in_digits_if_told_to() {
    let lists = list(
        1,
        &[
            level(0, "upperRoman", "Phần %1:", ""),
            level(1, "decimal", "%1.%2", "<w:isLgl/>"),
            level(2, "none", "", ""),
            level(3, "none", "Ghi chú:", ""),
        ],
    );
    let body = [
        item(1, 0, "A"),
        item(1, 1, "B"),
        item(1, 2, "C"),
        item(1, 3, "D"),
    ];
    check_list(&lists, &body, &["Phần I: A", "1.1 B", "C", "Ghi chú: D"]);
}

#[test]
fn lists_begin_and_begin_anew_where_they_say() {
    let lists = r#"<w:abstractNum w:abstractNumId="7">
        <w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
        <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlRestart w:val="0"/><w:lvlText w:val="%2)"/></w:lvl></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
        <w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>
        <w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
        <w:num w:numId="4"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1/"/></w:lvl></w:lvlOverride></w:num>"#;
    let body = [
        item(1, 0, "từ ba"),
        item(1, 1, "một"),
        item(1, 0, "bốn"),
        item(1, 1, "không lại từ đầu"),
        item(2, 0, "đếm tiếp"),
        item(3, 0, "lại từ đầu"),
        item(3, 0, "hai"),
        item(4, 0, "kiểu khác"),
    ];
    let expected = [
        "3. từ ba",
        "1) một",
        "4. bốn",
        "2) không lại từ đầu",
        "5. đếm tiếp",
        "1. lại từ đầu",
        "2. hai",
        "C/ kiểu khác",
    ];
    check_list(lists, &body, &expected);
}

#[test]
fn a_level_that_was_skipped_counts_as_begun() {
    check_list(&outline(), &[item(1, 2, "Sâu")], &["1.1. Sâu"]);
}

#[test]
fn numbers_come_from_styles_too() {
    let styles = r#"<w:style w:type="paragraph" w:default="1" w:styleId="Normal"/>
        <w:style w:type="paragraph" w:styleId="Muc"><w:basedOn w:val="Normal"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="MucCon"><w:basedOn w:val="Muc"/></w:style>
        <w:style w:type="paragraph" w:styleId="Diem"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>"#;
    let lists = list(
        1,
        &[
            level(0, "decimal", "%1.", "<w:pStyle w:val=\"Muc\"/>"),
            level(1, "lowerLetter", "%2)", ""),
        ],
    );
    let styled = |style: &str, more: &str, text: &str| {
        format!(
            "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{more}</w:pPr>{}</w:p>",
            run("", text)
        )
    };
    let body = [
        styled("Muc", "", "một"),
        styled("Diem", "", "chữ"),
        styled("MucCon", "", "hai"),
        styled(
            "Muc",
            "<w:numPr><w:numId w:val=\"0\"/></w:numPr>",
            "không số",
        ),
        p("thường"),
    ];
    let bytes = Docx::new(body.concat())
        .styles(styles)
        .numbering(&lists)
        .bytes();
    check(&bytes, "1. một\n\na) chữ\n\n2. hai\n\nkhông số\n\nthường");
}

#[test]
fn a_list_may_look_as_a_style_of_lists_does() {
    let lists = format!(
        "<w:abstractNum w:abstractNumId=\"1\"><w:numStyleLink w:val=\"Kieu\"/></w:abstractNum><w:abstractNum w:abstractNumId=\"2\">{}<w:styleLink w:val=\"Kieu\"/></w:abstractNum><w:num w:numId=\"5\"><w:abstractNumId w:val=\"1\"/></w:num>",
        level(0, "decimal", "Điều %1.", "")
    );
    check_list(
        &lists,
        &[item(5, 0, "Một"), item(5, 0, "Hai")],
        &["Điều 1. Một", "Điều 2. Hai"],
    );
}

#[test]
fn an_empty_paragraph_of_a_list_is_counted_and_not_seen() {
    let body = [item(1, 0, "A"), item(1, 0, " "), item(1, 0, "B")];
    check_list(&outline(), &body, &["I. A", "III. B"]);
}

#[test]
fn a_grid_becomes_lines_of_cells() {
    let number = |text| cell("", &item(1, 0, text));
    let text = |text| cell("", &p(text));
    let rows = [
        [
            "STT",
            "Nội dung",
            "Chủ trì",
            "Phối hợp",
            "Thời gian",
            "Sản phẩm",
        ]
        .map(text),
        [
            number(""),
            cell("", &(p("Rà soát hộ nghèo") + &p("theo chuẩn|mới"))),
            text("Văn phòng"),
            text("Các thôn"),
            cell(
                "",
                "<w:p><w:r><w:t>Trước</w:t><w:br/><w:t>15/3</w:t></w:r></w:p>",
            ),
            cell("", "<w:p/>"),
        ],
        [
            number(""),
            text("Tổng hợp"),
            text("Hội Phụ nữ"),
            text(""),
            text("Quý II"),
            text("Báo cáo"),
        ],
    ];
    let rows: Vec<&[String]> = rows.iter().map(<[String; 6]>::as_slice).collect();
    let lists = list(1, &[level(0, "decimal", "%1", "")]);
    let body = p("Phụ lục") + &table("", &rows) + &p("hết");
    check(
        &Docx::new(body).numbering(&lists).bytes(),
        "Phụ lục\n\n| STT | Nội dung | Chủ trì | Phối hợp | Thời gian | Sản phẩm |\n| 1 | Rà soát hộ nghèo<br>theo chuẩn/mới | Văn phòng | Các thôn | Trước<br>15/3 | |\n| 2 | Tổng hợp | Hội Phụ nữ | | Quý II | Báo cáo |\n\nhết",
    );
}

#[test]
fn merged_cells_leave_their_columns_in_place() {
    let rows: [&[String]; 3] = [
        &[
            cell("<w:gridSpan w:val=\"2\"/>", &p("I. Kinh tế")),
            cell("", &p("c")),
        ],
        &[
            cell("<w:vMerge w:val=\"restart\"/>", &p("1")),
            cell("", &p("b1")),
            cell("", &p("c1")),
        ],
        &[
            cell("<w:vMerge/>", "<w:p/>"),
            cell("", &p("b2")),
            cell("", &p("c2")),
        ],
    ];
    let short = "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>".to_owned()
        + &cell("", &p("b3"))
        + &cell("", &p("c3"))
        + "</w:tr>";
    let body = table(LINES, &rows).replace("</w:tbl>", &format!("{short}</w:tbl>"));
    check_body(
        &body,
        "| I. Kinh tế | | c |\n| 1 | b1 | c1 |\n| | b2 | c2 |\n| | b3 | c3 |",
    );
}

#[test]
fn two_columns_with_lines_are_a_grid_by_own_lines_or_a_style() {
    let rows: [&[String]; 1] = [&[cell("", &p("Thời gian")), cell("", &p("Quý I"))]];
    check_body(&table(LINES, &rows), "| Thời gian | Quý I |");
    let styles = r#"<w:style w:type="table" w:styleId="Luoi"><w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr></w:style>"#;
    let styled = table("<w:tblPr><w:tblStyle w:val=\"Luoi\"/></w:tblPr>", &rows);
    check(
        &Docx::new(styled).styles(styles).bytes(),
        "| Thời gian | Quý I |",
    );
    // Lines of the style are switched off by the table itself.
    let off = table(
        "<w:tblPr><w:tblStyle w:val=\"Luoi\"/><w:tblBorders><w:top w:val=\"nil\"/></w:tblBorders></w:tblPr>",
        &rows,
    );
    check(&Docx::new(off).styles(styles).bytes(), "Thời gian\n\nQuý I");
}

#[test]
fn the_head_of_a_letter_is_read_cell_after_cell() {
    let head: [&[String]; 2] = [
        &[
            cell("", &(p("ĐẢNG ỦY XÃ A") + &p("*"))),
            cell("", "<w:p/>"),
            cell("", &(p("ĐẢNG CỘNG SẢN VIỆT NAM"))),
        ],
        &[
            cell("", &p("Số 05-KH/ĐU")),
            cell("", "<w:p/>"),
            cell("", &p("Xã A, ngày 05 tháng 01 năm 2026")),
        ],
    ];
    check_body(
        &table("", &head),
        "ĐẢNG ỦY XÃ A\n*\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nSố 05-KH/ĐU\n\nXã A, ngày 05 tháng 01 năm 2026",
    );
}

#[test]
fn tables_within_tables_and_within_wrappers_are_read() {
    let inner = table(LINES, &[&[cell("", &p("x")), cell("", &p("y"))]]);
    let rows: [&[String]; 1] = [&[cell("", &(p("a") + &inner)), cell("", &p("b"))]];
    check_body(&table("", &rows), "a\n| x | y |\n\nb");
    let grid = table(LINES, &rows).replace("<w:tr>", "<w:sdt><w:sdtContent><w:tr>");
    // The inner row is wrapped too.
    let grid = grid.replace("</w:tr>", "</w:tr></w:sdtContent></w:sdt>");
    check_body(&grid, "| a<br>/ x / y / | b |");
}

#[test]
fn a_row_that_was_deleted_is_left_out() {
    let rows: [&[String]; 1] = [&[cell("", &p("a")), cell("", &p("b"))]];
    let body = table(LINES, &rows)
        + &table(LINES, &rows).replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>");
    check_body(&body, "| a | b |");
}
