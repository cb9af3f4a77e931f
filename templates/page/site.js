// The only script of the site. No page needs it: it adds the buttons that want a script, and answers the search.

/** Letters alone: without accents, in small letters, marks as spaces. */
function bare(text) {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** How well an entry answers: 0 when one of the words is missing. A word is found by its beginning. */
function score(words, [, headline, standfirst, kicker, , names]) {
  const head = ` ${bare(`${headline} ${names}`)}`
  const rest = ` ${bare(`${standfirst} ${kicker}`)}`
  let sum = 0
  for (const word of words) {
    if (head.includes(` ${word}`)) sum += 3
    else if (rest.includes(` ${word}`)) sum += 1
    else return 0
  }
  return sum
}

function entryOf(base, [slug, headline, standfirst, kicker, date]) {
  const line = document.createElement('li')
  const link = document.createElement('a')
  link.href = `${base}${slug}/`
  link.textContent = headline
  const about = document.createElement('p')
  about.textContent = standfirst
  const dates = document.createElement('p')
  dates.className = 'dates'
  dates.textContent = `${kicker} · ${date}`
  line.append(link, about, dates)
  return line
}

function openSearch(form) {
  const field = form.querySelector('input')
  const status = document.querySelector('.status')
  const list = document.querySelector('.results')
  const { index, none, found, wait } = form.dataset
  const base = new URL('..', form.action).pathname
  let entries
  const load = () => {
    entries ??= Promise.all(
      index
        .split(' ')
        .filter(Boolean)
        .map(address => fetch(address).then(answer => (answer.ok ? answer.json() : []))),
    ).then(years => years.flat())
    return entries
  }
  let turn = 0
  const answer = async () => {
    const mine = ++turn
    const query = field.value.trim()
    const words = bare(query).split(' ').filter(Boolean)
    if (words.length === 0) {
      status.textContent = ''
      list.hidden = true
      list.replaceChildren()
      return
    }
    if (!entries) status.textContent = wait
    const all = await load()
    if (mine !== turn) return
    const hits = all
      .map((entry, order) => ({ entry, order, rank: score(words, entry) }))
      .filter(({ rank }) => rank > 0)
      .sort((one, other) => other.rank - one.rank || one.order - other.order)
    status.textContent = hits.length > 0 ? found.replace('{number}', hits.length) : none.replace('{query}', () => query)
    list.hidden = hits.length === 0
    list.replaceChildren(...hits.slice(0, 50).map(({ entry }) => entryOf(base, entry)))
  }
  form.addEventListener('submit', event => {
    event.preventDefault()
    const address = new URL(location.href)
    address.searchParams.set('q', field.value.trim())
    history.replaceState(null, '', address)
    answer()
  })
  field.addEventListener('input', answer)
  field.value = new URLSearchParams(location.search).get('q') ?? ''
  if (field.value) answer()
}

// The device's own sheet, where it has one.
for (const button of document.querySelectorAll('[data-share]')) {
  if (!navigator.share) continue
  button.parentElement.hidden = false
  button.addEventListener('click', () => {
    const { href } = document.querySelector('link[rel="canonical"]') ?? location
    const title = document.querySelector('h1')?.textContent ?? document.title
    // Whoever closes the sheet has not failed.
    navigator.share({ title, url: href }).catch(() => undefined)
  })
}
for (const button of document.querySelectorAll('[data-print]')) {
  button.parentElement.hidden = false
  button.addEventListener('click', () => print())
}
const form = document.querySelector('form.search')
if (form) openSearch(form)
