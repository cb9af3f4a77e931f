import { expect, test } from 'vitest'
import { adjective } from '../../src/language/adjective.ts'
import { localeOf } from './locales.ts'

const fr = await localeOf('fr')
const en = await localeOf('en')

/** Imprimerie nationale, liste des pays et de leurs adjectifs; Grevisse, § 544. */
test.each([
  ['belge', 'belge', 'belges', 'belges'],
  ['français', 'française', 'français', 'françaises'],
  ['suisse', 'suisse', 'suisses', 'suisses'],
  ['allemand', 'allemande', 'allemands', 'allemandes'],
  ['canadien', 'canadienne', 'canadiens', 'canadiennes'],
  ['québécois', 'québécoise', 'québécois', 'québécoises'],
  ['européen', 'européenne', 'européens', 'européennes'],
  ['breton', 'bretonne', 'bretons', 'bretonnes'],
  ['wallon', 'wallonne', 'wallons', 'wallonnes'],
  ['letton', 'lettone', 'lettons', 'lettones'],
  ['grec', 'grecque', 'grecs', 'grecques'],
  ['turc', 'turque', 'turcs', 'turques'],
  ['andalou', 'andalouse', 'andalous', 'andalouses'],
  ['catalan', 'catalane', 'catalans', 'catalanes'],
  ['texan', 'texane', 'texans', 'texanes'],
  ['marocain', 'marocaine', 'marocains', 'marocaines'],
  ['américain', 'américaine', 'américains', 'américaines'],
  ['argentin', 'argentine', 'argentins', 'argentines'],
  ['espagnol', 'espagnole', 'espagnols', 'espagnoles'],
  ['flamand', 'flamande', 'flamands', 'flamandes'],
  ['burkinabè', 'burkinabè', 'burkinabè', 'burkinabè'],
  ['provençal', 'provençale', 'provençaux', 'provençales'],
  ['émirati', 'émiratie', 'émiratis', 'émiraties'],
  ['portugais', 'portugaise', 'portugais', 'portugaises'],
])('%s, %s, %s, %s', (form, fs, mp, fp) => {
  expect(adjective(fr, form, 'ms')).toBe(form)
  expect([adjective(fr, form, 'fs'), adjective(fr, form, 'mp'), adjective(fr, form, 'fp')]).toEqual([fs, mp, fp])
  expect(adjective(en, 'Belgian', 'p')).toBe('Belgian')
})
