// The search page, and only that: finds articles by every word of theirs in files of the site itself, of which it loads
// what a query needs. Accents and endings do not matter (the words are stems), nor do small mistakes in typing.
// MiniSearch ranks what is found; how the files are made is in src/site/search/.

const form = document.querySelector('form.search')
const field = form.elements.q
const status = document.querySelector('.status')
const list = document.querySelector('.results')
const more = document.querySelector('.more button')
const words = { ...form.dataset }
const folder = new URL(form.action).pathname
const edition = new URL('..', form.action).pathname

/** Results at first, and with each call for more. */
const PAGE = 10
const DAY = 86_400_000
/** Most words of a query that are looked for: so that it loads little, whatever is pasted. */
const WORDS = 8

const known = new Map()
/** A file of the search, loaded once; one that fails is asked for again. */
function file(name) {
  if (!known.has(name)) {
    const answer = fetch(folder + name).then(response => {
      if (!response.ok) throw new Error(`${name}: ${response.status}`)
      return response.json()
    })
    answer.catch(() => known.delete(name))
    known.set(name, answer)
  }
  return known.get(name)
}

let parts
/** Engine, stemmer and index: loaded when somebody first searches. */
function opened() {
  parts ??= Promise.all([
    import(words.engine),
    words.stemmer === '' ? undefined : import(words.stemmer),
    file('index.json'),
  ])
    .then(([{ default: MiniSearch }, stems, index]) => {
      let day = index.first
      const days = index.days.map(step => (day += step))
      return { MiniSearch, stem: stems?.stemmer ?? (word => word), index, days }
    })
    .catch(error => {
      parts = undefined
      throw error
    })
  return parts
}

/** The words of a query, as those of the articles were made. */
const wordsOf = (text, stem) => [
  ...new Set(
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(word => word.length > 1 || /\p{N}/u.test(word))
      .map(word => stem(stem(word))),
  ),
]

function bucketOf(word, buckets) {
  let sum = 0
  for (const letter of word.slice(0, 4)) sum = (sum * 31 + letter.codePointAt(0)) % 65_521
  return sum % buckets
}

/** The articles of a word, by number; negative, less one, where only the text has it. */
function* articlesOf(coded) {
  let [number, value, shift] = [0, 0, 0]
  for (const letter of atob(coded)) {
    const byte = letter.charCodeAt(0)
    value |= (byte & 127) << shift
    shift += 7
    if (byte > 127) continue
    number += value >> 1
    yield { number, inHead: (value & 1) === 1 }
    value = 0
    shift = 0
  }
}

const bucketsFor = (all, { buckets }) =>
  Promise.all([...new Set(all.map(word => bucketOf(word, buckets)))].map(nth => file(`words/${nth}.json`)))

const options = { fields: ['head', 'body'], tokenize: text => text.split(' '), processTerm: word => word || null }

/** An index of the words that these buckets hold. */
function indexOf(MiniSearch, tables, isWanted) {
  const articles = new Map()
  for (const table of tables) {
    for (const [word, coded] of Object.entries(table)) {
      if (!isWanted(word)) continue
      for (const { number, inHead } of articlesOf(coded)) {
        const article = articles.get(number) ?? { id: number, head: '', body: '' }
        article[inHead ? 'head' : 'body'] += ` ${word}`
        articles.set(number, article)
      }
    }
  }
  const engine = new MiniSearch(options)
  engine.addAll([...articles.values()])
  return engine
}

/** How far a word may be from what was typed. */
const slack = word => (word.length > 7 ? 2 : word.length > 3 ? 1 : 0)

/** Words of titles that are nearly what was typed. */
async function nearWords(MiniSearch, missing) {
  const engine = new MiniSearch({ ...options, fields: ['head'] })
  engine.addAll((await file('names.json')).split(' ').map(word => ({ id: word, head: word })))
  return missing.map(word =>
    engine
      .search(word, { fuzzy: slack(word), prefix: false })
      .slice(0, 4)
      .map(({ id }) => id),
  )
}

/** The articles that hold every word, best first. A word that none holds stands for those that are nearly the same. */
async function found(asked, { MiniSearch, index }) {
  const own = await bucketsFor(asked, index)
  const holds = word => own.some(table => Object.keys(table).some(other => begins(other, word)))
  const missing = asked.filter(word => !holds(word))
  const near = missing.length > 0 ? await nearWords(MiniSearch, missing) : []
  const nearOf = word => near[missing.indexOf(word)] ?? []
  const tables = new Set([...own, ...(await bucketsFor(near.flat(), index))])
  const isWanted = other =>
    asked.some(word => begins(other, word) || (missing.includes(word) && other[0] === word[0])) ||
    near.flat().includes(other)
  const engine = indexOf(MiniSearch, tables, isWanted)
  const queries = asked.map(word => ({
    combineWith: 'OR',
    queries: missing.includes(word)
      ? [
          { queries: [word], fuzzy: slack(word) },
          ...nearOf(word).map(one => ({ queries: [one], fuzzy: false, prefix: false })),
        ]
      : [{ queries: [word], prefix: word.length > 3 }],
  }))
  const hits = engine.search(
    { combineWith: 'AND', queries },
    {
      boost: { head: 3 },
      // Every word counts once an article: how long it is does not matter, that it is new does a little.
      bm25: { k: 1.2, b: 0, d: 0.5 },
      boostDocument: number => 1 + (0.3 * number) / index.states.length,
    },
  )
  return { numbers: hits.map(({ id }) => id), isNear: missing.length > 0 }
}

const begins = (other, word) => other === word || (word.length > 3 && other.startsWith(word))

/** What the reader asks besides words. */
function filterOf({ index, days }) {
  const { state, from, to } = form.elements
  const [least, most] = [from.value, to.value].map(value => (value === '' ? undefined : Date.parse(value) / DAY))
  return number =>
    (state.value === '' || index.states[number] === state.value) &&
    (least === undefined || days[number] >= least) &&
    (most === undefined || days[number] <= most)
}

const isFiltered = () => ['state', 'from', 'to'].some(name => form.elements[name].value !== '')

function entryOf([slug, headline, standfirst, state, date]) {
  const line = document.createElement('li')
  const link = document.createElement('a')
  link.href = `${edition}${slug}/`
  link.textContent = headline
  const about = document.createElement('p')
  about.textContent = standfirst
  const dates = document.createElement('p')
  dates.className = 'dates'
  dates.textContent = `${state} · ${date}`
  line.append(link, about, dates)
  return line
}

async function entriesOf(numbers, { together }) {
  const pieces = await Promise.all(numbers.map(number => file(`articles/${Math.floor(number / together)}.json`)))
  return numbers.map((number, at) => entryOf(pieces[at][number % together]))
}

let turn = 0
let rest = []

async function answer() {
  const mine = ++turn
  const query = field.value.trim()
  const told = { text: '', entries: [], rest: [] }
  try {
    if (query !== '' || isFiltered()) {
      if (!parts) status.textContent = words.wait
      await search(query, told)
    }
  } catch {
    told.text = words.failed
  }
  if (mine !== turn) return
  status.textContent = told.text
  list.hidden = told.entries.length === 0
  list.replaceChildren(...told.entries)
  rest = told.rest
  more.parentElement.hidden = rest.length === 0
}

async function search(query, told) {
  const open = await opened()
  const asked = wordsOf(query, open.stem).slice(0, WORDS)
  const every = () => ({ numbers: [...open.days.keys()].reverse(), isNear: false })
  const { numbers, isNear } = query === '' ? every() : asked.length === 0 ? { numbers: [] } : await found(asked, open)
  const shown = numbers.filter(filterOf(open))
  const text = shown.length === 0 ? (query === '' ? words.empty : words.none) : isNear ? words.near : words.found
  told.text = text.replace('{query}', () => query).replace('{number}', shown.length)
  told.entries = await entriesOf(shown.slice(0, PAGE), open.index)
  told.rest = shown.slice(PAGE)
}

more.addEventListener('click', async () => {
  const mine = turn
  const next = rest.slice(0, PAGE)
  const entries = await entriesOf(next, (await opened()).index)
  if (mine !== turn) return
  rest = rest.slice(PAGE)
  list.append(...entries)
  more.parentElement.hidden = rest.length === 0
  entries[0]?.querySelector('a').focus()
})

/** The address says what is asked, so that it can be kept and sent. */
function keepAddress() {
  const address = new URL(location.href)
  for (const { name, value } of form.elements) {
    if (name === '') continue
    if (value.trim() === '') address.searchParams.delete(name)
    else address.searchParams.set(name, value.trim())
  }
  history.replaceState(null, '', address)
}

form.addEventListener('submit', event => {
  event.preventDefault()
  keepAddress()
  answer()
})
field.addEventListener('input', answer)
form.addEventListener('change', () => {
  keepAddress()
  answer()
})
const asked = new URLSearchParams(location.search)
for (const element of form.elements) if (element.name !== '') element.value = asked.get(element.name) ?? ''
form.querySelector('.filters').hidden = false
if (asked.size > 0) answer()
