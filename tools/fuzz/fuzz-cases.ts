import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { diceOf } from '../bench/random.ts'
import { mutated } from './mutations.ts'
import type { FuzzCase } from './whole-pipeline.ts'

/** Where whole incident files lie that are worth mutating. */
const FOLDERS = ['content/incidents', 'test/golden', 'test/cases', 'test/invalid-input/cases', 'test/wordings'] as const

/** Longer files take more time and find no more. */
const LONGEST = 20_000

/** Hand-written texts, as a person might begin them. */
const COMPANIONS: readonly string[] = [
  '---\nplace: lead\n---\n\nUn paragraphe **écrit** à la main, avec [un lien](https://status.example/a).\n\n- un\n- deux\n',
  'Sans en-tête.\n\n1. un\n2. deux\n\n> cité\n\n```\ncode\n```\n\n| a | b |\n|---|---|\n| c | d |\n',
  '---\nplace: end\n---\n\n## Titre\n\n![image](https://status.example/a.png)\n\n~~barré~~ *a* `b` <b>c</b>[^1]\n\n[^1]: note\n',
]

/** Cases from a seed: the thousandth is the same whether a thousand are made or ten thousand. */
export function* fuzzCases(root: string, count: number, seed: number): Generator<FuzzCase> {
  const texts = FOLDERS.flatMap(folder => incidentTexts(join(root, folder)))
  for (let nth = 0; nth < count; nth++) {
    const dice = diceOf(seed * 1_000_003 + nth)
    const beside = dice.chance(0.1) ? [dice.pick(COMPANIONS)] : []
    const isText = beside.length > 0 && dice.chance(0.7)
    const text = dice.pick(texts)
    yield {
      text: isText ? text : mutated(text, { texts, dice }),
      companions: beside.map(one => ({
        file: `content/incidents/2024/2024-12-11-fuzz.${dice.pick(['fr', 'en'])}.md`,
        text: isText ? mutated(one, { texts: [...COMPANIONS, '---toml\na = 1\n---\nb'], dice }) : one,
      })),
    }
  }
}

function incidentTexts(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.yaml') && entry.name !== 'expect.yaml')
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
    .map(path => readFileSync(path, 'utf8'))
    .filter(text => text.length < LONGEST)
}
