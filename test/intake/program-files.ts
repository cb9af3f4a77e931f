import { openWorkspace } from '../../src/foundation/workspace.ts'
import { repository } from '../site/sample-newsroom.ts'

/** The program's own files. */
export const openProgram = () => openWorkspace(repository)
