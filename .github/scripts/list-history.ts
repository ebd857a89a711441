/**
 * Brings the history of uv's list up to date: adds to `src/list/history` what the lists of uv's
 * source distributions have had, and the published list has. `--all` reads them all again; else
 * only those since the last time are read. Lists stay in `.history`, so that a second run is quick.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { gzipSync } from 'node:zlib'
import type { HistoryIndex } from '../../src/list/history.ts'
import { readHistory } from '../../src/list/history-format.ts'
import { root } from './build.ts'
import { additions } from './history/additions.ts'
import { mergeLists, type Parts, partTexts } from './history/merge.ts'
import { fillNeverBuilt } from './history/never-built.ts'
import { fetchListOf, fetchPublishedList, fetchReleases } from './history/package-index.ts'
import { collectLists } from './history/releases.ts'

const dataFolder = path.join(root, 'src', 'list', 'history')
const cacheFolder = path.join(root, '.history')

const nothing: HistoryIndex = { date: '', uv: '', build: '', parts: [] }

async function update(all: boolean): Promise<void> {
  const index = all ? nothing : await readIndex()
  const present = await readParts(index)
  const releases = await fetchReleases(process.env)
  const since = releases.findIndex(({ version }) => version === index.uv)
  const lists = await collectLists(releases.slice(since + 1), release => {
    return fetchListOf(release, cacheFolder)
  })
  const published = await fetchPublishedList()
  const { parts, leftOut } = mergeLists(present, [
    additions,
    ...lists.values(),
    ...(published === null ? [] : [published]),
  ])
  for (const [reason, urls] of leftOut) console.log(`left out: ${urls.size} (${reason})`)

  const texts = partTexts(parts)
  // A list that says nothing new is no reason for a pull request.
  if (isDeepStrictEqual(texts, partTexts(present))) return console.log('nothing new')
  const newest = releases.at(-1)
  const date = published === null ? newest?.uploaded : new Date().toISOString()
  const builds = [...parts.values()].flat().map(({ build }) => build)
  await writeParts(texts, {
    date: date?.slice(0, 10) ?? '',
    uv: newest?.version ?? '',
    build:
      builds
        .filter(build => /^\d{8}$/.test(build))
        .sort()
        .at(-1) ?? '',
    parts: [...texts.keys()],
  })
  const page = path.join(root, 'docs', 'versions.md')
  await writeFile(page, fillNeverBuilt(await readFile(page, 'utf8'), parts))
  const packedBytes = gzipSync([...texts.values()].join('')).length
  const count = [...parts.values()].flat().length
  console.log(`${count} archives in ${texts.size} parts, ${packedBytes} bytes packed`)
}

export async function readIndex(): Promise<HistoryIndex> {
  const text = await readFile(path.join(dataFolder, 'index.json'), 'utf8').catch(() => null)
  return text === null ? nothing : JSON.parse(text)
}

/** The parts as they are in the repository. */
export async function readParts({ parts }: HistoryIndex): Promise<Parts> {
  const read = parts.map(async part => {
    const text = await readFile(path.join(dataFolder, `${part}.txt`), 'utf8')
    return [part, [...readHistory(text, () => true)]] as const
  })
  return new Map(await Promise.all(read))
}

async function writeParts(texts: ReadonlyMap<string, string>, index: HistoryIndex): Promise<void> {
  await mkdir(dataFolder, { recursive: true })
  for (const [part, text] of texts) await writeFile(path.join(dataFolder, `${part}.txt`), text)
  await writeFile(path.join(dataFolder, 'index.json'), `${JSON.stringify(index, null, 2)}\n`)
}

if (import.meta.main) await update(process.argv.includes('--all'))
