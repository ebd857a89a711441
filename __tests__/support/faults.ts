import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it, type TestContext } from 'vitest'
import { type End, type FaultRow, fillTable, type RecordedFault } from './fault-rows.ts'
import type { JobResult } from './runner.ts'
import { projectFolder } from './shared.ts'

declare module 'vitest' {
  interface TaskMeta {
    /** What the matrix at the end of a run is made of. */
    fault?: RecordedFault
  }
}

/** Registers a row as a test: the job that it leads to must end as the row says. */
export type DefineFault = (row: FaultRow, run: (test: TestContext) => Promise<JobResult>) => void

const page = join(projectFolder, 'docs', 'faults.md')
/** A downloader that waits 10 to 20 s between attempts, twice, beside many others. */
const timeoutMs = 300_000

/**
 * Starts an area of the fault matrix. Its rows are counted at the end of the run, and they are the
 * area's table in `docs/faults.md`; `FAULTS=write` rewrites it.
 */
export function defineArea(area: string): DefineFault {
  const rows: FaultRow[] = []
  it(`docs/faults.md has the rows of ${area}`, async () => {
    const text = await readFile(page, 'utf8')
    const wanted = fillTable(text, area, rows)
    if (process.env.FAULTS === 'write') await writeFile(page, wanted)
    else expect(text).toBe(wanted)
  })
  return (row, run) => {
    rows.push(row)
    const options = { meta: { fault: { area, ...row } }, timeout: timeoutMs, concurrent: true }
    it(`${row.stage}: ${row.fault}`, options, async test => checkEnd(await run(test), row.end))
  }
}

/** Whatever the end: nothing half-made stays behind, and a step that fails tells later ones nothing. */
async function checkEnd(job: JobResult, end: End): Promise<void> {
  const errors = job.annotations.filter(({ level }) => level === 'error')
  const staging = join(job.environment.RUNNER_TOOL_CACHE ?? '', 'managed-python-staging')
  expect(existsSync(staging)).toBe(false)
  if (end.kind === 'works') {
    expect(errors).toEqual([])
    expect(job.exitCode).toBe(0)
    expect(await say('alive', job.outputs['python-path'] ?? '')).toBe('alive')
    return
  }
  expect(errors.map(({ message }) => message)).toEqual([expect.stringContaining(end.text)])
  expect(errors.map(({ properties }) => properties.title)).toEqual([end.code])
  expect(job.exitCode).toBe(1)
  expect([job.outputs, job.variables, job.pathAdditions]).toEqual([{}, {}, []])
}

async function say(word: string, python: string): Promise<string> {
  const args = ['-I', '-S', '-c', `print(${JSON.stringify(word)})`]
  return (await promisify(execFile)(python, args)).stdout.trim()
}
