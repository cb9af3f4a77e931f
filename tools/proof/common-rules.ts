import type { Rule, Rulebook } from './rulebook.ts'

/** Mistakes in every language: leaks of templates, doubled words, punctuation that does not fit together. */
export function commonRules({ doubled, abbreviations }: Rulebook): Rule[] {
  const twice = doubled.length > 0 ? doubled.map(escaped).join('|') : '(?!)'
  const short = abbreviations.length > 0 ? `(?<!\\b(?:${abbreviations.map(escaped).join('|')}))` : ''
  return [
    {
      id: 'leak',
      find: '\\bundefined\\b|\\bNaN\\b|\\{\\{|\\}\\}|\\[object|\\[~*\\]|\\(~*\\)|«~*»|“~*”|\\bnull\\b|\\$\\{',
      wrong: [
        'It is undefined.',
        'NaN reports',
        'In {{place}}.',
        '[object Object] is down.',
        'Down () now.',
        'Down [] now.',
      ],
      right: ['It is defined.', 'Down (in part) now.'],
    },
    {
      id: 'placeholder',
      find: '#',
      // A hashtag is quoted verbatim.
      quotes: false,
      wrong: ['# other services'],
      right: ['He wrote “in #Pakistan”.'],
    },
    {
      id: 'doubled-word',
      find: "(?<![\\p{L}\\p{N}’'-])(\\p{L}+)~+\\1(?![\\p{L}\\p{N}’'-])",
      flags: 'i',
      except: `^(?:${twice})~`,
      wrong: ['Alpha beta beta gamma.', 'Alpha alpha.'],
      right: ['Alpha, alpha.', 'Beta betas.'],
    },
    { id: 'double-space', find: '~{2,}|\\n', wrong: ['Two  spaces.', 'Space \u00A0here.'], right: ['One space.'] },
    {
      id: 'space-at-edge',
      find: '^~|~$|\\(~|~\\)|~[.,](?![.\\d])',
      wrong: [' Start.', 'End ', 'In ( brackets).', 'A stop .', 'A comma , here.'],
      right: ['A stop. A comma, here (in brackets).', 'It is .5 here'],
    },
    {
      id: 'double-punctuation',
      find: '[,;:]~*[,;:.!?]|(?<!\\.)\\.\\.(?!\\.)|\\.~*[,;:](?<!\\p{L}\\.~*[,;:])|[!?]~*[.,]|\\.~*[»”’]\\.|…\\.|\\(~*[,.;]',
      wrong: ['One,, two.', 'One: ; two.', 'End..', 'Really?.', '“Quote.”.', 'Wait….'],
      right: ['And so on… Then.', 'At 6 p.m., it stopped.', 'Really? Yes.'],
    },
    {
      id: 'lower-case-start',
      // A name that is an address keeps its small letter.
      find: '^[«“( \\u00A0\\u202F]*\\p{Ll}(?![\\p{Ll}.]*\\p{Lu}|[\\p{Ll}\\d-]*\\.\\p{Ll}{2})',
      in: ['headline', 'alert', 'sentence', 'opening'],
      wrong: ['the start is small.', '« the start is small'],
      right: ['iPhone users wait.', 'eBay is down.', 'caf.fr is down.', 'The start.'],
    },
    {
      id: 'lower-case-after-stop',
      find: `${short}(?<!\\p{Lu}|\\.)[.!?]~+\\p{Ll}(?!\\p{Ll}*\\p{Lu})`,
      in: ['sentence', 'opening'],
      wrong: ['It stopped. then it began.'],
      right: ['It stopped. Then it began.', 'It stopped… then began.'],
    },
    {
      id: 'no-end',
      find: '[^.!?…»”)\\uFFFC]$|[^.!?…)»\\s\\uFFFC][)»\\s]+$|\\uFFFC$',
      in: ['sentence'],
      wrong: ['A sentence without its point', 'A sentence (with an aside)', 'A sentence that ends in,'],
      right: ['A sentence.', 'He said “Yes.”', '« Non ! »', 'Is it?'],
    },
    {
      id: 'list-opening',
      find: '[^:.!?…»”)]$',
      in: ['opening'],
      wrong: ['What to do'],
      right: ['What to do:', 'It stopped.'],
    },
    {
      id: 'point-after-headline',
      find: '(?<!\\p{L}\\.\\p{L})[.,;:]$',
      in: ['headline', 'alert'],
      wrong: ['Down again.'],
      right: ['Down again', 'Down since 6 p.m.'],
    },
    {
      id: 'quotes-not-in-pairs',
      find: '^(?:[^«»]*«[^«»]*»)*[^«»]*(?:«[^»]*$|».*$)|^(?:[^“”]*“[^“”]*”)*[^“”]*(?:“[^”]*$|”.*$)|^(?:[^()]*\\([^()]*\\))*[^()]*(?:\\([^)]*$|\\).*$)',
      wrong: ['« One', 'One »', 'He said “yes.', 'It (was down.', 'was) down', '« a » and « b'],
      right: ['« One » and « two »', 'He said “yes” (twice).'],
    },
    { id: 'straight-mark', find: '["\']', wrong: ["It's down", 'He said "no"'], right: ['It’s down', '“No”'] },
  ]
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
