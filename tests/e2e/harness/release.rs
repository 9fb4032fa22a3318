//! A copy of the release that a test may change and publish again, as a deployment would.

use std::fs;
use std::path::Path;

use super::files::{TemporaryFolder, all_files, dist};
use super::{Failure, Result};

pub(crate) struct Release {
    folder: TemporaryFolder,
}

impl Release {
    pub(crate) fn copy() -> Result<Self> {
        let dist = dist()?;
        let folder = TemporaryFolder::new()?;
        for file in all_files(&dist)? {
            let target = folder.path().join(&file);
            fs::create_dir_all(target.parent().unwrap_or(folder.path()))?;
            fs::copy(dist.join(&file), target)?;
        }
        Ok(Self { folder })
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Publishes a release whose page differs: its head holds `<meta name="release" content=…>`.
    pub(crate) fn publish_next(&self, mark: &str) -> Result {
        self.mark_page(mark)?;
        self.write_list()
    }

    /// Changes the page alone, as on a server that has only got a part of a release.
    pub(crate) fn mark_page(&self, mark: &str) -> Result {
        let page = self.folder().join("index.html");
        let meta = format!("<meta name=\"release\" content=\"{mark}\"></head>");
        fs::write(&page, fs::read_to_string(&page)?.replace("</head>", &meta))?;
        Ok(())
    }

    /// Lists the files in the service worker, as the build does.
    pub(crate) fn write_list(&self) -> Result {
        so_tien_do::release::list(self.folder()).map_err(Failure::from)
    }
}
