// A list of duties as small as a page can have it: `?n=` says how many.

const DAY = 24 * 3_600_000;
const KEY = "nhiem-vu";

const wanted = Number(new URLSearchParams(location.search).get("n")) || 40;
const done = new Set(JSON.parse(localStorage.getItem(KEY) ?? "[]"));
const today = Math.floor(Date.now() / DAY);
const list = document.getElementById("list");
const count = document.getElementById("count");

const rows = document.createDocumentFragment();
for (let number = 1; number <= wanted; number += 1) rows.append(row(number));
list.append(rows);
list.addEventListener("change", ({ target }) => tick(target));
tell();
document.querySelector("main").dataset.ready = "";
navigator.serviceWorker?.register("service-worker.js");

function row(number) {
  const item = document.createElement("li");
  const label = document.createElement("label");
  const box = document.createElement("input");
  box.type = "checkbox";
  box.value = number;
  box.checked = done.has(number);
  item.classList.toggle("done", box.checked);
  const due = document.createElement("time");
  due.textContent = countdown((number % 60) - 10);
  label.append(box, `Nhiệm vụ ${number}: báo cáo kết quả thực hiện`, due);
  item.append(label);
  return item;
}

function countdown(days) {
  const day = new Date((today + days) * DAY).toLocaleDateString("vi-VN");
  if (days < 0) return `quá hạn ${-days} ngày (${day})`;
  return days ? `còn ${days} ngày (${day})` : `hôm nay (${day})`;
}

function tick(box) {
  const number = Number(box.value);
  if (box.checked) done.add(number);
  else done.delete(number);
  box.closest("li").classList.toggle("done", box.checked);
  localStorage.setItem(KEY, JSON.stringify([...done]));
  tell();
}

function tell() {
  count.textContent = `Xong ${done.size}/${wanted} nhiệm vụ`;
}
