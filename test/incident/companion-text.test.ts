import { describe, expect, test } from 'vitest'
import { readIncident } from '../../src/incident/read-incident.ts'
import { codesAt } from './codes-at.ts'
import { context, incidentWith } from './sample-newsroom.ts'

describe('texts beside an incident', () => {
  const read = (file: string, text: string) =>
    readIncident({ file: 'a.yaml', text: incidentWith(''), companions: [{ file, text }] }, context)

  test('are read with their place', () => {
    const { incident, diagnostics } = read('a.fr.md', '---\nplace: lead\n---\n\nUn **paragraphe**.\n')
    expect(diagnostics).toEqual([])
    expect(incident?.companions).toEqual({ fr: { file: 'a.fr.md', place: 'lead', body: 'Un **paragraphe**.' } })
  })

  test('need no front matter', () => {
    expect(read('a.fr.md', 'Bonjour.').incident?.companions.fr).toMatchObject({ place: 'end', body: 'Bonjour.' })
  })

  test.each(['Un ~ deux ~ trois', 'a | b', 'un [mot] et `du code`', '> cité\n\n1. un\n2. deux', '`~~x~~`'])(
    '%j keeps its meaning everywhere',
    text => expect(read('a.fr.md', text).diagnostics).toEqual([]),
  )

  test('lead to nothing on this machine, and show no picture', () => {
    const { diagnostics } = read('a.fr.md', 'Un\n\n![plan](../../secret.png)')
    expect(codesAt(diagnostics)).toEqual(['a.fr.md:3:9 file/leaves-content', 'a.fr.md:3:1 text/lost-markup'])
  })

  test.each(['', '\uFEFF', '\n\n', '\uFEFF  \n'])('%j says nothing, and nothing is wrong', text => {
    const { incident, diagnostics } = read('a.fr.md', text)
    expect(diagnostics).toEqual([])
    expect(incident?.companions).toEqual({})
  })

  test.each([
    ['a.de.md', 'Hallo', 'a.de.md file/companion-language'],
    ['a.fr.md', '---\nplace: top\n---\nx', 'a.fr.md:2:8 shape/not-a-known-value'],
    ['a.fr.md', '---\nplace: lead\n---\nUn [mot](</etc/passwd>)', 'a.fr.md:4:11 file/leaves-content'],
    ['a.fr.md', '[x](file:///etc/passwd)', 'a.fr.md:1:5 file/leaves-content'],
    ['a.fr.md', '---\nplace: lead\nlayout: x\n---\nx', 'a.fr.md:3:1 shape/unknown-field'],
    ['a.fr.md', '---\nplace: a : b\n---\nx', 'a.fr.md:2:8 yaml/colon'],
    ['a.fr.md', '---js\n{ place: process.exit(3) }\n---\nx', 'a.fr.md:1:4 yaml/directive'],
    ['a.fr.md', '---javascript\nmodule.exports = process.exit(3)\n---\nx', 'a.fr.md:1:4 yaml/directive'],
    ['a.fr.md', '---json\n{}\n---\nx', 'a.fr.md:1:4 yaml/directive'],
    ['a.fr.md', '---\nplace: !!js/function "x"\n---\nx', 'a.fr.md:2:8 yaml/tag'],
    ['a.fr.md', 'Un\n\n![plan](https://a.example/a.png)', 'a.fr.md:3:1 text/lost-markup'],
    ['a.fr.md', '---\nplace: end\n---\n\nUn mot\net ~~deux~~ trois', 'a.fr.md:6:4 text/lost-markup'],
    ['a.fr.md', 'Un\r\n\r\n| a | b |\r\n|---|---|\r\n| 1 | 2 |', 'a.fr.md:3:1 text/lost-markup'],
    ['a.fr.md', '- un\n- deux[^1] et `[^2]`', 'a.fr.md:2:7 text/lost-markup'],
    ['a.fr.md', 'Un\n\n```\nx\n```', 'a.fr.md:3:1 text/lost-markup'],
    ['a.fr.md', 'Un\n\n    deux', 'a.fr.md:3:1 text/lost-markup'],
    ['a.fr.md', 'a\u0000b', 'a.fr.md:1:2 file/control-character'],
  ])('%s with %j: %s', (file, text, diagnostic) => {
    const { incident, diagnostics } = read(file, text)
    expect(codesAt(diagnostics)).toEqual([diagnostic])
    expect(incident).toBeUndefined()
  })
})
