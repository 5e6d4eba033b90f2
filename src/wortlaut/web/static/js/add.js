// Adding: files can be dropped; a form that was sent says so, and is not sent twice.
"use strict";

for (const form of document.querySelectorAll("form[data-busy]")) {
  form.addEventListener("submit", () => {
    const button = form.querySelector("button.button");
    const told = document.createElement("span");
    told.setAttribute("role", "status");
    told.className = "soft";
    button.after(" ", told);
    told.textContent = form.dataset.busy;
    // only after the browser has collected what it sends
    setTimeout(() => { button.disabled = true; });
  });
}

// back from the next page, the forms can be used again
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const button of document.querySelectorAll("form[data-busy] button[disabled]")) {
    button.disabled = false;
    button.parentElement.querySelector("[role=status]")?.remove();
  }
});

for (const place of document.querySelectorAll(".drop")) {
  const field = place.querySelector("input[type=file]");
  place.querySelector("[data-drop]").hidden = false;
  for (const kind of ["dragenter", "dragover"]) {
    place.addEventListener(kind, (event) => { event.preventDefault(); place.classList.add("over"); });
  }
  for (const kind of ["dragleave", "drop"]) {
    place.addEventListener(kind, () => place.classList.remove("over"));
  }
  place.addEventListener("drop", (event) => {
    event.preventDefault();
    field.files = event.dataTransfer.files;
    field.dispatchEvent(new Event("change"));
  });
}
