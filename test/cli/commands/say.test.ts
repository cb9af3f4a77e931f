import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { FORMATS } from '../../../src/article/slot-diagnostics.ts'
import { incidentText, newsroom, repository } from '../../site/sample-newsroom.ts'
import { cli, depeche } from '../depeche.ts'

const ONE = 'content/incidents/2026/2026-03-02-orion.yaml'
const ID = '2026-03-02-orion'

/** Says a wording in French, on a Monday at noon. */
const say = (wording: string, ...slots: readonly string[]) =>
  saying('fr', wording, ...slots.flatMap(one => ['--slot', one]))

const saying = (edition: string, wording: string, ...options: readonly string[]) =>
  depeche(repository, ['say', wording, '--edition', edition, '--as-of', '2026-03-02T12:00', '--lang', 'en', ...options])

const said = async (wording: string, ...slots: readonly string[]) => {
  const { status, out, err } = await say(wording, ...slots)
  expect({ status, err }).toEqual({ status: 0, err: '' })
  return out
}

describe('say prints to the byte what show prints', () => {
  const slots = [
    'services=orion-mail',
    'company=orion',
    'event=outage',
    'day=2026-03-02T09:00',
    'clock=2026-03-02T09:00',
    'endclock=2026-03-02T10:00',
    'endday=2026-03-02T10:00',
    'again=app',
  ].flatMap(slot => ['--slot', slot])

  test.each(['fr', 'en', 'nl', 'en-us', 'fr-ca'])('in %s', async edition => {
    const here = newsroom({ [ONE]: incidentText() })
    const { out } = await depeche(here.root, ['show', ID, '--json', '--edition', edition])
    const shown = JSON.parse(out) as { paragraphs: { sentences: { text: string; wording: string }[] }[] }
    const sentences = shown.paragraphs.flatMap(paragraph => paragraph.sentences)
    expect(sentences.length).toBeGreaterThan(1)
    for (const { text, wording } of sentences) {
      const args = [
        'say',
        wording,
        '--edition',
        edition,
        '--as-of',
        '2026-03-02T11:30',
        '--holds',
        'full-stop,total',
        ...slots,
      ]
      // The article tells the length once; a sentence below leaves it out.
      const both = [await depeche(here.root, args), await depeche(here.root, [...args, '--slot', 'duration=60 min'])]
      expect(both.map(({ out }) => out)).toContain(`${text}\n`)
    }
  })

  test('a headline among the alternatives of its key, and a wording as it stands in the file', async () => {
    const here = newsroom({ [ONE]: incidentText() })
    const { headline, paragraphs } = JSON.parse((await depeche(here.root, ['show', ID, '--json'])).out)
    const options = [
      '--edition',
      'fr',
      '--as-of',
      '2026-03-02T11:30',
      '--holds',
      'full-stop,total',
      '--slot',
      'duration=60 min',
      ...slots,
    ]
    const { out } = await depeche(here.root, ['say', 'headline.outage_resolved', ...options])
    expect(out.split('\n').map(line => line.replace(/^#\d+ {2}/, ''))).toContain(headline)
    const [{ text, wording }] = paragraphs[0].sentences
    const [key = '', number = ''] = wording.replace('lead.', '').split('#')
    const { lead } = JSON.parse(readFileSync(join(repository, 'locales/fr/story.json'), 'utf8'))
    expect((await depeche(here.root, ['say', lead[key][Number(number) - 1], ...options])).out).toBe(`${text}\n`)
  })
})

describe('a slot is', () => {
  test.each([
    ['an id of the directory', '{{services}} et compagnie.', 'services=instagram', 'Instagram et compagnie.'],
    [
      'a list of them',
      'Panne de {{services, list(word: de)}}.',
      'services=facebook, instagram',
      'Panne de de Facebook et d’Instagram.',
    ],
    ['a place, by its code', 'depuis {{place, in}}', 'place=BE', 'depuis en Belgique'],
    [
      'a name in place',
      '{{service}} {{service, agree(m: est revenu; f: est revenue; p: sont revenus)}}.',
      'service={name: Nordlys, fr: {class: fs}}',
      'Nordlys est revenue.',
    ],
    ['a name whose kind is said', '{{x, list(word: de)}}.', 'x:person={name: Anne Roy}', 'D’Anne Roy.'],
    ['a moment', 'Panne {{started, clock}}.', 'started=2026-03-02T09:10', 'Panne à 9h10.'],
    [
      'a moment as it is known',
      '{{started, moment}}.',
      'started={at: 2026-03-02T09:10, precision: about}',
      'Ce lundi vers 9h10.',
    ],
    ['a length', 'Cela a duré {{duration}}.', 'duration=2 h 5', 'Cela a duré un peu plus de deux heures.'],
    [
      'a length that is about so long',
      'Cela a duré {{duration}}.',
      'duration=about 90 min',
      'Cela a duré environ une heure et demie.',
    ],
    ['a number', '{{figure}} au total.', 'figure=1200', '1200 au total.'],
    [
      'a number of something',
      '{{figure}} en une heure.',
      'figure=over 1200 reports',
      'Plus de 1200 signalements en une heure.',
    ],
    [
      'a range',
      '{{figure}} en une heure.',
      'figure={low: 500, high: 700, unit: reports}',
      'Entre 500 et 700 signalements en une heure.',
    ],
    [
      'a size in a word',
      '{{figure}} en une heure.',
      'figure=thousands of reports',
      'Des milliers de signalements en une heure.',
    ],
    [
      'shares by place',
      '{{parts}}.',
      'parts=[{place: US, value: 800000}, {place: FR, value: 900}]',
      '800000 aux États-Unis et 900 en France.',
    ],
    [
      'a text in the edition’s language, whatever marks it holds',
      'Selon Meta, {{text}}.',
      'text=tout revient: bientôt',
      'Selon Meta, tout revient : bientôt.',
    ],
    [
      'a text by language',
      'Selon Meta, {{text}}.',
      'text={fr: tout revient, en: all is back}',
      'Selon Meta, tout revient.',
    ],
    [
      'a quote with its translation',
      '{{quote}}, dit-on ({{quote, translated(word: de)}}).',
      'quote={lang: en, text: Sorry., translations: {fr: Pardon.}}',
      '« Pardon », dit-on (de l’anglais).',
    ],
    ['a speaker', 'Selon {{by}}.', 'by=users', 'Selon des utilisateurs.'],
    ['an error text', 'Il s’affiche {{error, quoted}}.', 'error=Error 503', 'Il s’affiche « Error 503 ».'],
    ['several texts', 'Sur {{platforms}}.', 'platforms=iOS, Android', 'Sur iOS et Android.'],
    ['a term, and an event in all its forms', 'C’est la fin {{of_event}}.', 'event=outage', 'C’est la fin de panne.'],
  ])('%s', async (_, wording, slot, text) => {
    expect((await said(wording, slot)).replace(/[\u202F\u00A0]/g, ' ').replace(/(?<=\d) (?=\d{3})/g, '')).toBe(
      `${text}\n`,
    )
  })
})

describe('a wording is', () => {
  test('every alternative of a key, each with its number, and why some cannot be said', async () => {
    const { status, out, err } = await say('lead.outage_ongoing', 'services=facebook', 'impact=down', 'elapsed=90 min')
    expect(status).toBe(0)
    expect(out).toMatch(/^#1 {2}Facebook est indisponible depuis .*\n#3 {2}Facebook est indisponible/)
    expect(err).toContain('#2  cannot be said without {{day}}.\n')
  })

  test('every alternative of a key as it is written, where nothing is given to fill it', async () => {
    const written = JSON.parse(readFileSync(join(repository, 'locales/fr/story.json'), 'utf8')).lead.outage_ongoing
    const { status, out, err } = await say('lead.outage_ongoing')
    expect({ status, err }).toEqual({ status: 0, err: '' })
    expect(out).toBe(written.map((text: string, index: number) => `#${index + 1}  ${text}\n`).join(''))
    expect(await said('replaced')).toContain('#1  {{text}}')
  })

  test('one of them by its number, or the variant of a context', async () => {
    const slots = ['services=facebook', 'impact=down', 'elapsed=90 min']
    const first = await said('lead.outage_ongoing#1', ...slots)
    expect(first).toMatch(/^Facebook est indisponible depuis/)
    const { out } = await saying('fr', 'lead.outage', '--context', 'ongoing', ...slots.flatMap(one => ['--slot', one]))
    expect(out).toContain(`#1  ${first}`)
  })

  test('a term, which is a part of a sentence; so is a text without a capital and a point', async () => {
    expect(await said('event.outage')).toMatch(/^#1 {2}la panne\n$/)
    expect(await said('la fin')).toBe('la fin\n')
    expect(await said('la fin.')).toBe('La fin.\n')
  })

  test('said of what it presupposes only', async () => {
    expect((await say('?order: Puis plus rien.')).err).toContain('presupposes order')
    expect(await saying('fr', '?order: Puis plus rien[?!total  du tout].', '--holds', 'order')).toMatchObject({
      status: 0,
      out: 'Puis plus rien du tout.\n',
    })
  })

  test('of somebody whom few readers know, until the text has named them', async () => {
    expect(await said('Selon {{company}}.', 'company=telnova')).toBe('Selon l’opérateur Telnova.\n')
    const known = await saying('fr', 'Selon {{company}}.', '--slot', 'company=telnova', '--known')
    expect(known.out).toBe('Selon Telnova.\n')
  })

  test('data for machines, too', async () => {
    const { out } = await saying('en', '{{day}}: nothing.', '--json', '--slot', 'day=2026-03-01')
    expect(JSON.parse(out)).toEqual({
      edition: 'en',
      said: [{ wording: 'text#1', missing: [], unmet: [], text: 'On Sunday: nothing.' }],
      problems: [],
    })
  })
})

describe('the examples', () => {
  const guide = readFileSync(join(repository, 'CONTRIBUTING.md'), 'utf8')
  const [, block = ''] = /```sh\n(npx depeche say [\s\S]*?)```/.exec(guide) ?? []
  const typed = [
    ...block.replaceAll('\\\n', ' ').trimEnd().split('\n'),
    ...[
      ...readFileSync(join(repository, 'docs/commands/say.md'), 'utf8').matchAll(
        /^ {4}(depeche say ".*|depeche say l.*)$/gm,
      ),
    ].map(([, one = '']) => one),
  ]

  test('stand in CONTRIBUTING.md and in docs/commands/say.md', () => {
    expect(typed.length).toBeGreaterThan(5)
  })

  test('name every format of a slot in CONTRIBUTING.md', () => {
    const [, list = ''] = /- The formats, by what the slot is([\s\S]*?)\n- /.exec(guide) ?? []
    const named = new Set([...list.matchAll(/`([a-z_]+)`/g)].map(([, name = '']) => name))
    expect([...FORMATS].filter(format => format !== '' && !named.has(format))).toEqual([])
  })

  test.each(typed)('%s', line => {
    const command = line.replace(/^(npx )?depeche/, `"${process.execPath}" "${cli}"`)
    const { status, stdout } = spawnSync('sh', ['-c', command], { cwd: repository, encoding: 'utf8' })
    expect({ status, said: stdout.trim() !== '' }).toEqual({ status: 0, said: true })
  })
})

describe('mistakes', () => {
  test.each([
    ['an edition', ['x y', '--edition', 'frr'], 'no edition “frr”. Did you mean fr', 'pas d’édition « frr »'],
    ['a key', ['lead.outage_ongoin'], 'Did you mean lead.outage_ongoing?', 'Vouliez-vous dire lead.outage_ongoing ?'],
    [
      'a slot without a value',
      ['x y', '--slot', 'day'],
      '“day” is no slot. Write name=value',
      '« day » n’est pas une variable',
    ],
    ['a kind of slot', ['x y', '--slot', 'a:nams=b'], 'Did you mean names?', 'Vouliez-vous dire names ?'],
    [
      'a slot that is missing',
      ['x {{day}}[ {{clock}}]'],
      'nothing fills {{day}}. Add it: --slot day=…',
      'rien ne remplit {{day}}',
    ],
    ['a term', ['{{impact}}', '--slot', 'impact=dwn'], 'Did you mean impact.down?', 'Vouliez-vous dire impact.down ?'],
    ['a condition', ['x y', '--holds', 'ordr'], 'Did you mean order?', 'Vouliez-vous dire order ?'],
    ['a number', ['x y', '--count', 'two'], '“two” is no number', '« two » n’est pas un nombre'],
    ['a moment to speak from', ['x y', '--as-of', 'noon'], '“noon” is no moment', '« noon » n’est pas un moment'],
  ])('%s: wrong usage, in one line', async (_, args, english, french) => {
    for (const [language, words] of [
      ['en', english],
      ['fr', french],
    ] as const) {
      const { status, out, err } = await depeche(repository, ['say', ...args, '--lang', language])
      expect({ status, out }).toEqual({ status: 64, out: '' })
      expect(err).toMatch(/^depeche: [^\n]*\n$/)
      expect(err.replace(/[\u202F\u00A0]/g, ' ')).toContain(words)
    }
  })

  test.each([
    ['a format', 'Bon {{services, lst}}.', 'services=facebook', 'text:1:5  wording/unknown-format', '“list”'],
    ['agreement', '{{services, agree(s: est)}}', 'services=facebook', 'text:1:1  wording/agreement', 'mp, fp'],
    ['a frame', '{{day, day(as: whenever)}}', 'day=2026-03-01', 'text:1:1  wording/unknown-frame', 'whenever'],
    ['a bracket', 'Bon [ {{services}}.', 'services=facebook', 'text:1:1  wording/unreadable', '[ {{services}}'],
    ['a name', '{{services}}.', 'services=facebook,instagarm', '--slot services:1:21  name/unknown', '“instagram”'],
    ['a field of a name', '{{services}}.', 'services={nam: Nordlys}', 'shape/unknown-field', '“name”'],
    ['YAML', '{{services}}.', 'services=[facebook', '--slot services:1:11  yaml/unclosed-bracket', '[facebook'],
    ['a moment', '{{day}}.', 'day=2026-13-01', '--slot day:1:6  time/unreadable', '2026-13-01'],
    ['a length', '{{elapsed}}.', 'elapsed=90', '--slot elapsed:1:10  shape/not-a-duration', '“90”'],
    ['a number', '{{figure}}.', 'figure=1.200', '--slot figure:1:9  shape/not-a-number', '1200'],
  ])('%s: shown where it stands, with what to do', async (_, wording, slot, head, words) => {
    const { status, out, err } = await say(wording, slot)
    expect({ status, out }).toEqual({ status: 1, out: '' })
    expect(err).toContain(head)
    expect(err).toContain('^')
    expect(err).toContain(words)
  })

  test('a slot that nothing uses is named, and the rest is said', async () => {
    expect(await say('Rien.', 'services=facebook')).toMatchObject({
      status: 0,
      out: 'Rien.\n',
      err: 'services is not used here.\n',
    })
  })

  test('a newsroom whose words have errors says none of them', async () => {
    const here = newsroom({ 'locales/fr/story.json': '{"lead":{"outage_resolved":"{{nothing}}"}}' })
    const { status, err } = await depeche(here.root, ['say', 'lead.outage_resolved', '--edition', 'fr'])
    expect(status).toBe(1)
    expect(err).toContain('locales/fr/story.json:1:29  wording/unknown-slot')
  })
})
