import { expect, test } from 'vitest'
import { blocksOf } from '../../src/publish/wordpress-blocks.ts'

const paragraph = (text: string) => `<!-- wp:paragraph -->\n<p>${text}</p>\n<!-- /wp:paragraph -->`
const item = (text: string) => `<!-- wp:list-item -->\n<li>${text}</li>\n<!-- /wp:list-item -->`

test.each([
  ['two paragraphs', '<p>One</p>\n<p>Two <em>x</em></p>', `${paragraph('One')}\n\n${paragraph('Two <em>x</em>')}`],
  ['text without an element', 'bare', paragraph('bare')],
  ['an empty paragraph', '<p></p>', ''],
  [
    'quotes and line ends as the editor writes them',
    '<p>say &quot;it&#39;s&quot;\nnow<br />\nthen &amp; &lt;</p>',
    paragraph('say "it\'s" now<br>then &amp; &lt;'),
  ],
  [
    'quotes within an attribute, which stay',
    '<p><a href="/?a=&quot;">x</a></p>',
    paragraph('<a href="/?a=&quot;">x</a>'),
  ],
  [
    'a heading of the usual level',
    '<h2>H</h2>',
    '<!-- wp:heading -->\n<h2 class="wp-block-heading">H</h2>\n<!-- /wp:heading -->',
  ],
  [
    'one of another',
    '<h3>H</h3>',
    '<!-- wp:heading {"level":3} -->\n<h3 class="wp-block-heading">H</h3>\n<!-- /wp:heading -->',
  ],
  [
    'a rule',
    '<hr />',
    '<!-- wp:separator -->\n<hr class="wp-block-separator has-alpha-channel-opacity"/>\n<!-- /wp:separator -->',
  ],
  [
    'a list whose item goes on after another in it',
    '<ul>\n<li>\n<p>One</p>\n<ul><li>Two</li></ul>\n<p>Three</p>\n</li>\n</ul>',
    '<!-- wp:html -->\n<ul><li><p>One</p><ul><li>Two</li></ul><p>Three</p></li></ul>\n<!-- /wp:html -->',
  ],
  [
    'a list with another in it',
    '<ul><li>One<ul><li>Two</li></ul></li></ul>',
    `<!-- wp:list -->\n<ul class="wp-block-list">${item(`One<!-- wp:list -->\n<ul class="wp-block-list">${item('Two')}</ul>\n<!-- /wp:list -->`)}</ul>\n<!-- /wp:list -->`,
  ],
  [
    'a numbered list',
    '<ol><li>One</li></ol>',
    `<!-- wp:list {"ordered":true} -->\n<ol class="wp-block-list">${item('One')}</ol>\n<!-- /wp:list -->`,
  ],
  [
    'one that begins elsewhere',
    '<ol start="3"><li>One</li></ol>',
    `<!-- wp:list {"ordered":true,"start":3} -->\n<ol start="3" class="wp-block-list">${item('One')}</ol>\n<!-- /wp:list -->`,
  ],
  [
    'paragraphs of an item as its lines',
    '<ul><li><p>a</p><p>b</p></li></ul>',
    `<!-- wp:list -->\n<ul class="wp-block-list">${item('a<br>b')}</ul>\n<!-- /wp:list -->`,
  ],
  [
    'a quotation',
    '<blockquote><p>Q</p></blockquote>',
    `<!-- wp:quote -->\n<blockquote class="wp-block-quote">${paragraph('Q')}</blockquote>\n<!-- /wp:quote -->`,
  ],
  [
    'code, in which no bracket begins a shortcode',
    '<pre><code class="x">[gallery] &quot;a&quot; &lt;</code></pre>',
    '<!-- wp:code -->\n<pre class="wp-block-code"><code>&#91;gallery] "a" &lt;</code></pre>\n<!-- /wp:code -->',
  ],
])('%s: as the block editor would save it', (_, html, blocks) => expect(blocksOf(html)).toBe(blocks))
