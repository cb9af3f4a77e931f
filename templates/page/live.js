// On pages whose story is under way, and only there: says how long ago it moved, and follows it. The page asks a small
// file of its own site whether there is another version; where there is, it takes over what has changed and leaves the
// rest as it stands, with the reader's place, selection and focus. Without this script the page is whole.

const FIRST = 30_000
const LONGEST = 600_000
/** Answers alike, one after the other, after which it asks less often. */
const CALM = 10
const KEY = 'depeche-updates'

const page = document.querySelector('main')
let story = page.querySelector('[data-live]')
const follow = page.querySelector('.follow')
/** The words of this script, as the page holds them. */
const words = { ...follow.dataset }
/** What is said to those who hear the page: it stands apart, so that no change takes it away. */
const spoken = document.createElement('p')
spoken.className = 'unseen'
spoken.setAttribute('role', 'status')
document.body.append(spoken)

/** What readers chose, where the browser keeps it; a browser that keeps nothing begins anew. */
const choice = {
  isPaused() {
    try {
      return localStorage.getItem(KEY) === 'paused'
    } catch {
      return false
    }
  },
  pause(isPaused) {
    try {
      if (isPaused) localStorage.setItem(KEY, 'paused')
      else localStorage.removeItem(KEY)
    } catch {
      // Not kept: it holds for this page.
    }
  },
}

// How long ago

const STEPS = [
  ['minute', 60],
  ['hour', 3600],
]
const relative = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: 'always', style: 'long' })
const DAY = 86_400

/** “12 minutes ago”; nothing of what is older than a day, or of a clock that runs behind. */
function agoOf(iso) {
  const seconds = (Date.now() - Date.parse(iso)) / 1000
  if (!(seconds >= 0 && seconds < DAY)) return ''
  const [unit, length] = STEPS.findLast(([, least]) => seconds >= least) ?? STEPS[0]
  return relative.format(-Math.floor(seconds / length), unit)
}

function tellAgo() {
  for (const place of page.querySelectorAll('[data-ago]')) {
    const ago = agoOf(place.dataset.ago)
    const text = ago === '' ? '' : `${ago} ·`
    if (place.textContent !== text) place.textContent = text
  }
}

// What has changed

const isElement = node => node.nodeType === Node.ELEMENT_NODE
/** What a script or the reader has made of it stays. */
const isKept = node => isElement(node) && node.hasAttribute('data-kept')
const nameOf = node => (isElement(node) ? node.id : '')
/** What a node is, so that one can become the other. */
const kindOf = node => `${node.nodeName} ${nameOf(node)} ${isElement(node) ? (node.classList[0] ?? '') : ''}`

function isSame(old, fresh) {
  if (nameOf(old) !== '' || nameOf(fresh) !== '' || isKept(old)) return kindOf(old) === kindOf(fresh)
  return old.isEqualNode(fresh)
}

/** The longest row of nodes that stand in both lists, in order, as pairs of places. */
function commonRow(old, fresh) {
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint16Array(fresh.length + 1))
  for (let one = old.length - 1; one >= 0; one--) {
    for (let other = fresh.length - 1; other >= 0; other--) {
      lengths[one][other] = isSame(old[one], fresh[other])
        ? lengths[one + 1][other + 1] + 1
        : Math.max(lengths[one + 1][other], lengths[one][other + 1])
    }
  }
  const row = []
  for (let one = 0, other = 0; one < old.length && other < fresh.length; ) {
    if (isSame(old[one], fresh[other])) row.push([one++, other++])
    else if (lengths[one + 1][other] >= lengths[one][other + 1]) one++
    else other++
  }
  return row
}

/** Makes the children of a node those of another: what is alike is not touched, what is of one kind changes within. */
function takeOver(parent, wanted) {
  const old = [...parent.childNodes]
  const fresh = [...wanted.childNodes]
  let [one, other] = [0, 0]
  for (const [nextOne, nextOther] of [...commonRow(old, fresh), [old.length, fresh.length]]) {
    replace(parent, old.slice(one, nextOne), fresh.slice(other, nextOther), old[nextOne] ?? null)
    if (nextOne < old.length) change(old[nextOne], fresh[nextOther])
    one = nextOne + 1
    other = nextOther + 1
  }
}

/** Between two nodes that stay: what has gone, what has come, and what has become another. */
function replace(parent, old, fresh, end) {
  let left = old
  for (const node of fresh) {
    const at = left.findIndex(candidate => kindOf(candidate) === kindOf(node))
    if (at >= 0) {
      for (const gone of left.slice(0, at)) gone.remove()
      change(left[at], node)
      left = left.slice(at + 1)
    } else {
      parent.insertBefore(marked(document.importNode(node, true)), left[0] ?? end)
    }
  }
  for (const gone of left) gone.remove()
}

/** Something new is shown as such for a moment, where the reader has nothing against motion (style sheet). */
function marked(node) {
  if (isElement(node)) node.classList.add('fresh')
  return node
}

function change(old, fresh) {
  if (!isElement(old)) {
    if (old.data !== fresh.data) old.data = fresh.data
    return
  }
  if (old.isEqualNode(fresh)) return
  takeAttributes(old, fresh)
  if (!isKept(old)) takeOver(old, fresh)
}

function takeAttributes(old, fresh) {
  // Whether it is folded or shown is for the reader and for scripts to say.
  const isTheirs = name => name === 'open' || (isKept(old) && !name.startsWith('data-'))
  for (const { name } of [...old.attributes])
    if (!isTheirs(name) && !fresh.hasAttribute(name)) old.removeAttribute(name)
  for (const { name, value } of fresh.attributes) {
    if (!isTheirs(name) && old.getAttribute(name) !== value) old.setAttribute(name, value)
  }
}

// The reader's place

/** Where the reader is, and how to be there again. */
function placeOfReader() {
  const focused = document.activeElement
  const { anchorNode, anchorOffset, focusNode, focusOffset } = getSelection() ?? {}
  const seen = scrollY === 0 ? [] : inSight(focused)
  return () => {
    const stays = seen.find(({ element }) => element.isConnected)
    if (stays) scrollBy({ top: stays.element.getBoundingClientRect().top - stays.top, behavior: 'instant' })
    if (anchorNode?.isConnected && focusNode?.isConnected) {
      getSelection().setBaseAndExtent(
        anchorNode,
        within(anchorNode, anchorOffset),
        focusNode,
        within(focusNode, focusOffset),
      )
    }
    if (focused && focused !== document.body && !focused.isConnected) {
      page.tabIndex = -1
      page.focus({ preventScroll: true })
    }
  }
}

const within = (node, offset) => Math.min(offset, isElement(node) ? node.childNodes.length : node.data.length)

/** What is on the screen, with its place: first what has the focus, then from the top. */
function inSight(focused) {
  const seen = []
  const all = page.querySelectorAll('h1, h2, p, li, tr, dd, figure, svg')
  for (const element of page.contains(focused) ? [focused, ...all] : all) {
    const { top, bottom, height } = element.getBoundingClientRect()
    if (height > 0 && bottom > 0 && top < innerHeight) seen.push({ element, top })
  }
  return seen
}

// Following

let wait = FIRST
let alike = 0
let timer
let isAsking = false

const isStill = () => !story || choice.isPaused() || document.hidden

function askIn(time) {
  clearTimeout(timer)
  if (!isStill()) timer = setTimeout(ask, time)
}

/** Asks now; after an answer alike less often by and by, after a failure later each time. */
async function ask() {
  clearTimeout(timer)
  if (isAsking || isStill()) return
  isAsking = true
  try {
    const isNew = await follows()
    alike = isNew ? 0 : alike + 1
    wait = isNew ? FIRST : Math.min(LONGEST / 2, alike > CALM ? wait * 1.5 : FIRST)
  } catch {
    wait = Math.min(LONGEST, wait * 2)
  } finally {
    isAsking = false
    // Not all open pages at once.
    askIn(wait * (0.9 + Math.random() / 5))
  }
}

/** Whether there was another version, which the page then is. The browser asks with what it has: unchanged costs nothing. */
async function follows() {
  const answer = await fetch(story.dataset.live, { cache: 'no-cache' })
  const isGone = answer.status === 404 || answer.status === 410
  if (!answer.ok && !isGone) throw new Error(answer.status)
  const { version, latest = '' } = isGone ? {} : await answer.json()
  if (version === story.dataset.version) return false
  const found = await pageNow()
  // Half published: what it was is still there.
  if (isGone && found.querySelector('[data-live]')) throw new Error('half published')
  if (choice.isPaused()) return false
  show(found)
  spoken.textContent = story ? `${words.changed} ${latest}`.trim() : words.over
  return true
}

async function pageNow() {
  const answer = await fetch(location.pathname + location.search, { cache: 'no-cache' })
  const found = new DOMParser().parseFromString(await answer.text(), 'text/html')
  if (!answer.ok || !found.querySelector('main .story')) throw new Error(answer.status)
  return found
}

function show(found) {
  const back = placeOfReader()
  const { style } = document.documentElement
  style.overflowAnchor = 'none'
  takeOver(page, found.querySelector('main'))
  document.title = found.title
  story = page.querySelector('[data-live]')
  tellAgo()
  back()
  style.overflowAnchor = ''
}

// The reader's choice

const button = follow.querySelector('button')

function tellChoice() {
  const isPaused = choice.isPaused()
  button.textContent = isPaused ? button.dataset.resume : button.dataset.pause
  follow.querySelector('.following').textContent = isPaused ? words.off : words.on
}

button.addEventListener('click', () => {
  choice.pause(!choice.isPaused())
  tellChoice()
  ask()
})
tellChoice()
button.parentElement.hidden = false
tellAgo()
setInterval(() => document.hidden || tellAgo(), 20_000)
for (const event of ['online', 'pageshow']) addEventListener(event, ask)
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) tellAgo()
  ask()
})
askIn(FIRST)
