import { type Card, call, Gone, type Lines, type Opened, type Preview, type Sentence, type Start } from './api.ts'
import { ask, bothTexts, choose } from './dialogs.ts'
import { forget, keep, kept } from './drafts.ts'
import { openEditor } from './editor.ts'
import { outdate, showProblems, showUntold } from './lists.ts'
import { clear, notice } from './notices.ts'
import { openPane } from './pane.ts'
import { byId, el, t } from './words.ts'

/** The file that is open: what was last read from the disk, and whether the text has changed since. */
interface Session {
  readonly id: string
  base: string
  saved: string
  /** What stands on the disk, when it changed while the editor wrote. */
  theirs?: Opened
}

const start = (await call<Start>('GET', '/start')).body
let session: Session | undefined
let sentenceStep = -1
let pointed: Sentence | undefined

const editor = openEditor(
  byId('editor'),
  { ...start, now: () => wallNow(start.zone) },
  {
    changed: at => {
      outdate()
      keepSoon()
      status()
      void refresh(at)
    },
    moved: line => lightLine(line),
    save: () => void save(),
    step: forward => stepSentence(forward),
  },
)

const panes = await Promise.all(
  [...document.querySelectorAll<HTMLElement>('.pane')].map((section, at) =>
    openPane(
      section,
      { editions: start.editions, edition: start.published[at] ?? start.published[0] ?? '' },
      {
        edition: () => void refresh(),
        point: sentence => {
          if (sentence === pointed) return
          pointed = sentence
          if (sentence) lightSentence(sentence)
          else lightLine(editor.line())
        },
        choose: sentence => {
          const [first] = sentence.lines
          if (first) editor.go(first.first)
        },
      },
    ),
  ),
)

const length = byId<HTMLSelectElement>('length')
const state = byId<HTMLSelectElement>('state')
for (const one of start.states) state.append(el('option', { value: one }, one))
length.addEventListener('change', () => void refresh())
state.addEventListener('change', () => void refresh())

const isDirty = () => session !== undefined && editor.text() !== session.saved

let running = false
let wanted: { since: number | undefined } | undefined

/** Tells the text anew. While one telling is under way only the latest text waits. */
async function refresh(since?: number): Promise<void> {
  wanted = { since: wanted?.since ?? since }
  if (running) return
  running = true
  try {
    while (wanted && session) {
      const { since: begun } = wanted
      wanted = undefined
      await tellOnce(session.id, begun)
    }
  } catch (error) {
    if (!(error instanceof Gone)) throw error
    gone()
  } finally {
    running = false
  }
}

async function tellOnce(id: string, since: number | undefined): Promise<void> {
  const text = editor.text()
  const editions = panes.map(pane => pane.edition())
  const trial = state.value === '' ? null : state.value
  const { status: code, body } = await call<Preview>('POST', '/tell', {
    id,
    text,
    editions,
    length: length.value,
    state: trial,
  })
  if (code !== 200 || session?.id !== id) return
  for (const [at, pane] of panes.entries()) {
    const page = body.pages[at]
    pane.trial(trial !== null || length.value !== 'article')
    if (page) pane.show(page)
    else pane.stale()
  }
  // An answer about an older text would underline the wrong words.
  if (text === editor.text()) {
    editor.problems(body.problems, text)
    showProblems(body.problems, editor)
    showUntold(body.untold, text, editor)
    lightLine(editor.line())
  }
  if (since === undefined) return
  requestAnimationFrame(() => performance.measure('preview', { start: since, end: performance.now() }))
}

function rests(line: number): (sentence: Sentence) => boolean {
  return sentence => sentence.lines.some(({ first, last }) => line >= first && line <= last)
}

/** Lights the sentences that use a line. */
function lightLine(line: number): void {
  sentenceStep = -1
  editor.light([])
  for (const pane of panes) pane.light(rests(line))
}

/** Lights the lines a sentence rests on, and the same facts in the other article. */
function lightSentence(sentence: Sentence, scroll = false): void {
  editor.light(sentence.lines, true)
  const same = (one: Lines) => sentence.lines.some(({ first, last }) => first === one.first && last === one.last)
  for (const pane of panes) {
    const own = pane.sentences().includes(sentence)
    pane.light(other => (own ? other === sentence : other.part === sentence.part && other.lines.some(same)), scroll)
  }
}

/** From the keyboard: the next sentence, and the cursor on its first line. */
function stepSentence(forward: boolean): void {
  const sentences = panes[0]?.sentences() ?? []
  if (sentences.length === 0) return
  const next = (sentenceStep + (forward ? 1 : -1) + sentences.length) % sentences.length
  const sentence = sentences[next]
  if (!sentence) return
  const [first] = sentence.lines
  if (first) editor.go(first.first)
  lightSentence(sentence, true)
  sentenceStep = next
}

function status(): void {
  const dirty = isDirty()
  const place = byId('status')
  place.textContent = session === undefined ? '' : session.theirs ? t('changed-short') : t(dirty ? 'unsaved' : 'saved')
  place.className = dirty ? 'unsaved' : ''
  byId<HTMLButtonElement>('save').disabled = !dirty
  for (const id of ['duplicate', 'rename']) byId<HTMLButtonElement>(id).disabled = session === undefined
  byId('current').textContent = session?.id ?? t('open-list')
  document.title = `${dirty ? '• ' : ''}${session ? `${session.id} – ` : ''}${t('title')}`
}

let timer = 0
function keepSoon(): void {
  clearTimeout(timer)
  timer = window.setTimeout(keepNow, 250)
}

function keepNow(): void {
  if (!session) return
  if (isDirty()) keep(session.id, { text: editor.text(), base: session.base })
  else forget(session.id)
}

/** Opens an incident; a text that is not saved stays in this browser. */
async function open(id: string): Promise<void> {
  if (session?.id === id) return
  if (isDirty()) {
    const answer = await ask({ title: t('leave'), actions: [{ value: 'leave', label: t('leave-yes') }] })
    if (!answer) {
      history.replaceState(null, '', `#${session?.id ?? ''}`)
      return
    }
    keepNow()
  }
  const { status: code, body } = await call<Opened & { problems?: readonly { message: string }[] }>(
    'GET',
    `/incidents/${encodeURIComponent(id)}`,
  )
  if (code === 422) return notice('open', body.problems?.map(({ message }) => message).join(' ') || t('too-large'))
  if (code !== 200) return notice('open', t('deleted'))
  for (const kind of ['open', 'changed', 'recovered', 'reloaded', 'save']) clear(kind)
  take(body)
  const draft = kept(id)
  if (draft && draft.text !== body.text) recover(draft, body)
}

function take(opened: Opened): void {
  session = { id: opened.id, base: opened.version, saved: opened.text }
  history.replaceState(null, '', `#${opened.id}`)
  state.value = ''
  for (const pane of panes) pane.clear()
  editor.open(opened.text)
  editor.focus()
  status()
  void refresh()
}

function recover(draft: { text: string; base: string }, opened: Opened): void {
  if (!session) return
  editor.replace(draft.text)
  session.base = draft.base
  if (draft.base !== opened.version) conflict(opened)
  notice('recovered', t('recovered'), {
    label: t('discard'),
    run: () => {
      forget(opened.id)
      clear('recovered')
      clear('changed')
      take(opened)
    },
  })
  status()
  void refresh()
}

/** Saves; what changed outside meanwhile is shown beside and never overwritten unasked. */
async function save(insist = false): Promise<boolean> {
  if (!session || (!isDirty() && !insist)) return true
  const { id } = session
  const text = editor.text()
  try {
    const answer = await call<Opened & { theirs?: Opened; problems?: readonly { message: string }[] }>(
      'PUT',
      `/incidents/${id}`,
      {
        text,
        base: insist ? null : session.base,
      },
    )
    if (answer.status === 409 && answer.body.theirs) {
      conflict(answer.body.theirs)
      await decide()
      return !isDirty()
    }
    // A file that was deleted meanwhile is written anew.
    const written =
      answer.status === 404 ? await call<Opened>('POST', `/incidents/${id}/duplicate`, { to: id, text }) : answer
    if (written.status !== 200) {
      notice('save', answer.body.problems?.map(({ message }) => message).join(' ') || t('refused'))
      return false
    }
    session.base = written.body.version
    session.saved = text
    delete session.theirs
    for (const kind of ['changed', 'recovered', 'save', 'reloaded']) clear(kind)
    keepNow()
    status()
    return true
  } catch (error) {
    if (!(error instanceof Gone)) throw error
    gone()
    return false
  }
}

function conflict(theirs: Opened): void {
  if (!session) return
  session.theirs = theirs
  notice('changed', t('changed'), { label: `${t('mine')} / ${t('theirs')}…`, run: () => void decide() })
  status()
}

async function decide(): Promise<void> {
  const theirs = session?.theirs
  if (!session || !theirs) return
  const answer = await ask({
    title: t('changed'),
    content: [bothTexts(editor.text(), theirs.text)],
    actions: [
      { value: 'mine', label: t('mine') },
      { value: 'theirs', label: t('theirs') },
    ],
  })
  if (answer?.action === 'mine') await save(true)
  if (answer?.action !== 'theirs') return
  session.base = theirs.version
  session.saved = theirs.text
  delete session.theirs
  clear('changed')
  editor.replace(theirs.text)
  keepNow()
  status()
  void refresh()
}

/** The file of the open incident has changed on the disk, by another hand or another tab. */
async function outside(): Promise<void> {
  if (!session) return
  const { id } = session
  const { status: code, body } = await call<Opened>('GET', `/incidents/${id}`)
  if (session?.id !== id) return
  if (code === 404) return notice('changed', t('deleted'))
  if (code !== 200 || body.version === session.base) return
  if (body.text === editor.text() || !isDirty()) {
    const isNew = body.text !== editor.text()
    session.base = body.version
    session.saved = body.text
    delete session.theirs
    clear('changed')
    if (isNew) {
      editor.replace(body.text)
      notice('reloaded', t('reloaded'), { label: t('hide'), run: () => clear('reloaded') })
      void refresh()
    }
    keepNow()
    status()
  } else conflict(body)
}

function gone(): void {
  keepNow()
  clear('back')
  notice('gone', t('gone'))
}

async function openList(): Promise<void> {
  const { body } = await call<{ incidents: readonly Card[] }>('GET', '/incidents')
  const id = await choose(body.incidents, panes[0]?.edition() ?? '')
  if (id) await open(id)
}

async function begin(wrong = '', before: Record<string, string> = {}): Promise<void> {
  const list = start.names.filter(({ kind }) => kind === 'service').map(({ id, name }) => ({ value: id, label: name }))
  const answer = await ask({
    title: t('new'),
    content: wrong === '' ? [] : [el('p', { class: 'wrong', role: 'alert' }, wrong)],
    fields: [
      { name: 'services', label: t('new-service'), value: before.services ?? '', list, required: true },
      { name: 'started', label: t('new-started'), value: before.started ?? '' },
      { name: 'state', label: t('new-state'), value: before.state ?? 'ongoing', options: start.states },
      { name: 'source', label: t('new-source'), value: before.source ?? '' },
    ],
    actions: [{ value: 'create', label: t('create') }],
  })
  if (!answer) return
  const { values } = answer
  const services = (values.services ?? '').split(',').flatMap(typed => idOf(typed.trim()) || [])
  const { status: code, body } = await call<Opened & { error?: string }>('POST', '/incidents', { ...values, services })
  if (code === 200) return leaveFor(body)
  return begin(body.error === 'moment' ? t('bad-moment') : t('refused'), values)
}

/** The id of a name as readers know it. */
function idOf(typed: string): string {
  const plain = typed.toLowerCase()
  return start.names.find(({ id, name }) => id === typed || name.toLowerCase() === plain)?.id ?? typed
}

async function leaveFor(opened: Opened): Promise<void> {
  if (isDirty()) keepNow()
  take(opened)
}

async function another(verb: 'rename' | 'duplicate', wrong = ''): Promise<void> {
  if (!session) return
  const { id } = session
  const answer = await ask({
    title: t(verb),
    content: [
      ...(verb === 'rename' ? [t('rename-note')] : []),
      ...(wrong === '' ? [] : [el('p', { class: 'wrong', role: 'alert' }, wrong)]),
    ],
    fields: [
      {
        name: 'to',
        label: t('new-id'),
        value: id,
        required: true,
        pattern: '\\d{4}-\\d{2}-\\d{2}-[a-z0-9]+(-[a-z0-9]+)*',
      },
    ],
    actions: [{ value: 'create', label: t(verb) }],
  })
  const to = answer?.values.to
  if (!to || (verb === 'rename' && (to === id || !(await save())))) return
  const { status: code, body } = await call<Opened & { error?: string; problems?: readonly { message: string }[] }>(
    'POST',
    `/incidents/${id}/${verb}`,
    { to, text: editor.text() },
  )
  if (code === 200) {
    if (verb === 'rename') forget(id)
    return leaveFor(body)
  }
  return another(verb, body.error === 'taken' ? t('taken', { id: to }) : (body.problems?.[0]?.message ?? t('refused')))
}

/** The moment on the wall of the newsroom, to the minute. */
function wallNow(zone: string): string {
  return new Date().toLocaleString('sv-SE', { timeZone: zone }).slice(0, 16).replace(' ', 'T')
}

byId('open').addEventListener('click', () => void openList())
byId('save').addEventListener('click', () => void save())
byId('new').addEventListener('click', () => void begin())
byId('duplicate').addEventListener('click', () => void another('duplicate'))
byId('rename').addEventListener('click', () => void another('rename'))
for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-language]')) {
  link.addEventListener('click', () => {
    keepNow()
    link.hash = location.hash
  })
}
document.addEventListener('keydown', event => {
  const key = event.key.toLowerCase()
  const isOpen = document.querySelector('dialog[open]') !== null
  if ((event.ctrlKey || event.metaKey) && key === 's') void save()
  else if (event.altKey && key === 'o' && !isOpen) void openList()
  else if (event.altKey && key === 'n' && !isOpen) void begin()
  else return
  event.preventDefault()
})
window.addEventListener('beforeunload', event => {
  keepNow()
  if (isDirty()) event.preventDefault()
})
window.addEventListener('hashchange', () => void open(location.hash.slice(1)))

let events: EventSource | undefined

/** Listens to what changes on the disk. A hidden tab does not: a browser gives one studio six connections in all. */
function listen(): void {
  events?.close()
  events = undefined
  if (document.hidden) return
  events = new EventSource('/events')
  events.addEventListener('incident', event => {
    if ((JSON.parse(event.data) as { id: string }).id === session?.id) void outside()
  })
  events.addEventListener('newsroom', () => void refresh())
  events.addEventListener('hello', () => {
    void outside().then(() => {
      if (!document.querySelector('[data-kind="gone"]')) return
      clear('gone')
      notice('back', t('back'), { label: t('hide'), run: () => clear('back') })
      void refresh()
    })
  })
  events.addEventListener('error', gone)
}

document.addEventListener('visibilitychange', listen)
listen()

status()
document.documentElement.dataset.ready = 'true'
const asked = location.hash.slice(1)
await (asked ? open(asked) : openList())
