import { expect, test } from 'vitest'
import { renderGantt } from '../../src/report/gantt.ts'
import type { Phase, PhaseName } from '../../src/report/phases.ts'

function phase(name: PhaseName, startMs: number, endMs: number): Phase {
  return { name, startMs, endMs }
}

function render(...phases: readonly Phase[]): string {
  return renderGantt([{ name: 'CPython 3.13.5', phases }]) ?? ''
}

test('a bar for each phase, a row for each Python, counted from the first beginning', () => {
  const picture = renderGantt([
    {
      name: 'CPython 3.13.5',
      phases: [
        phase('look up', 500.2, 600),
        phase('download', 600, 2_500),
        phase('compile', 2_600, 4_600),
        phase('store', 4_600, 4_700),
      ],
    },
    { name: 'PyPy 3.11.15', phases: [phase('download', 500, 4_500)] },
  ])
  expect(picture?.slice(picture.indexOf('gantt\n    dateFormat'))).toBe(`gantt
    dateFormat x
    axisFormat %s.%L s
    tickInterval 500millisecond
    todayMarker off
    section CPython 3.13.5
    #8203; :active, 0, 100
    download :active, 100, 2000
    compile :crit, 2100, 4100
    #8203; :done, 4100, 4200
    section PyPy 3.11.15
    download :active, 0, 4000
\`\`\`

🟦 look up, download · 🟧 compile · 🟩 store`)
})

test.each([
  [900, '%s.%L s', '100millisecond'],
  [5_200, '%s s', '1second'],
  [25_500, '%s s', '5second'],
  [66_000, '%s s', '10second'],
  [600_000, '%s s', '1minute'],
  [9_000_000, '%s s', '10minute'],
])('over %d ms the time axis has %s every %s', (totalMs, format, interval) => {
  const lines = render(phase('download', 0, totalMs)).split('\n')
  expect(lines).toContain(`    axisFormat ${format}`)
  expect(lines).toContain(`    tickInterval ${interval}`)
})

test('there is room for the longest name', () => {
  const room = (name: string) =>
    Number(/leftPadding: (\d+)/.exec(renderGantt([{ name, phases }]) ?? '')?.[1])
  const phases = [phase('download', 0, 100)]
  expect(room('CPython 3.13.15 freethreaded')).toBeGreaterThan(room('CPython 3.13.15'))
})

test('a name cannot end early, and become a task', () => {
  const picture = renderGantt([{ name: 'a:b;c#d,e', phases: [phase('download', 0, 100)] }])
  expect(picture).toContain('section a b c d e\n')
})

test('what nobody could see is left out, and a picture of nothing with it', () => {
  expect(render(phase('unpack', 0, 19), phase('download', 19, 100))).not.toContain('🟪')
  expect(render(phase('restore', 0, 19))).toBe('')
  expect(renderGantt([])).toBeNull()
})
