import { loadedOnDemand } from '../foundation/load-package.ts'

/** The parser that knows positions: read only for what is malformed, or shown with its line. */
export const positionsParser = loadedOnDemand<typeof import('yaml')>('yaml')
