//! How the app looks while it starts, and whether what looks at screens sees what is wrong.

use crate::harness::{Browser, Engine, Result, Server};
use crate::steps::{MORNING, UNIT, choose};

/// What comes late must not push away what is read already.
#[tokio::test]
async fn nothing_moves_by_itself_while_the_app_starts() -> Result {
    let server = Server::start()?;
    for (width, height) in [(360, 640), (390, 844), (768, 1024), (1440, 900)] {
        let browser = Browser::sized(width, height).at(MORNING);
        let page = browser.open(&server.url()).await?;
        page.see("Thứ Hai, 23/11/2026").await?;
        page.nothing_moved().await?;
        choose(&page, UNIT).await?;
        page.reload().await?;
        page.see_row(&["III.7", "còn 38 ngày"]).await?;
        page.nothing_moved().await?;
    }
    Ok(())
}

#[tokio::test]
async fn what_is_wrong_on_a_screen_is_seen() -> Result {
    let server = Server::start()?;
    for engine in [Engine::Chromium, Engine::Firefox, Engine::WebKit] {
        let page = Browser::phone().of(engine).at(MORNING);
        let page = page.open(&server.url()).await?;
        page.see("Thứ Hai, 23/11/2026").await?;
        page.no_errors().await?;
        page.no_clipped_text().await?;
        page.no_sideways_scrolling().await?;
        let () = page
            .js(
                "const title = document.querySelector('h1'), before = title.style;
                 before.display = 'block'; before.overflow = 'hidden'; before.height = '12px';
                 const wide = document.createElement('p');
                 wide.style.width = '900px'; wide.textContent = 'rộng';
                 document.querySelector('main').prepend(wide);
                 wide.append(Object.assign(new Image(), { src: 'missing.png' }));
                 return null",
            )
            .await?;
        page.see("rộng").await?;
        assert!(page.no_clipped_text().await.is_err(), "{engine:?}");
        assert!(page.no_sideways_scrolling().await.is_err(), "{engine:?}");
        page.until("the error to be noted", async || {
            Ok(page.no_errors().await.is_err().then_some(()))
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn what_moves_by_itself_is_seen() -> Result {
    let server = Server::start()?;
    let page = Browser::phone().at(MORNING).open(&server.url()).await?;
    page.see("Thứ Hai, 23/11/2026").await?;
    page.nothing_moved().await?;
    let () = page
        .js("const late = document.createElement('p');
             late.textContent = 'đến muộn'; late.style.height = '200px';
             document.querySelector('main').prepend(late);
             return null")
        .await?;
    page.until("the move to be measured", async || {
        Ok(page.nothing_moved().await.is_err().then_some(()))
    })
    .await
}
