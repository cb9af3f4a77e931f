import type { IncidentOverview, StartData } from '../api-types.ts'
import { call } from './api-client.ts'
import { openPane, type Pane } from './article-pane.ts'
import { outdate } from './diagnostic-list.ts'
import { tab } from './drafts.ts'
import { openEditor } from './editor.ts'
import { openHistory } from './history-dialog.ts'
import { openInbox, showInboxSize } from './inbox-dialog.ts'
import { pickIncident } from './incident-picker.ts'
import { byId, t } from './interface-messages.ts'
import { openLineHighlights } from './line-highlights.ts'
import { openLivePreview } from './live-preview.ts'
import { changeId, createIncident } from './new-incident-dialog.ts'
import { clear, notice } from './notices.ts'
import { Session } from './session.ts'

const start = (await call<StartData>('GET', '/start')).body
const panes: Pane[] = []

const editor = openEditor(
  byId('editor'),
  { ...start, now: () => wallNow(start.zone) },
  {
    changed: at => {
      outdate()
      session.changed()
      void preview.refresh(at)
    },
    moved: line => highlights.line(line),
    save: () => void session.save(),
    step: forward => highlights.step(forward),
  },
)
const highlights = openLineHighlights(editor, panes)
const preview = openLivePreview({ editor, panes, highlights, session: () => session, states: start.states })
const session = new Session(editor, {
  opened: () => {
    preview.reset()
    for (const pane of panes) pane.clear()
  },
  exchanged: () => void preview.refresh(),
})

const sections = [...document.querySelectorAll<HTMLElement>('.pane')]
const opening = sections.map((section, at) =>
  openPane(
    section,
    { editions: start.editions, edition: start.published[at] ?? start.published[0] ?? '' },
    {
      edition: () => void preview.refresh(),
      hover: highlights.hover,
      choose: ({ lines: [first] }) => {
        if (first) editor.go(first.first)
      },
      rewrite: ({ own }) => {
        if (own && preview.isCurrent()) editor.edit(own)
      },
    },
  ),
)
panes.push(...(await Promise.all(opening)))

/** Opens the list of incidents, and the one chosen. */
async function openList(): Promise<void> {
  const { body } = await call<{ incidents: readonly IncidentOverview[] }>('GET', '/incidents')
  const id = await pickIncident(body.incidents, panes[0]?.edition() ?? '')
  if (id) await session.open(id)
}

/** The newsroom's local time, to the minute. */
function wallNow(zone: string): string {
  return new Date().toLocaleString('sv-SE', { timeZone: zone }).slice(0, 16).replace(' ', 'T')
}

byId('open').addEventListener('click', () => void openList())
byId('inbox').addEventListener('click', () => void openInbox(id => session.open(id)))
byId('save').addEventListener('click', () => void session.save())
byId('new').addEventListener('click', () => void createIncident(start, session))
byId('versions').addEventListener('click', () => void openHistory(session))
byId('duplicate').addEventListener('click', () => void changeId('duplicate', editor, session))
byId('rename').addEventListener('click', () => void changeId('rename', editor, session))
for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-language]')) {
  link.addEventListener('click', () => {
    session.keepNow()
    link.hash = location.hash
  })
}
document.addEventListener('keydown', event => {
  const key = event.key.toLowerCase()
  const isOpen = document.querySelector('dialog[open]') !== null
  if ((event.ctrlKey || event.metaKey) && key === 's') void session.save()
  else if (event.altKey && key === 'o' && !isOpen) void openList()
  else if (event.altKey && key === 'n' && !isOpen) void createIncident(start, session)
  else return
  event.preventDefault()
})
window.addEventListener('beforeunload', event => {
  session.keepNow()
  if (session.isDirty()) event.preventDefault()
})
window.addEventListener('hashchange', () => void session.open(location.hash.slice(1)))

let events: EventSource | undefined

/** Listens for changes on the disk. A hidden tab does not: a browser allows one studio six connections in all. */
function listen(): void {
  events?.close()
  events = undefined
  if (document.hidden) return
  events = new EventSource('/events')
  events.addEventListener('incident', event => {
    if ((JSON.parse(event.data) as { id: string }).id === session.id) void session.lookOutside()
  })
  events.addEventListener('draft', event => {
    const { id, tab: of } = JSON.parse(event.data) as { id: string; tab: string }
    if (of !== tab) void session.lookElsewhere(id)
  })
  events.addEventListener('newsroom', () => void preview.refresh())
  void showInboxSize()
  events.addEventListener('hello', () => {
    void session.lookOutside().then(() => {
      if (!document.querySelector('[data-kind="gone"]')) return
      clear('gone')
      notice('back', t('back'), { label: t('hide'), run: () => clear('back') })
      void preview.refresh()
    })
  })
  events.addEventListener('error', () => session.gone())
}

document.addEventListener('visibilitychange', listen)
listen()

session.show()
document.documentElement.dataset.ready = 'true'
const asked = location.hash.slice(1)
await (asked ? session.open(asked) : openList())
