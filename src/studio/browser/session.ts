import type { OpenedFile } from '../api-types.ts'
import { call, Gone } from './api-client.ts'
import { ask, bothTexts } from './dialogs.ts'
import { type Draft, forget, keep, kept } from './drafts.ts'
import type { Editor } from './editor.ts'
import { byId, t } from './interface-messages.ts'
import { clear, notice } from './notices.ts'

/** The open file: the text last read from the disk, and the text there now when it has changed since. */
interface OpenFile {
  readonly id: string
  base: string
  saved: string
  theirs?: OpenedFile
}

/** Called when the current text becomes another one. */
export interface SessionEvents {
  /** Another file was opened. */
  readonly opened: () => void
  /** The text was replaced, and needs a new preview. */
  readonly exchanged: () => void
}

/** Why a file cannot be opened or saved, in the studio's words. */
type SaveRefusal = { readonly diagnostics?: readonly { readonly message: string }[] }

const reasons = ({ diagnostics }: SaveRefusal): string => diagnostics?.map(({ message }) => message).join(' ') ?? ''

/**
 * The open incident, between the editor and the disk: unsaved text is never lost, other people's text never
 * overwritten unasked.
 */
export class Session {
  readonly #editor: Editor
  readonly #events: SessionEvents
  #file: OpenFile | undefined
  #timer = 0

  constructor(editor: Editor, events: SessionEvents) {
    this.#editor = editor
    this.#events = events
  }

  /** Of the open incident. */
  get id(): string | undefined {
    return this.#file?.id
  }

  isDirty(): boolean {
    return this.#file !== undefined && this.#editor.text() !== this.#file.saved
  }

  /** The text was edited: it is kept in this browser, and the page says that it is not saved. */
  changed(): void {
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => this.keepNow(), 250)
    this.show()
  }

  /** Keeps an unsaved text in this browser; a saved one is removed. */
  keepNow(): void {
    if (!this.#file) return
    const { id, base } = this.#file
    if (this.isDirty()) keep(id, { text: this.#editor.text(), base })
    else forget(id)
  }

  /** Shows which file is open, and whether it is saved. */
  show(): void {
    const dirty = this.isDirty()
    const place = byId('status')
    place.textContent =
      this.#file === undefined ? '' : this.#file.theirs ? t('changed-short') : t(dirty ? 'unsaved' : 'saved')
    place.className = dirty ? 'unsaved' : ''
    byId<HTMLButtonElement>('save').disabled = !dirty
    for (const id of ['duplicate', 'rename']) byId<HTMLButtonElement>(id).disabled = this.#file === undefined
    byId('current').textContent = this.id ?? t('open-list')
    document.title = `${dirty ? '• ' : ''}${this.#file ? `${this.#file.id} – ` : ''}${t('title')}`
  }

  /** Opens an incident; unsaved text stays in this browser. */
  async open(id: string): Promise<void> {
    if (this.id === id) return
    if (this.isDirty()) {
      const answer = await ask({ title: t('leave'), actions: [{ value: 'leave', label: t('leave-yes') }] })
      if (!answer) {
        history.replaceState(null, '', `#${this.id ?? ''}`)
        return
      }
      this.keepNow()
    }
    const { status, body } = await call<OpenedFile & SaveRefusal>('GET', `/incidents/${encodeURIComponent(id)}`)
    if (status === 422) return notice('open', reasons(body) || t('too-large'))
    if (status !== 200) return notice('open', t('deleted'))
    for (const kind of ['open', 'changed', 'recovered', 'reloaded', 'save']) clear(kind)
    this.#take(body)
    const draft = kept(id)
    if (draft && draft.text !== body.text) this.#recover(draft, body)
  }

  /** Opens a file as it is on the disk; unsaved text is kept first. */
  leaveFor(opened: OpenedFile): void {
    if (this.isDirty()) this.keepNow()
    this.#take(opened)
  }

  #take(opened: OpenedFile): void {
    this.#file = { id: opened.id, base: opened.version, saved: opened.text }
    history.replaceState(null, '', `#${opened.id}`)
    this.#events.opened()
    this.#editor.open(opened.text)
    this.#editor.focus()
    this.show()
    this.#events.exchanged()
  }

  #recover(draft: Draft, opened: OpenedFile): void {
    if (!this.#file) return
    this.#editor.replace(draft.text)
    this.#file.base = draft.base
    if (draft.base !== opened.version) this.#conflict(opened)
    notice('recovered', t('recovered'), {
      label: t('discard'),
      run: () => {
        forget(opened.id)
        clear('recovered')
        clear('changed')
        this.#take(opened)
      },
    })
    this.show()
    this.#events.exchanged()
  }

  /**
   * Saves; a change made outside meanwhile is shown beside and never overwritten unasked. Returns whether the text is
   * saved.
   *
   * @param insist the editor has seen the other text and wants this one
   */
  async save(insist = false): Promise<boolean> {
    if (!this.#file || (!this.isDirty() && !insist)) return true
    const file = this.#file
    const { id } = file
    const text = this.#editor.text()
    try {
      const sent = { text, base: insist ? null : file.base }
      const answer = await call<OpenedFile & SaveRefusal & { theirs?: OpenedFile }>('PUT', `/incidents/${id}`, sent)
      if (answer.status === 409 && answer.body.theirs) {
        this.#conflict(answer.body.theirs)
        await this.#decide()
        return !this.isDirty()
      }
      // A file that was deleted meanwhile is created again.
      const written =
        answer.status === 404 ? await call<OpenedFile>('POST', `/incidents/${id}/duplicate`, { to: id, text }) : answer
      if (written.status !== 200) {
        notice('save', reasons(answer.body) || t('refused'))
        return false
      }
      this.#hold(file, written.body.version, text)
      for (const kind of ['changed', 'recovered', 'save', 'reloaded']) clear(kind)
      this.keepNow()
      this.show()
      return true
    } catch (error) {
      if (!(error instanceof Gone)) throw error
      this.gone()
      return false
    }
  }

  /** Takes the text on the disk as the base of the current text. */
  #hold(file: OpenFile, version: string, text: string): void {
    file.base = version
    file.saved = text
    delete file.theirs
  }

  #conflict(theirs: OpenedFile): void {
    if (!this.#file) return
    this.#file.theirs = theirs
    notice('changed', t('changed'), { label: `${t('mine')} / ${t('theirs')}…`, run: () => void this.#decide() })
    this.show()
  }

  async #decide(): Promise<void> {
    const file = this.#file
    if (!file?.theirs) return
    const { theirs } = file
    const answer = await ask({
      title: t('changed'),
      content: [bothTexts(this.#editor.text(), theirs.text)],
      actions: [
        { value: 'mine', label: t('mine') },
        { value: 'theirs', label: t('theirs') },
      ],
    })
    if (answer?.action === 'mine') await this.save(true)
    if (answer?.action !== 'theirs') return
    this.#hold(file, theirs.version, theirs.text)
    clear('changed')
    this.#editor.replace(theirs.text)
    this.keepNow()
    this.show()
    this.#events.exchanged()
  }

  /**
   * The file may have changed on the disk, by another person or another tab: reads it, and takes changes that do not
   * conflict.
   */
  async lookOutside(): Promise<void> {
    const file = this.#file
    if (!file) return
    const { status, body } = await call<OpenedFile>('GET', `/incidents/${file.id}`)
    if (this.#file?.id !== file.id) return
    if (status === 404) return notice('changed', t('deleted'))
    if (status !== 200 || body.version === this.#file.base) return
    const isNew = body.text !== this.#editor.text()
    if (isNew && this.isDirty()) return this.#conflict(body)
    this.#hold(this.#file, body.version, body.text)
    clear('changed')
    if (isNew) {
      this.#editor.replace(body.text)
      notice('reloaded', t('reloaded'), { label: t('hide'), run: () => clear('reloaded') })
      this.#events.exchanged()
    }
    this.keepNow()
    this.show()
  }

  /** The studio no longer answers. */
  gone(): void {
    this.keepNow()
    clear('back')
    notice('gone', t('gone'))
  }
}
