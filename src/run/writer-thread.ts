import { parentPort, workerData } from 'node:worker_threads'
import { openWorkspace } from '../incident/workspace.ts'
import { openStage } from '../site/output/staging.ts'
import { openEditions } from './editions.ts'
import { withLent } from './files.ts'
import { openHouse } from './house.ts'
import { openNewsroom } from './newsroom.ts'
import type { Answer, Brief, Question } from './threads.ts'
import { openWriter, type Writer } from './writer.ts'

/** The thread of one writer: opens the newsroom for itself, then answers one question after the other. */
async function work({ root, lender, editions: asked, now, out, staging }: Brief): Promise<Writer> {
  const workspace = withLent(openWorkspace(root), openWorkspace(lender))
  const { newsroom } = openNewsroom(workspace)
  if (!newsroom) throw new Error('The newsroom is gone.')
  const editions = await openEditions(workspace, newsroom.site, asked)
  const house = openHouse(workspace, newsroom.site, editions)
  return openWriter({ newsroom, editions, house, now }, openStage(staging, out))
}

const writer = work(workerData as Brief)

parentPort?.on('message', async ({ number, tell, write }: Question) => {
  let answer: Answer
  try {
    const own = await writer
    if (tell) answer = { number, told: await own.tell(tell) }
    else answer = { number, filed: write ? await own.write(write) : [] }
  } catch {
    // The other side does it again itself and meets the error in its own words.
    answer = { number, failed: true }
  }
  parentPort?.postMessage(answer)
})
