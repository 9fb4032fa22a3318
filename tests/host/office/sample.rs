//! A report with one of everything, in which each text is there once.

use so_tien_do::domain::Day;
use so_tien_do::report::{
    Annex, Block, Cell, Column, Document, Head, Row, Sheet, Signature, Table, Workbook,
};
use so_tien_do::workspace::Form;

pub(super) fn day(y: i32, m: u32, d: u32) -> Day {
    Day::from_ymd_opt(y, m, d).expect("a day")
}

pub(super) fn document(form: Form) -> Document {
    let by_form = |party: &str, state: &str| {
        match form {
            Form::Party => party,
            Form::State => state,
        }
        .to_owned()
    };
    Document {
        form,
        head: Head {
            above: by_form("Tỉnh ủy Phú Thọ", "Tỉnh Phú Thọ"),
            issuer: by_form("Đảng ủy xã Vân Bán", "Ủy ban nhân dân xã Vân Bán"),
            number: by_form("Số       -BC/ĐU", "Số:       /BC-UBND"),
            place: "Vân Bán".to_owned(),
            day: Some(day(2026, 9, 30)),
        },
        title: vec![
            "Báo cáo".to_owned(),
            "kết quả thực hiện Kế hoạch số 96-KH/HU trong quý III năm 2026".to_owned(),
        ],
        body: body(),
        recipients: vec![
            "Thường trực Huyện ủy".to_owned(),
            "Các chi bộ trực thuộc".to_owned(),
            "Lưu Văn phòng".to_owned(),
        ],
        signature: Signature {
            behalf: by_form("T/M Ban Thường vụ", "TM. Ủy ban nhân dân"),
            role: by_form("Phó Bí thư", "Chủ tịch"),
            name: "Nguyễn Văn An".to_owned(),
        },
        annexes: vec![
            annex("Tiến độ thực hiện nhiệm vụ", 60),
            annex("Nhiệm vụ quá hạn", 1),
        ],
    }
}

fn body() -> Vec<Block> {
    let words = "Cấp ủy đã quán triệt, phân công từng đồng chí phụ trách, bố trí kinh phí và giao \
        văn phòng theo dõi, đôn đốc hằng tuần";
    vec![
        Block::Paragraph(format!("Thực hiện kế hoạch trên, đơn vị báo cáo: {words}.")),
        Block::Heading(1, "I. Tình hình triển khai".to_owned()),
        Block::Heading(2, "1. Công tác lãnh đạo, chỉ đạo".to_owned()),
        Block::Paragraph(format!("Ngay từ đầu quý: {words}.")),
        Block::Heading(3, "a) Số liệu chung".to_owned()),
        Block::Table(figures()),
        Block::Heading(1, "II. Kiến nghị".to_owned()),
        Block::Paragraph("Đề nghị cấp trên xem xét, hướng dẫn.".to_owned()),
    ]
}

fn column(title: &str, width: u8) -> Column {
    Column {
        title: title.to_owned(),
        width,
    }
}

fn figures() -> Table {
    let row = |name: &str, count, rate| {
        let cells = [
            Cell::Text(name.to_owned()),
            Cell::Count(count),
            Cell::Rate(rate),
        ];
        Row::Cells(cells.into())
    };
    Table {
        columns: vec![
            column("Chỉ tiêu", 60),
            column("Số lượng", 20),
            column("Tỷ lệ", 20),
        ],
        rows: vec![
            row("Đã hoàn thành đúng hạn", 15_533, 667),
            row("Chưa hoàn thành quá hạn", 7_001, 333),
        ],
    }
}

fn annex(title: &str, duties: usize) -> Annex {
    Annex {
        title: title.to_owned(),
        below: format!("(Dữ liệu của {duties} nhiệm vụ, tính đến ngày 30/9/2026)"),
        table: duty_table(title, duties),
    }
}

fn duty_table(of: &str, duties: usize) -> Table {
    let mut rows = vec![Row::Across(format!("{of}: khối các chi bộ"))];
    rows.extend((1..=duties).map(|number| {
        Row::Cells(vec![
            Cell::Count(number),
            Cell::Text(format!(
                "{of} ({number}): rà soát, lập danh sách và hướng dẫn"
            )),
            Cell::Text("Ban Tổ chức".to_owned()),
            Cell::Empty,
            Cell::Day(day(2026, 9, 30)),
            Cell::Text("Công văn số 12-CV/ĐU, ngày 15/9/2026".to_owned()),
            Cell::Text("Đã hoàn thành".to_owned()),
            Cell::Empty,
        ])
    }));
    let columns = [
        ("STT", 5),
        ("Nội dung nhiệm vụ", 27),
        ("Chủ trì", 12),
        ("Phối hợp", 12),
        ("Thời hạn", 10),
        ("Kết quả thực hiện", 16),
        ("Tiến độ", 10),
        ("Ghi chú", 8),
    ];
    Table {
        columns: columns.map(|(title, width)| column(title, width)).into(),
        rows,
    }
}

pub(super) fn workbook() -> Workbook {
    let sheet = |name: &str, table| Sheet {
        name: name.to_owned(),
        above: vec![
            "Kế hoạch số 96-KH/HU".to_owned(),
            "Dữ liệu tính đến ngày 30/9/2026".to_owned(),
        ],
        table,
    };
    Workbook {
        sheets: vec![
            sheet("Nhiệm vụ", duty_table("Nhiệm vụ", 12)),
            sheet("Số liệu", figures()),
        ],
    }
}

/// A sheet of one column of texts.
pub(super) fn sheet_of(texts: &[&str]) -> Sheet {
    let cells = |text: &&str| Row::Cells(vec![Cell::Text((*text).to_owned())]);
    Sheet {
        name: "Ghi chú".to_owned(),
        above: Vec::new(),
        table: Table {
            columns: vec![column("Nội dung", 100)],
            rows: texts.iter().map(cells).collect(),
        },
    }
}
