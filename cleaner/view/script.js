"use strict";
// Light, dark, or as the system has it.
const themes = ["system", "light", "dark"];
for (const button of document.querySelectorAll("[data-theme-button]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const now = document.documentElement.dataset.theme || "system";
    const next = themes[(themes.indexOf(now) + 1) % themes.length];
    document.documentElement.dataset.theme = next;
    button.textContent = "Theme: " + next;
  });
}
// A form filters the blocks of the list that it names: by words of their text, by a value, by order.
for (const form of document.querySelectorAll("form[data-list]")) {
  form.hidden = false;
  const list = document.getElementById(form.dataset.list);
  const blocks = [...list.children];
  const said = form.querySelector("output");
  const text = new Map(blocks.map((block) => [block, block.textContent.toLowerCase()]));
  const control = (name) => form.elements.namedItem(name);
  const update = () => {
    const words = (control("words")?.value || "").toLowerCase().split(/\s+/).filter(Boolean);
    const kind = control("kind")?.value || "";
    let shown = 0;
    for (const block of blocks) {
      const fits = words.every((word) => text.get(block).includes(word));
      block.hidden = !fits || (kind !== "" && block.dataset.kind !== kind);
      shown += block.hidden ? 0 : 1;
    }
    const by = control("order")?.value || "";
    const sorted = by ? [...blocks].sort((a, b) => b.dataset[by] - a.dataset[by]) : blocks;
    list.append(...sorted);
    if (said) said.textContent = shown + " of " + blocks.length;
  };
  form.addEventListener("input", update);
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const [name, open] of [["open", true], ["close", false]]) {
    form.querySelector("button[data-" + name + "]")?.addEventListener("click", () => {
      for (const block of blocks) if (!block.hidden && "open" in block) block.open = open;
    });
  }
  update();
}
// A link into a closed block opens it.
const reveal = () => {
  const id = decodeURIComponent(location.hash.slice(1));
  const target = id && document.getElementById(id);
  if (target && "open" in target) target.open = true;
};
addEventListener("hashchange", reveal);
reveal();
