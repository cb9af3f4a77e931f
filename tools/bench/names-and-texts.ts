import type { Directory, NamedKind } from '../../src/fields/directory.ts'
import type { LocalText } from '../../src/fields/values.ts'

/** Words said by somebody, in the language they were said in. */
export interface SuppliedQuote {
  readonly lang: string
  readonly text: string
  readonly translations: LocalText
  readonly highlight?: LocalText
  readonly who?: LocalText
}

/** `tools/bench/texts.yaml`: the texts of generated incidents, by field. */
export interface SuppliedTexts {
  readonly symptoms: readonly LocalText[]
  readonly errors: readonly string[]
  readonly works: readonly LocalText[]
  readonly causes: readonly LocalText[]
  readonly quotes: readonly SuppliedQuote[]
  readonly remarks: readonly SuppliedQuote[]
  readonly says: readonly LocalText[]
  readonly resolutions: readonly LocalText[]
  readonly sentences: readonly LocalText[]
  readonly updates: readonly LocalText[]
  readonly steps: readonly LocalText[]
  readonly knocks: readonly LocalText[]
  readonly precedents: readonly LocalText[]
  readonly corrections: readonly { readonly said: LocalText; readonly right: LocalText }[]
  readonly caveats: readonly LocalText[]
  readonly roles: readonly LocalText[]
  readonly companions: readonly LocalText[]
  readonly headlines: readonly LocalText[]
}

/** Texts, and the names of a directory by what they are. */
export interface Supplies {
  readonly texts: SuppliedTexts
  readonly companies: readonly { readonly id: string; readonly services: readonly string[] }[]
  readonly services: readonly string[]
  readonly counters: readonly string[]
  readonly channels: readonly string[]
  readonly places: readonly string[]
  readonly authorities: readonly string[]
}

export function suppliesOf({ names }: Directory, texts: SuppliedTexts): Supplies {
  const all = [...names.values()]
  const ids = (kind: NamedKind) => all.filter(name => name.kind === kind).map(({ id }) => id)
  const companies = ids('company').map(id => ({
    id,
    services: all.filter(({ kind, company }) => kind === 'service' && company === id).map(service => service.id),
  }))
  return {
    texts,
    companies: companies.filter(({ services }) => services.length > 0),
    services: ids('service'),
    counters: ids('counter'),
    channels: ids('channel'),
    places: all.filter(({ kind, code }) => kind === 'place' && code?.length === 2).map(({ id }) => id),
    authorities: ids('authority'),
  }
}
