// Keeps a list fresh while the page stays open. Without EventSource, or without the stream, the list simply stays as it was when it was asked for.
const place = document.getElementById("live");
const list = document.getElementById("stories");

if (place && list && "EventSource" in window) {
  let source = null;
  let waiting = false;

  const asked = async () => {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (answer.ok) return new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("stories");
    // Busy is no answer: it is asked again, or what was told would be lost.
    if (answer.status === 429 || answer.status === 503) setTimeout(told, 5000);
    return null;
  };

  const refresh = async () => {
    const fresh = await asked();
    if (!fresh) return;
    const known = new Map([...list.querySelectorAll(".story-row")].map(row => [row.querySelector("h2 a")?.getAttribute("href"), row.textContent]));
    for (const row of fresh.querySelectorAll(".story-row")) {
      const href = row.querySelector("h2 a")?.getAttribute("href");
      if (known.get(href) !== row.textContent) row.classList.add("fresh");
    }
    list.replaceChildren(...fresh.childNodes);
    place.replaceChildren();
    waiting = false;
  };

  // Nobody's place in the list is pulled away: whoever reads further down, or has focus in it, is told and asks himself.
  const told = () => {
    if (!list.contains(document.activeElement) && window.scrollY < 240) {
      refresh();
      return;
    }
    if (waiting) return;
    waiting = true;
    const button = document.createElement("button");
    button.className = "button";
    button.textContent = "Stories have changed: show them";
    button.addEventListener("click", refresh);
    place.replaceChildren(button);
  };

  // What changed between the drawing of the page and the opening of the stream was told to nobody.
  const caughtUp = async () => {
    const fresh = await asked();
    if (fresh && fresh.textContent !== list.textContent) told();
  };

  let timer = 0;
  const soon = () => { clearTimeout(timer); timer = setTimeout(told, 700); };

  // A browser keeps few connections to one server: a page that nobody sees gives its own back, and catches up when it is looked at again.
  const listen = () => {
    source = new EventSource("/api/v1/events");
    source.addEventListener("open", caughtUp);
    for (const name of ["report", "story", "gap"]) source.addEventListener(name, soon);
  };
  document.addEventListener("visibilitychange", () => {
    source?.close();
    if (document.hidden) return;
    listen();
  });
  listen();
}
