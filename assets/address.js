// The address follows the choices: a changed select (`context-stand`, `filter-maat`) is written into the address, and
// the page's store of the address tells the server. Going back does the same the other way round.
(() => {
  const NOT_CHOSEN = "standaard";
  const REGION = "context-region";
  const PAGES_LOCATION = "_pages_location";

  const store = () => document.querySelector("[data-address]")?.dataset.address;
  const here = () => location.pathname + location.search;
  const kind = (path) => path.split("/")[1];

  const tell = () => {
    if (store()) window.dash_clientside.set_props(store(), { data: here() });
  };

  // Another kind of page is laid out by Dash; the same kind only gets new figures.
  const go = (url) => {
    if (kind(url.pathname) === kind(location.pathname)) {
      history.pushState({}, "", url);
      tell();
    } else {
      window.dash_clientside.set_props(PAGES_LOCATION, { pathname: url.pathname, search: url.search, hash: "" });
    }
  };

  const chosen = (select) => {
    const url = new URL(location.href);
    url.hash = "";
    if (select.id === REGION) {
      url.pathname = select.value;
    } else {
      const name = select.id.slice(select.id.indexOf("-") + 1);
      if (select.value !== NOT_CHOSEN) url.searchParams.set(name, select.value);
      else url.searchParams.delete(name);
    }
    go(url);
  };

  document.addEventListener("change", (event) => {
    const { target } = event;
    if (target.matches?.("select[id^='context-'], select[id^='filter-']")) chosen(target);
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

  window.addEventListener("popstate", tell);
  // A followed link to the address that Dash still believes to be at changes nothing there, so it is told here.
  window.addEventListener("_dashprivate_pushstate", () => setTimeout(tell));
})();
