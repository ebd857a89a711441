import { constants } from 'node:fs'
import { open, realpath } from 'node:fs/promises'
import { isInside } from '../io/files.ts'

/** Far more than any file that names versions has. */
const maxBytes = 1024 ** 2

/**
 * What a small file of the repository holds. Whoever wrote the repository chose what lies there, so
 * a link must not lead out of it, and what is not a regular file is not read: a pipe would be waited
 * for, and a device has no end. Throws an error whose message ends the sentence "The file …".
 */
export async function readWorkspaceFile(workspace: string, file: string): Promise<Buffer> {
  const [root, found] = await Promise.all([realpath(workspace), realpath(file)])
  if (!isInside(root, found)) {
    throw new Error('is outside of the workspace, or a link that leads there')
  }
  // Without waiting, should it be a pipe.
  await using handle = await open(found, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  if (!(await handle.stat()).isFile()) throw new Error('is not a regular file')
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(maxBytes + 1), 0, maxBytes + 1, 0)
  if (bytesRead > maxBytes) throw new Error('is larger than 1 MiB')
  return buffer.subarray(0, bytesRead)
}
