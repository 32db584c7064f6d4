// Keys for hands that stay on the keyboard. Everything they do can be done with Tab as well; whoever dictates, or whose aids use letters, switches them off (WCAG 2.1.4), and the browser remembers.
const off = "keys-off";
const entries = ".story-row h2 a, .points .to-claim, .claim .statement a, .timeline .statement a, .report-title a, .names th a, a.statement.small, .origin-name a, .day a";
const told = [["/", "search, where the page has a search"], ["j", "next entry"], ["k", "entry before"], ["Enter", "opens it"], ["u", "one level up"], ["?", "these keys"]];

const isOff = () => { try { return localStorage.getItem(off) === "1"; } catch { return false; } };
const keep = value => { try { if (value) localStorage.setItem(off, "1"); else localStorage.removeItem(off); } catch { /* not remembered, then */ } };
const made = (name, words, more = {}) => Object.assign(document.createElement(name), { textContent: words, ...more });

const step = by => {
  const all = [...document.querySelectorAll(entries)].filter(e => e.checkVisibility());
  if (!all.length) return;
  const at = all.indexOf(document.activeElement);
  // From no entry the first that is in sight is next.
  const seen = all.findIndex(e => e.getBoundingClientRect().top >= 0);
  const to = all[at < 0 ? Math.max(0, seen) : Math.min(all.length - 1, Math.max(0, at + by))];
  to.focus({ preventScroll: true });
  to.scrollIntoView({ block: "nearest" });
};

let dialog = null;
const help = () => {
  if (!dialog) {
    dialog = made("dialog", "", { className: "keys" });
    dialog.setAttribute("aria-labelledby", "keys-title");
    const list = made("dl", "");
    for (const [key, does] of told) {
      const row = made("div", "");
      const term = made("dt", "");
      term.append(made("kbd", key));
      row.append(term, made("dd", does));
      list.append(row);
    }
    const choice = made("label", "", { className: "tick" });
    const box = made("input", "", { type: "checkbox", checked: !isOff() });
    box.addEventListener("change", () => keep(!box.checked));
    choice.append(box, " Single keys work on these pages");
    const close = made("button", "Close", { className: "button", type: "button" });
    close.addEventListener("click", () => dialog.close());
    dialog.append(made("h2", "Keys", { id: "keys-title" }), list, choice, close);
    document.body.append(dialog);
  }
  dialog.showModal();
};

const does = {
  "/": () => document.querySelector("main input[type=search]")?.focus(),
  j: () => step(1),
  k: () => step(-1),
  u: () => (document.querySelector("main .up a, main .crumbs a:last-of-type") ?? document.querySelector(".places a[aria-current]"))?.click(),
  "?": help,
};

document.addEventListener("keydown", event => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || dialog?.open || isOff()) return;
  if (event.target.closest("input, select, textarea, [contenteditable]") || !Object.hasOwn(does, event.key)) return;
  event.preventDefault();
  does[event.key]();
});

// Said where it is looked for; without script there is nothing to say.
const button = made("button", "Keys", { type: "button", className: "keys-button" });
button.addEventListener("click", help);
document.querySelector(".foot .themes")?.after(button);
