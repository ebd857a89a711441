/**
 * Makes `dist` from `src`: the bundles, the Python and JSON files that belong beside them, and
 * the licences of every package inside. The same sources give the same bytes in every folder, so
 * that check-dist is sound.
 */
import { createHash } from 'node:crypto'
import { globSync } from 'node:fs'
import { glob, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import ncc, { type Bundle } from '@vercel/ncc'
import { formatLicenses, packageFolders, readHistoryLicense, readPackage } from './licenses.ts'

/** The project's own folder. */
export const root = path.join(import.meta.dirname, '..', '..')

const entries = [
  { source: 'src/setup.ts', output: 'index.js' },
  { source: 'src/post.ts', output: 'post.js' },
  // A process of its own: the main bundle starts without loading what only the cache needs.
  { source: 'src/cache/cache-process.ts', output: 'cache-process.js' },
]

/** The file of `dist` that says which sources it was built from. */
export const sourcesFile = 'sources.sha256'

/** SHA-256 over all that `dist` is made of: the sources and the versions of packages. */
export async function sourcesDigest(): Promise<string> {
  const files = globSync(['src/**/*.*', 'package-lock.json'], { cwd: root })
  const hash = createHash('sha256')
  for (const file of files.map(file => file.replaceAll('\\', '/')).sort()) {
    hash
      .update(`${file}\0`)
      .update(await readFile(path.join(root, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

/** Replaces `dist`; a source that does not compile is an error, and leaves `dist` as it was. */
export async function build(): Promise<void> {
  process.chdir(root)
  const files = new Map<string, string | Buffer>()
  const modules = new Set<string>()
  for (const { source, output } of entries) {
    const bundle = await compile(source, output)
    add(files, output, bundle.code)
    for (const [name, asset] of Object.entries(bundle.assets)) add(files, name, asset.source)
    for (const file of filesIn(bundle)) modules.add(file)
  }
  for await (const file of glob(['src/**/*.py', 'src/report/*.json'])) {
    add(files, path.basename(file), await readFile(file))
  }
  for (const file of globSync('src/list/history/*.{txt,json}').sort()) {
    add(files, `history/${path.basename(file)}`, await readFile(file))
  }
  const bundled = [...packageFolders(modules)].map(readPackage)
  const packages = await Promise.all([...bundled, readHistoryLicense(root)])
  add(files, 'LICENSES.txt', formatLicenses(packages))
  add(files, sourcesFile, `${await sourcesDigest()}\n`)

  await rm('dist', { recursive: true, force: true })
  await mkdir('dist/history', { recursive: true })
  for (const [name, content] of files) await writeFile(path.join('dist', name), content)
  console.log(`dist: ${[...files.keys()].sort().join(', ')}; ${packages.length} packages inside`)
}

async function compile(source: string, output: string): Promise<Bundle> {
  const options = { filename: output, target: 'es2024', cache: false, quiet: true } as const
  try {
    return await ncc(path.resolve(source), options)
  } catch (error) {
    // Thrown again, because Node would print the line that ncc throws from: all of ncc.
    throw new Error(`${source} does not build: ${error instanceof Error ? error.message : error}`)
  }
}

function* filesIn({ stats: { compilation } }: Bundle): Generator<string> {
  for (const module of compilation.modules) {
    // Modules in no chunk were looked at and left out.
    if (compilation.chunkGraph.getNumberOfModuleChunks(module) === 0) continue
    for (const { resource } of module.modules ?? [module])
      if (resource !== undefined) yield resource
  }
}

/** Of two files of one name, one would overwrite the other without a word. */
function add(files: Map<string, string | Buffer>, name: string, content: string | Buffer): void {
  const present = files.get(name)
  if (present !== undefined && !Buffer.from(present).equals(Buffer.from(content))) {
    throw new Error(`Two different files want to be dist/${name}`)
  }
  files.set(name, content)
}

if (import.meta.main) await build()
