import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { gunzipSync, gzipSync } from 'node:zlib'
import { publishedList } from '../../../src/domain/list-sources.ts'
import { readTarFile } from './tar-file.ts'

/** A source distribution of uv, as the package index describes it. */
export interface Release {
  readonly version: string
  /** When it was uploaded, ISO 8601: sorts as text. */
  readonly uploaded: string
  readonly url: string
  readonly sha256: string
}

/** Between two downloads: nobody waits for this script. */
const politenessMs = 250

/** All source distributions of uv since it has a list, the oldest first. Throws where the index does not answer. */
export async function fetchReleases(env: NodeJS.ProcessEnv): Promise<readonly Release[]> {
  const index = env.UV_INDEX_URL || env.PIP_INDEX_URL || 'https://pypi.org/simple'
  const url = `${index.replace(/\/+$/, '')}/uv/`
  const text = await get(url, { accept: 'application/vnd.pypi.simple.v1+json' })
  return readReleases(JSON.parse(text.toString()), url)
}

interface IndexPage {
  readonly files: readonly {
    readonly filename: string
    readonly url: string
    readonly hashes: Readonly<Record<string, string>>
    readonly 'upload-time'?: string
    readonly yanked?: boolean | string
  }[]
}

/** The releases on a page of the index (PEP 691, with the times of PEP 700); pure. */
export function readReleases({ files }: IndexPage, base: string): readonly Release[] {
  const releases = files.flatMap(file => {
    const version = /^uv-(\d+\.\d+\.\d+)\.tar\.gz$/.exec(file.filename)?.[1]
    const { 'upload-time': uploaded, hashes } = file
    if (version === undefined || uploaded === undefined || hashes.sha256 === undefined) return []
    if (uploaded < firstList || file.yanked) return []
    return [{ version, uploaded, url: new URL(file.url, base).href, sha256: hashes.sha256 }]
  })
  return releases.sort((a, b) => (a.uploaded < b.uploaded ? -1 : 1))
}

/** Before it, uv had no list in this form. */
const firstList = '2024-06-26'

/** The list that a release of uv carries; from `cacheFolder` where it was fetched before. */
export async function fetchListOf(release: Release, cacheFolder: string): Promise<unknown> {
  const file = path.join(cacheFolder, `uv-${release.version}.json.gz`)
  const cached = await readFile(file).catch(() => null)
  if (cached !== null) return JSON.parse(gunzipSync(cached).toString())
  console.log(`uv ${release.version} (${release.uploaded.slice(0, 10)})`)
  const archive = await get(release.url, {})
  const sha256 = createHash('sha256').update(archive).digest('hex')
  if (sha256 !== release.sha256) throw new Error(`${release.url} has the SHA-256 ${sha256}`)
  const text = readTarFile(gunzipSync(archive), /\/download-metadata\.json$/)
  if (text === null) throw new Error(`${release.url} has no download-metadata.json`)
  await mkdir(cacheFolder, { recursive: true })
  await writeFile(`${file}.part`, gzipSync(text))
  await rename(`${file}.part`, file)
  await sleep(politenessMs)
  return JSON.parse(text.toString())
}

/** The list that uv publishes today; `null` where its host does not answer. */
export async function fetchPublishedList(): Promise<unknown> {
  try {
    return JSON.parse((await get(publishedList, {})).toString())
  } catch (error) {
    console.log(`${publishedList}: ${error instanceof Error ? error.message : error}; left out`)
    return null
  }
}

async function get(url: string, headers: Record<string, string>): Promise<Buffer> {
  const response = await fetch(url, { headers, signal: AbortSignal.timeout(120_000) })
  if (!response.ok) throw new Error(`${url} answers ${response.status}`)
  return Buffer.from(await response.arrayBuffer())
}
