//! Sổ Tiến Độ: a plan's text is read into a domain model, kept in a store, exchanged as files,
//! merged, reported, and shown by a thin UI in a browser.
//!
//! The modules are the words of that sentence:
//!
//! | module | what | may use |
//! | --- | --- | --- |
//! | [`domain`] | what is true of plans, units, deadlines, periods, spans | std, serde, chrono |
//! | [`source`] | any file → text: Word, PDF, plain text, old fonts; a zip → the files in it | domain, libraries of those formats |
//! | [`reader`] | text → plan, with notices; never fails | domain, Unicode tables |
//! | [`reading`] | file → text → plan, and zip → files, as the second module answers | source, reader |
//! | [`guard`] | signing files and locking them with a passphrase, as the second module answers | file, libraries of those formats |
//! | [`built_in`] | the plan 96-KH/HU, as the reader reads it | domain, docket |
//! | [`draft`] | a plan that is read and not yet kept: corrections, and matching with an older text | domain, reader's types |
//! | [`progress`] | what units say, and the causal merge | domain |
//! | [`docket`] | what lists show of a unit's duties, apart from the document and from who wrote what | domain, progress |
//! | [`file`] | model ↔ JSON: one envelope, one error a cause; envelopes within a text, and in a mail | the above |
//! | [`workspace`] | all that a device keeps; `apply(action)` changes it | the above |
//! | [`store`] | a port over key → text, its in-memory twin, two slots a key, load and save, packed where it is much, snapshots, whose turn it is to write | the above, DEFLATE |
//! | [`front`] | what the first screens show of the workspace, kept beside it; ticks made before the app is whole | the above |
//! | [`trial`] | the made-up office of a trial, which lives in a store of its own | the above, words |
//! | [`view`] | what screens show, computed | the above |
//! | [`report`] | what is known of a plan's progress in a span, composed as the official report and as tables, and written as files of Word, Excel and calendars | the above, words, libraries of those formats |
//! | [`one_file`] | the whole app as one page that runs from a disk: a plan file in it | serde |
//! | `release` | the pages and files of a release, put together of what the build made; on the host alone | std, words, libraries of those formats |
//! | [`words`] | every Vietnamese text that users see | the above |
//! | `json`, `sorted` | lean ways to read JSON and to keep small maps, for the sake of the first load | serde |
//! | [`stamped`] | values that tell at once whether they may have changed | std |
//! | `cli` | the command line, on the host alone | the above |
//! | `browser` | every browser interface, one small file each; wasm32 alone | web-sys, gloo |
//! | `ui` | leptos: `ui/session.rs` is the only writer; wasm32 alone | all of it |
//!
//! A release is three modules of WebAssembly. The first one holds the first screens: Hôm nay, and the checklist of
//! who works here. It reads the [`front`] alone and shares the `Page` (`ui/page.rs`) with all that follows.
//! `ui/rest.rs` marks what goes to the rest of the app, in the same memory, fetched as soon as the first screen
//! stands: it reads the whole workspace and begins the session. The second module, in a worker of its own, reads and
//! writes documents.
//!
//! Start at [`reader::read`], [`workspace::Workspace::apply`] and [`progress::Record::merge`]; then
//! look at `src/ui/session.rs`, where they meet a browser.
//!
//! # Words
//!
//! | code | Vietnamese | meaning |
//! | --- | --- | --- |
//! | [`Plan`](domain::Plan) | kế hoạch | one document, read |
//! | [`Section`](domain::Section) | phần, mục | a heading of its outline |
//! | [`Task`](domain::Task) | nhiệm vụ | one duty that somebody can be asked about |
//! | [`Unit`](domain::Unit) | đơn vị | who does it |
//! | [`Group`](domain::Group) | khối | a name that a plan uses for many units |
//! | [`Roster`](domain::Roster) | danh sách | the units and groups of a plan, and who is in which |
//! | [`Assignment`](domain::Assignment), [`Part`](domain::Part) | chủ trì, phối hợp | who leads and who supports |
//! | [`Deadline`](domain::Deadline) | thời hạn | the words, the rule, the last day on time |
//! | [`Recurrence`](domain::Recurrence), [`Period`](domain::Period) | định kỳ, kỳ | one period, one entry |
//! | [`Entry`](progress::Entry) | kết quả thực hiện | what one unit says of one task in one period |
//! | [`Status`](domain::Status) | trạng thái | what the unit says |
//! | [`Standing`](domain::Standing) | tình trạng | computed from status, deadline and today; never stored |
//! | [`Countdown`](domain::Countdown) | còn … ngày | what the calendar leaf shows |
//! | [`Record`](progress::Record) | sổ của đơn vị | all entries of one unit on one plan |
//! | [`Docket`](docket::Docket), [`Duty`](docket::Duty) | phiếu việc, việc | a unit's duties on one plan, as lists show them |
//! | [`Gist`](docket::Gist), [`Gists`](docket::Gists) | điều cần thấy | what lists show of an entry, of all entries of a record |
//! | [`Front`](front::Front) | trang đầu | what the first screens are made of |
//! | [`Tick`](front::Tick) | dấu | a status that was set by a tap |
//! | [`Poster`](view::Poster) | phiếu treo tường | a unit's duties on one plan, whole, as a sheet for the wall |
//! | [`Overview`](view::Overview) | tổng hợp | units × duties of one plan, and how they stand |
//! | [`Digest`](view::Digest), [`Picture`](view::Picture) | số liệu, ảnh | the overview in a few figures for a chat; what stands where on its picture |
//! | [`Span`](domain::Span), [`Reckoning`](domain::Reckoning) | kỳ báo cáo, thời điểm chốt số liệu | the time that a report is about: by the calendar, or closed on the 14th |
//! | [`Facts`](report::Facts), [`Outcome`](report::Outcome) | số liệu báo cáo | what a report is made of; how one unit stands with one duty, and what it says |
//! | [`Letterhead`](workspace::Letterhead) | đầu văn bản | how an office heads and signs its documents |
//! | [`Remarks`](workspace::Remarks), [`Chapter`](workspace::Chapter) | lời của cơ quan, phần của báo cáo | free paragraphs of one report; one of its five usual parts |
//! | [`Frame`](report::Frame) | khung báo cáo | letterhead and remarks together: what people say of a report themselves |
//! | [`Document`](report::Document), [`Workbook`](report::Workbook) | báo cáo, bảng tính | a report, and its tables, whatever format they are written in |
//! | [`Review`](progress::Review), [`Extension`](progress::Extension) | thẩm định, gia hạn | what the coordinator says of an entry, and a later last day |
//! | [`Round`](domain::Round) | hẹn báo cáo | a report that all units are asked for, by when and to where |
//! | [`Parcel`](file::Parcel) | kết quả gửi đi | a record in a file, with its sender |
//! | [`Office`](file::Office) | nơi gửi | who writes a file that is sent |
//! | [`Import`](workspace::Import), [`Delivery`](workspace::Delivery) | lần nhận | what is taken in at once; one record of it |
//! | [`Heap`](workspace::Heap) | nhóm | how a preview sorts what arrived: new, newer, older, damaged … |
//! | [`Receipt`](workspace::Receipt) | đã nhận đến … | what another office has seen of my record |
//! | [`Issue`](workspace::Issue) | lần ban hành | the revision under which a plan with its roster was sent |
//! | [`Backup`](workspace::Backup), [`Restore`](workspace::Restore) | sao lưu, phục hồi | all of a device but its identity, and what taking it in would bring |
//! | [`Snapshot`](store::Snapshot) | bản lưu tự động | a backup that the app keeps for itself before what is hard to take back |
//! | [`Room`](store::Room), [`Kept`](store::Kept) | chỗ lưu | how much of the browser's room is taken, and by what |
//! | [`Draft`](draft::Draft), [`Edit`](draft::Edit) | bản nháp, chỗ sửa | what was read, and what a person corrected |
//! | [`Turn`](store::Turn) | quyền ghi | which of a browser's tabs may write |
//! | [`Notice`](reader::Notice) | cần xem lại | what the reader is unsure of |
//! | [`Shelf`](workspace::Shelf) | lưu trữ, đã xóa | where a plan is that is not at work |
//! | [`PlanFile`](file::PlanFile) | tệp kế hoạch | a plan with its roster, handed on |
//! | [`Signature`](file::Signature), [`Claim`](file::Claim), [`Proof`](file::Proof) | chữ ký | what stands on an envelope that was signed; what it says; what checking told |
//! | [`SigningKey`](file::SigningKey), [`PublicKey`](file::PublicKey) | khóa ký, dấu khóa | by which a device signs, and by which others check it |
//! | [`Signer`](workspace::Signer), [`Trust`](workspace::Trust) | chữ ký đã biết | an office with a key of its own; what a signature tells of who wrote |
//! | [`lock`](guard::lock), [`unlock`](guard::unlock) | khóa tệp bằng mật khẩu | a file that a passphrase alone opens |
//! | [`Appointment`](report::Appointment), [`Repeats`](report::Repeats) | lịch nhắc việc | what is due on a day, in a calendar, once or again and again |
//! | [`Order`](report::Order) | yêu cầu lập báo cáo | which report the second module is asked for, with all that it is made of |
//! | [`begun`](trial::begun), [`as_trial`](file::as_trial) | dùng thử | a made-up office to play with, and the mark on what is written in it |
//! | [`Secrecy`](view::Secrecy) | mật, tối mật, tuyệt mật | the mark of a state secret, which does not belong here |
//!
//! # Invariants
//!
//! 1. Nothing but `browser` and `ui` names leptos, wasm-bindgen, web-sys, js-sys or gloo, and nothing
//!    but `browser` reads a clock: the day and the moment are arguments. Those crates are
//!    dependencies of wasm32 alone, so that a wrong import breaks the host build; a host test looks
//!    for the rest.
//! 2. The reader never fails and loses no word: odd text gives fewer tasks, and notices with lines.
//! 3. One function changes the workspace, [`Workspace::apply`](workspace::Workspace::apply), and
//!    `ui/session.rs` is its one caller: apply, save, tell the outcome. (The command line applies to a
//!    workspace of its own, which is never saved.) Before there is a session, a tick is noted under a key of its
//!    own, and the session carries it out like any other action.
//! 4. What was acknowledged as saved is there after a kill at any instant, and no older text comes back:
//!    a new text is whole in a slot of its own before the old one goes. Nothing unreadable that may have
//!    been saved is ever overwritten: it is set aside under another key, and told.
//!    Of the tabs of one browser one writes at a time; the others hold back what they would write until the
//!    turn has come to them, and go on from what was saved.
//! 5. Merging is order-free: a⊔b = b⊔a, (a⊔b)⊔c = a⊔(b⊔c), a⊔a = a. An older file never beats a newer
//!    one. Two edits that did not know of each other both stand, and are shown.
//! 6. `open(seal(x)) = x`, and every file ever released still opens (frozen files in `tests/data/files`).
//! 7. The app asks the network for its own files alone; nothing leaves the device but by the user's hand.
//! 8. Deadlines are civil dates, and today is the date in `Asia/Ho_Chi_Minh`, whatever the device says.
//! 9. Identities are given once and kept: of a plan from its number, issuer and title; of a task from
//!    its place; of a unit from its name. None is computed again when words change, and that of a
//!    task that is gone is not given again: what was reported on it can still be read. A unit that is
//!    merged or split stays, with its record and its names; those who take its place take the record
//!    over, and files that it sent before reach them too.
//! 10. A device's identity never travels, not in a backup either; what a backup holds is merged, and never
//!     overwrites later work.
//! 11. The secret key of a device stands in its store and in locked backups, in nothing else that is written;
//!     and a key is taken from a locked backup alone, never in place of one that is here.
//! 12. What an import changes can be taken back, and what takes it back is kept before anything changes.
//! 13. Before what is hard to take back a snapshot is kept where there is room for it; else the user is told.
//!     Snapshots are bounded, are not read at the start, and give way to everything else. A store that
//!     was cleared under the running app never empties its memory: it is filled again from there.
//! 14. A report is made of data and of the words of its writer alone: the same data give the same report, in
//!     whatever order they arrived. Its sums reconcile, and the writer's words stay when data change.
//! 15. The front is never the truth. It is believed only where the very texts stand in the store that it was made of;
//!     else the first screens wait until all is read. What they show is what the whole workspace would show.
//! 16. A trial has nothing in common with real work: a page is either, by its address, and opens one store;
//!     what a trial writes is refused by every real app, and real files are refused by a trial.

#![warn(clippy::print_stdout, clippy::print_stderr)]

#[cfg(target_arch = "wasm32")]
pub mod browser;
pub mod built_in;
#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
pub mod docket;
pub mod domain;
pub mod draft;
pub mod file;
pub mod front;
pub mod guard;
mod intern;
mod json;
pub mod one_file;
pub mod progress;
pub mod reader;
pub mod reading;
#[cfg(not(target_arch = "wasm32"))]
pub mod release;
pub mod report;
pub mod sorted;
pub mod source;
pub mod stamped;
pub mod store;
pub mod trial;
#[cfg(all(target_arch = "wasm32", feature = "screens"))]
pub mod ui;
pub mod view;
pub mod words;
pub mod workspace;
