import { readdir, readFile } from 'node:fs/promises'

/**
 * The processes that have this path among their arguments or variables: what the jobs of a machine
 * started and did not end. Only Linux shows them to everyone; elsewhere there seem to be none.
 */
export async function processesOf(path: string): Promise<readonly number[]> {
  if (process.platform !== 'linux') return []
  const ids = (await readdir('/proc')).filter(name => /^\d+$/.test(name)).map(Number)
  const found = await Promise.all(ids.map(async id => ((await tells(id, path)) ? [id] : [])))
  return found.flat()
}

async function tells(id: number, path: string): Promise<boolean> {
  const files = [`/proc/${id}/cmdline`, `/proc/${id}/environ`]
  const texts = await Promise.all(files.map(file => readFile(file, 'utf8').catch(() => '')))
  return texts.some(text => text.includes(path))
}

/** Ends what a killed job has left running, as a runner does after a job. */
export async function endProcessesOf(path: string): Promise<void> {
  for (const id of await processesOf(path)) {
    try {
      process.kill(id, 'SIGKILL')
    } catch {
      // It has just ended by itself.
    }
  }
}

/** Whether there is a process of this id. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
