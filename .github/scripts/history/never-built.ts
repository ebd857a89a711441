import type { Parts } from './merge.ts'

/** GitHub's runners, and what their Pythons are built for. */
const columns = [
  ['Linux x64', 'x86_64-unknown-linux-gnu'],
  ['Linux ARM64', 'aarch64-unknown-linux-gnu'],
  ['macOS x64', 'x86_64-apple-darwin'],
  ['macOS ARM64', 'aarch64-apple-darwin'],
  ['Windows x64', 'x86_64-pc-windows-msvc'],
  ['Windows ARM64', 'aarch64-pc-windows-msvc'],
] as const

/** A table of the stable patches of CPython that nobody has built, a row for each minor version; pure. */
export function neverBuiltTable(parts: Parts): string {
  const rows = [...parts].flatMap(([part, entries]) => {
    const minor = /^cpython-(.*)$/.exec(part)?.[1]
    const builds = entries.flatMap(({ version, target, ending }) => {
      const patch = /^\d+\.\d+\.(\d+)$/.exec(version)?.[1]
      return patch === undefined || ending.includes('freethreaded') ? [] : [[Number(patch), target]]
    })
    const newest = Math.max(...builds.map(([patch]) => Number(patch)))
    if (minor === undefined || builds.length === 0) return []
    const cells = columns.map(([, target]) => {
      const built = new Set(builds.filter(build => build[1] === target).map(([patch]) => patch))
      return formatRanges(
        Array.from({ length: newest + 1 }, (_, i) => i).filter(i => !built.has(i)),
      )
    })
    return [[minor, ...cells]]
  })
  const header = ['', ...columns.map(([name]) => name)]
  return [header, header.map(() => '---'), ...rows].map(row => `| ${row.join(' | ')} |`).join('\n')
}

/** `.0, .2, .5 to .7` */
function formatRanges(numbers: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const number of numbers) {
    const last = ranges.at(-1)
    if (last !== undefined && last[1] === number - 1) last[1] = number
    else ranges.push([number, number])
  }
  return ranges
    .map(([from, to]) =>
      from === to ? `.${from}` : `.${from}${to - from > 1 ? ' to' : ','} .${to}`,
    )
    .join(', ')
}

/** A page with the table between its markers. */
export function fillNeverBuilt(page: string, parts: Parts): string {
  const [start, end] = ['<!-- never-built:start -->', '<!-- never-built:end -->']
  const [from, to] = [page.indexOf(start), page.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`the page has no ${start} and ${end}`)
  return `${page.slice(0, from)}${start}\n\n${neverBuiltTable(parts)}\n\n${page.slice(to)}`
}
