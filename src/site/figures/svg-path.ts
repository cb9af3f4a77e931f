/** Writes outlines as one SVG path, in tenths of a unit, each point relative to the previous one. */
export interface Pen {
  /** Characters written so far. */
  readonly length: () => number
  /**
   * Writes an outline; one of fewer than three points is skipped.
   *
   * @param points x, y, x, y …, each finite and below a thousand million
   * @param from where the outline begins in them, and `to` where it ends
   * @param apart points closer than this to the previous one are dropped, in units
   */
  readonly draw: (points: Float64Array, from: number, to: number, apart: number) => void
  /** Returns what has been written and resets the pen. */
  readonly lift: () => string
}

/** Characters that one number may take: the mark before it, a sign, ten digits and a fraction. */
const LONGEST_NUMBER = 14

const [MOVE, LINE, CLOSE] = [...'Mlz'].map(mark => mark.charCodeAt(0)) as [number, number, number]
const [SPACE, COMMA, MINUS, POINT, ZERO] = [...' ,-.0'].map(mark => mark.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
  number,
]

/** Opens a pen. Its buffer is reused: turning thousands of points into text is the slow part of a map. */
export function openPen(): Pen {
  let generated = Buffer.allocUnsafe(1 << 16)
  let used = 0
  const whole = (value: number) => {
    let unit = 1
    while (unit * 10 <= value) unit *= 10
    for (let left = value; unit >= 1; unit /= 10) {
      const digit = Math.floor(left / unit)
      generated[used++] = ZERO + digit
      left -= digit * unit
    }
  }
  const tenths = (value: number) => {
    const size = Math.abs(value)
    if (value < 0) generated[used++] = MINUS
    const rest = size % 10
    whole((size - rest) / 10)
    if (rest === 0) return
    generated[used++] = POINT
    generated[used++] = ZERO + rest
  }
  return {
    length: () => used,
    draw(points, from, to, apart) {
      // The last byte is for the command that closes it.
      const most = used + (to - from) * LONGEST_NUMBER + 1
      if (most > generated.length) generated = Buffer.concat([generated.subarray(0, used)], most * 2)
      const start = used
      let count = 0
      let [lastX, lastY] = [Infinity, Infinity]
      for (let at = from; at < to; at += 2) {
        const x = Math.round((points[at] ?? 0) * 10)
        const y = Math.round((points[at + 1] ?? 0) * 10)
        if (Math.abs(x - lastX) + Math.abs(y - lastY) < apart * 10) continue
        generated[used++] = count === 0 ? MOVE : count === 1 ? LINE : SPACE
        tenths(count === 0 ? x : x - lastX)
        generated[used++] = COMMA
        tenths(count === 0 ? y : y - lastY)
        count += 1
        lastX = x
        lastY = y
      }
      if (count < 3) used = start
      else generated[used++] = CLOSE
    },
    lift() {
      const path = generated.toString('latin1', 0, used)
      used = 0
      return path
    },
  }
}
