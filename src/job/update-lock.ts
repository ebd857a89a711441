import type { Distribution } from '../domain/distribution.ts'
import { describePlatform, type Platform } from '../domain/platform.ts'
import { selectPython } from '../domain/request/selection.ts'
import { explainUnmatched } from '../domain/request/unmatched.ts'
import type { LockFile } from '../inputs/lock-file.ts'
import type { Inputs } from '../inputs/read.ts'
import { writeFileAtomically } from '../io/files.ts'
import { formatList } from '../list/format.ts'
import type { ListContext } from './open-list.ts'
import { readList } from './read-list.ts'

/**
 * Updates the lock file: what the requests come to on this machine and on each of the lock
 * file's platforms. Returns what is said of platforms that lack a version. Throws an `ActionError`,
 * and leaves the file as it was then.
 */
export async function updateLock(
  lock: LockFile,
  host: Platform,
  context: ListContext,
): Promise<void> {
  const { inputs, log } = context
  const { distributions } = await readList(context, [host, ...lock.platforms])
  const chosen: Distribution[] = []
  for (const platform of [host, ...lock.platforms]) {
    const { found, missing } = choose(inputs, distributions, platform)
    chosen.push(...found)
    if (platform === host && missing[0] !== undefined) {
      throw explainUnmatched(missing[0], distributions, host)
    }
    for (const { text } of missing) {
      log.notice(`${lock.name}: there is no ${text} for ${describePlatform(platform)}.`)
    }
  }
  await writeFileAtomically(lock.path, formatList(chosen))
  log.info(`${lock.name} was updated.`)
}

function choose(
  { requests, strategy }: Inputs,
  distributions: readonly Distribution[],
  platform: Platform,
) {
  const found: Distribution[] = []
  const missing = requests.filter(request => {
    const distribution = selectPython(request, distributions, platform, strategy)
    if (distribution !== null) found.push(distribution)
    return distribution === null
  })
  return { found, missing }
}
