import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

/** A package that is part of the bundle. */
export interface BundledPackage {
  readonly name: string
  readonly version: string
  readonly license: string
  /** Its licence files, one after the other; empty where the package ships none. */
  readonly text: string
}

/** The folders of the packages that these files belong to. */
export function packageFolders(files: Iterable<string>): ReadonlySet<string> {
  const folders = new Set<string>()
  for (const file of files) {
    // Greedy: of nested packages, the innermost one is what was bundled.
    const folder = /^.*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+/.exec(file)
    if (folder !== null) folders.add(folder[0])
  }
  return folders
}

/** Reads what a package says about its licence; a package that says nothing is an error. */
export async function readPackage(folder: string): Promise<BundledPackage> {
  const manifest = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'))
  const { name, version, license } = manifest
  if (typeof license !== 'string') throw new Error(`${name} ${version} declares no licence`)
  const names = (await readdir(folder)).filter(file => /^(licen[cs]e|copying|notice)/i.test(file))
  const texts = names.sort(ignoringCase).map(file => readFile(path.join(folder, file), 'utf8'))
  return { name, version, license, text: (await Promise.all(texts)).map(tidy).join('\n\n') }
}

/** What the history of uv's list is under: `src/list/history` is made from it. */
export async function readHistoryLicense(root: string): Promise<BundledPackage> {
  const folder = path.join(root, 'src', 'list', 'history')
  const { uv } = JSON.parse(await readFile(path.join(folder, 'index.json'), 'utf8'))
  const text = tidy(await readFile(path.join(folder, 'LICENSE.md'), 'utf8'))
  return {
    name: "uv's list of Python distributions",
    version: uv,
    license: 'MIT OR Apache-2.0',
    text,
  }
}

/** The text of `LICENSES.txt`: every package once, in an order that depends on nothing else. */
export function formatLicenses(packages: readonly BundledPackage[]): string {
  const sections = packages.map(({ name, version, license, text }) => {
    const body = text === '' ? `(The package ships no licence text; it declares ${license}.)` : text
    return `${name} ${version} (${license})\n\n${body}\n`
  })
  return [...new Set(sections)].sort().join(`\n${'-'.repeat(80)}\n\n`)
}

function ignoringCase(a: string, b: string): number {
  return a.toLowerCase() < b.toLowerCase() ? -1 : 1
}

function tidy(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll(/[ \t]+$/gm, '')
    .trim()
}
