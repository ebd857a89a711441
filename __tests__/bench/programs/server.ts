/**
 * A mirror or a cache service in a process of its own, so that serving is nobody's time. Tells its
 * parent where it is, and ends with it.
 *
 *     node server.ts mirror      then a message with its content: {files, texts, bytesPerSecond}
 *     node server.ts cache
 */
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { rateLimit } from '../../support/behaviours.ts'
import { startCacheService } from '../../support/cache-service.ts'
import { startMirror } from '../../support/mirror.ts'

/** What a mirror serves. */
export interface MirrorContent {
  /** Files of this machine, by path below the mirror's root. */
  readonly files: Readonly<Record<string, string>>
  readonly texts: Readonly<Record<string, string>>
  /** Of all answers together; `null`: unlimited. */
  readonly bytesPerSecond: number | null
}

/** What the parent is told. */
export interface ServerAddress {
  readonly url: string
  /** The variables that lead a job to it. */
  readonly environment: Readonly<Record<string, string>>
}

const [role] = process.argv.slice(2)
const { url, environment, close } = role === 'cache' ? await startCacheService() : await mirror()
const address: ServerAddress = { url, environment }
process.send?.(address)
process.once('disconnect', () => void close())
// Ctrl-C reaches the whole terminal; it is the parent that ends this.
process.on('SIGINT', () => {})

async function mirror() {
  const [content] = (await once(process, 'message')) as [MirrorContent]
  const { files, texts, bytesPerSecond } = content
  const started = await startMirror()
  // In memory: reading the disk is no part of a contest.
  for (const [path, file] of Object.entries(files)) started.add(path, await readFile(file))
  for (const [path, text] of Object.entries(texts)) started.add(path, Buffer.from(text))
  if (bytesPerSecond !== null) started.behave(/\.tar\./, rateLimit(bytesPerSecond))
  return { ...started, environment: {} }
}
