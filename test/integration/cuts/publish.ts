import { publishStory } from './publish-story.ts'

// One publish in a process of its own, so that it can be killed. Arguments: the folder of the newsroom, the settings of
// the destination. It prints its diagnostics, and ends with 0 when everything is in place.
const [root = '', settings = '{}'] = process.argv.slice(2)
const found = await publishStory(root, JSON.parse(settings), process.env)
process.stdout.write(JSON.stringify(found))
process.exit(found.length > 0 ? 1 : 0)
