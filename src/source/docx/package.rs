//! The zip around the parts. Only the parts that are asked for are unpacked, pictures never.

use super::super::inflate::{Fault, inflate};
use super::super::{Foreign, SourceError, plain};
use super::xml::Tree;
use rawzip::{CompressionMethod, ZipArchive, ZipSliceArchive};

/// The longest part that is unpacked, in bytes; a hundred pages are some five million.
const MAX_PART: usize = 32_000_000;

/// No document has so many parts.
const MAX_PARTS: usize = 20_000;

/// A Word document in its zip.
pub(crate) struct Package<'a> {
    archive: ZipSliceArchive<&'a [u8]>,
    /// The path of the main part.
    document: String,
}

impl<'a> Package<'a> {
    /// Opens a zip, and tells documents from other files that are zips too.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, SourceError> {
        let archive = ZipArchive::from_slice(bytes).map_err(|_| SourceError::DamagedDocx)?;
        let mut package = Self {
            archive,
            document: "word/document.xml".to_owned(),
        };
        let names = package.names()?;
        if let Some(target) = package.main_part()? {
            package.document = target;
        }
        if names.contains(&package.document) && package.document.starts_with("word/") {
            Ok(package)
        } else {
            Err(SourceError::Foreign(foreign(&names)))
        }
    }

    /// Returns the main part.
    pub(super) fn document(&self) -> Result<String, SourceError> {
        self.part(&self.document)?.ok_or(SourceError::DamagedDocx)
    }

    /// Returns a part in the folder of the main one, if it is there.
    pub(super) fn beside_document(&self, name: &str) -> Result<Option<String>, SourceError> {
        let folder = self.document.rfind('/').map_or(0, |end| end + 1);
        self.part(&format!("{}{name}", &self.document[..folder]))
    }

    fn names(&self) -> Result<Vec<String>, SourceError> {
        let mut names = Vec::new();
        for entry in self.archive.entries().take(MAX_PARTS) {
            let entry = entry.map_err(|_| SourceError::DamagedDocx)?;
            names.push(String::from_utf8_lossy(entry.file_path().as_bytes()).into_owned());
        }
        Ok(names)
    }

    /// The path of the main part, as the package's own list of relations says.
    fn main_part(&self) -> Result<Option<String>, SourceError> {
        let Some(relations) = self.part("_rels/.rels")? else {
            return Ok(None);
        };
        let tree = Tree::parse(&relations)?;
        let target = tree.root().descendants().find_map(|relation| {
            let kind = relation.attribute("Type")?;
            kind.ends_with("/officeDocument")
                .then(|| relation.attribute("Target"))?
        });
        Ok(target.map(|target| target.trim_start_matches('/').to_owned()))
    }

    /// Unpacks a part. The checksum is not asked: a part that unpacks and is well-formed is good enough.
    fn part(&self, name: &str) -> Result<Option<String>, SourceError> {
        for entry in self.archive.entries().take(MAX_PARTS) {
            let entry = entry.map_err(|_| SourceError::DamagedDocx)?;
            if entry.file_path().as_bytes() != name.as_bytes() {
                continue;
            }
            if entry.flags().is_encrypted() {
                return Err(SourceError::EncryptedDocx);
            }
            let found = self
                .archive
                .get_entry(entry.wayfinder())
                .map_err(|_| SourceError::DamagedDocx)?;
            let bytes = unpack(entry.compression_method(), found.data())?;
            return plain::unicode(&bytes)
                .map(Some)
                .ok_or(SourceError::DamagedDocx);
        }
        Ok(None)
    }
}

fn unpack(method: CompressionMethod, packed: &[u8]) -> Result<Vec<u8>, SourceError> {
    match method {
        CompressionMethod::STORE => Ok(packed.to_vec()),
        CompressionMethod::DEFLATE => inflate(packed, MAX_PART).map_err(|fault| match fault {
            Fault::TooLong => SourceError::TooLong,
            Fault::Damaged => SourceError::DamagedDocx,
        }),
        _ => Err(SourceError::DamagedDocx),
    }
}

fn foreign(names: &[String]) -> Foreign {
    let holds = |start: &str| names.iter().any(|name| name.starts_with(start));
    if holds("xl/") {
        Foreign::Spreadsheet
    } else if holds("ppt/") {
        Foreign::Slides
    } else if holds("content.xml") || holds("Index/") {
        Foreign::Document
    } else {
        Foreign::Archive
    }
}
