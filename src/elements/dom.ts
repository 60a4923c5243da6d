/** Elements made by script. */
type Child = Node | string | null | false | undefined;

type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** An element with attributes (false, null and undefined leave one out, true sets it empty) and children. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value !== null && value !== undefined) made.setAttribute(name, value === true ? '' : String(value));
  }
  made.append(...children.filter((child): child is Node | string => child !== null && child !== false && child !== undefined));
  return made;
}

/** A button that does something in this page. */
export function button(text: string, onClick: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, text);
  made.addEventListener('click', onClick);
  return made;
}

interface Choice {
  readonly value: string;
  readonly text: string;
}

/** A select below its label. */
export function field(
  label: string,
  choices: readonly Choice[],
  onChange: (value: string) => void,
): { label: HTMLLabelElement; select: HTMLSelectElement } {
  const select = element('select');
  for (const { value, text } of choices) select.add(new Option(text, value));
  select.addEventListener('change', () => onChange(select.value));
  return { label: element('label', {}, label, select), select };
}

/** JSON that the page carries for an element, or undefined. */
export function readJson<Value>(host: Element): Value | undefined {
  const text = host.querySelector(':scope > script[type="application/json"]')?.textContent;
  return text ? (JSON.parse(text) as Value) : undefined;
}
