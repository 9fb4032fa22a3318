//! The app as one file: what is in it, and that nothing that it holds gets out of its place.

use crate::command_line::run;
use base64ct::{Base64, Encoding};
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress, inflate_flags};
use proptest::prelude::*;
use sha2::{Digest, Sha256};
use so_tien_do::one_file::{Fault, Module, Release, build, enclose, enclosed, pack};
use std::fs;
use std::path::PathBuf;

/// The page that the project begins with, as the build makes it.
fn page() -> String {
    let page = include_str!("../../index.html");
    let (head, rest) = page
        .split_once("    <!-- The second module")
        .expect("the second module");
    let (_, body) = rest.split_once("</head>").expect("a body");
    let start = "<script type=\"module\">\nimport init, * as bindings from './so-tien-do-0f.js';\nawait init({ module_or_path: './so-tien-do-0f_bg.wasm' });\n</script>\n";
    let preload =
        "<link rel=\"modulepreload\" href=\"./so-tien-do-0f.js\" crossorigin=\"anonymous\">";
    [
        head,
        "<style>a { b: c }</style>",
        start,
        preload,
        "</head>",
        body,
    ]
    .concat()
}

const SCRIPT: &str = "export { initSync, __wbg_init as default };";
const READER: &str = "let wasm_bindgen = 1;";

fn release(page: &str) -> Release<'_> {
    Release {
        page,
        app: Module {
            script: SCRIPT,
            bytes: b"\0asm the app",
        },
        rest: b"\0asm the rest",
        reading: Some(Module {
            script: READER,
            bytes: b"\0asm the reader",
        }),
        icon: "<svg/>",
    }
}

/// What stands in the element with this beginning.
fn content<'a>(page: &'a str, begin: &str) -> &'a str {
    let (_, rest) = page.split_once(begin).unwrap_or_else(|| panic!("{begin}"));
    rest.split_once("</script>").expect("an end").0
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
    let source = page();
    let page = build(&release(&source)).expect("a page");
    let data = |id: &str| format!("<script id=\"{id}\" type=\"application/octet-stream\">");
    assert_eq!(unpacked(content(&page, &data("app"))), b"\0asm the app");
    let reader = content(&page, &data("reading-module"));
    assert_eq!(unpacked(reader), b"\0asm the reader");
    assert!(content(&page, &data("reading-script")).contains(READER));
    let script = unpacked(content(&page, &data("app-script")));
    assert!(script.starts_with(SCRIPT.as_bytes()));
    assert!(page.contains("<style>a { b: c }</style>"));
    assert!(page.contains("name=\"one-file\" content=\"whole\""));
    let body = page.find("<body>").expect("a body");
    assert!(page[body..].contains("id=\"not-opened\" hidden"));
    for foreign in ["http:", "https:", "src=", "import ", "manifest", "<!--"] {
        assert!(!page.contains(foreign), "{foreign}");
    }
    let links: Vec<_> = page.match_indices("href=").collect();
    assert_eq!(links.len(), 1, "the icon, which stands in the page");
    assert!(page.contains("href=\"data:image/svg+xml;base64,PHN2Zy8+\""));
}

#[test]
fn the_policy_names_the_two_scripts_and_lets_nothing_out() {
    let source = page();
    let page = build(&release(&source)).expect("a page");
    let script = content(&page, "<script type=\"module\">");
    let hash = Base64::encode_string(&Sha256::digest(script));
    let packed = "<script id=\"app-script\" type=\"application/octet-stream\">";
    let app = unpacked(content(&page, packed));
    let hash_of_app = Base64::encode_string(&Sha256::digest(app));
    let (_, policy) = page.split_once("content=\"default-src").expect("a policy");
    let (policy, _) = policy.split_once('"').expect("its end");
    assert_eq!(
        policy,
        format!(
            " 'none'; script-src 'wasm-unsafe-eval' 'sha256-{hash}' 'sha256-{hash_of_app}'; style-src 'unsafe-inline'; img-src data:; \
             worker-src blob:; base-uri 'none'; form-action 'none'"
        )
    );
    // The policy stands before all that it is about.
    assert!(page.find("default-src") < page.find("<script"));
    assert!(page.find("default-src") < page.find("<style"));
}

#[test]
fn the_small_page_is_without_the_second_module() {
    let source = page();
    let small = Release {
        reading: None,
        ..release(&source)
    };
    let page = build(&small).expect("a page");
    assert!(page.contains("name=\"one-file\" content=\"small\""));
    assert!(!page.contains("id=\"reading-"));
}

#[test]
fn what_is_no_release_makes_no_page() {
    let source = page();
    let fault = |page: &str| build(&release(page)).expect_err("a fault");
    assert_eq!(fault(""), Fault::NoStart);
    let without = |part: &str| source.replace(part, "");
    assert_eq!(fault(&without("Content-Security-Policy")), Fault::NoPolicy);
    assert_eq!(fault(&without("<title>")), Fault::NoHead);
    assert_eq!(fault(&without("<noscript>")), Fault::NoShell);
    let bad = Release {
        reading: Some(Module {
            script: "'</script>'",
            bytes: b"",
        }),
        ..release(&source)
    };
    assert_eq!(build(&bad), Err(Fault::EndsItself));
}

#[test]
fn the_command_line_writes_both_pages() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("release");
    fs::create_dir_all(folder.join("icons")).expect("a folder");
    let put = |name: &str, content: &[u8]| fs::write(folder.join(name), content).expect("a file");
    put("index.html", page().as_bytes());
    put("so-tien-do-0f.js", SCRIPT.as_bytes());
    put("so-tien-do-0f_bg.wasm", b"\0asm");
    put("so-tien-do-0f_rest.wasm", b"\0asm");
    put("reading-worker.js", READER.as_bytes());
    put("reading-worker_bg.wasm", b"\0asm");
    put("icons/favicon.svg", b"<svg/>");
    let answer = run(["single-file".as_ref(), folder.as_os_str()]);
    assert_eq!((answer.code, answer.errors.as_str()), (0, ""));
    let length = |name: &str| fs::metadata(folder.join(name)).expect("a file").len();
    let (whole, small) = (length("so-tien-do.html"), length("so-tien-do-nho.html"));
    assert!(small < whole);
    for said in [whole, small] {
        assert!(
            answer.out.contains(&format!(": {said} bytes\n")),
            "{}",
            answer.out
        );
    }
    let answer = run(["single-file".as_ref(), folder.join("icons").as_os_str()]);
    assert_eq!(answer.code, 1, "no release");
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
        let source = page();
        let page = build(&release(&source)).expect("a page");
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
