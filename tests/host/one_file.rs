//! The app as one file: what is in it, and that nothing that it holds gets out of its place.

use crate::releases::{READER, SCRIPT, content, hash_of, parts, policy, template};
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress, inflate_flags};
use proptest::prelude::*;
use so_tien_do::one_file::{enclose, enclosed};
use so_tien_do::release::{Fault, Module, Parts, one_file, pack};

const APP: &[u8] = b"\0asm the app";

fn whole_page() -> String {
    one_file(&parts(&template(), APP), true).expect("a page")
}

/// What is packed in a page, as its own script unpacks it.
fn unpacked(text: &str) -> Vec<u8> {
    let digit = |code: u8| u32::from(if code == b'#' { b'<' } else { code } - b'$');
    let (mut bits, mut count) = (0, 0);
    let mut bytes = Vec::new();
    for digits in text.as_bytes().chunks(2) {
        let value = digits
            .iter()
            .fold(0, |value, code| value * 91 + digit(*code));
        bits |= value << count;
        count += if digits.len() == 2 { 13 } else { 6 };
        while count >= 8 {
            bytes.push(u8::try_from(bits % 256).expect("a byte"));
            bits >>= 8;
            count -= 8;
        }
    }
    // Browsers refuse what stands behind the end.
    let (content, rest) = whole(&bytes);
    assert_eq!(rest, 0, "nothing is left");
    content
}

/// The content, and how many bytes stand behind it.
fn whole(packed: &[u8]) -> (Vec<u8>, usize) {
    let mut content = vec![0; 100_000];
    let flags = inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
    let (status, read, length) = decompress(
        &mut DecompressorOxide::new(),
        packed,
        &mut content,
        0,
        flags,
    );
    assert_eq!(status, TINFLStatus::Done);
    content.truncate(length);
    (content, packed.len() - read)
}

#[test]
fn one_page_holds_all_and_asks_for_nothing() {
    let page = whole_page();
    let data = |id: &str| format!("<script id=\"{id}\" type=\"application/octet-stream\">");
    assert_eq!(unpacked(content(&page, &data("app"))), b"\0asm the app");
    let reader = content(&page, &data("reading-module"));
    assert_eq!(unpacked(reader), b"\0asm the reader");
    assert!(content(&page, &data("reading-script")).contains(READER));
    let script = unpacked(content(&page, &data("app-script")));
    assert!(script.starts_with(SCRIPT.as_bytes()));
    assert_eq!(unpacked(content(&page, &data("rest"))), b"\0asm the rest");
    assert!(page.contains("<style>a{b:c}d{e:f}</style>"));
    assert!(page.contains("name=\"one-file\" content=\"whole\""));
    let body = page.find("<body>").expect("a body");
    assert!(page[body..].contains("id=\"not-opened\" hidden"));
    for foreign in ["http:", "https:", "src=", "import ", "manifest", "<!--"] {
        assert!(!page.contains(foreign), "{foreign}");
    }
    let links = page.split("href=\"").skip(1);
    let elsewhere = links.filter(|link| !link.starts_with(['#', '"']));
    assert_eq!(elsewhere.count(), 1, "the icon, which stands in the page");
    assert!(page.contains("href=\"data:image/svg+xml;base64,PHN2Zy8+\""));
}

#[test]
fn the_policy_names_the_two_scripts_and_lets_nothing_out() {
    let page = whole_page();
    let start = hash_of(content(&page, "<script type=\"module\">"));
    let app = hash_of(SCRIPT);
    assert_eq!(
        policy(&page),
        format!(
            " 'none'; script-src 'wasm-unsafe-eval' {start} {app}; style-src 'unsafe-inline'; img-src data:; \
             worker-src blob:; base-uri 'none'; form-action 'none'"
        )
    );
    // The policy stands before all that it is about.
    assert!(page.find("default-src") < page.find("<script"));
    assert!(page.find("default-src") < page.find("<style"));
}

#[test]
fn the_small_page_is_without_the_second_module() {
    let template = template();
    let page = one_file(&parts(&template, APP), false).expect("a page");
    assert!(page.contains("name=\"one-file\" content=\"small\""));
    assert!(!page.contains("id=\"reading-"));
}

#[test]
fn what_is_no_release_makes_no_page() {
    let template = template();
    let fault = |template: &str| one_file(&parts(template, APP), true).expect_err("a fault");
    assert_eq!(fault(""), Fault::NoStart);
    let without = |part: &str| template.replace(part, "");
    assert_eq!(fault(&without("Content-Security-Policy")), Fault::NoPolicy);
    assert_eq!(fault(&without("<title>")), Fault::NoHead);
    assert_eq!(fault(&without("<noscript>")), Fault::NoShell);
    let ends = Parts {
        reading: Module {
            script: "'</script>'",
            bytes: b"",
        },
        ..parts(&template, APP)
    };
    assert_eq!(one_file(&ends, true), Err(Fault::EndsItself));
}

proptest! {
    #[test]
    fn all_bytes_survive_packing(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let packed = pack(&bytes);
        prop_assert!(!packed.contains('<') && packed.is_ascii());
        prop_assert_eq!(unpacked(&packed), bytes);
    }

    #[test]
    fn whatever_is_enclosed_stays_in_its_place(
        text in r#"(</script>|<!--|<script|\\|"|\r\n|\u{2028}|&lt;|[^<])*"#,
        other in ".*",
    ) {
        let page = whole_page();
        let begin = "<script id=\"enclosed\" type=\"application/json\">";
        prop_assert_eq!(enclosed(content(&page, begin)), None);
        let with = enclose(&page, &text).expect("a place");
        let held = content(&with, begin);
        prop_assert!(!held.contains('<') && !held.contains('\r'));
        let read = enclosed(held);
        prop_assert_eq!(read.as_deref(), Some(&*text));
        // Another takes its place, and all else is as it was.
        let again = enclose(&with, &other).expect("a place");
        prop_assert_eq!(enclosed(content(&again, begin)), Some(other));
        let emptied = with.replacen(&[begin, held].concat(), begin, 1);
        prop_assert_eq!(emptied, page);
    }
}

#[test]
fn what_is_no_such_page_takes_nothing_in() {
    assert_eq!(enclose("<html></html>", "x"), None);
    assert_eq!(enclose("", "x"), None);
}
