import { EOL } from 'node:os'
import { expect, test } from 'vitest'
import type { Distribution } from '../../src/domain/distribution.ts'
import type { Stage } from '../../src/domain/stage.ts'
import { installationOf } from '../../src/install/tool-cache.ts'
import type { RequestResult } from '../../src/report/outputs.ts'
import { renderSummary, writeSummary } from '../../src/report/summary.ts'
import { recordOfPython } from '../support/distributions.ts'
import { makeCommandFiles, readCommandFiles } from '../support/runner-files.ts'
import { temporaryFolder } from '../support/shared.ts'

const bytecode = { mode: 'timestamp', files: 1037, uncompilable: 2, seconds: 1.9 } as const
const outcome = {
  compiled: 1037,
  unchanged: 0,
  busy: 0,
  uncompilable: 2,
  startedAtMs: 900,
  finishedAtMs: 2800,
}

function answer(
  request: string,
  parts: Partial<RequestResult> = {},
  of: Partial<Distribution> = {},
): RequestResult {
  return {
    request,
    isDefault: false,
    installation: installationOf(recordOfPython(`/tools/${of.build ?? 'python'}`, of)),
    source: 'download',
    compilation: { kind: 'unwanted' },
    transferredBytes: null,
    spans: [],
    ...parts,
  }
}

function spans(...list: readonly (readonly [Stage, number, number])[]) {
  return list.map(([stage, startMs, endMs]) => ({ stage, startMs, endMs }))
}

const compiled = answer('3.13', {
  isDefault: true,
  installation: { ...answer('').installation, bytecode },
  compilation: { kind: 'compiled', outcome },
  transferredBytes: 10.8e6,
  spans: spans(['download', 0, 400], ['extract', 400, 900], ['compile', 900, 2800]),
})
const found = answer('3.9', { source: 'tool-cache' })
const restored = answer(
  '3.12',
  {
    source: 'cache',
    transferredBytes: 16.9e6,
    installation: { ...answer('', {}, { build: '20250101' }).installation, bytecode },
    compilation: { kind: 'there-already' },
    spans: spans(['restore', 0, 1500]),
  },
  { build: '20250101' },
)

function table(...answers: readonly RequestResult[]): readonly string[] {
  return renderSummary(answers, null)
    .replaceAll('&nbsp;', ' ')
    .split('\n')
    .filter(line => line.startsWith('|'))
}

test('the table has a row for each request', () => {
  const where = '<br><sub>20250612, x86_64-unknown-linux-gnu</sub>'
  expect(table(found, compiled)).toEqual([
    '| Request | Python | From | Size | Bytecode | Ready after |',
    '| --- | --- | --- | --- | --- | --- |',
    `| <code>3.9</code> | CPython 3.13.5${where} | tool cache | – | – | – |`,
    `| <code>3.13</code> | **CPython 3.13.5** ← python${where} | download | 10.8 MB | 1,037 files<br><sub>timestamp</sub> | 2.8 s |`,
  ])
})

test('columns in which nothing would stand are left out', () => {
  expect(table(found)[0]).toBe('| Request | Python | From |')
})

test('a request stays text, whatever is in it', () => {
  expect(table(answer('3.11 || <b>`x`_'))[2]).toContain(
    '<code>3.11 &#124;&#124; &#60;b&#62;&#96;x&#96;&#95;</code>',
  )
})

test('the picture has a row for each Python, by names that differ', () => {
  const summary = renderSummary([compiled, { ...compiled, request: '3' }, restored], null)
  const rows = summary.match(/section .*/g)
  expect(rows).toEqual(['section CPython 3.13.5 20250612', 'section CPython 3.13.5 20250101'])
  expect(renderSummary([found, compiled], null)).toContain('section CPython 3.13.5\n')
})

test('where nothing was made there is no picture', () => {
  expect(renderSummary([found, restored], null)).not.toContain('```')
  expect(
    renderSummary([found, { ...restored, compilation: compiled.compilation }], null),
  ).toContain('```')
})

test('it says what the bytecode came to, and what the cache has saved', () => {
  const line = 'Bytecode was already there for 1 version'
  expect(renderSummary([restored], line)).toMatch(
    /\n\nBytecode was already there for 1 version\.\n/,
  )
  expect(renderSummary([restored, { ...restored, request: '3' }], null)).toContain(
    '\n\nThe Actions cache saved 1 download and the compiling of 1,037 files, which once took at least 1.9 s.',
  )
  const halfWay = { ...restored, compilation: { kind: 'compiled', outcome } } as const
  expect(renderSummary([halfWay], null)).toContain('The Actions cache saved 1 download.')
  expect(renderSummary([compiled], null)).not.toContain('saved')
})

test('a summary is added to the page of the job', async () => {
  await using folder = await temporaryFolder()
  const files = await makeCommandFiles(folder.path)
  const variable = process.env.GITHUB_STEP_SUMMARY
  process.env.GITHUB_STEP_SUMMARY = files.GITHUB_STEP_SUMMARY
  try {
    await writeSummary('### One')
  } finally {
    if (variable === undefined) delete process.env.GITHUB_STEP_SUMMARY
    else process.env.GITHUB_STEP_SUMMARY = variable
  }
  expect((await readCommandFiles(files)).summary).toBe(`### One${EOL}`)
})
