// The page of a job that is not done: it is asked for again and again, and what has changed is shown.
"use strict";

(async () => {
  let wait = 700;
  for (;;) {
    await new Promise((done) => setTimeout(done, wait));
    wait = Math.min(wait * 1.2, 3000);
    let answer;
    try { answer = await fetch(location.href, { cache: "no-store" }); } catch { continue; }
    if (answer.redirected) { location.replace(answer.url); return; }
    if (!answer.ok) continue;
    const there = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("#job");
    const here = document.querySelector("#job");
    if (!there || !here) return;
    if (here.contains(document.activeElement) && there.hasAttribute("data-active")) {
      // who is about to press a button shall not lose it: only what is told is renewed
      here.querySelector("[aria-live]").replaceChildren(...there.querySelector("[aria-live]").childNodes);
      continue;
    }
    const live = here.querySelector("[aria-live]"), news = there.querySelector("[aria-live]");
    if (live.textContent !== news.textContent) live.replaceChildren(...news.childNodes);
    news.replaceWith(live);
    here.replaceChildren(...there.childNodes);
    if (!there.hasAttribute("data-active")) return;
  }
})();
