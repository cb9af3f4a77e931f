import { parentPort, workerData } from 'node:worker_threads'
import { withDefaults } from '../foundation/layered-workspace.ts'
import { openWorkspace } from '../foundation/workspace.ts'
import { openIncidentService } from '../newsroom/incident-service.ts'
import { openWriter, type Writer } from './incident-writer.ts'
import { openStage } from './staging.ts'
import type { WorkerReply, WorkerRequest, WorkerSetup } from './worker-pool.ts'

/** Entry point of a worker: opens the newsroom, then answers one request after the other. */
async function work({ root, defaults, editions: asked, now, out, staging }: WorkerSetup): Promise<Writer> {
  const workspace = withDefaults(openWorkspace(root), openWorkspace(defaults))
  const { service } = openIncidentService(workspace)
  if (!service) throw new Error('The newsroom is gone.')
  const editions = await service.inEditions(asked)
  return openWriter({ service, editions, now }, openStage(staging, out))
}

const writer = work(workerData as WorkerSetup)

parentPort?.on('message', async ({ number, realise, write }: WorkerRequest) => {
  let answer: WorkerReply
  try {
    const own = await writer
    if (realise) answer = { number, summaries: await own.realise(realise) }
    else answer = { number, written: write ? await own.write(write) : [] }
  } catch {
    // The main thread repeats the work and reports the error itself.
    answer = { number, failed: true }
  }
  parentPort?.postMessage(answer)
})
