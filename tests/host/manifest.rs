//! The manifest, by which browsers install the app: what it names is there, and is what it says.

use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

fn public() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("public")
}

fn manifest() -> Value {
    let text = fs::read_to_string(public().join("manifest.webmanifest")).expect("a manifest");
    serde_json::from_str(&text).expect("JSON")
}

fn list<'a>(of: &'a Value, name: &str) -> &'a [Value] {
    of[name].as_array().unwrap_or_else(|| panic!("{name}"))
}

fn text<'a>(of: &'a Value, name: &str) -> &'a str {
    of[name].as_str().unwrap_or_else(|| panic!("{name}: {of}"))
}

/// Width and height as a PNG says them.
fn size(file: &Path) -> (u32, u32) {
    let bytes = fs::read(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    assert!(
        bytes.starts_with(b"\x89PNG\r\n\x1a\n"),
        "{}",
        file.display()
    );
    let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().expect("four bytes"));
    (number(16), number(20))
}

#[test]
fn its_pictures_are_there_in_the_sizes_that_it_names() {
    let manifest = manifest();
    let shortcuts = list(&manifest, "shortcuts").iter();
    let pictures = list(&manifest, "icons").iter();
    let pictures = pictures.chain(list(&manifest, "screenshots"));
    for picture in pictures.chain(shortcuts.flat_map(|one| list(one, "icons"))) {
        let file = public().join(text(picture, "src"));
        if text(picture, "sizes") == "any" {
            assert!(file.is_file(), "{}", file.display());
            continue;
        }
        let (width, height) = size(&file);
        assert_eq!(
            text(picture, "sizes"),
            format!("{width}x{height}"),
            "{}",
            file.display()
        );
    }
}

#[test]
fn browsers_can_show_its_screenshots_before_they_install() {
    let manifest = manifest();
    for (form, fits) in [
        (
            "narrow",
            (|width, height| width < height) as fn(u32, u32) -> bool,
        ),
        ("wide", |width, height| width > height),
    ] {
        let all = list(&manifest, "screenshots").iter();
        let shown: Vec<_> = all.filter(|one| text(one, "form_factor") == form).collect();
        assert!((2..=8).contains(&shown.len()), "{form}: {}", shown.len());
        let sizes: Vec<_> = shown
            .iter()
            .map(|one| size(&public().join(text(one, "src"))))
            .collect();
        assert!(
            sizes.iter().all(|size| *size == sizes[0]),
            "{form}: one size for all"
        );
        let (width, height) = sizes[0];
        // What browsers show: no side above 3840, none more than 2.3 times as long as the other.
        assert!(fits(width, height) && width.max(height) <= 3840, "{form}");
        assert!(width.max(height) * 10 <= width.min(height) * 23, "{form}");
        assert!(
            shown.iter().all(|one| !text(one, "label").is_empty()),
            "{form}"
        );
    }
}

#[test]
fn shortcuts_sharing_and_opening_stay_within_the_app() {
    let manifest = manifest();
    let mut addresses = vec![
        text(&manifest, "start_url"),
        text(&manifest["share_target"], "action"),
    ];
    addresses.extend(
        list(&manifest, "shortcuts")
            .iter()
            .map(|one| text(one, "url")),
    );
    addresses.extend(
        list(&manifest, "file_handlers")
            .iter()
            .map(|one| text(one, "action")),
    );
    // From any folder of any server.
    assert!(
        addresses.iter().all(|address| address.starts_with("./")),
        "{addresses:?}"
    );
    assert_eq!(text(&manifest, "scope"), "./");
    assert_eq!(text(&manifest, "lang"), "vi");
}
