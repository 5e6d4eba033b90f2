// Review: keys, words marked by hand, names to choose from. Places are code points that the server gave; nothing is cut.
"use strict";

const form = document.querySelector("#judging");
const help = document.querySelector("#help");
const STORE = "wortlaut-review-keys";

const remembered = () => { try { return localStorage.getItem(STORE); } catch { return null; } };
let on = remembered() !== "off";
if (help) {
  help.hidden = false;
  const box = document.querySelector("#keys");
  box.checked = on;
  box.addEventListener("change", () => {
    on = box.checked;
    try { localStorage.setItem(STORE, on ? "on" : "off"); } catch { /* it holds for this page then */ }
    shown();
  });
}
function shown() { document.documentElement.classList.toggle("with-keys", on); }
shown();

// who came here by a link of the queue begins at the statement
const item = document.querySelector("#item");
if (item && location.hash === "#item") item.focus({ preventScroll: false });

if (form) {
  const text = document.querySelector("#words");
  const words = [...text.querySelectorAll(".w")];
  const start = form.elements.start;
  const end = form.elements.end;
  const before = { start: start.value, end: end.value, marked: [...text.querySelectorAll(".in")] };
  const yes = document.querySelector("#yes");
  const correct = yes.textContent;
  const said = document.querySelector("#said");
  document.querySelectorAll(".scripted").forEach((one) => { one.hidden = false; });
  text.tabIndex = 0;

  const first = () => words.findIndex((one) => Number(one.dataset.end) > Number(start.value));
  const last = () => words.findLastIndex((one) => Number(one.dataset.start) < Number(end.value));
  const changed = () => start.value !== before.start || end.value !== before.end ||
    form.elements.person.value.trim() !== form.elements.person.defaultValue.trim() ||
    [...form.elements.kind].some((one) => one.checked !== one.defaultChecked);

  function told() { yes.textContent = changed() ? yes.dataset.changed : correct; }

  function marked() {
    text.querySelectorAll(".in").forEach((one) => one.classList.remove("in"));
    if (start.value === before.start && end.value === before.end) {
      before.marked.forEach((one) => one.classList.add("in"));  // it may be in pieces
    } else {
      for (let i = first(); i <= last(); i += 1) {
        words[i].classList.add("in");
        const gap = words[i].nextElementSibling;
        if (i < last() && gap && gap.classList.contains("g")) gap.classList.add("in");
      }
    }
    told();
  }

  function take(from, to) {
    const a = Math.max(0, Math.min(from, words.length - 1));
    const b = Math.max(a, Math.min(to, words.length - 1));
    start.value = words[a].dataset.start;
    end.value = words[b].dataset.end;
    marked();
    said.textContent = `${words[a].textContent} … ${words[b].textContent}`;
  }

  // by mouse or touch: whatever is selected in the text
  let waiting = 0;
  document.addEventListener("selectionchange", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const selection = getSelection();
      if (selection.isCollapsed || !selection.rangeCount) return;
      const range = selection.getRangeAt(0);
      if (!text.contains(range.commonAncestorContainer)) return;
      const chosen = words.filter((one) => range.intersectsNode(one) && overlaps(range, one));
      if (chosen.length) take(words.indexOf(chosen[0]), words.indexOf(chosen[chosen.length - 1]));
    }, 120);
  });
  // a selection that only touches the edge of a word does not mean it
  function overlaps(range, word) {
    const own = document.createRange();
    own.selectNodeContents(word);
    return range.compareBoundaryPoints(Range.END_TO_START, own) < 0 &&
      range.compareBoundaryPoints(Range.START_TO_END, own) > 0;
  }

  // by keyboard, while the text has the focus
  text.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (event.key === "Enter" && event.target === text) {
      event.preventDefault();
      form.requestSubmit(form.querySelector("[value=said]"));
    }
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (event.shiftKey) take(Math.min(first() + step, last()), last());
    else take(first(), Math.max(last() + step, first()));
  });

  start.addEventListener("change", () => take(first(), Math.max(first(), last())));
  end.addEventListener("change", () => take(Math.min(first(), last()), last()));
  form.addEventListener("input", told);

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    form.reset();
    start.value = before.start;
    end.value = before.end;
    getSelection().removeAllRanges();
    marked();
    item.focus();
  });

  // Enter in the field of the person saves what is said, whatever button comes first
  form.elements.person.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit(form.querySelector("[value=said]"));
  });

  // names of the archive for what is being written
  const list = document.querySelector("#people");
  const here = [...list.options].map((one) => one.value);
  let asked = "";
  form.elements.person.addEventListener("input", async (event) => {
    const words_ = event.target.value.trim();
    if (words_.length < 2 || words_ === asked) return;
    asked = words_;
    const answer = await fetch(`${event.target.dataset.names}?q=${encodeURIComponent(words_)}`);
    if (!answer.ok || asked !== words_) return;
    const names = [...new Set([...here, ...await answer.json()])];
    list.replaceChildren(...names.map((name) => new Option("", name)));
  });

  // what was sent is not sent twice
  let sent = false;
  form.addEventListener("submit", (event) => { if (sent) event.preventDefault(); sent = true; });
  addEventListener("pageshow", () => { sent = false; });
}

document.addEventListener("keydown", (event) => {
  if (!on || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
  const target = event.target;
  if (target.closest("textarea, select, input:not([type=radio], [type=checkbox]), [contenteditable]")) return;
  const key = event.key.toLowerCase();
  if (event.key === "?" && help) {
    event.preventDefault();
    help.open = !help.open;
    if (help.open) help.querySelector("summary").focus();
    return;
  }
  const button = [...document.querySelectorAll("button[data-key]")].find((one) => one.dataset.key.split(" ").includes(key));
  if (button) {
    event.preventDefault();
    if (button.form.requestSubmit) button.form.requestSubmit(button); else button.click();
    return;
  }
  if (!form) return;
  const kind = form.querySelector(`input[data-key="${CSS.escape(key)}"]`);
  if (kind) {
    event.preventDefault();
    kind.checked = true;
    kind.focus();
    kind.dispatchEvent(new Event("input", { bubbles: true }));
  } else if (key === "p") {
    event.preventDefault();
    form.elements.person.focus();
    form.elements.person.select();
  } else if (key === "w") {
    event.preventDefault();
    document.querySelector("#words").focus();
  } else if (event.key === "Enter" && (target === item || target === document.body || target.type === "radio")) {
    event.preventDefault();
    form.requestSubmit(form.querySelector("[value=said]"));
  }
});
