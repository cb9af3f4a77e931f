type InterfaceTexts = Readonly<Record<string, string>>

const texts = JSON.parse(document.getElementById('words')?.textContent ?? '{}') as InterfaceTexts
const plurals = new Intl.PluralRules(document.documentElement.lang)

/** A message of the interface: `locales/<lang>/studio.json`. `count` selects its plural, as in i18next. */
export function t(key: string, slots: Readonly<Record<string, string | number>> = {}): string {
  const { count } = slots
  const plural = typeof count === 'number' ? texts[`${key}_${plurals.select(count)}`] : undefined
  const text = plural ?? texts[key] ?? texts[`${key}_other`] ?? key
  return text.replace(/\{\{(\w+)\}\}/g, (_, slot: string) => String(slots[slot] ?? ''))
}

/** An element with its text and attributes: no text is ever parsed as HTML. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children)
  return element
}

/** The element of the page with this id. */
export function byId<E extends HTMLElement>(id: string): E {
  const found = document.getElementById(id)
  if (!found) throw new Error(`no #${id} in the page`)
  return found as E
}
