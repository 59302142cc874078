// Two actions of a card: its sentence to the clipboard, its table to a CSV file that a Dutch spreadsheet opens as it is.
(() => {
  const NUMBER = { nl: /^[-−+]?\d{1,3}(\.?\d{3})*(,\d+)?%?$/, en: /^[-−+]?\d{1,3}(,?\d{3})*(\.\d+)?%?$/ };

  const tell = (words) => {
    const said = document.getElementById("melding");
    if (said) said.textContent = words;
  };

  const confirm = (button) => {
    tell(button.dataset.said);
    button.dataset.done = "";
    setTimeout(() => delete button.dataset.done, 2000);
  };

  const byHand = (text) => {
    const field = document.createElement("textarea");
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  };

  const copy = async (card, button) => {
    const sentence = card.querySelector(".card-sentence").textContent;
    const source = card.querySelector(".card-source").textContent;
    const text = `${sentence} ${source}.`.replace(/\.\.$/, ".");
    if (navigator.clipboard) await navigator.clipboard.writeText(text);
    else byHand(text);
    button.focus();
    confirm(button);
  };

  // A number is written without thousands marks and with a decimal comma; text that a spreadsheet would run is made harmless.
  const field = (words) => {
    const language = document.documentElement.lang === "en" ? "en" : "nl";
    if (NUMBER[language].test(words)) {
      const [thousands, decimal] = language === "en" ? [",", "."] : [".", ","];
      return words.replaceAll(thousands, "").replace(decimal, ",").replace("−", "-").replace("+", "");
    }
    const harmless = /^[=+\-@＝＋－＠\t\r]/.test(words) ? `'${words}` : words;
    return /[;"\n\r]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
  };

  const csv = (table) =>
    [...table.rows].map((row) => [...row.cells].map((cell) => field(cell.textContent.trim())).join(";")).join("\r\n");

  const fileName = (title) =>
    title.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 80);

  // The table behind the card, or else the one that stands in sight.
  const tableOf = (card) => card.querySelector(".card-table table") ?? card.querySelector(".card-body .data-table");

  // Who took what away stands in the log; the form to sign out has the token that every form needs.
  const noteDown = (card) => {
    const token = document.querySelector(".account input[name=csrf_token]")?.value;
    if (!token) return;
    const taken = { pagina: location.pathname, kaart: card.id || fileName(card.querySelector(".card-title").textContent), csrf_token: token };
    fetch("/gedownload", { method: "POST", body: new URLSearchParams(taken), keepalive: true });
  };

  const download = (card, button) => {
    noteDown(card);
    const link = document.createElement("a");
    const content = new Blob(["\ufeff", csv(tableOf(card)), "\r\n"], { type: "text/csv;charset=utf-8" });
    link.href = URL.createObjectURL(content);
    link.download = `${fileName(card.querySelector(".card-title").textContent)}.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    confirm(button);
  };

  const actions = { copy, download };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-action]");
    const act = button && actions[button.dataset.action];
    if (act) act(button.closest(".card"), button);
  });
})();
