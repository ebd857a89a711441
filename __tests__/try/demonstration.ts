import { rm } from 'node:fs/promises'
import { relative } from 'node:path'
import { startCacheService } from '../support/cache-service.ts'
import { archives, listJson, offer } from '../support/list.ts'
import { startMirror } from '../support/mirror.ts'
import { packPython } from '../support/pack-python.ts'
import { jobFolders } from '../support/runner.ts'
import { projectFolder, temporaryFolder } from '../support/shared.ts'
import { describeTraffic, type JobRow, renderHeading, renderJobs } from './render.ts'
import { showLog, showNextStep } from './step.ts'

const jobs = [
  { title: 'Job 1: a fresh machine downloads', fresh: true },
  { title: 'Job 2: a fresh machine restores from the Actions cache', fresh: true },
  { title: 'Job 3: the same machine has it already', fresh: false },
] as const

/** Shows three jobs, all on this machine's own Python; the exit code for the process. */
export async function demonstrate(): Promise<number> {
  const packed = await packPython()
  const offered = [offer(packed)]
  const list = 'download-metadata.json'
  await using folder = await temporaryFolder('try')
  await using mirror = await startMirror({ files: archives(offered) })
  await using cache = await startCacheService()
  mirror.add(list, Buffer.from(listJson(offered)))
  const size = `${(packed.sizeBytes / 1e6).toFixed(1)} MB`
  console.log(
    `CPython ${packed.version} of this machine, packed: ${relative(projectFolder, packed.file)} (${size})`,
  )
  console.log(`Mirror on ${mirror.url}, cache on ${cache.url}`)

  const folders = jobFolders(folder.path)
  const rows: JobRow[] = []
  for (const { title, fresh } of jobs) {
    mirror.clear()
    cache.clear()
    // Another hosted machine: nothing there, at the same paths.
    if (fresh) await rm(folders.toolCache, { recursive: true, force: true })
    console.log(renderHeading(title))
    const result = await showLog({
      ...folders,
      environment: 'github-hosted',
      inputs: {
        'python-version': packed.version.split('.').slice(0, 2).join('.'),
        'compile-bytecode': 'true',
        mirror: mirror.url,
        'python-downloads-json-url': `${mirror.url}/${list}`,
      },
      env: cache.environment,
    })
    if (result.exitCode !== 0) return 1
    rows.push({ title, result, traffic: describeTraffic(mirror.requests, cache.requests) })
    if (!fresh) await showNextStep(result)
  }
  process.stdout.write(renderJobs(rows))
  return 0
}
