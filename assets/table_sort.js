// Sorts the list of regions by a column; a press on the same head turns the order. A new stand keeps the chosen order.
(() => {
  const value = (row, column) => row.cells[column].dataset.sort ?? row.cells[column].textContent.trim();

  const compare = (left, right) => {
    const difference = Number(left) - Number(right);
    return Number.isNaN(difference) ? left.localeCompare(right, "nl") : difference;
  };

  // What has no value stays last in both orders.
  const inOrder = (column, way) => (first, second) => {
    const [left, right] = [value(first, column), value(second, column)];
    return left && right ? way * compare(left, right) : Number(!left) - Number(!right);
  };

  const sort = (head) => {
    const body = head.closest("table").tBodies[0];
    const way = head.getAttribute("aria-sort") === "descending" ? -1 : 1;
    const rows = [...body.rows].sort(inOrder(head.cellIndex, way));
    if (rows.some((row, index) => row !== body.rows[index])) body.append(...rows);
  };

  document.addEventListener("click", (event) => {
    const head = event.target.closest("button[data-action=sort]")?.closest("th");
    if (!head) return;
    const turned = head.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending";
    for (const other of head.parentElement.cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", turned);
    sort(head);
  });

  const again = () => document.querySelectorAll("th[aria-sort]").forEach(sort);
  new MutationObserver(again).observe(document.body, { childList: true, characterData: true, attributeFilter: ["data-sort"], subtree: true });
})();
