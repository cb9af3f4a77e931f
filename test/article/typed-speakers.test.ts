import { expect, test } from 'vitest'
import { classOfPhrase } from '../../src/language/phrase-class.ts'
import { realiserOf } from './realise.ts'

/** Number by the article, the numeral or the ending (Grevisse, § 636; Quirk et al., 5.10). */
test.each<[string, string, string | undefined]>([
  ['fr', 'plusieurs experts', 'mp'],
  ['fr', 'les communes', 'mp'],
  ['fr', 'des clients', 'mp'],
  ['fr', 'deux employés', 'mp'],
  ['fr', 'certains abonnés', 'mp'],
  ['fr', 'de nombreux voyageurs', 'mp'],
  ['fr', 'la plupart des clients', 'mp'],
  ['fr', 'un internaute', 'ms'],
  ['fr', 'une cliente', 'fs'],
  ['fr', 'la commune', 'fs'],
  ['fr', 'le bourgmestre', 'ms'],
  ['fr', 'nos lecteurs', 'mp'],
  ['en', 'several experts', 'p'],
  ['en', 'the municipalities', 'p'],
  ['en', 'users', 'p'],
  ['en', 'two people', 'p'],
  ['en', 'a user', 's'],
  ['en', 'one user in Ghent', 's'],
  ['en', 'most staff', 'p'],
  ['en', 'the police', 'p'],
  ['en', 'a spokesperson for the unions', 's'],
  ['en', 'the company', 's'],
])('%s: %s', (edition, phrase, cls) => expect(classOfPhrase(realiserOf(edition).locale, phrase)).toBe(cls))
