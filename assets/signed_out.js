// When the session is over, the page is loaded again: then the page comes on which one signs in, and it leads back here.
(() => {
  const asked = window.fetch;
  let leaving = false;
  window.fetch = async (...what) => {
    const answer = await asked(...what);
    if (answer.status !== 401) return answer;
    if (!leaving) location.reload();
    leaving = true;
    // What is waited for does not come any more: an answer would show an error while the page goes away.
    return new Promise(() => {});
  };
})();
