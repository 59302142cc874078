// When the session is over, or somebody looks as somebody else now, the page is loaded again: then it has the bar that
// says so, or the page comes on which one signs in and which leads back here.
(() => {
  const asked = window.fetch;
  let leaving = false;
  const own = () => document.querySelector(".account")?.dataset.seenAs;

  const leave = () => {
    if (!leaving) location.reload();
    leaving = true;
    // What is waited for does not come any more: an answer would show an error while the page goes away.
    return new Promise(() => {});
  };

  const isOfAnother = (answer) => {
    const seen = answer.headers.get("Seen-As");
    return Boolean(seen && own() && seen !== own());
  };

  window.fetch = async (...what) => {
    const answer = await asked(...what);
    return answer.status === 401 || isOfAnother(answer) ? leave() : answer;
  };

  // A page that nobody looked at asks nothing; who comes back to it sees at once what happened meanwhile.
  document.addEventListener("visibilitychange", async () => {
    if (document.hidden || !own()) return;
    const answer = await asked(location.href, { method: "HEAD" }).catch(() => null);
    if (answer && (isOfAnother(answer) || (answer.ok && !answer.headers.get("Seen-As")))) leave();
  });
})();
