import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Test files that take longest, as they were measured: begun first, they do not leave one processor waiting at the end. */
const LONGEST = [
  'wordings/every-field-told',
  'article/wording-requests',
  'story/suspicion-facts',
  'studio/studio-in-browser',
  'browser/site-pages',
  'browser/live-page',
  'build/killed-build',
  'publish/git-folder',
  'cli/commands/build',
  'build/worker-pool',
  'tools/proof/run-proof',
  'article/title-parity',
]

/** The order of test files: by how long they took before, and where nobody knows that the longest first. Vitest asks for a class. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files)
    return usual.toSorted((one, other) => placeOf(one) - placeOf(other))
  }
}

function placeOf({ moduleId }: TestSpecification): number {
  const at = LONGEST.findIndex(name => moduleId.endsWith(`test/${name}.test.ts`))
  return at < 0 ? LONGEST.length : at
}
