import type { OpenedFile, UnsavedDraft } from '../api-types.ts'
import { call, Gone } from './api-client.ts'
import { ask, bothTexts } from './dialogs.ts'
import { type Draft, findDrafts, forgotten, openDraftKeeper } from './drafts.ts'
import type { Editor } from './editor.ts'
import { byId, t } from './interface-messages.ts'
import { forget } from './local-drafts.ts'
import { merged } from './merge-texts.ts'
import { clear, notice } from './notices.ts'

/**
 * The open file: the version that the text is based on, what is on the disk as far as is known, and the text there now
 * when it has changed since.
 */
interface OpenFile {
  readonly id: string
  base: string
  baseText: string
  saved: string
  theirs?: OpenedFile
  /** Somebody deleted it: saving creates it again. */
  isGone?: boolean
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
  readonly #drafts = openDraftKeeper()
  #file: OpenFile | undefined

  constructor(editor: Editor, events: SessionEvents) {
    this.#editor = editor
    this.#events = events
  }

  /** Of the open incident. */
  get id(): string | undefined {
    return this.#file?.id
  }

  isDirty(): boolean {
    return this.#file !== undefined && (this.#file.isGone === true || this.#editor.text() !== this.#file.saved)
  }

  /** The text was edited: it is kept on the disk as a draft, and the page says that it is not saved. */
  changed(): void {
    this.#drafts.soon(() => this.#unsaved())
    this.show()
  }

  /** Keeps an unsaved text as a draft; a saved one is removed. */
  keepNow(): void {
    const unsaved = this.#unsaved()
    if (unsaved) this.#drafts.now(unsaved.id, unsaved.draft)
  }

  /** The open incident with its unsaved text; no draft where it is saved. */
  #unsaved(): { readonly id: string; readonly draft: Draft | undefined } | undefined {
    if (!this.#file) return undefined
    const { id, base, baseText } = this.#file
    return { id, draft: this.isDirty() ? { text: this.#editor.text(), base, baseText } : undefined }
  }

  /** Puts an earlier text in the place of this one; it can be undone, and is saved when the editor saves. */
  restore(text: string): void {
    this.#editor.replace(text)
    this.changed()
    this.#events.exchanged()
  }

  /** Shows which file is open, and whether it is saved. */
  show(): void {
    const dirty = this.isDirty()
    const place = byId('status')
    place.textContent =
      this.#file === undefined ? '' : this.#file.theirs ? t('changed-short') : t(dirty ? 'unsaved' : 'saved')
    place.className = dirty ? 'unsaved' : ''
    byId<HTMLButtonElement>('save').disabled = !dirty
    for (const id of ['versions', 'duplicate', 'rename'])
      byId<HTMLButtonElement>(id).disabled = this.#file === undefined
    byId('current').textContent = this.id ?? t('open-list')
    document.title = `${dirty ? '• ' : ''}${this.#file ? `${this.#file.id} – ` : ''}${t('title')}`
  }

  /** Opens an incident; unsaved text stays as a draft. */
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
    for (const kind of ['open', 'changed', 'recovered', 'reloaded', 'merged', 'save', 'elsewhere']) clear(kind)
    this.#take(body)
    await this.#findDrafts(body)
  }

  /** Takes up the text that a tab left unsaved, and says which other tabs write the same incident. */
  async #findDrafts(opened: OpenedFile): Promise<void> {
    const { elsewhere, left } = await findDrafts(opened.id)
    if (this.id !== opened.id) return
    const [latest, ...older] = left.filter(one => one.text !== opened.text)
    for (const one of left) if (one !== latest && !older.includes(one)) void this.#forget(opened.id, one)
    if (latest && !this.isDirty()) this.#recover(latest, opened)
    this.#showElsewhere(elsewhere)
  }

  /** Another tab has changed its unsaved text, or has none any more. */
  async lookElsewhere(id: string): Promise<void> {
    if (this.id !== id) return
    const { elsewhere } = await findDrafts(id)
    if (this.id === id) this.#showElsewhere(elsewhere)
  }

  #showElsewhere(drafts: readonly UnsavedDraft[]): void {
    const [latest] = drafts.filter(one => one.text !== this.#file?.saved)
    if (!latest) clear('elsewhere')
    else notice('elsewhere', t('elsewhere'), { label: t('elsewhere-show'), run: () => void this.#compare(latest) })
  }

  /** The text of another tab beside this one. */
  async #compare({ text }: UnsavedDraft): Promise<void> {
    const actions = [{ value: 'theirs', label: t('theirs') }]
    const content = [bothTexts(this.#editor.text(), text, t('other-tab'))]
    if ((await ask({ title: t('elsewhere'), content, actions }))?.action !== 'theirs') return
    this.#editor.replace(text)
    this.changed()
    this.#events.exchanged()
  }

  async #forget(id: string, draft: UnsavedDraft): Promise<void> {
    if (draft.tab === '') forget(id, draft.text)
    else await forgotten(id, draft.tab)
  }

  /** Forgets the unsaved text of an incident whose file has another name now. */
  forgetDraft(id: string): void {
    this.#drafts.now(id, undefined)
  }

  /** Opens a file as it is on the disk; unsaved text is kept first. */
  leaveFor(opened: OpenedFile): void {
    if (this.isDirty()) this.keepNow()
    this.#take(opened)
  }

  #take(opened: OpenedFile): void {
    this.#file = { id: opened.id, base: opened.version, baseText: opened.text, saved: opened.text }
    history.replaceState(null, '', `#${opened.id}`)
    this.#events.opened()
    this.#editor.open(opened.text)
    this.#editor.focus()
    this.show()
    this.#events.exchanged()
  }

  #recover(draft: UnsavedDraft, opened: OpenedFile): void {
    if (!this.#file) return
    this.#editor.replace(draft.text)
    this.#file.base = draft.base
    this.#file.baseText = draft.baseText
    if (draft.base !== opened.version && !this.#merge(opened)) this.#conflict(opened)
    // It is this tab's now: kept under its name first, then forgotten under the other.
    this.keepNow()
    if (draft.tab !== '') void this.#forget(opened.id, draft)
    notice('recovered', t('recovered'), {
      label: t('discard'),
      run: () => {
        for (const kind of ['recovered', 'changed', 'merged']) clear(kind)
        this.#drafts.now(opened.id, undefined)
        this.#take(opened)
      },
    })
    this.show()
    this.#events.exchanged()
  }

  /**
   * Brings a change made outside into the text that is being written; returns whether it could: not where both changed
   * the same lines. What was typed can be undone as before.
   */
  #merge(theirs: OpenedFile): boolean {
    if (!this.#file) return false
    const text = merged(this.#editor.text(), this.#file.baseText, theirs.text)
    if (text === undefined) return false
    this.#hold(this.#file, theirs.version, theirs.text)
    if (text === this.#editor.text()) return true
    this.#editor.bringIn(text)
    clear('changed')
    notice('merged', t('merged'), { label: t('hide'), run: () => clear('merged') })
    this.#events.exchanged()
    return true
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
        if (this.#merge(answer.body.theirs)) return this.save()
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
      for (const kind of ['changed', 'recovered', 'save', 'reloaded', 'merged']) clear(kind)
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
    file.baseText = text
    file.saved = text
    delete file.theirs
    delete file.isGone
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
    const path = `/incidents/${file.id}?version=${encodeURIComponent(file.base)}`
    const { status, body } = await call<OpenedFile & { moved?: string }>('GET', path)
    if (this.#file?.id !== file.id) return
    if (status === 404) return this.#gone(body.moved)
    // The studio may have been away meanwhile: the disk gets what it does not have yet.
    if (status !== 200 || (body.version === this.#file.base && !this.#file.isGone)) return this.keepNow()
    const isNew = body.text !== this.#editor.text()
    if (isNew && this.isDirty() && !this.#file.isGone) {
      if (!this.#merge(body)) this.#conflict(body)
      this.keepNow()
      return this.show()
    }
    this.#hold(this.#file, body.version, body.text)
    clear('changed')
    if (isNew) {
      this.#editor.bringIn(body.text)
      notice('reloaded', t('reloaded'), { label: t('hide'), run: () => clear('reloaded') })
      this.#events.exchanged()
    }
    this.keepNow()
    this.show()
  }

  /** The file is no longer there: its text stays, and can be saved again, or the file opened that has it now. */
  #gone(moved: string | undefined): void {
    if (!this.#file) return
    this.#file.isGone = true
    this.keepNow()
    this.show()
    if (moved === undefined) notice('changed', t('deleted'), { label: t('save'), run: () => void this.save() })
    else notice('changed', t('moved', { id: moved }), { label: t('inbox-open'), run: () => void this.#follow(moved) })
  }

  /** Opens the file that has the text under another name; what was not saved comes along. */
  async #follow(moved: string): Promise<void> {
    if (!this.#file) return
    const { id, saved } = this.#file
    const text = this.#editor.text()
    this.#file = undefined
    await this.open(moved)
    if (this.id !== moved) return
    if (text !== saved) this.#editor.replace(text)
    this.keepNow()
    this.#drafts.now(id, undefined)
    this.show()
    this.#events.exchanged()
  }

  /** The studio no longer answers. */
  gone(): void {
    this.keepNow()
    clear('back')
    notice('gone', t('gone'))
  }
}
