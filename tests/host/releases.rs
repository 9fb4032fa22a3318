//! The release that a build puts together: the page that carries the first part of the app, and the list of what is
//! kept on devices.

use base64ct::{Base64, Encoding};
use proptest::prelude::*;
use serde_json::Value;
use sha2::{Digest, Sha256};
use so_tien_do::release::{Fault, Module, Parts, Styles, assemble, list, page};
use std::fs;
use std::path::{Path, PathBuf};

pub(crate) const SCRIPT: &str = "the_script_that_binds()";
pub(crate) const READER: &str = "let wasm_bindgen = 1;";
const START_READING: &str = "importScripts('reading-worker.js')";

/// The page that the project begins with, as the build leaves it.
pub(crate) fn template() -> String {
    let page = include_str!("../../index.html");
    let (head, rest) = page.split_once("<link\n").expect("the app's module");
    let (_, rest) = rest
        .split_once("<!-- Said when")
        .expect("what is said at last");
    let (last, body) = rest.split_once("</head>").expect("a body");
    let start = "<script type=\"module\">\nimport init, * as bindings from './so-tien-do-0f.js';\nawait init({ module_or_path: './so-tien-do-0f_bg.wasm' });\n</script>\n";
    let preload =
        "<link rel=\"modulepreload\" href=\"./so-tien-do-0f.js\" crossorigin=\"anonymous\">";
    [
        head,
        "<!-- Said when",
        last,
        start,
        preload,
        "</head>",
        body,
    ]
    .concat()
}

/// A release with such a page and such a first part.
pub(crate) fn parts<'a>(template: &'a str, first: &'a [u8]) -> Parts<'a> {
    Parts {
        template,
        styles: Styles {
            first: "a{b:c}\n",
            rest: "d{e:f}\n",
        },
        script: SCRIPT,
        first,
        rest: b"\0asm the rest",
        reading: Module {
            script: READER,
            bytes: b"\0asm the reader",
        },
        start_reading: START_READING,
        icon: "<svg/>",
    }
}

/// What stands in the element with this beginning.
pub(crate) fn content<'a>(page: &'a str, begin: &str) -> &'a str {
    let (_, rest) = page.split_once(begin).unwrap_or_else(|| panic!("{begin}"));
    rest.split_once("</script>").expect("an end").0
}

pub(crate) fn hash_of(script: impl AsRef<[u8]>) -> String {
    format!(
        "'sha256-{}'",
        Base64::encode_string(&Sha256::digest(script))
    )
}

pub(crate) fn policy(page: &str) -> &str {
    let (_, policy) = page.split_once("content=\"default-src").expect("a policy");
    policy.split_once('"').expect("its end").0
}

/// The scripts that run, in their order.
fn scripts(page: &str) -> Vec<&str> {
    let parts = page.split("<script>").skip(1);
    parts
        .map(|part| part.split_once("</script>").expect("an end").0)
        .collect()
}

/// The first part of the app, as browsers find it in the page.
fn carried(page: &str) -> Vec<u8> {
    let pieces = page
        .split("<script type=\"application/octet-stream\">")
        .skip(1);
    let letters = pieces.flat_map(|piece| piece.split_once("</script>").expect("an end").0.chars());
    letters
        .map(|letter| u8::try_from(u32::from(letter) % 256).expect("a byte"))
        .collect()
}

#[test]
fn the_page_runs_its_own_scripts_alone_and_asks_for_nothing_on_the_way() {
    let template = template();
    let first = vec![7; 60_000];
    let page = page(&parts(&template, &first)).expect("a page");
    let scripts = scripts(&page);
    assert_eq!(
        scripts.len(),
        6,
        "the first, three pieces and their end, the app"
    );
    assert_eq!(scripts[5].trim_end(), SCRIPT);
    for script in &scripts {
        assert!(policy(&page).contains(&hash_of(script)), "{script}");
    }
    assert_eq!(policy(&page).matches("sha256-").count(), 3);
    assert!(!policy(&page).contains("script-src 'unsafe"));
    // The styles of the first screens stand in the page, and no script is fetched.
    assert!(page.contains("<style>a{b:c}</style>"));
    for foreign in ["http:", "https:", "src=", "rel=\"stylesheet\"", "<!--"] {
        assert!(!page.contains(foreign), "{foreign}");
    }
    // The policy stands before all that it is about.
    assert!(page.find("default-src") < page.find("<script"));
}

#[test]
fn names_of_files_change_with_their_content() {
    let template = template();
    let ours = parts(&template, b"");
    let shown = page(&ours).expect("a page");
    let names = [ours.name_of_rest(), ours.name_of_styles()];
    for name in &names {
        assert!(shown.contains(&format!("=\"{name}\"")), "{name}");
    }
    let other = Parts {
        rest: b"\0asm another",
        styles: Styles {
            rest: "d{}",
            ..ours.styles
        },
        start_reading: "another",
        ..ours
    };
    assert!(!names.contains(&other.name_of_rest()));
    assert!(!names.contains(&other.name_of_styles()));
    let reader = |page: &str| {
        let (_, name) = page.split_once("start-reading.js?").expect("a mark");
        name[..16].to_owned()
    };
    assert_ne!(reader(&shown), reader(&page(&other).expect("a page")));
}

#[test]
fn what_is_no_such_page_is_refused() {
    let template = template();
    let fault = |template: &str| page(&parts(template, b"")).expect_err("a fault");
    assert_eq!(fault(""), Fault::NoStart);
    let without = |part: &str| template.replace(part, "");
    assert_eq!(fault(&without("Content-Security-Policy")), Fault::NoPolicy);
    assert_eq!(fault(&without("<title>")), Fault::NoHead);
    assert_eq!(fault(&without("</body>")), Fault::NoShell);
    let ends = Parts {
        script: "'</script>'",
        ..parts(&template, b"")
    };
    assert_eq!(page(&ends), Err(Fault::EndsItself));
}

/// A folder as the build leaves it, and one with the parts.
fn built(name: &str) -> (PathBuf, PathBuf) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("an old folder");
    }
    let (release, made) = (folder.join("release"), folder.join("parts"));
    fs::create_dir_all(release.join("icons")).expect("a folder");
    fs::create_dir_all(release.join("screenshots")).expect("a folder");
    fs::create_dir_all(&made).expect("a folder");
    let worker = include_str!("../../public/service-worker.js");
    for (name, content) in [
        ("index.html", template().as_str()),
        ("so-tien-do-0f.js", "the whole"),
        ("so-tien-do-0f_bg.wasm", "\0asm the whole"),
        ("reading-worker.js", READER),
        ("reading-worker_bg.wasm", "\0asm the reader"),
        ("start-reading.js", START_READING),
        ("icons/favicon.svg", "<svg/>"),
        ("screenshots/a.png", "a picture"),
        ("service-worker.js", worker),
    ] {
        fs::write(release.join(name), content).expect("a file");
    }
    for (name, content) in [
        ("first.wasm", "\0asm the first"),
        ("rest.wasm", "\0asm the rest"),
        ("script.js", SCRIPT),
        ("first.css", "a{b:c}\n"),
        ("rest.css", "d{e:f}\n"),
    ] {
        fs::write(made.join(name), content).expect("a file");
    }
    (release, made)
}

/// What the service worker of a release lists.
fn listed(release: &Path) -> Value {
    let worker = fs::read_to_string(release.join("service-worker.js")).expect("a worker");
    let (_, list) = worker
        .split_once("const RELEASE = { version: ")
        .expect("a list");
    let (list, _) = list.split_once(" };").expect("its end");
    let list = list.replace(", files: ", ", \"files\": ");
    serde_json::from_str(&format!("{{ \"version\": {list} }}")).expect("JSON")
}

#[test]
fn a_release_is_put_together_and_keeps_what_it_needs_on_devices() {
    let (release, made) = built("a-release");
    assemble(&release, &made).expect("a release");
    let text = |name: &str| fs::read_to_string(release.join(name)).expect(name);
    assert_eq!(carried(&text("index.html")), b"\0asm the first");
    assert!(text("so-tien-do.html").len() > text("so-tien-do-nho.html").len());
    assert!(!release.join("so-tien-do-0f.js").exists(), "the whole");
    let template = template();
    let parts = parts(&template, b"");
    let (rest, styles) = (parts.name_of_rest(), parts.name_of_styles());
    assert_eq!(text(&rest), "\0asm the rest");
    let list = listed(&release);
    let files = list["files"].as_object().expect("files");
    let mut expected = vec![
        "icons/favicon.svg",
        "index.html",
        "reading-worker.js",
        "reading-worker_bg.wasm",
        &styles,
        &rest,
        "start-reading.js",
    ];
    expected.sort_unstable();
    assert_eq!(files.keys().collect::<Vec<_>>(), expected);
    let hash = Sha256::digest(text(&rest));
    let hash: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(files[&rest], Value::String(hash));
}

#[test]
fn the_version_of_a_release_is_what_it_lists() {
    let (release, made) = built("a-version");
    assemble(&release, &made).expect("a release");
    let before = listed(&release);
    list(&release).expect("a list");
    assert_eq!(listed(&release), before, "nothing has changed");
    fs::write(release.join("reading-worker.js"), "another").expect("a file");
    list(&release).expect("a list");
    assert_ne!(listed(&release)["version"], before["version"]);
    fs::write(release.join("service-worker.js"), "no list").expect("a file");
    let error = list(&release).expect_err("a fault");
    assert_eq!(error.to_string(), Fault::NoList.to_string());
}

proptest! {
    #[test]
    fn any_first_part_arrives_in_the_page(first in prop::collection::vec(any::<u8>(), 0..2_000)) {
        let template = template();
        let page = page(&parts(&template, &first)).expect("a page");
        prop_assert_eq!(carried(&page), first);
        // What browsers would change while they read.
        prop_assert!(!page.contains(['\0', '\r']));
    }

    #[test]
    fn a_page_is_cut_at_no_byte_of_its_own(lead in prop::sample::select(vec![&b"</script>"[..], b"<!--", b"<script", b"\r\n", b"\0"])) {
        let template = template();
        let first = lead.repeat(5_000);
        let page = page(&parts(&template, &first)).expect("a page");
        prop_assert_eq!(carried(&page), first);
    }
}
