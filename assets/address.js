// The address follows the choices: a changed select or field (`context-stand`, `filter-maat`) is written into the address, and
// the page's store of the address tells the server. Going back does the same the other way round. A page with many parts
// (`data-anew`) is loaded again instead: Dash compares every part that it changes with every other, which takes longer.
(() => {
  const NOT_CHOSEN = "standaard";
  const REGION = "context-region";

  const laidOut = () => document.querySelector("[data-address]");
  const here = () => location.pathname + location.search;
  const kind = (path) => path.replace(/^\/regio\/[^/]+/, "/regio");

  const isAnew = () => laidOut()?.dataset.anew !== undefined;

  // Only the page that belongs to this address is told: of another kind of page Dash is still laying out.
  const tell = () => {
    const page = laidOut();
    if (page?.dataset.kind === kind(location.pathname) && !isAnew()) window.dash_clientside.set_props(page.dataset.address, { data: here() });
  };

  // Another kind of page is laid out by Dash, as after a followed link; the same kind only gets new figures.
  const go = (url) => {
    const isSameKind = kind(url.pathname) === kind(location.pathname);
    if (isSameKind && isAnew()) {
      location.assign(url);
      return;
    }
    history.pushState({}, "", url);
    if (isSameKind) tell();
    else window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
  };

  // Whoever chose goes on from the same select and the same place, though the page was loaded again.
  const CHOSE = "chosen-with";
  const remember = (select) => sessionStorage.setItem(CHOSE, JSON.stringify([select.id, scrollY]));
  const goOn = () => {
    const [id, top] = JSON.parse(sessionStorage.getItem(CHOSE) ?? "[]");
    sessionStorage.removeItem(CHOSE);
    if (!id) return;
    const made = new MutationObserver(() => {
      const select = document.getElementById(id);
      if (!select) return;
      made.disconnect();
      select.focus({ preventScroll: true });
      scrollTo({ top, behavior: "instant" });
    });
    made.observe(document.documentElement, { childList: true, subtree: true });
  };

  const chosen = (select) => {
    const url = new URL(location.href);
    url.hash = "";
    url.searchParams.delete("blad");
    if (select.id === REGION) {
      url.pathname = select.value;
    } else {
      const name = select.id.slice(select.id.indexOf("-") + 1);
      if (select.value.trim() && select.value !== NOT_CHOSEN) url.searchParams.set(name, select.value);
      else url.searchParams.delete(name);
    }
    if (isAnew()) remember(select);
    go(url);
  };

  document.addEventListener("change", (event) => {
    const { target } = event;
    if (target.matches?.("select[id^='context-'], select[id^='filter-'], input[id^='filter-']")) chosen(target);
  });

  // A region on the map leads to its page.
  const toRegion = (code) => {
    if (/^AM\d\d$/.test(code)) go(new URL(`/regio/${code}${location.search}`, location.href));
  };
  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    trajectmonitor: {
      openRegion: (click) => {
        const code = click?.points?.[0]?.customdata;
        if (code) toRegion([code].flat()[0]);
        return window.dash_clientside.no_update;
      },
    },
  });

  goOn();
  window.addEventListener("popstate", tell);
  // A followed link to the address that Dash still believes to be at changes nothing there, so it is told here.
  window.addEventListener("_dashprivate_pushstate", () => setTimeout(tell));
})();
