// Spares a story's page the round trips: passages open in place, and the times can be slid through. Everything here also works as plain links and forms.
const panel = () => document.getElementById("passages");

const open = async link => {
  const answer = await fetch(link.href, { headers: { Accept: "text/html" } });
  if (!answer.ok) { location.assign(link.href); return; }
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("passages");
  if (!fresh || !panel()) { location.assign(link.href); return; }
  panel().replaceWith(fresh);
  for (const edge of document.querySelectorAll(".lineage .edge")) edge.classList.toggle("chosen", edge.getAttribute("href") === link.getAttribute("href"));
  history.replaceState(null, "", link.href.split("#")[0]);
  fresh.scrollIntoView({ block: "nearest" });
  fresh.focus({ preventScroll: true });
};

document.addEventListener("click", event => {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
  const edge = event.target.closest("a[data-edge]");
  if (edge) {
    event.preventDefault();
    // In a drawing an address is an object of its own kind.
    open({ href: new URL(edge.getAttribute("href"), location.href).href, getAttribute: name => edge.getAttribute(name) });
    return;
  }
  const close = event.target.closest("a[data-close]");
  if (close) {
    event.preventDefault();
    const from = document.querySelector(".lineage .edge.chosen");
    from?.classList.remove("chosen");
    panel().replaceChildren();
    history.replaceState(null, "", close.href.split("#")[0]);
    from?.focus();
  }
});

const form = document.querySelector("form[data-times]");
if (form) {
  const select = form.querySelector("select[name=asOf]");
  const times = [...select.options].filter(option => option.value);
  const range = Object.assign(document.createElement("input"), { type: "range", min: 0, max: times.length, step: 1, id: "as-of-slider" });
  const told = document.createElement("output");
  const label = document.createElement("label");
  const slider = document.createElement("div");
  slider.className = "slider";
  label.htmlFor = range.id;
  label.append("Story as of ", told);
  slider.append(label, range);
  form.prepend(slider);
  // The slider asks the same question as the choice; one of them is enough.
  select.closest(".field").hidden = true;

  const say = () => {
    told.textContent = range.value == times.length ? "now" : times[range.value].textContent;
    range.setAttribute("aria-valuetext", told.textContent);
  };
  range.value = select.value ? times.findIndex(option => option.value === select.value) : times.length;
  say();
  range.addEventListener("input", () => { select.value = range.value == times.length ? "" : times[range.value].value; say(); });
  // By pointer, letting go is the choice; by keyboard, Enter is, so that each step on the way does not load a page.
  let pointed = false;
  range.addEventListener("pointerdown", () => { pointed = true; });
  range.addEventListener("keydown", event => { pointed = false; if (event.key === "Enter") { event.preventDefault(); form.requestSubmit(); } });
  range.addEventListener("change", () => { if (pointed) form.requestSubmit(); });
  select.addEventListener("change", () => { range.value = select.value ? times.findIndex(option => option.value === select.value) : times.length; say(); });
  // An empty time is none: the address stays short.
  form.addEventListener("submit", () => { for (const field of form.querySelectorAll("select")) field.disabled = !field.value; });
}

// A drawing that is wider than its window is first looked at where reports and arrows are; newer browsers do so by the style alone.
for (const look of document.querySelectorAll(".first-look")) {
  const drawing = look.parentElement;
  if (drawing.scrollLeft === 0 && drawing.scrollWidth > drawing.clientWidth + 160) drawing.scrollLeft = look.offsetLeft;
}
