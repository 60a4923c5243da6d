/** Loads the custom elements that this page has, and nothing else. */
const ELEMENTS: Readonly<Record<string, () => Promise<unknown>>> = {
  'sun-theme': () => import('./sunTheme.ts'),
  'sun-search': () => import('./sunSearch.ts'),
  'sun-table': () => import('./sunTable.ts'),
  'sun-find': () => import('./sunFind.ts'),
  'sun-chart': () => import('./sunChart.ts'),
  'sun-filter': () => import('./sunFilter.ts'),
  'sun-compare': () => import('./sunCompare.ts'),
};

for (const [name, load] of Object.entries(ELEMENTS)) {
  if (document.querySelector(name)) load();
}

/** Few readers cite: what completes a citation is loaded when one is looked at. */
document.querySelector('.cite')?.addEventListener('toggle', () => void import('./sunCite.ts'), { once: true });

/** By what a scroller is named, while it is. */
const NAMING = ['aria-labelledby', 'aria-label'] as const;
const names = new WeakMap<HTMLElement, readonly (readonly [string, string])[]>();

/** One that scrolls is a group with a name; of one that fits, only the table in it is to be heard of, which has the same name. */
function nameScroller(scroller: HTMLElement, fits: boolean): void {
  const own =
    names.get(scroller) ?? NAMING.flatMap((name) => (scroller.hasAttribute(name) ? [[name, scroller.getAttribute(name) ?? ''] as const] : []));
  names.set(scroller, own);
  for (const [name, value] of [['role', 'group'], ...own] as const) {
    if (fits) scroller.removeAttribute(name);
    else scroller.setAttribute(name, value);
  }
}

/** A region that scrolls must be reachable by keyboard; one that fits needs no stop, and its head may stick to the window. */
function updateScroller(scroller: HTMLElement): void {
  scroller.classList.remove('fits');
  const fits = scroller.scrollWidth <= scroller.clientWidth + 1;
  scroller.classList.toggle('fits', fits);
  if (fits) scroller.removeAttribute('tabindex');
  else scroller.tabIndex = 0;
  nameScroller(scroller, fits);
}

// The window changes, and so does the table: sort buttons make it wider.
const sizes = new ResizeObserver((entries) => {
  for (const scroller of new Set(entries.map(({ target }) => target.closest<HTMLElement>('.table-scroll')))) if (scroller) updateScroller(scroller);
});
const watchScrollers = (): void => {
  for (const one of document.querySelectorAll('.table-scroll, .table-scroll table')) sizes.observe(one);
};
watchScrollers();
// A comparison makes its tables anew.
const compare = document.querySelector('sun-compare');
if (compare) new MutationObserver(watchScrollers).observe(compare, { childList: true, subtree: true });

/** The other language shows the same part of the page, and the same choice. */
for (const link of document.querySelectorAll<HTMLAnchorElement>('.languages a')) {
  const keepPlace = (): void => {
    link.search = location.search;
    link.hash = location.hash;
  };
  for (const type of ['pointerdown', 'click', 'focus']) link.addEventListener(type, keepPlace);
}

/** Paper says where the same choice is found again. */
const address = document.querySelector('.page-info > .print-only');
const ownAddress = address?.textContent ?? '';
addEventListener('beforeprint', () => {
  if (address) address.textContent = ownAddress + location.search;
});

document.addEventListener('click', ({ target }) => {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('.site-nav details[open]')) {
    if (!menu.contains(target as Node)) menu.open = false;
  }
});

document.addEventListener('keydown', ({ key }) => {
  const menu = key === 'Escape' && document.querySelector<HTMLDetailsElement>('.site-nav details[open]');
  if (!menu) return;
  menu.open = false;
  menu.querySelector('summary')?.focus();
});
