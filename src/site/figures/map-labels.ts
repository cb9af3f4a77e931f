/** Something with a name on a map, and how far from its middle the name may begin. */
interface Labelled {
  readonly x: number
  readonly y: number
  readonly name: string
  readonly away: number
}

interface MapLabel {
  readonly x: number
  readonly y: number
  readonly anchor: string
  readonly text: string
}

/** Units of the drawing: the box, the height of a line, the width of a letter (generous). */
const [WIDTH, HEIGHT, LINE, LETTER] = [480, 300, 15, 8]

type Box = readonly [west: number, north: number, east: number, south: number]

/**
 * Places names beside what they name, where they cover neither another name nor another mark; one that has no room is left out:
 * the list below the map has them all.
 */
export function positionLabels(named: readonly Labelled[]): MapLabel[] {
  const taken: Box[] = named
    .filter(({ away }) => away > 0)
    .map(({ x, y, away }): Box => [x - away + 3, y - away + 3, x + away - 3, y + away - 3])
  const labels: MapLabel[] = []
  for (const one of named) {
    const found = one.name === '' ? undefined : candidatesOf(one).find(({ box }) => isFree(box, taken))
    if (!found) continue
    taken.push(found.box)
    labels.push(found.label)
  }
  return labels
}

/** Right, left, above and below a mark; the middle of a country. */
function candidatesOf({ x, y, name, away }: Labelled): { label: MapLabel; box: Box }[] {
  const length = name.length * LETTER
  const at = (anchor: string, left: number, middle: number, across: number) => ({
    label: { x: Math.round(across), y: Math.round(middle + 4), anchor, text: name },
    box: [left, middle - LINE / 2, left + length, middle + LINE / 2] as const,
  })
  if (away === 0) return [0, LINE, -LINE, 2 * LINE].map(down => at('middle', x - length / 2, y + down, x))
  return [
    at('start', x + away, y, x + away),
    at('end', x - away - length, y, x - away),
    at('middle', x - length / 2, y - away - LINE / 2, x),
    at('middle', x - length / 2, y + away + LINE / 2, x),
  ]
}

function isFree([west, north, east, south]: Box, taken: readonly Box[]): boolean {
  if (west < 2 || east > WIDTH - 2 || north < 2 || south > HEIGHT - 2) return false
  return taken.every(box => east <= box[0] || west >= box[2] || south <= box[1] || north >= box[3])
}
