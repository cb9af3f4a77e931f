import type { ShownPage, ShownSentence } from '../api-types.ts'
import { el, t } from './interface-messages.ts'
import { rangesOf } from './sentence-ranges.ts'

export interface PaneEvents {
  /** Another edition was selected. */
  readonly edition: () => void
  /** The mouse is over a sentence, or over none. */
  readonly hover: (sentence: ShownSentence | undefined) => void
  /** A sentence was clicked. */
  readonly choose: (sentence: ShownSentence) => void
  /** A sentence was clicked twice. */
  readonly rewrite: (sentence: ShownSentence) => void
}

export interface Pane {
  readonly edition: () => string
  readonly show: (page: ShownPage) => void
  /** Marks the article as the last readable version; without one, says so. */
  readonly stale: () => void
  readonly trial: (on: boolean) => void
  /** Highlights the sentences based on a line. */
  readonly highlight: (wanted: (sentence: ShownSentence) => boolean, scroll?: boolean) => void
  readonly sentences: () => readonly ShownSentence[]
  /** Empties the pane for another incident. */
  readonly clear: () => void
}

type Frame = Window & typeof globalThis

/** One article, in an iframe, with the page's own style and nothing else. */
export async function openPane(
  section: HTMLElement,
  { editions, edition }: { editions: readonly string[]; edition: string },
  events: PaneEvents,
): Promise<Pane> {
  const select = el('select', { 'aria-label': t('edition') }, ...editions.map(id => el('option', { value: id }, id)))
  select.value = edition
  select.addEventListener('change', events.edition)
  const counts = el('span', { class: 'counts', title: t('own-words') })
  const note = el('p', { class: 'note', role: 'status' })
  const frame = el('iframe', { src: '/preview', title: `${t('preview')} ${edition}` })
  const loaded = new Promise(done => frame.addEventListener('load', done, { once: true }))
  section.append(el('div', { class: 'head' }, select, counts), note, frame)
  await loaded
  const view = frame.contentWindow as Frame
  let page: ShownPage | undefined
  let ranges: { sentence: ShownSentence; range: Range }[] = []
  let wanted: (sentence: ShownSentence) => boolean = () => false
  let isTrial = false
  const generated = new view.CSSStyleSheet()
  generated.replaceSync('::highlight(lit) { background-color: light-dark(#ffe08a, #6b5a16); }')
  view.document.adoptedStyleSheets = [generated]

  const paint = () => {
    view.CSS.highlights.set(
      'lit',
      new view.Highlight(...ranges.filter(one => wanted(one.sentence)).map(one => one.range)),
    )
  }
  const words = () => {
    note.textContent = section.classList.contains('stale') ? t(page ? 'stale' : 'never') : isTrial ? t('trial') : ''
  }
  view.document.addEventListener('mousemove', event => events.hover(sentenceAt(event)))
  view.document.addEventListener('mouseleave', () => events.hover(undefined))
  view.document.addEventListener('click', event => {
    // A preview is not for browsing: its links lead out of the studio.
    if ((event.target as Element).closest?.('a, button, summary')) event.preventDefault()
    const sentence = sentenceAt(event)
    if (sentence) events.choose(sentence)
  })

  view.document.addEventListener('dblclick', event => {
    const sentence = sentenceAt(event)
    if (sentence) events.rewrite(sentence)
  })

  function sentenceAt({ clientX, clientY }: MouseEvent): ShownSentence | undefined {
    const caret = view.document.caretPositionFromPoint?.(clientX, clientY)
    if (!caret) return undefined
    return ranges.find(({ range }) => range.isPointInRange(caret.offsetNode, caret.offset))?.sentence
  }

  return {
    edition: () => select.value,
    sentences: () => ranges.map(({ sentence }) => sentence),
    show(next) {
      section.classList.remove('stale')
      if (page?.html !== next.html)
        showPage(view.document, next.html, page === undefined || page.edition !== next.edition)
      // The article first: the masthead is the same on every page.
      if (page === undefined) {
        const top = view.document.querySelector('main h1')?.parentElement?.getBoundingClientRect().top ?? 0
        view.scrollTo(0, view.scrollY + top - 24)
      }
      page = next
      frame.title = `${t('preview')} ${next.edition}`
      counts.textContent = t('counts', { words: next.words, alert: next.alert })
      ranges = rangesOf(view.document, next.sentences)
      words()
      paint()
    },
    stale() {
      section.classList.add('stale')
      words()
    },
    trial(on) {
      isTrial = on
      words()
    },
    highlight(which, scroll = false) {
      wanted = which
      paint()
      if (!scroll) return
      const [first] = ranges.filter(one => wanted(one.sentence))
      const box = first?.range.getBoundingClientRect()
      if (box && (box.top < 0 || box.bottom > view.innerHeight)) view.scrollBy({ top: box.top - view.innerHeight / 3 })
    },
    clear() {
      page = undefined
      ranges = []
      counts.textContent = ''
      section.classList.remove('stale')
      view.document.body.replaceChildren()
      view.scrollTo(0, 0)
      words()
    },
  }
}

/** Puts a page into an iframe. Only differing elements are replaced, and the scroll position stays. */
function showPage(target: Document, html: string, whole: boolean): void {
  const next = new DOMParser().parseFromString(html, 'text/html')
  for (const script of next.querySelectorAll('script, link[rel=icon], meta[http-equiv]')) script.remove()
  const view = target.defaultView
  const [left, top] = [view?.scrollX ?? 0, view?.scrollY ?? 0]
  if (whole) target.replaceChild(target.adoptNode(next.documentElement), target.documentElement)
  else {
    for (const { name, value } of next.documentElement.attributes) target.documentElement.setAttribute(name, value)
    target.title = next.title
    const [olds, news] = [[...target.body.children], [...next.body.children]]
    if (olds.length !== news.length) target.body.replaceWith(target.adoptNode(next.body))
    else for (const [at, old] of olds.entries()) patchElement(old, news[at] as Element)
  }
  view?.scrollTo(left, top)
}

/** Replaces the smallest elements that differ. */
function patchElement(old: Element, next: Element): void {
  if (old.isEqualNode(next)) return
  const sameFrame =
    old.tagName === next.tagName && old.children.length === next.children.length && old.children.length > 0
  const onlyElements = (element: Element) =>
    [...element.childNodes].every(node => node.nodeType === Node.ELEMENT_NODE || node.textContent?.trim() === '')
  if (
    !sameFrame ||
    !onlyElements(old) ||
    !onlyElements(next) ||
    !old.cloneNode(false).isEqualNode(next.cloneNode(false))
  ) {
    old.replaceWith(old.ownerDocument.adoptNode(next))
    return
  }
  const news = [...next.children]
  for (const [at, child] of [...old.children].entries()) patchElement(child, news[at] as Element)
}
