import { expect, it } from 'vitest'
import { renderChart } from './chart.ts'
import { sampleContest } from './sample-contest.ts'

const text = { title: 'Title & <more>', subtitle: 'Subtitle', footer: ['One', 'Two'] }
const svg = renderChart(
  [
    sampleContest({ action: [2, 1, 3], uv: [4, 4, 4], 'uv-plain': [1, 1, 1], limit: [1, 1, 1] }),
    sampleContest({ action: [5, 5, 5], 'by-hand': [10, 10, 20] }, { versions: 4 }),
  ],
  text,
)

it('is well-formed', () => {
  const open: string[] = []
  const rest = svg.replace(/<(\/?)([a-z]+)((?: [\w:-]+="[^"<]*")*)(\/?)>/g, (...match) => {
    const [, closes, name, , alone] = match.map(String)
    if (closes) expect(open.pop()).toBe(name)
    else if (!alone) open.push(name ?? '')
    return ''
  })
  expect(open).toEqual([])
  expect(rest).not.toMatch(/[<>]|&(?!(amp|lt|gt);)/)
})

it('draws whom it compares, in proportion', () => {
  const bars = [...svg.matchAll(/<rect class="bar ([\w-]+)"[^>]* width="([\d.]+)"/g)]
  expect(bars.map(([, id]) => id)).toEqual(['action', 'uv', 'action', 'by-hand'])
  const [first = 0, second = 0, third = 0] = bars.map(([, , width]) => Number(width))
  expect(second / first).toBeCloseTo(2, 2)
  expect(third / first).toBeCloseTo(2.5, 2)
})

it('names versions, seconds and the limit', () => {
  for (const shown of ['Title &amp; &lt;more&gt;', 'One version', '4 versions', 'limit 1.0 s']) {
    expect(svg).toContain(shown)
  }
})

it('reaches for nothing outside, and knows dark pages', () => {
  expect(svg.match(/https?:[^"]*/g)).toEqual(['http://www.w3.org/2000/svg'])
  expect(svg).toContain('prefers-color-scheme:dark')
})

it('is nothing but a frame without contests', () => {
  expect(renderChart([], text)).not.toContain('class="bar')
})
