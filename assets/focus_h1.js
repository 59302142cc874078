// The heading of a page is its title; after a followed link it also gets the focus, as it would on a newly loaded page.
(() => {
  const site = document.title;
  let followed = false;
  let heading = null;
  let text = "";

  const arrive = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    (target || heading).focus({ preventScroll: !target });
    if (target) target.scrollIntoView();
    else window.scrollTo(0, 0);
  };

  const look = () => {
    const found = document.querySelector("h1");
    if (!found || (found === heading && found.textContent === text)) return;
    heading = found;
    text = found.textContent;
    document.title = `${text} · ${site}`;
    if (followed) arrive();
    followed = false;
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0;
    if (link && !elsewhere && link.pathname !== location.pathname) followed = true;
  }, true);
  document.addEventListener("change", () => { followed = false; }, true);
  window.addEventListener("popstate", () => { followed = document.activeElement === document.body; });
  new MutationObserver(look).observe(document.body, { childList: true, characterData: true, subtree: true });
  look();
})();
