/** How often `npm run test:real` tries what `npm test` tries once. */
const TIMES = Number(process.env.DEPECHE_RUNS ?? 1)

/**
 * How many invented cases a property is tried with.
 *
 * @param few in `npm test`
 */
export const runs = (few: number): number => few * TIMES
