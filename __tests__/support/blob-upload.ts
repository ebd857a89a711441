import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { type Answer, plainAnswer } from './behaviours.ts'

/** Entries never change, so one tag does for all blobs. */
export const etag = '"0x1"'

/** Takes in a block blob as Azure's storage does: whole, or in blocks and then their list. */
export async function receiveBlob(
  request: IncomingMessage,
  target: URL,
  file: string,
): Promise<Answer> {
  switch (target.searchParams.get('comp')) {
    case 'block':
      await pipeline(
        request,
        createWriteStream(blockFile(file, target.searchParams.get('blockid') ?? '')),
      )
      break
    case 'blocklist':
      await joinBlocks(file, await text(request))
      break
    default:
      await pipeline(request, createWriteStream(file))
  }
  return plainAnswer(201, '', { etag, 'last-modified': new Date().toUTCString() })
}

async function joinBlocks(file: string, list: string): Promise<void> {
  const ids = [...list.matchAll(/<(?:Latest|Uncommitted)>([^<]*)</g)].map(([, id = '']) => id)
  await pipeline(async function* () {
    for (const id of ids) yield* createReadStream(blockFile(file, id))
  }, createWriteStream(file))
  await Promise.all(ids.map(id => rm(blockFile(file, id))))
}

function blockFile(file: string, id: string): string {
  return `${file}.${createHash('sha256').update(id).digest('hex')}`
}
