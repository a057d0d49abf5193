/* What pages do beyond HTML, in the browser: charts come alive when they are seen, tables sort and filter, permalinks copy.
   Everything is readable without this file. No request leaves the site, nothing is evaluated, no word is written here:
   words come from data attributes.

   Charts     <div class="al-chart" data-chart="ID" data-src="…/ID.js"> with the static SVG inside; vega.js lies beside this file.
   Tables     <table class="al-table" data-filter> can be searched and sorted, <table class="al-table" data-sortable> only sorted;
              td[data-sort] is the value to sort by (numbers by value, everything else as text); th[data-nosort] leaves a column out;
              th[data-choose="All teams"] offers the distinct cells of its column as a choice. Tables with group rows are not sorted.
              State stands in the URL, so that a filtered view can be sent (not as q: Material would open its search):
              ?filter=…&sort=COLUMN or -COLUMN&COLUMN=CHOICE, where COLUMN
              is th[data-key] or its number; from the second table on a page prefixed with the table's (or its wrapper's) id.
   Words      data-filter, data-count ("{n} / {all}"), data-empty on the table, else once per page on an element of class al-words.
   Versions   the selector stays on the page where the other version has it.
   Print      the running page header is the site's name and the text of p.al-asof. */
(() => {
  "use strict";
  const here = new URL(".", document.currentScript.src); // stays right after instant navigation
  const NARROW = 480;

  /* ---- charts ---- */
  const overlays = new Map(); // script address → what differs from chart to chart
  const loading = new Map(); // script address → promise
  const addresses = new WeakMap(); // element → script address, from when its page was the one in the address bar
  const alive = new Map(); // element → { view, width }
  let templates = null;

  window.Auditloop = {
    chart: (id, overlay) => overlays.set(document.currentScript.src, overlay),
    templates: (all) => (templates = all),
  };

  function load(address) {
    if (!loading.has(address)) {
      loading.set(address, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = address;
        script.onload = () => { script.remove(); resolve(); };
        script.onerror = () => { script.remove(); loading.delete(address); reject(new Error(`cannot load ${address}`)); };
        document.head.append(script);
      }));
    }
    return loading.get(address);
  }

  /* The template with the chart's overlay at this width; what spec.py does for the static drawing. */
  function specFor(overlay, width, font) {
    const { kind, ...over } = structuredClone(overlay);
    const spec = { ...structuredClone(templates[kind]), ...over };
    const { fluid, narrow: small, height, panel } = spec.usermeta;
    const narrow = width < NARROW;
    if (narrow) spec.padding = small;
    const { left, right, top, bottom } = spec.padding;
    const total = !fluid ? height + spec.padding.top - over.padding.top : narrow ? Math.max(width * 0.75, 230, top + bottom + 130) : width * 9 / 16;
    set(spec, { narrow, headroom: top - 8, inset: left, room: width, ...(right === over.padding.right ? {} : { endroom: right - 10 }) });
    if (panel) {
      const free = width - left - right - panel.axis;
      const fit = Math.max(1, Math.min(panel.count, Math.floor((free + panel.gap) / panel.least)));
      const less = Math.max(fit - 1, Math.min(2, fit));
      const waste = (columns) => (columns - panel.count % columns) % columns;
      spec.columns = waste(less) < waste(fit) ? less : fit;
      const each = (free - panel.gap * (spec.columns - 1)) / spec.columns;
      spec.spec.width = each;
      set(spec, { panel: each });
      delete spec.width;
    } else {
      spec.width = width - left - right;
      spec.height = total - top - bottom;
    }
    spec.config = { ...spec.config, font };
    return spec;
  }

  function set(spec, values) {
    for (const param of spec.params) if (param.name in values) { delete param.expr; param.value = values[param.name]; }
  }

  async function draw(element) {
    const address = addresses.get(element);
    const first = !alive.has(element);
    alive.set(element, { ...alive.get(element), width: element.clientWidth });
    try {
      await Promise.all([window.vegaEmbed ?? load(new URL("vega.js", here).href), overlays.has(address) || load(address)]);
      const width = element.clientWidth;
      if (!element.isConnected || !width) { if (first) alive.delete(element); return; }
      const box = document.createElement("div");
      box.className = "al-chart-live";
      box.setAttribute("role", "img");
      box.setAttribute("aria-label", element.querySelector(".al-chart-static title")?.textContent ?? "");
      const marks = box.appendChild(document.createElement("div"));
      marks.setAttribute("aria-hidden", "true"); // the image has its name; the data table has the numbers
      const { view } = await window.vegaEmbed(marks, specFor(overlays.get(address), width, getComputedStyle(element).fontFamily), {
        mode: "vega-lite", renderer: "svg", ast: true, actions: false, defaultStyle: false, logLevel: 1,
        tooltip: { disableDefaultStyle: true, theme: "custom", offsetX: 14, offsetY: 14 },
      });
      if (!element.isConnected) { view.finalize(); alive.delete(element); return; }
      alive.get(element)?.view?.finalize();
      element.querySelector(".al-chart-live")?.remove();
      element.append(box);
      element.classList.add("is-live");
      alive.set(element, { view, width });
    } catch (error) {
      element.classList.remove("is-live"); // the static drawing stays
      element.dataset.failed = "";
      console.warn(`Auditloop: ${element.dataset.chart} stays a static chart:`, error.message);
    }
  }

  const seen = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) { seen.unobserve(target); widths.observe(target); draw(target); }
  }, { rootMargin: "200px" });

  let pause = 0;
  const widths = new ResizeObserver(() => {
    clearTimeout(pause);
    pause = setTimeout(() => {
      for (const [element, { view, width }] of alive) if (view && element.clientWidth && Math.abs(element.clientWidth - width) > 1) draw(element);
    }, 150);
  });

  function startCharts() {
    for (const [element, { view }] of alive) if (!element.isConnected) { view?.finalize(); widths.unobserve(element); alive.delete(element); }
    for (const element of document.querySelectorAll(".al-chart[data-src]")) {
      if (alive.has(element)) continue;
      addresses.set(element, new URL(element.dataset.src, document.baseURI).href);
      seen.observe(element);
    }
  }

  /* ---- tables ---- */
  const collator = new Intl.Collator(document.documentElement.lang || undefined, { numeric: true });
  const make = (tag, attributes = {}, text = "") => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.textContent = text;
    return element;
  };

  function startTables() {
    let first = true; // it has the short names in the URL
    for (const table of document.querySelectorAll("table.al-table:is([data-filter], [data-sortable])")) {
      if (!table.dataset.ready && table.tHead && table.tBodies[0]) {
        table.dataset.ready = "1";
        enhance(table, [...table.tHead.rows[0].cells], first ? "" : `${table.id || table.parentElement.id}-`);
      }
      first = false;
    }
  }

  const word = (table, name) => table.dataset[name] || document.querySelector(".al-words")?.dataset[name] || "";

  function enhance(table, heads, prefix) {
    const body = table.tBodies[0];
    const rows = [...body.rows].filter((row) => !row.classList.contains("al-total"));
    const totals = [...body.rows].filter((row) => row.classList.contains("al-total"));
    const keys = heads.map((th, index) => prefix + (th.dataset.key ?? String(index)));
    const state = new URLSearchParams(location.search);
    const words = rows.map((row) => row.textContent.toLocaleLowerCase());
    const bar = make("div", { class: "al-filter" });
    const choices = [];
    let search = null, count = null, sorted = null;

    const keep = (name, value) => {
      const address = new URL(location.href);
      if (value) address.searchParams.set(name, value); else address.searchParams.delete(name);
      history.replaceState(history.state, "", address);
    };
    const empty = make("p", { class: "al-empty", hidden: "" }, word(table, "empty"));
    const grouped = rows.some((row) => row.querySelector("th[colspan]"));
    const sortable = heads.map((th) => !grouped && !("nosort" in th.dataset) && th.textContent.trim() !== "");

    function filter() {
      const asked = (search?.value ?? "").toLocaleLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      rows.forEach((row, index) => {
        const fits = asked.every((word) => words[index].includes(word))
          && choices.every(({ select, column }) => !select.value || textOf(row.cells[column]) === select.value);
        row.hidden = !fits;
        shown += fits;
      });
      if (count) count.textContent = word(table, "count").replace("{n}", shown).replace("{all}", rows.length);
      empty.hidden = shown > 0 || !empty.textContent;
      table.hidden = !empty.hidden;
    }

    function sort(column, down) {
      const valued = rows.map((row) => [row, valueOf(row.cells[column])]);
      const numeric = valued.every(([, value]) => value === null || !Number.isNaN(Number(value)));
      valued.sort(([, a], [, b]) => {
        if (a === null || b === null) return (a === null) - (b === null); // what has no value stays last
        return (numeric ? a - b : collator.compare(a, b)) * (down ? -1 : 1);
      });
      body.append(...valued.map(([row]) => row), ...totals);
      heads.forEach((th, index) => { if (sortable[index]) th.setAttribute("aria-sort", index !== column ? "none" : down ? "descending" : "ascending"); });
      sorted = { column, down };
    }

    heads.forEach((th, column) => {
      if (sortable[column]) {
        const button = make("button", { class: "al-sort", type: "button" });
        button.append(...th.childNodes);
        th.append(button);
        th.setAttribute("aria-sort", "none");
        button.addEventListener("click", () => {
          sort(column, sorted?.column === column ? !sorted.down : th.dataset.first === "descending");
          keep(`${prefix}sort`, (sorted.down ? "-" : "") + keys[column].slice(prefix.length));
        });
      }
      const found = new Set(th.dataset.choose && rows.map((row) => textOf(row.cells[column])).filter(Boolean));
      if (found.size > 1) {
        const select = make("select", { "aria-label": th.textContent.trim() });
        select.append(make("option", { value: "" }, th.dataset.choose));
        for (const text of [...found].sort(collator.compare)) select.append(make("option", { value: text }, text));
        select.value = state.get(keys[column]) ?? "";
        if (select.selectedIndex < 0) select.value = "";
        select.addEventListener("change", () => { keep(keys[column], select.value); filter(); });
        choices.push({ select, column });
      }
    });

    const label = word(table, "filter");
    if ("filter" in table.dataset && label) {
      search = make("input", { type: "search", "aria-label": label, placeholder: label });
      search.value = state.get(`${prefix}filter`) ?? "";
      search.addEventListener("input", () => { keep(`${prefix}filter`, search.value); filter(); });
      bar.append(search);
    }
    bar.append(...choices.map(({ select }) => select));
    if (bar.childElementCount) {
      count = make("output", { "aria-live": "polite" });
      bar.append(count);
      table.before(bar);
      table.after(empty);
      filter();
    }
    const wanted = state.get(`${prefix}sort`);
    const column = wanted ? keys.indexOf(prefix + wanted.replace(/^-/, "")) : -1;
    if (column >= 0 && sortable[column]) sort(column, wanted.startsWith("-"));
  }

  const textOf = (cell) => cell?.textContent.trim() ?? "";
  function valueOf(cell) {
    const text = (cell?.dataset.sort ?? textOf(cell)).replace(/^−/, "-");
    return text === "" || text === "–" || text === "—" ? null : text;
  }

  /* ---- permalinks, print ---- */
  document.addEventListener("click", async (event) => {
    const link = event.target.closest?.("a.al-permalink");
    if (!link || !navigator.clipboard || event.ctrlKey || event.metaKey || event.shiftKey) return;
    try {
      await navigator.clipboard.writeText(link.href);
    } catch {
      return; // the link itself has worked
    }
    const said = make("span", { class: "al-copied", role: "status" }, link.dataset.copied);
    link.after(said);
    setTimeout(() => said.remove(), 2500);
  });

  /* ---- versions ---- */
  /* Material stays on the page only where a sitemap with absolute addresses says that it exists; a site in a folder of an
     intranet has none, so the page itself is asked for. Before Material's own listener, which would go to the start page. */
  document.addEventListener("click", async (event) => {
    const link = event.target.closest?.("a.md-version__link");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    const page = location.pathname.slice(new URL("../../", here).pathname.length);
    const there = new URL(page, link.href);
    const found = await fetch(there, { method: "HEAD" }).then((answer) => answer.ok, () => false);
    location.assign(found ? there.href + location.search + location.hash : link.href);
  }, true);

  addEventListener("beforeprint", () => document.querySelectorAll(".al-tree details:not([open])").forEach((d) => { d.open = true; d.dataset.printed = "1"; }));
  addEventListener("afterprint", () => document.querySelectorAll("details[data-printed]").forEach((d) => { d.open = false; delete d.dataset.printed; }));

  /* ---- every page, also after Material's instant navigation ---- */
  function startPrint() {
    const stamp = document.querySelector(".al-asof")?.cloneNode(true);
    stamp?.querySelectorAll("a, .al-edit").forEach((link) => link.remove());
    const parts = [document.querySelector(".md-header__title .md-ellipsis"), stamp].map((element) => element?.textContent.replace(/\s+/g, " ").replace(/[\s·]+$/, "").trim());
    document.documentElement.style.setProperty("--al-running", JSON.stringify(parts.filter(Boolean).join(" · ").slice(0, 140)));
  }

  /* Material's search is a dialog without a name. */
  function nameSearch() {
    const name = document.querySelector(".md-search__input")?.getAttribute("aria-label");
    if (name) document.querySelector(".md-search[role=dialog]")?.setAttribute("aria-label", name);
  }

  const start = () => { startCharts(); startTables(); startPrint(); nameSearch(); };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
  window.document$?.subscribe(start); // stays silent on file://, so it is not the only way
})();
