//! Names of bodies and posts: the words they begin with.

use super::words::{Phrases, Word};
use std::sync::LazyLock;

/// Words that begin the name of a body, or the post of one who acts for it. The longest counts, so
/// that the verbs within ("Ban Chỉ đạo", "Đoàn kiểm tra") belong to the name.
#[rustfmt::skip]
static BODIES: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        // Party
        "đảng ủy", "huyện ủy", "tỉnh ủy", "thành ủy", "quận ủy", "thị ủy", "cấp ủy", "các cấp ủy", "chi ủy",
        "đảng bộ", "chi bộ", "chi, đảng bộ", "tổ chức đảng", "tổ chức cơ sở đảng", "BTV", "BCH", "UBKT", "VPĐU",
        "ban thường vụ", "ban chấp hành", "ban xây dựng đảng", "bộ chính trị", "ban bí thư",
        // State
        "ủy ban", "ủy ban nhân dân", "ủy ban kiểm tra", "ủy ban bầu cử", "UBND", "HĐND", "UBBC", "hội đồng", "hội đồng nhân dân",
        "thường trực", "chính quyền", "chính quyền địa phương", "sở", "chi cục", "cục", "tổng cục", "vụ", "phòng", "phòng chuyên môn",
        "văn phòng", "trung tâm", "trung tâm phục vụ hành chính công", "trung tâm cung ứng", "công an", "quân sự", "bộ đội biên phòng",
        "ban chỉ huy", "bộ chỉ huy", "viện kiểm sát", "tòa án", "thi hành án", "kho bạc", "thanh tra", "hải quan", "thuế",
        "bảo hiểm xã hội", "chi nhánh", "ngân hàng", "bưu điện", "điện lực", "đài", "đài truyền thanh", "cổng thông tin", "cơ quan thông tấn",
        "cơ quan báo chí", "cơ quan truyền thông", "báo", "bộ", "chính phủ", "thanh tra",
        // Front and unions
        "mặt trận", "mặt trận tổ quốc", "MTTQ", "UBMTTQ", "UBMTTQVN", "ban thường trực", "ban công tác mặt trận", "ban CTMT", "BTT",
        "hội", "hội liên hiệp", "đoàn", "đoàn thanh niên", "đoàn thể", "liên đoàn", "liên minh", "công đoàn", "chi hội", "chi đoàn",
        "câu lạc bộ", "hiệp hội", "liên hiệp", "tổ chức thành viên", "tổ chức chính trị", "tổ chức xã hội", "tổ chức đoàn thể",
        // Made for a purpose
        "ban", "ban chỉ đạo", "ban tổ chức", "ban quản lý", "ban kiểm tra", "ban giám sát", "ban giám hiệu", "tiểu ban", "tổ",
        "tổ công tác", "tổ giúp việc", "tổ kiểm tra", "tổ giám sát", "tổ bầu cử", "tổ dân phố", "tổ tiếp công dân", "tổ công nghệ số", "đoàn kiểm tra", "đoàn giám sát",
        "đoàn kiểm tra, giám sát", "đội", "nhóm", "bộ phận", "bộ phận chuyên môn", "hội đồng bầu cử",
        // In general
        "cơ quan", "cơ quan chủ trì", "cơ quan phối hợp", "cơ quan tham mưu", "cơ quan quản lý", "cơ quan chuyên môn",
        "cơ quan thường trực", "cơ quan thực hiện", "đơn vị", "đơn vị chủ trì", "đơn vị phối hợp", "đơn vị thực hiện", "địa phương", "doanh nghiệp", "hợp tác xã",
        "trường", "nhà trường", "trạm", "bệnh viện", "cơ sở giáo dục", "cơ sở y tế", "ngành", "lực lượng", "chủ đầu tư",
        "đối tượng kiểm kê", "hộ gia đình", "lãnh đạo", "tập thể", "khối",
        // Posts and persons
        "người đứng đầu", "thủ trưởng", "chủ tịch", "phó chủ tịch", "bí thư", "phó bí thư", "giám đốc", "phó giám đốc",
        "trưởng ban", "phó trưởng ban", "trưởng ban xây dựng đảng", "phó trưởng ban xây dựng đảng", "trưởng ban chỉ đạo", "phó trưởng ban chỉ đạo", "trưởng ban tổ chức", "phó trưởng ban tổ chức", "trưởng phòng", "phó trưởng phòng", "trưởng thôn", "trưởng bản", "trưởng khu", "trưởng đoàn thể",
        "trưởng tiểu ban", "trưởng các", "tổ trưởng", "đội trưởng", "hiệu trưởng", "chánh văn phòng", "phó chánh văn phòng", "ủy viên", "các thành viên",
        "thành viên", "đồng chí", "đ/c", "cán bộ", "cán bộ phụ trách", "công chức", "công chức phụ trách", "chuyên viên",
        "chuyên viên phụ trách", "kế toán", "văn thư", "các ông", "các bà", "ông", "bà", "cấp ủy viên", "người phụ trách", "bí thư chi bộ",
        "chỉ huy trưởng", "trưởng công an", "đại diện", "đảng viên",
        // Names that hold a comma or "và"
        "văn phòng HĐND và UBND", "văn phòng hội đồng nhân dân và ủy ban nhân dân", "văn phòng đoàn ĐBQH và HĐND", "văn phòng đoàn đại biểu quốc hội và hội đồng nhân dân",
        "chánh văn phòng HĐND và UBND", "chánh văn phòng hội đồng nhân dân và ủy ban nhân dân", "đảng ủy mặt trận tổ quốc và các đoàn thể", "đảng ủy MTTQ và các đoàn thể",
        "huyện, thị, thành ủy", "báo và phát thanh, truyền hình", "báo và đài phát thanh, truyền hình", "đài phát thanh", "đài phát thanh và truyền hình",
        // Works, farms, households
        "công ty", "tổng công ty", "tập đoàn", "nhà máy", "xí nghiệp", "chủ rừng", "chủ cơ sở", "chủ hộ", "chủ doanh nghiệp", "hộ dân", "hộ kinh doanh", "hộ nông dân",
        "cơ sở đoàn", "cơ sở hội", "tỉnh đoàn", "thành đoàn", "huyện đoàn", "xã đoàn", "đoàn công tác", "hạt kiểm lâm", "trung tâm học tập cộng đồng",
    ])
});

/// Words that look like the beginning of a body's name and are none.
#[rustfmt::skip]
static OTHERS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "ban hành", "ban đầu", "hội nghị", "hội thảo", "hội thi", "hội viên", "hội họp", "hội trường", "hội nhập", "hội chợ", "hội diễn",
        "đoàn viên", "đoàn kết", "báo cáo", "báo chí", "báo động", "trường hợp", "phòng ngừa", "phòng chống", "phòng, chống", "phòng cháy", "phòng trừ", "phòng bệnh", "phòng dịch",
        "sở hữu", "bộ máy", "bộ tiêu chí", "bộ thủ tục", "bộ nhận diện", "bộ tài liệu", "bộ câu hỏi", "tổ chức thực hiện", "vụ việc", "vụ án", "vụ đông", "vụ xuân", "vụ mùa",
        "thuế đất", "đơn vị hành chính", "đơn vị bầu cử", "lãnh đạo chỉ đạo", "lãnh đạo, chỉ đạo", "đại diện cho", "nhóm nhiệm vụ", "nhóm giải pháp", "nhóm chỉ tiêu", "khối lượng", "khối đại đoàn kết", "quân sự địa phương",
        "thanh tra, kiểm tra", "bà mẹ", "bà con", "ông bà", "ngành nghề", "thường trực 24", "tổ chức", "đội ngũ", "cục bộ", "mặt trận trên",
        "hội đồng nhân dân quyết định", "trạm biến áp", "trường học an toàn", "đoàn đại biểu",
    ])
});

/// Words that stand before a name and count for more than one.
const PLURALS: [&str; 8] = [
    "các",
    "những",
    "cc",
    "toàn thể",
    "tất cả",
    "một số",
    "mỗi",
    "hai",
];

static PLURAL: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(&PLURALS));

/// Names of territory, which go on with a list and never begin a name: "các xã, phường, đặc khu".
pub(super) const TERRITORIES: [&str; 10] = [
    "xã",
    "phường",
    "thị",
    "đặc",
    "huyện",
    "quận",
    "tỉnh",
    "thôn",
    "bản",
    "thành",
];

/// Says whether a word counts for more than one: "các", "những".
pub(super) fn is_plural(word: &Word) -> bool {
    PLURALS.iter().any(|plural| word.is(plural))
}

/// Returns how many words of `words` begin the name of a body; 0 where none begins.
pub(super) fn begins(words: &[Word]) -> usize {
    let plural = PLURAL.at(words).unwrap_or(0);
    let rest = words.get(plural..).unwrap_or_default();
    let territory = plural > 0
        && rest
            .first()
            .is_some_and(|word| TERRITORIES.iter().any(|name| word.is(name)));
    let organisation = is_organisation(rest, plural > 0);
    if territory || organisation {
        let least = if organisation { 2 } else { 1 };
        return plural + BODIES.at(rest).unwrap_or(least).max(least);
    }
    let body = BODIES.at(rest).unwrap_or(0);
    if body == 0 || OTHERS.at(rest).is_some_and(|other| other >= body) {
        return 0;
    }
    plural + body
}

/// "tổ chức" is a noun behind "các" and where a list or a qualifier goes on; else it is a verb.
fn is_organisation(words: &[Word], plural: bool) -> bool {
    let [first, second, rest @ ..] = words else {
        return false;
    };
    let named = first.is("tổ") && second.is("chức") && !first.capital;
    let qualified = rest.first().is_none_or(|word| {
        word.sign.is_some()
            || ["có", "liên", "khác", "và", "trên"]
                .iter()
                .any(|next| word.is(next))
    });
    named && (plural || qualified)
}

#[cfg(test)]
mod tests {
    use super::super::words::words;
    use super::*;

    #[test]
    fn verbs_and_things_begin_no_name() {
        for text in [
            "ban hành",
            "hội nghị",
            "báo cáo",
            "tổ chức hội thi",
            "phòng, chống",
            "xã hội",
            "trường hợp",
        ] {
            assert_eq!(begins(&words(text)), 0, "{text}");
        }
        for text in [
            "Ban Chỉ đạo",
            "các tổ chức",
            "UBND xã",
            "đ/c Bí thư",
            "các thôn",
        ] {
            assert!(begins(&words(text)) > 0, "{text}");
        }
    }
}
