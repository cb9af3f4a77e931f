import { afterAll, expect, test } from 'vitest'
import { wordpress } from '../../src/publish/wordpress.ts'
import { openBrowser } from '../browser/browser.ts'
import { onReal } from '../machine/on-real.ts'
import { offer, picture } from '../publish/fixture.ts'
import { actionsOf, sync } from '../publish/publisher-contract.ts'
import { prose, sentence } from '../site/fixture.ts'
import { openWordPress } from './wordpress-server.ts'

interface Block {
  readonly name: string
  readonly isValid: boolean
  readonly originalContent: string
  readonly innerBlocks: readonly Block[]
}

const prepare = async () => ({ site: await openWordPress(), browser: await openBrowser() })

await onReal('the block editor of WordPress', prepare, ({ site, browser }) => {
  afterAll(() => browser.close())

  // Everything that a text can hold: prose with links and another language, lists, typed Markdown of every kind.
  const typed =
    '### More\n\nA *word* and **two**.  \nA line.\n\n- one\n- two\n  - deep\n    1. deeper\n\n3. three\n4. four\n\n> quoted\n>\n> > twice\n\n---\n\n```\ncode {{ x }}\n```\n\n[link](https://example.org/?a=1&b="2")'
  const paragraphs = [
    prose('L’« opérateur » dit : "non" & <b>.', 'C’est\u00A0fini\u202F!'),
    {
      move: 'statement',
      form: 'prose' as const,
      sentences: [
        sentence(
          'Voici : ',
          { text: 'We are "aware"', lang: 'en' },
          ' sur ',
          { text: 'X', href: 'https://x.example/?a=1&b=2' },
          '.',
        ),
      ],
    },
    { move: 'advice', form: 'list' as const, sentences: [sentence('Un.'), sentence('Deux & <trois>.')] },
    { move: 'companion', form: 'typed' as const, sentences: [], typed },
  ]

  test.each([
    ['core alone', false],
    ['with our plugin', true],
  ])(
    'opens what we published without a warning, and saving it there changes nothing for us (%s)',
    async (_, plugin) => {
      site.plugin(plugin)
      site.clear()
      const open = () =>
        wordpress({ name: 'wordpress', address: site.url, user: 'editor', password: site.passwords.editor })
      const offers = [offer('fr', { paragraphs }, { image: picture }), offer('en')]
      const { outcome } = await sync(open(), offers)
      expect(outcome.diagnostics).toEqual([])
      const id = outcome.receipts[1]?.id ?? ''
      const window = await browser.open()
      try {
        const page = await window.newPage()
        await page.goto(`${site.url}/wp-login.php`)
        await page.fill('#user_login', 'editor')
        await page.fill('#user_pass', 'editor-password')
        await page.click('#wp-submit')
        await page.waitForURL(/wp-admin/)
        await page.goto(`${site.url}/wp-admin/post.php?post=${id}&action=edit`)
        const ready = "wp.data.select('core/block-editor')?.getBlocks().length > 0"
        await page.waitForFunction(ready)
        const blocks = (await page.evaluate(
          "JSON.parse(JSON.stringify(wp.data.select('core/block-editor').getBlocks()))",
        )) as Block[]
        expect(
          all(blocks)
            .filter(({ isValid }) => !isValid)
            .map(({ name, originalContent }) => [name, originalContent]),
        ).toEqual([])
        expect(all(blocks).map(({ name }) => name)).not.toContain('core/missing')
        expect(await page.getByText('unexpected or invalid content').count()).toBe(0)
        // The editor writes the whole text anew from its blocks.
        const save = `(async () => {
        const { select, dispatch } = wp.data
        await dispatch('core/editor').editPost({ content: wp.blocks.serialize(select('core/block-editor').getBlocks()) })
        await dispatch('core/editor').savePost()
        return select('core/editor').didPostSaveRequestSucceed()
      })()`
        expect(await page.evaluate(save)).toBe(true)
      } finally {
        await window.close()
      }
      const { plan } = await sync(open(), offers)
      expect(plan.entries.flatMap(({ fields }) => fields)).toEqual([])
      expect(actionsOf(plan)).toEqual(['2026-03-02-orion.en unchanged', '2026-03-02-orion.fr unchanged'])
    },
  )
})

function all(blocks: readonly Block[]): Block[] {
  return blocks.flatMap(block => [block, ...all(block.innerBlocks)])
}
