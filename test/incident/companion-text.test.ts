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

  test.each(['', '\uFEFF', '\n\n', '\uFEFF  \n'])('%j says nothing, and nothing is wrong', text => {
    const { incident, diagnostics } = read('a.fr.md', text)
    expect(diagnostics).toEqual([])
    expect(incident?.companions).toEqual({})
  })

  test.each([
    ['a.de.md', 'Hallo', 'a.de.md file/companion-language'],
    ['a.fr.md', '---\nplace: top\n---\nx', 'a.fr.md:2:8 shape/not-a-known-value'],
    ['a.fr.md', 'Un\n\n![plan](../../secret.png)', 'a.fr.md:3:9 file/leaves-content'],
    ['a.fr.md', '---\nplace: lead\n---\nUn [mot](</etc/passwd>)', 'a.fr.md:4:11 file/leaves-content'],
    ['a.fr.md', '[x](file:///etc/passwd)', 'a.fr.md:1:5 file/leaves-content'],
    ['a.fr.md', '---\nplace: lead\nlayout: x\n---\nx', 'a.fr.md:3:1 shape/unknown-field'],
    ['a.fr.md', '---\nplace: a : b\n---\nx', 'a.fr.md:2:8 yaml/colon'],
    ['a.fr.md', '---js\n{ place: process.exit(3) }\n---\nx', 'a.fr.md:1:4 yaml/directive'],
    ['a.fr.md', '---javascript\nmodule.exports = process.exit(3)\n---\nx', 'a.fr.md:1:4 yaml/directive'],
    ['a.fr.md', '---json\n{}\n---\nx', 'a.fr.md:1:4 yaml/directive'],
    ['a.fr.md', '---\nplace: !!js/function "x"\n---\nx', 'a.fr.md:2:8 yaml/tag'],
    ['a.fr.md', 'a\u0000b', 'a.fr.md:1:2 file/control-character'],
  ])('%s with %j: %s', (file, text, diagnostic) => {
    const { incident, diagnostics } = read(file, text)
    expect(codesAt(diagnostics)).toEqual([diagnostic])
    expect(incident).toBeUndefined()
  })
})
