// The heading of a page is its title; after a followed link it also gets the focus, as it would on a newly loaded page.
(() => {
  let followed = false;
  let heading = null;
  let text = "";

  const goal = () => location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));

  const arrive = () => {
    const target = goal();
    if (target) target.tabIndex = -1;
    (target || heading).focus({ preventScroll: true });
    if (target) target.scrollIntoView({ behavior: "instant" });
    else window.scrollTo({ top: 0, behavior: "instant" });
  };

  const look = () => {
    const found = document.querySelector("h1");
    if (!found) return;
    const title = `${found.textContent} · ${document.querySelector(".site-name").textContent}`;
    if (document.title !== title) document.title = title;
    if (found === heading && found.textContent === text) return;
    heading = found;
    text = found.textContent;
    if (followed) arrive();
    followed = false;
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0;
    if (link && !elsewhere && link.pathname !== location.pathname) followed = true;
  }, true);
  document.addEventListener("change", () => { followed = false; }, true);
  window.addEventListener("popstate", () => { followed = true; });
  // Dash follows a link to a place on the page itself without going there.
  window.addEventListener("_dashprivate_pushstate", () => setTimeout(() => { if (goal()) arrive(); }));
  new MutationObserver(look).observe(document.documentElement, { childList: true, characterData: true, subtree: true });
  look();
})();
