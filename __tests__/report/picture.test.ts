/**
 * Draws a job summary as GitHub would: Markdown and Mermaid in a browser. They are no dependencies
 * of ours, so this test is for machines that have them:
 *
 *     npm install --no-save markdown-it mermaid && npx vitest run __tests__/report/picture.test.ts
 *
 * with Chromium on PATH. PICTURE=summary.png keeps what is to be seen, RENDERERS=folder takes the
 * packages from another folder's node_modules.
 */
import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import type { Stage } from '../../src/domain/stage.ts'
import { installationOf } from '../../src/install/tool-cache.ts'
import type { RequestResult } from '../../src/report/outputs.ts'
import { renderSummary } from '../../src/report/summary.ts'
import { recordOfPython } from '../support/distributions.ts'
import { projectFolder, temporaryFolder } from '../support/shared.ts'

const { PICTURE: picture, RENDERERS: renderers = projectFolder } = process.env
const markdownIt = resolvePackage('markdown-it')
const mermaid = resolvePackage('mermaid/dist/mermaid.min.js')
const browser = ['chromium', 'chromium-browser', 'google-chrome'].find(runs)

/** Downloads of three speeds: the first two are compiled while the third still downloads. */
const answers = [
  answer('3.13', 13, [0, 3200, 4400, 7200, 8000]),
  answer('3.12', 12, [0, 5400, 7000, 10_100, 11_000]),
  answer('3.11', 11, [0, 22_300, 23_000, 25_100, 25_500]),
]

function answer(request: string, minor: number, times: readonly number[]): RequestResult {
  const version = { major: 3, minor, patch: 5, prerelease: null }
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = times
  const stages: readonly Stage[] = ['download', 'extract', 'compile', 'save']
  const limits = [a, b, c, d, e]
  const outcome = {
    compiled: 1037,
    unchanged: 0,
    busy: 0,
    uncompilable: 0,
    startedAtMs: c,
    finishedAtMs: d,
  }
  const bytecode = { mode: 'timestamp', files: 1037, uncompilable: 0, seconds: 2.8 } as const
  return {
    request,
    isDefault: minor === 11,
    installation: { ...installationOf(recordOfPython(`/tools/${minor}`, { version })), bytecode },
    source: 'download',
    compilation: { kind: 'compiled', outcome },
    transferredBytes: 10.8e6,
    spans: stages.map((stage, i) => {
      return { stage, startMs: limits[i] ?? 0, endMs: limits[i + 1] ?? 0 }
    }),
  }
}

test.skipIf(!browser || !markdownIt || !mermaid)('a browser draws the summary', async () => {
  await using folder = await temporaryFolder('picture')
  const page = path.join(folder.path, 'page.html')
  await writeFile(page, await renderPage(renderSummary(answers, 'Bytecode compiled 3,111 files')))
  const address = pathToFileURL(page).href
  const dom = browse(folder.path, '--dump-dom', address)
  if (picture !== undefined) browse(folder.path, `--screenshot=${path.resolve(picture)}`, address)

  const bars = dom.match(/<rect[^>]* class="task \w+\d"/g) ?? []
  const kinds = bars.map(bar => /class="task (\w+)\d/.exec(bar)?.[1]).sort()
  expect(kinds).toEqual(['active', 'crit', 'done', 'task'].flatMap(kind => [kind, kind, kind]))
  // One row a Python, at three heights.
  expect(new Set(bars.map(bar => / y="(\d+)"/.exec(bar)?.[1])).size).toBe(3)
  expect(dom).toMatch(/<text[^>]*>download ?<\/text>/)
  expect(dom).toContain('<tspan alignment-baseline="central" x="10">CPython 3.11.5</tspan>')
  expect(dom).toContain('<strong>CPython 3.11.5</strong> ← python<br>')
  expect(dom).not.toContain('Syntax error')
})

async function renderPage(markdown: string): Promise<string> {
  const { default: MarkdownIt } = await import(pathToFileURL(markdownIt ?? '').href)
  const html: string = new MarkdownIt({ html: true }).render(markdown)
  const body = html.replace(
    /<pre><code class="language-mermaid">(.*?)<\/code><\/pre>/s,
    (_, code) => {
      return `<div class="mermaid">${code}</div>`
    },
  )
  return `<!doctype html><meta charset="utf-8">
<style>body { font: 16px sans-serif; width: 1012px } td, th { border: 1px solid #ccc; padding: 6px 13px }</style>
${body}<script src="${pathToFileURL(mermaid ?? '').href}"></script><script>mermaid.initialize({})</script>`
}

function browse(home: string, ...args: readonly string[]): string {
  const options = ['--headless', '--no-sandbox', '--disable-gpu', '--window-size=1060,700']
  const own = [`--user-data-dir=${home}/profile`, '--virtual-time-budget=10000']
  return execFileSync(browser ?? '', [...options, ...own, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
}

function resolvePackage(name: string): string | null {
  try {
    return createRequire(path.join(path.resolve(renderers), 'package.json')).resolve(name)
  } catch {
    return null
  }
}

function runs(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
