// Makes the table behind a card when it is opened or saved: until then it is only written in an attribute.
(() => {
  const made = (node) => {
    if (typeof node === "string") return document.createTextNode(node);
    const [tag, attributes, ...children] = node;
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children.map(made));
    return element;
  };

  const unfold = (place) => place.replaceChildren(...(place.dataset.table ? [made(JSON.parse(place.dataset.table))] : []));

  // Before the button itself acts.
  document.addEventListener("click", (event) => {
    const place = event.target.closest("button[data-action]")?.closest(".card")?.querySelector(".card-table[data-table]");
    if (place && !place.firstChild) unfold(place);
  }, true);

  // An open table follows the choices of its page; a closed one is made anew when it is opened.
  new MutationObserver((changes) => {
    for (const { target } of changes) {
      if (target.hasAttribute("data-open")) unfold(target);
      else target.replaceChildren();
    }
  }).observe(document.documentElement, { attributeFilter: ["data-table"], subtree: true });
})();
