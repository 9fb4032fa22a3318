//! What the page's own policy keeps out, should a foreign text ever become code.

use crate::harness::{Browser, Result, Server};
use crate::steps::{MORNING, first_visit};

#[tokio::test]
async fn no_foreign_script_runs_and_nothing_is_sent_elsewhere() -> Result {
    let server = Server::start()?;
    let page = first_visit(&server).await?;
    let () = page
        .js("window.broken = [];
             addEventListener('securitypolicyviolation', (event) => broken.push(event.effectiveDirective));
             const script = document.createElement('script');
             script.textContent = 'window.foreign = 1';
             document.body.append(script);
             const image = document.createElement('img');
             image.setAttribute('onerror', 'window.foreign = 2');
             image.src = 'data:text/plain,x';
             document.body.append(image);
             const frame = document.createElement('iframe');
             frame.src = 'https://example.org/';
             document.body.append(frame);
             fetch('https://example.org/').catch(() => {});
             setTimeout(() => { try { eval('window.foreign = 3') } catch {} });
             return null")
        .await?;
    for directive in [
        "script-src-elem",
        "script-src-attr",
        "frame-src",
        "connect-src",
        "script-src",
    ] {
        page.wait_for(
            &format!("{directive} to be kept"),
            &format!("broken.includes('{directive}')"),
        )
        .await?;
    }
    assert!(
        page.js::<bool>("return window.foreign === undefined")
            .await?
    );
    Ok(())
}

#[tokio::test]
async fn markup_in_what_others_wrote_is_shown_as_text() -> Result {
    let server = Server::start()?;
    let page = Browser::desktop().at(MORNING).open(&server.url()).await?;
    let markup = "<img src=x onerror=window.foreign=1><b>Đơn vị thử</b> & \"1\"";
    page.click_role("link", "Đơn vị").await?;
    page.click_role("link", "Giao việc cho đơn vị").await?;
    page.paste("Dán danh sách đơn vị", markup).await?;
    page.pick(
        "Khối của các dòng không ghi khối",
        "Các chi bộ, đảng bộ trực thuộc",
    )
    .await?;
    page.click_role("button", "Đưa 1 đơn vị vào danh sách")
        .await?;
    page.see(markup).await?;
    page.click_role("link", "Đơn vị").await?;
    page.fill("Tìm đơn vị", "onerror").await?;
    page.see(markup).await?;
    page.go(&format!("{}#/tong-hop/96-kh-hu-63a43698", server.url()))
        .await?;
    page.see(markup).await?;
    assert!(
        page.js::<bool>(
            "return window.foreign === undefined && !document.querySelector('main img')"
        )
        .await?
    );
    page.no_errors().await
}
