/** What a share card shows. */
export interface CardView {
  readonly site: string
  readonly host: string
  /** Empty: none is drawn. */
  readonly kicker: string
  /** The incident is going on: the kicker takes the accent colour. */
  readonly warm: boolean
  readonly headline: string
  readonly services: string
  /** Name of the edition. */
  readonly language: string
  readonly paper: string
  readonly ink: string
  readonly quiet: string
  readonly accent: string
}

/** A box as satori takes it: an element without a library of elements. */
export interface CardBox {
  readonly type: 'div'
  readonly props: {
    readonly style: Readonly<Record<string, string | number>>
    readonly children?: readonly CardBox[] | string
  }
}

/** Each with its Central European letters, which are files of their own. */
const SERIF = 'Source Serif 4, Source Serif 4 Extended'
const SANS = 'Source Sans 3, Source Sans 3 Extended'

/** The card as boxes. Long headlines get a smaller size, and an ellipsis before they would overflow. */
export function cardBoxes(view: CardView): CardBox {
  const { size, lines } = fitted(view.headline)
  const colour = view.warm ? view.accent : view.quiet
  return box(
    {
      boxSizing: 'border-box',
      flexDirection: 'column',
      width: 1200,
      height: 630,
      padding: '52px 72px 46px',
      background: view.paper,
      color: view.ink,
    },
    [
      box(
        {
          fontFamily: SERIF,
          fontWeight: 700,
          fontSize: 34,
          whiteSpace: 'nowrap',
          overflow: 'hidden',
          textOverflow: 'ellipsis',
        },
        view.site,
      ),
      box({ height: 9, marginTop: 16, borderTop: `5px solid ${view.ink}`, borderBottom: `2px solid ${view.ink}` }, ''),
      box({ flexDirection: 'column', flexGrow: 1, justifyContent: 'center' }, [
        ...(view.kicker === '' ? [] : [kickerBox(view.kicker, colour)]),
        box(
          {
            display: 'block',
            marginTop: 14,
            fontFamily: SERIF,
            fontWeight: 700,
            fontSize: size,
            lineHeight: 1.12,
            letterSpacing: -0.5,
            lineClamp: lines,
            wordBreak: 'break-word',
            textWrap: 'balance',
          },
          view.headline,
        ),
      ]),
      box(
        { justifyContent: 'space-between', alignItems: 'flex-end', color: view.quiet, fontFamily: SANS, fontSize: 27 },
        [
          box({ display: 'block', maxWidth: 680, lineClamp: 2, wordBreak: 'break-word' }, view.services),
          box(
            { display: 'block', maxWidth: 340, marginLeft: 36, lineClamp: 1, wordBreak: 'break-word' },
            `${view.host} · ${view.language}`,
          ),
        ],
      ),
    ],
  )
}

function kickerBox(kicker: string, colour: string): CardBox {
  return box(
    { alignItems: 'center', color: colour, fontFamily: SANS, fontWeight: 600, fontSize: 28, letterSpacing: 1.5 },
    [
      box({ width: 18, height: 18, marginRight: 14, borderRadius: 9, background: colour }, ''),
      box({}, kicker.toUpperCase()),
    ],
  )
}

function box(style: CardBox['props']['style'], children: readonly CardBox[] | string): CardBox {
  return { type: 'div', props: { style: { display: 'flex', ...style }, ...(children !== '' && { children }) } }
}

/** Size in pixels and number of lines for the space between the rules. */
function fitted(headline: string): { size: number; lines: number } {
  if (headline.length <= 46) return { size: 82, lines: 3 }
  if (headline.length <= 80) return { size: 68, lines: 4 }
  return { size: 56, lines: 5 }
}
