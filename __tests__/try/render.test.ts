import { stripVTControlCharacters } from 'node:util'
import { expect, it } from 'vitest'
import { describeTraffic, logView, plainSummary } from './render.ts'

it('shows a log as a run’s page does', () => {
  let shown = ''
  const view = logView(text => {
    shown += text
  })
  view.write('plain\n::add-mask::s3cret\n::group::Title\nwith s3c')
  view.write(
    'ret\n::endgroup::\n::warning file=a::two%0Alines\n::debug::hidden\n\u001b[2mdim\u001b[22m',
  )
  view.end()
  expect(stripVTControlCharacters(shown)).toBe(
    '  plain\n  ▾ Title\n    with ***\n  Warning: two\n  lines\n  dim\n',
  )
})

it('names what went over the network', () => {
  expect(describeTraffic([], [])).toBe('nothing')
  const cache = [{ endpoint: 'download', method: 'GET', key: 'k' }] as const
  expect(describeTraffic([], cache)).toBe('cache entry down')
})

it('shows a summary without picture and HTML', () => {
  const summary =
    '| <code>3.13</code> | P<br><sub>20250612</sub> | 1&nbsp;s |\n\n```mermaid\ngantt\n```\n\nEnd.\n'
  expect(plainSummary(summary)).toBe(
    '| `3.13` | P (20250612) | 1 s |\n\n(a picture of what ran when)\n\nEnd.',
  )
})
