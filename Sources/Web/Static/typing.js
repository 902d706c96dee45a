// Looks at words while they are typed. Without it, the same is looked at when they are saved.
"use strict";
(() => {
  const rest = 450;
  const show = (list, looks) => {
    list.replaceChildren(...looks.map((look) => {
      const line = document.createElement("li");
      line.textContent = `${look.words} ${look.suggestion}`;
      return line;
    }));
  };
  for (const field of document.querySelectorAll("textarea[data-looks]")) {
    const list = document.getElementById(field.dataset.looks);
    const sources = field.form && field.form.elements.sources;
    let wait, last = field.value, asking;
    const ask = async () => {
      last = field.value;
      if (asking) asking.abort();
      asking = new AbortController();
      try {
        const answer = await fetch("/looks", {
          method: "POST",
          headers: { "Content-Type": "application/x-www-form-urlencoded" },
          body: new URLSearchParams({ words: field.value, sources: sources ? sources.value : "" }),
          signal: asking.signal,
        });
        if (answer.ok) show(list, await answer.json());
      } catch { /* Saving looks at it all the same. */ }
    };
    const later = () => {
      clearTimeout(wait);
      wait = setTimeout(ask, rest);
    };
    field.addEventListener("input", () => { if (field.value !== last) later(); });
    if (sources) sources.addEventListener("input", later);
  }
})();
