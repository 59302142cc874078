// Opens and closes what a button with aria-expanded controls: the menu, the choices, the table of a card.
document.addEventListener("click", (event) => {
  const more = document.querySelector('.menu-more button[aria-expanded="true"]');
  const button = event.target.closest("button[aria-expanded][aria-controls]");
  if (more && more !== button) more.click();
  if (!button) return;
  const open = button.getAttribute("aria-expanded") !== "true";
  button.setAttribute("aria-expanded", String(open));
  document.getElementById(button.getAttribute("aria-controls"))?.toggleAttribute("data-open", open);
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const open = document.activeElement?.closest("[data-open]");
  const button = open && document.querySelector(`button[aria-controls="${open.id}"]`);
  if (!button) return;
  button.click();
  button.focus();
});
