/**
 * What words may presuppose, each with what the file must then say. A wording names it (`[?order  later]`); a fact or its
 * story holds it. Some wait for a field of their own: until it exists no fact holds them, and what presupposes them is not said.
 */
export const presupposed = {
  announced: 'It was announced: the story is planned, has a window, or somebody announces it.',
  'announced-interruption': 'What was announced is an interruption.',
  asked: 'They were asked.',
  asserted: 'The story says that it happened, or that it will: it is not withdrawn, nor a mere suspicion.',
  author: 'Somebody claims to have carried out the attack.',
  beforehand: 'It was said before it began.',
  call: 'The number is for calls.',
  certain: 'Said without a hedge: a cause that is official, an attack that is confirmed.',
  chat: 'The number is for written conversations.',
  'company-said':
    'The words are those of the company, of its spokesperson or its status page; or the file says that somebody apologises.',
  cumulative: 'The figure is a total.',
  'full-stop': 'What fails does not work at all, or did not.',
  down: 'The figure is lower than the one it is compared with.',
  during: 'It was said while it lasted, and the story says that it is over.',
  earlier: 'It was said at a time that is over: before it began, or while it lasted.',
  fell: 'The same source counted more of the same before.',
  first: 'It came before the others: the moment at which all began, an explanation since dropped.',
  gradual: 'Part of it is back and part is not.',
  kept: 'An estimate is entered as one that came true.',
  'not-asked': 'They were not asked.',
  'not-urgent': 'It is for what is not urgent.',
  one: 'There is one, as entered.',
  operates: 'Somebody is entered as running the service.',
  order: 'Both moments are known and this one is the later.',
  owner: 'The file says whose the services are.',
  'same-company': 'It befell a service of the same company.',
  'same-speaker': 'Who speaks has spoken above.',
  several: 'There are several, as entered.',
  'silent-said-by': 'They were asked and have said nothing, or said themselves that they cannot say.',
  'spoken-language': 'The words are known in the language in which they were said.',
  text: 'The number is for text messages.',
  total: 'Nothing remains of it, and no source limits that.',
  up: 'The figure is higher than the one it is compared with.',
  urgent: 'It is for emergencies.',
  used: 'Users use it themselves: what fails is an application or a site, not a company, trains or a network.',
} as const

/** One of the things that words may presuppose. */
export type Presupposed = keyof typeof presupposed

/** What is known to be so or not of a fact; what is not named is not so. */
export type Known = Partial<Readonly<Record<Presupposed, boolean>>>

/** Those that are so. */
export const held = (known: Known): Presupposed[] => (Object.keys(known) as Presupposed[]).filter(name => known[name])
