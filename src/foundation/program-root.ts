import { fileURLToPath } from 'node:url'

/** Folder of the program: the same from `src/foundation/` and from `lib/foundation/`. */
export const programRoot = fileURLToPath(new URL('../../', import.meta.url))
