import { readdirSync, readFileSync } from 'node:fs'

/** What memory is measured as: shared pages counted once (PSS), or in every process (RSS). */
export const memoryMeasure =
  readPss('self') !== null ? 'PSS' : readRss('self') !== null ? 'RSS' : null

const periodMs = 10
const pageBytes = 4096

/** Watches the memory of all processes of a session. Returns the way to its peak so far. */
export function watchMemory(session: number): { readonly stop: () => number | null } {
  if (memoryMeasure === null) return { stop: () => null }
  let peakBytes = 0
  const timer = setInterval(() => {
    peakBytes = Math.max(peakBytes, sessionBytes(session))
  }, periodMs)
  return {
    stop: () => {
      clearInterval(timer)
      return peakBytes
    },
  }
}

/** Processor time of this process's children that have ended, theirs included; `null`: not told here. */
export function endedChildrenCpuMs(): number | null {
  const fields = readStat('self')
  if (fields === null) return null
  // In ticks of 10 ms, on every Linux.
  return (Number(fields[13]) + Number(fields[14])) * 10
}

function sessionBytes(session: number): number {
  const pids = readdirSync('/proc').filter(name => /^\d+$/.test(name))
  const ours = pids.filter(pid => readStat(pid)?.[3] === String(session))
  return ours.reduce((sum, pid) => sum + (readPss(pid) ?? readRss(pid) ?? 0), 0)
}

/** The fields behind the program's name: state, parent, group, session, … */
function readStat(pid: string): readonly string[] | null {
  const text = read(`/proc/${pid}/stat`)
  return text === null ? null : text.slice(text.lastIndexOf(')') + 2).split(' ')
}

function readPss(pid: string): number | null {
  const kilobytes = /^Pss:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/smaps_rollup`) ?? '')?.[1]
  return kilobytes === undefined ? null : Number(kilobytes) * 1024
}

function readRss(pid: string): number | null {
  const pages = read(`/proc/${pid}/statm`)?.split(' ')[1]
  return pages === undefined ? null : Number(pages) * pageBytes
}

/** `null`: no such system, or the process is gone. */
function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
